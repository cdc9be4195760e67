// What followed from what (R24): rows of one source that come after those of another.
import KepiSyntax

extension Evaluator {
  /// `converted(a.x, b.y, 7 days)`: rows of `b`, each counted at the latest row of `a` before it.
  func converted(_ arguments: [ExpressionSyntax], _ context: Context) throws -> Cell {
    guard arguments.count > 1, case .name(let from) = arguments[0].form,
      case .name(let to) = arguments[1].form
    else { throw Refusal("converted of what") }
    var window = Int.max
    if arguments.count > 2, case .quantity(let count, let unit) = arguments[2].form {
      window = Int(count.digits) * (Unit(word: unit.text)?.days ?? 1)
    }
    let first = try source(from.parts[0].text)
    let second = try source(to.parts[0].text)
    let read = try rows(of: first, context, cuts: true)
    guard read.isCovered else { return .blank }
    if fill == .blank, !read.hasOwnRow { return .blank }
    var counts: [Int: Int] = [:]
    for row in second.rows.indices {
      guard let day = second.day(of: row), day <= writtenAsOf ?? day,
        let wanted = second.rows[row][to.parts[1].text], !wanted.isBlank
      else { continue }
      var latest: (row: Int, day: Int)?
      for candidate in first.rows.indices {
        guard let own = first.day(of: candidate), own <= day, day - own < window,
          first.rows[candidate][from.parts[1].text] == wanted, own > latest?.day ?? Int.min
        else { continue }
        latest = (candidate, own)
      }
      if let latest { counts[latest.row, default: 0] += 1 }
    }
    return .count(read.rows.map { counts[$0.index] ?? 0 }.reduce(0, +))
  }
}
