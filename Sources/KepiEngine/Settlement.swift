// Rounds parts so that they add up: the largest remainders get the digits that lack.

package enum Settlement {
  /// Parts in whole steps of 10^-places that add up to `total`. Each is rounded to its nearest step;
  /// the steps that then lack or are too many go to those that were rounded furthest the other way,
  /// the first of equals. What is zero stays zero as long as others can move.
  package static func settled(_ parts: [Double], to total: Int128, places: Int) -> [Int128] {
    guard !parts.isEmpty else { return [] }
    var unit = 1.0
    for _ in 0..<places { unit *= 10 }
    var steps: [Int128] = []
    var remainders: [Double] = []
    for part in parts {
      let scaled = part * unit
      let rounded = scaled.rounded(.toNearestOrAwayFromZero)
      steps.append(rounded.magnitude < 1e37 ? Int128(rounded) : 0)
      remainders.append(scaled - rounded)
    }
    var lack = total - steps.reduce(0, +)
    while lack != 0 {
      let sign: Int128 = lack > 0 ? 1 : -1
      var order = parts.indices.filter { parts[$0] != 0 }
      if order.isEmpty { order = Array(parts.indices) }
      order.sort { one, two in
        let (first, second) = (remainders[one] * Double(sign), remainders[two] * Double(sign))
        return first != second ? first > second : one < two
      }
      // Far more than rounding would be a mistake of ours; it is still shared out, and in one round.
      let round = lack / Int128(order.count)
      if round != 0 {
        for place in order { steps[place] += round }
        lack -= round * Int128(order.count)
        continue
      }
      for place in order.prefix(Int(lack.magnitude)) {
        steps[place] += sign
        remainders[place] -= Double(sign)
      }
      lack = 0
    }
    return steps
  }

  /// A number in whole steps, halves away from zero.
  package static func steps(_ number: Double, places: Int) -> Int128 {
    var unit = 1.0
    for _ in 0..<places { unit *= 10 }
    let rounded = (number * unit).rounded(.toNearestOrAwayFromZero)
    return rounded.magnitude < 1e37 ? Int128(rounded) : 0
  }
}
