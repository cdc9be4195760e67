// The parts of a change: what its drivers, its groups, their weights and their prices did to it.
import Glibc

/// What each factor did to a product, and what no factor can answer for.
package struct FactorEffects: Equatable, Sendable {
  /// One for each factor, in their order.
  package var factors: [Double]
  /// The whole number, where there was none before.
  package var new = 0.0
  /// The whole number, where there is none any more.
  package var ended = 0.0
  /// What the factors leave open: they do not make the number, or one of them is not there.
  package var rest = 0.0
  /// Whether orders were averaged, since a factor changes its sign and has no logarithm.
  package var isAveraged = false

  package init(factors: [Double]) { self.factors = factors }

  package var sum: Double { factors.reduce(0, +) + new + ended + rest }
}

package enum Effects {
  /// A factor of a product before and after; below the line of a quotient where it is inverse.
  package struct Factor: Equatable, Sendable {
    package let before: Double?
    package let after: Double?
    package let isInverse: Bool

    package init(before: Double?, after: Double?, isInverse: Bool = false) {
      self.before = before
      self.after = after
      self.isInverse = isInverse
    }

    /// The logarithm of its growth, taken from the product's side; `nil` where there is none.
    package var growth: Double? {
      guard let before, let after, before * after > 0 else { return nil }
      return isInverse ? logarithm(of: before, over: after) : logarithm(of: after, over: before)
    }
  }

  /// Beyond this share of the number a difference is no rounding of doubles.
  static let roundingShare = 1e-9

  /// ln(above / below) without loss where both are nearly the same.
  static func logarithm(of above: Double, over below: Double) -> Double {
    log1p((above - below) / below)
  }

  /// The logarithmic mean, L(a, a) = a. Of negative numbers it is negative.
  package static func logarithmicMean(_ one: Double, _ two: Double) -> Double {
    let growth = logarithm(of: one, over: two)
    return growth.magnitude < 1e-12 ? (one + two) / 2 : (one - two) / growth
  }

  /// The additive log-mean Divisia index: a factor's effect is L(after, before) × ln of its growth.
  /// No remainder, no order of factors, and the signs turn with the periods.
  ///
  /// - Shape: one effect for each factor.
  /// - Zeros: a product that appears or disappears has no logarithm and is new or ended as a whole;
  ///   one that is zero in both periods has no effects.
  /// - Signs: where a factor changes its sign, the average over all orders of the factors
  ///   (Shapley's value), which is exact too.
  /// - Source: Ang, "LMDI decomposition approach: a guide for implementation", Energy Policy 86
  ///   (2015).
  package static func of(
    _ factors: [Factor], from before: Double, to after: Double
  ) -> FactorEffects {
    var result = FactorEffects(factors: factors.map { _ in 0 })
    if before == 0, after == 0 { return result }
    if before == 0 {
      result.new = after
      return result
    }
    if after == 0 {
      result.ended = -before
      return result
    }
    let growths = factors.compactMap(\.growth)
    if growths.count == factors.count, before * after > 0 {
      let mean = logarithmicMean(after, before)
      result.factors = growths.map { mean * $0 }
    } else if let averaged = averaged(factors) {
      result.factors = averaged
      result.isAveraged = true
    }
    let rest = after - before - result.factors.reduce(0, +)
    let size = max(before.magnitude, after.magnitude)
    if rest.magnitude > roundingShare * size { result.rest = rest }
    return result
  }

  /// Each factor's step, averaged over all orders in which the factors may be moved; `nil` where a
  /// factor is missing, one that divides is zero, or there are too many.
  private static func averaged(_ factors: [Factor]) -> [Double]? {
    guard factors.count <= 10 else { return nil }
    var before: [Double] = []
    var after: [Double] = []
    for factor in factors {
      guard var one = factor.before, var two = factor.after else { return nil }
      if factor.isInverse {
        guard one != 0, two != 0 else { return nil }
        (one, two) = (1 / one, 1 / two)
      }
      before.append(one)
      after.append(two)
    }
    let count = factors.count
    // How many orders put so many factors before one and the rest behind it, of all.
    var weights = [1.0 / Double(count)]
    for size in 1..<max(1, count) {
      weights.append(weights[size - 1] * Double(size) / Double(count - size))
    }
    var effects = Array(repeating: 0.0, count: count)
    for moved in 0..<(1 << count) {
      for own in 0..<count where moved & (1 << own) == 0 {
        var others = 1.0
        for place in 0..<count where place != own {
          others *= moved & (1 << place) == 0 ? before[place] : after[place]
        }
        effects[own] += weights[moved.nonzeroBitCount] * others * (after[own] - before[own])
      }
    }
    return effects
  }

  // MARK: Ratios over groups

  /// Numerator and denominator of a ratio before and after.
  package struct Ratio: Equatable, Sendable {
    package var topBefore: Double
    package var bottomBefore: Double
    package var topAfter: Double
    package var bottomAfter: Double

    package init(
      topBefore: Double, bottomBefore: Double, topAfter: Double, bottomAfter: Double
    ) {
      self.topBefore = topBefore
      self.bottomBefore = bottomBefore
      self.topAfter = topAfter
      self.bottomAfter = bottomAfter
    }

    package func adding(_ other: Ratio) -> Ratio {
      Ratio(
        topBefore: topBefore + other.topBefore, bottomBefore: bottomBefore + other.bottomBefore,
        topAfter: topAfter + other.topAfter, bottomAfter: bottomAfter + other.bottomAfter)
    }

    package var before: Double? { bottomBefore == 0 ? nil : topBefore / bottomBefore }
    package var after: Double? { bottomAfter == 0 ? nil : topAfter / bottomAfter }
  }

  /// What a group did to a ratio: by its own ratio, and by its weight in the denominator. Means over
  /// the two periods are the weights, so the parts of all groups add up to the change, and a group
  /// that is parted in two changes only how much of it is mix.
  ///
  ///     rate = mean share × change of the group's ratio
  ///     mix  = change of share × (mean ratio − mean ratio of all)
  ///
  /// A group that has a ratio in one of the periods alone is all mix. One that never has a
  /// denominator is all rate: it costs, and weighs nothing.
  package static func of(_ group: Ratio, within whole: Ratio) -> (rate: Double, mix: Double)? {
    guard let wholeBefore = whole.before, let wholeAfter = whole.after else { return nil }
    let mean = (wholeBefore + wholeAfter) / 2
    let shareBefore = group.bottomBefore / whole.bottomBefore
    let shareAfter = group.bottomAfter / whole.bottomAfter
    switch (group.before, group.after) {
    case (let before?, let after?):
      return (
        (shareBefore + shareAfter) / 2 * (after - before),
        (shareAfter - shareBefore) * ((before + after) / 2 - mean)
      )
    case (nil, nil):
      return (group.topAfter / whole.bottomAfter - group.topBefore / whole.bottomBefore, 0)
    case (_?, nil), (nil, _?):
      let moved = group.topAfter / whole.bottomAfter - group.topBefore / whole.bottomBefore
      return (0, moved - mean * (shareAfter - shareBefore))
    }
  }

  /// The mean over the two periods of a group's share of the denominator.
  package static func meanShare(_ group: Ratio, within whole: Ratio) -> Double {
    guard whole.bottomBefore != 0, whole.bottomAfter != 0 else { return 0 }
    return (group.bottomBefore / whole.bottomBefore + group.bottomAfter / whole.bottomAfter) / 2
  }

  // MARK: Volume, mix and price

  /// A product's units and sales before and after.
  package struct Sales: Equatable, Sendable {
    package var unitsBefore: Double
    package var salesBefore: Double
    package var unitsAfter: Double
    package var salesAfter: Double

    package init(
      unitsBefore: Double, salesBefore: Double, unitsAfter: Double, salesAfter: Double
    ) {
      self.unitsBefore = unitsBefore
      self.salesBefore = salesBefore
      self.unitsAfter = unitsAfter
      self.salesAfter = salesAfter
    }

    var wasThere: Bool { unitsBefore != 0 || salesBefore != 0 }
    var isThere: Bool { unitsAfter != 0 || salesAfter != 0 }
  }

  package struct SalesEffects: Equatable, Sendable {
    package var volume = 0.0
    package var mix = 0.0
    package var price = 0.0
    package var new = 0.0
    package var ended = 0.0
  }

  /// Volume: all products grow alike, at the prices before. Mix: units move between products.
  /// Price: the units after, at the change of their prices. Products that came or went are new or
  /// ended as a whole and weigh in none of the others.
  package static func of(_ products: [Sales]) -> [SalesEffects] {
    let staying = products.filter { $0.wasThere && $0.isThere }
    let unitsBefore = staying.reduce(0) { $0 + $1.unitsBefore }
    let unitsAfter = staying.reduce(0) { $0 + $1.unitsAfter }
    return products.map { product in
      var effects = SalesEffects()
      switch (product.wasThere, product.isThere) {
      case (false, _): effects.new = product.salesAfter
      case (true, false): effects.ended = -product.salesBefore
      case (true, true):
        guard product.unitsBefore != 0, unitsBefore != 0 else {
          // Without units before there was no price to hold on to.
          effects.price = product.salesAfter - product.salesBefore
          break
        }
        let price = product.salesBefore / product.unitsBefore
        let growth = unitsAfter / unitsBefore
        effects.volume = product.salesBefore * (growth - 1)
        effects.mix = (product.unitsAfter - product.unitsBefore * growth) * price
        effects.price = product.salesAfter - product.unitsAfter * price
      }
      return effects
    }
  }

  // MARK: Currency

  /// An amount in the currency of its rows and in that of the answer, before and after.
  package struct Conversion: Equatable, Sendable {
    package let localBefore: Double
    package let before: Double
    package let localAfter: Double
    package let after: Double

    package init(localBefore: Double, before: Double, localAfter: Double, after: Double) {
      self.localBefore = localBefore
      self.before = before
      self.localAfter = localAfter
      self.after = after
    }
  }

  /// An amount at the mean of its two rates, and what their change adds.
  package struct AtMeanRate: Equatable, Sendable {
    package let before: Double
    package let after: Double
    package let rate: Double

    package static let zero = AtMeanRate(before: 0, after: 0, rate: 0)

    package func adding(_ other: AtMeanRate) -> AtMeanRate {
      AtMeanRate(
        before: before + other.before, after: after + other.after, rate: rate + other.rate)
    }
  }

  /// What a change is at the mean of the two rates, and what the rates add: mean amount × change of
  /// the rate.
  package static func of(_ amount: Conversion) -> AtMeanRate {
    let rateBefore = amount.localBefore == 0 ? nil : amount.before / amount.localBefore
    let rateAfter = amount.localAfter == 0 ? nil : amount.after / amount.localAfter
    guard let one = rateBefore ?? rateAfter, let two = rateAfter ?? rateBefore else {
      return AtMeanRate(before: amount.before, after: amount.after, rate: 0)
    }
    let mean = (one + two) / 2
    return AtMeanRate(
      before: amount.localBefore * mean, after: amount.localAfter * mean,
      rate: (amount.localBefore + amount.localAfter) / 2 * (two - one))
  }
}
