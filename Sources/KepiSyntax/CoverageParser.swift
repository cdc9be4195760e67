// The part of the parser that reads `coverage` and what a check wants of it.
import KepiDiagnostics

extension Parser {
  /// The keyword has been read.
  mutating func coverage() -> CoverageSyntax {
    expectKind(.source)
    role = .source
    let source = token.isNameLike ? path(.aSource) : nil
    return CoverageSyntax(source: source, clauses: clauses())
  }

  /// `nil` where a check asks a question, which may be about a metric called `coverage`.
  mutating func checkedCoverage() -> CoverageSyntax? {
    guard token.kind == .soft(.coverage), isCoverageChecked(before: peek()) else { return nil }
    advanceKeyword()
    expectKind(.source)
    role = .source
    let source = token.isNameLike && !beginsCoverageRule(at: 0) ? path(.aSource) : nil
    let clauses = clauses(until: { $0.beginsCoverageRule(at: 0) })
    var rules: [CoverageRuleSyntax] = []
    expect(.require)
    expect(.warn)
    guard beginsCoverageRule(at: 0) else {
      return CoverageSyntax(source: source, clauses: clauses)
    }
    repeat {
      guard let rule = coverageRule() else { break }
      rules.append(rule)
    } while take(.comma)
    if !hasProblem, beginsCoverageRule(at: 0) {
      report(
        .error(
          .missingPart, Phrase("a comma stands between two rules", zh: "两条要求之间用逗号"),
          at: token.span, mends: [.init(.write, [.init(gap, ",")])]))
    }
    return CoverageSyntax(source: source, clauses: clauses, rules: rules)
  }

  private func isCoverageChecked(before next: Token) -> Bool {
    switch next.kind {
    case .separator, .end, .soft, .name, .quotedName: true
    case .reserved: next.beginsClause
    case .symbol, .inList, .notInList, .integer, .number, .percent, .date, .string: false
    }
  }

  private func beginsCoverageRule(at distance: Int) -> Bool {
    guard isKeyword(.require, at: distance) || isKeyword(.warn, at: distance) else { return false }
    return isKeyword(.complete, at: distance + 1) || isKeyword(.fresh, at: distance + 1)
  }

  /// `nil` after a report.
  private mutating func coverageRule() -> CoverageRuleSyntax? {
    let start = index
    guard beginsCoverageRule(at: 0) else {
      reportMissing(
        Phrase("`require` or `warn`, and what must hold", zh: "`require` 或 `warn`，以及要求的内容"))
      return nil
    }
    let isRequired = token.kind == .soft(.require)
    advanceKeyword()
    let isComplete = token.kind == .soft(.complete)
    advanceKeyword()
    if isComplete {
      return CoverageRuleSyntax(isRequired: isRequired, .complete, at: span(from: start))
    }
    guard take(.within) else {
      reportMissing(.sign("within", and: Phrase("a number of days", zh: "天数")))
      return nil
    }
    guard let units = countedUnits() else { return nil }
    return CoverageRuleSyntax(isRequired: isRequired, .fresh(within: units), at: span(from: start))
  }
}

extension Token {
  /// Whether it is a word that a clause begins with, and not one that goes on with an expression.
  var beginsClause: Bool {
    guard case .reserved(let keyword) = kind else { return false }
    return keyword.isClauseWord
  }
}
