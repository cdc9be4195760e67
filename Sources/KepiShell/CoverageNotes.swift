// What a question says of the days that it should have and has not.
import KepiColumns
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

extension Questioner {
  /// Stores and sites that the conditions let through and that lack days of the question's period or
  /// of those it is compared with.
  func gaps(of query: ResolvedQuery, _ syntax: QuerySyntax) -> [Receipt.Gap] {
    let stretches = stretches(of: query).mergedDays
    guard !stretches.isEmpty else { return [] }
    let filter = PlaceFilter(
      conditions: syntax.clauses.conditions, catalogue: model.catalogue)
    var gaps: [Receipt.Gap] = []
    for key in query.sources {
      guard let source = coverage.days(of: key) else { continue }
      for place in source.lackingPlaces.lazy.map({ source.places[$0] }) {
        guard let last = place.expectedUntil else { continue }
        var expectedCount = 0
        var missing: [Int] = []
        for stretch in stretches {
          let end = [stretch.upperBound, last, query.asOf?.limit ?? last].min() ?? last
          let first = max(stretch.lowerBound, place.first)
          guard first <= end else { continue }
          expectedCount += end - first + 1
          missing += place.unmarkedDays(in: first...end)
        }
        // Few places lack a day, and conditions take longer to look at than days.
        guard !missing.isEmpty, filter.lets(source.name, place) else { continue }
        gaps.append(
          Receipt.Gap(
            source: source.name, store: place.store, site: place.site,
            days: expectedCount - missing.count, daysExpected: expectedCount,
            missing: DayList(missing).ranges))
      }
    }
    return gaps
  }

  /// The days of the question, and those that it is compared with.
  func stretches(of query: ResolvedQuery) -> [ClosedRange<Day>] {
    guard let period = query.period else { return [] }
    return [period.days] + query.baselines.compactMap { query.range(of: $0, in: store) }
  }

  /// One note for each source.
  func gapNotes(_ gaps: [Receipt.Gap]) -> [Diagnostic] {
    var sources: [String] = []
    for gap in gaps where !sources.contains(gap.source) { sources.append(gap.source) }
    return sources.map { source in
      let own = gaps.filter { $0.source == source }
      let shown = own.prefix(3).map(\.phrase)
      var details = Array(shown.dropFirst())
      if own.count > shown.count {
        let rest = own.count - shown.count
        details.append(
          Phrase(
            "and \(rest) more:   coverage \(source.quotedAsName)",
            zh: "还有 \(rest) 处：   coverage \(source.quotedAsName)"))
      }
      return .note(.daysMissing, shown.first ?? .empty, details: details)
    }
  }
}

extension [ClosedRange<Day>] {
  /// The same days in order, each once.
  fileprivate var mergedDays: [ClosedRange<Day>] {
    var result: [ClosedRange<Day>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound.advanced(by: 1) {
        result[result.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

extension ResolvedQuery.AsOf {
  /// The last day that is read at all, where it is written.
  fileprivate var limit: Day? { isWritten ? day : nil }
}

extension Receipt.Gap {
  /// `Nord DE ads_by_product: 26 of 28 days; missing 2026-01-03, 01-04`
  var phrase: Phrase {
    let place = [store, site, source].compactMap { $0 }.joined(separator: " ")
    let numbers = missing.flatMap { $0.lowerBound.number...$0.upperBound.number }
    let list = DayList(numbers).phrase()
    return Phrase(
      "\(place): \(days) of \(daysExpected) days; missing \(list.english)",
      zh: "\(place)：\(daysExpected) 天中有 \(days) 天；缺少 \(list.chinese)")
  }
}
