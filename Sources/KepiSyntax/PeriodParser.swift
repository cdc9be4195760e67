// The part of the parser that reads periods, days and what a period is compared with.
import KepiDiagnostics

extension Parser {
  mutating func period() -> PeriodSyntax {
    let start = index
    let form = periodForm()
    return PeriodSyntax(form, at: span(from: start))
  }

  private mutating func periodForm() -> PeriodSyntax.Form {
    expectKind(.period)
    for keyword in [Keyword.all, .last, .this, .past, .since, .until] { expect(keyword) }
    if isToDate { return toDate() }
    let next = peek()
    switch token.kind {
    case .soft(.all):
      advanceKeyword()
      return .all
    case .soft(.last)
    where next.isNameLike || next.kind == .integer || isProbingNext:
      advanceKeyword()
      return units().map { .last($0) } ?? .absent
    case .soft(.past)
    where next.isNameLike || next.kind == .integer || isProbingNext:
      advanceKeyword()
      return units().map { .past($0) } ?? .absent
    case .soft(.this) where next.isNameLike || isProbingNext:
      advanceKeyword()
      expectKind(.unit)
      return name(.aUnit).map { .this($0) } ?? .absent
    case .soft(.since) where next.isNameLike || isPoint(next):
      advanceKeyword()
      return point().map { .since($0) } ?? .absent
    case .soft(.until) where next.isNameLike || isPoint(next):
      advanceKeyword()
      return point().map { .until($0) } ?? .absent
    case .integer where next.isNameLike && next.kind != .soft(.to) && !isYear(token):
      let mends = [
        Diagnostic.Mend(
          .write, [.init(SourceSpan(in: source.id, token.span.start..<token.span.start), "last ")])
      ]
      let what = Phrase("`last`, `past` or a date", zh: "`last`、`past` 或日期")
      reportMissing(what, mends: mends)
      return units().map { .last($0) } ?? .absent
    default: break
    }
    if isPointStart() {
      guard let first = point() else { return .absent }
      guard take(.to) else { return .points(first, to: nil) }
      return .points(first, to: point())
    }
    // In `reconcile … over within 0.5%` the period is missing.
    let isTolerance =
      token.kind == .soft(.within) && [.percent, .number, .integer].contains(peek().kind)
    if token.isNameLike, !isTolerance {
      let token = advance()
      let name = Name(token.text, isQuoted: token.kind == .quotedName, at: token.span)
      if isProbing { expect(.to) }
      return .named(name)
    }
    reportMissing(
      .aPeriod,
      details: [
        Phrase(
          "For example: last week, past 90 days, 2026-08, year to date.",
          zh: "例如：last week、past 90 days、2026-08、year to date")
      ])
    return .absent
  }

  /// `year to date`.
  var isToDate: Bool {
    token.isNameLike && isKeyword(.to, at: 1) && isKeyword(.date, at: 2)
  }

  mutating func toDate() -> PeriodSyntax.Form {
    let unit = advance()
    advanceKeyword()
    advanceKeyword()
    return .toDate(Name(unit.text, isQuoted: unit.kind == .quotedName, at: unit.span))
  }

  /// `4 weeks`, or `week` for one of them.
  private mutating func units() -> SpanOfUnits? {
    var number = 1
    if token.kind == .integer, let written = count(.aNumber) { number = written }
    expectKind(.unit)
    return name(.someUnits).map {
      SpanOfUnits(count: number, unit: $0)
    }
  }

  /// `7 days`, with its number.
  mutating func countedUnits() -> SpanOfUnits? {
    guard let number = count(.aNumber) else { return nil }
    expectKind(.unit)
    return name(.someUnits).map {
      SpanOfUnits(count: number, unit: $0)
    }
  }

  private func isYear(_ token: Token) -> Bool {
    token.kind == .integer && token.text.utf8.count == 4
  }

  private func isPoint(_ token: Token) -> Bool { token.kind == .date || token.kind == .integer }

  mutating func isPointStart() -> Bool {
    if at(.today) || at(.yesterday) { return true }
    return isPoint(token)
  }

  mutating func point() -> PointSyntax? {
    expectKind(.period)
    let start = index
    switch token.kind {
    case .date:
      let token = advance()
      guard let date = DateLiteral(written: token.text) else { return nil }
      return PointSyntax(.date(date), at: token.span)
    case .integer:
      let token = advance()
      guard isYear(token), let year = Int(token.text) else {
        report(
          .error(
            .notADay,
            Phrase(
              "`\(token.text)` is no year; days are written 2026-08-15",
              zh: "`\(token.text)` 不是年份；日期写作 2026-08-15"),
            at: token.span))
        return PointSyntax(.year(1), at: token.span)
      }
      return PointSyntax(.year(year), at: token.span)
    default: break
    }
    if take(.today) { return PointSyntax(.today, at: span(from: start)) }
    if take(.yesterday) { return PointSyntax(.yesterday, at: span(from: start)) }
    reportMissing(
      .aDay,
      details: [
        Phrase(
          "For example: 2026-08-15, 2026-08, today.", zh: "例如：2026-08-15、2026-08、today")
      ],
      mends: nearest([.today, .yesterday]))
    if token.isNameLike { advance() }
    return nil
  }

  mutating func baselines() -> [BaselineSyntax]? {
    var found: [BaselineSyntax] = []
    repeat {
      let start = index
      if take(.previous) {
        found.append(BaselineSyntax(.previous, at: span(from: start)))
      } else if take(.target) {
        found.append(BaselineSyntax(.target, at: span(from: start)))
      } else if token.kind == .integer, peek().isNameLike, peek().kind != .soft(.to) {
        guard let ago = ago() else { break }
        found.append(BaselineSyntax(.ago(ago), at: span(from: start)))
      } else if token.isEndOfStatement || isClauseStart, !isProbing {
        reportMissing(
          .aBaseline,
          details: [
            Phrase(
              "For example: previous, 1 year ago, target, 2025.",
              zh: "例如：previous、1 year ago、target、2025")
          ])
      } else {
        let period = period()
        if period.form != .absent { found.append(BaselineSyntax(.period(period), at: period.span)) }
      }
    } while take(.comma)
    return found.isEmpty ? nil : found
  }

  /// `52 weeks ago`.
  mutating func ago() -> SpanOfUnits? {
    guard let units = countedUnits() else { return nil }
    if !take(.ago) {
      reportMissing(.sign("ago"), mends: [.init(.write, [.init(gap, " ago")])])
    }
    return units
  }
}
