// The quick way of a worker: rows go to records whose place is arithmetic.
import KepiColumns
import KepiSemantics

extension ScanWorker {
  /// Whether a value of rows hangs on the window that they are read for.
  var readsAttributes: Bool {
    ([filter] + filters.map(\.own)).contains { !($0?.attributes.isEmpty ?? true) }
  }

  /// The rows of the days alone that stand for stock, where nothing else of a window is asked for.
  mutating func narrowed(_ pieces: [ScanPiece], _ days: DayIndex) -> [ScanPiece]? {
    guard let first = request.aggregates.first, family == nil, request.place == nil,
      !request.recordsRows, request.hasOwnDays, query.fill != .blank, query.fill != .previous,
      request.aggregates.allSatisfy({
        $0.function.isOfOneDay && $0.function == first.function && $0.key == nil
          && $0.filter == first.filter
      }), let found = standing.first ?? nil
    else { return nil }
    isNarrowed = true
    standing = request.aggregates.map { _ in nil }
    return pieces.compactMap { piece in
      guard let number = found.days[StandingDays.Key(window: piece.window, key: .blank)] else {
        return nil
      }
      let day = Day(number: Int(number))
      return ScanPiece(window: piece.window, rows: days.rows(of: day...day))
    }
  }

  /// Where sums and counts of all groups can be set out beforehand: groups by codes that are known,
  /// and sums that fit whatever the rows are.
  ///
  /// - Parameter rollup: the one whose rows are read; `nil` for those of the source.
  func densePlan(_ rollup: Rollup? = nil) -> DensePlan? {
    guard family == nil, !request.recordsRows, !standing.contains(where: { $0 != nil }) else {
      return nil
    }
    let sizes = readers.compactMap(\.codeCount)
    guard sizes.count == readers.count,
      var plan = DensePlan(
        sizes: sizes, rowCounts: rollup?.rowCounts, rowCount: source.table.rowCount)
    else { return nil }
    for (place, aggregate) in request.aggregates.enumerated() {
      guard let measure = denseMeasure(of: aggregate, at: place, rollup) else { return nil }
      // What lines have in common is not to be counted twice where others take their rows.
      guard measure.distinct == nil || request.place == nil else { return nil }
      plan.add(measure, where: filters[place].own)
    }
    return plan
  }

  private func denseMeasure(
    of aggregate: Aggregate, at place: Int, _ rollup: Rollup?
  ) -> DensePlan.Measure? {
    guard let argument = aggregate.argument else {
      return aggregate.function == .count
        ? DensePlan.Measure(place: place, column: nil, present: nil, currency: nil) : nil
    }
    guard case .column(let reference) = argument, reference.path.isEmpty,
      case .stored = reference.origin, let column = source.table[reference.column]?.column,
      reference.source == source.schema.key
    else { return nil }
    func present(_ flags: Bitmap?) -> GroupRecords.Part.Content? {
      if let rollup { return rollup.tallies[reference.column]?.present.map { .values($0) } }
      return flags.map { .present($0) }
    }
    switch (aggregate.function, column) {
    case (.sum, .amount(let amounts)), (.closing, .amount(let amounts)),
      (.opening, .amount(let amounts)):
      guard amounts.cannotOverflow(over: source.table.rowCount),
        let currency = currencies[place].common, query.conversion == nil || currency == nil
      else { return nil }
      return DensePlan.Measure(
        place: place, column: amounts, present: present(amounts.present), currency: currency,
        magnitude: rollup == nil
          ? source.magnitudes.total(of: reference.column, amounts.values) : .max,
        nonZeroCounts: rollup?.tallies[reference.column]?.nonZero)
    case (.count, .amount(let amounts)):
      // An amount without a rate for its day is none.
      guard query.conversion == nil || currencies[place].common == .some(nil) else { return nil }
      return DensePlan.Measure(
        place: place, column: nil, present: present(amounts.present), currency: nil)
    case (.countDistinct, .text(let texts)):
      return DensePlan.Measure(
        place: place, column: nil, present: nil, currency: nil, distinct: texts)
    case (.count, .date(let dates)):
      return DensePlan.Measure(
        place: place, column: nil, present: present(dates.present), currency: nil)
    case (.count, .number(let numbers)):
      return DensePlan.Measure(
        place: place, column: nil, present: present(numbers.present), currency: nil)
    default: return nil
    }
  }

  /// From here on codes are parts of where records begin.
  mutating func scaleCodes(for plan: DensePlan) {
    readers = readers.enumerated().map { $1.scaled(by: plan.factor(of: $0)) }
  }

  /// Adds the rows of a piece to their records.
  mutating func gather(
    _ piece: ScanPiece, _ plan: DensePlan, into sums: inout DenseSums
  ) throws(EngineFailure) {
    evaluator.window = piece.window
    let base = Int(piece.window) * plan.slotCount * plan.recordSize
    for block in blocks(of: piece.rows) {
      if isCancelled() { throw .cancelled }
      var rows = piece.rows[block]
      if !request.takesAll { rows = try select(rows, where: filter) }
      for bundle in plan.bundles {
        let own = try select(rows, where: bundle.filter)
        guard !own.isEmpty else { continue }
        if readers.isEmpty, plan.distinctSizes.isEmpty {
          Self.gather(own, bundle, at: base, into: &sums.cells)
        } else {
          locate(own, base)
          gather(own, bundle, into: &sums)
          let held = sums.distinct.reduce(0) { $0 + $1.furtherCount / 4 }
          guard held <= max(1, effort.groupLimit(aggregateCount: 1) / effort.workerCount) else {
            throw .tooLarge(groupCount: held)
          }
        }
      }
    }
  }

  /// Finds where the record of each row begins.
  private mutating func locate(_ rows: Rows, _ base: Int) {
    starts.begin(count: rows.count, at: base)
    for place in readers.indices { readers[place].addOffsets(rows, to: &starts) }
    starts.settle()
  }

  private mutating func gather(
    _ rows: Rows, _ bundle: DensePlan.Bundle, into sums: inout DenseSums
  ) {
    for measure in bundle.measures {
      guard let texts = measure.distinct else { continue }
      sums.distinct[measure.distinctPlace].add(
        texts.codes.narrowValues(rows), starts: starts.values, offset: measure.countOffset,
        in: &sums.cells)
    }
    records.add(
      rows, starts, countOffset: bundle.rowCounts == nil ? bundle.rowCountOffset : nil,
      bundle.parts, to: &sums.cells)
  }

  /// The same where all rows go to one record.
  private static func gather(
    _ rows: Rows, _ bundle: DensePlan.Bundle, at base: Int, into cells: inout [Int64]
  ) {
    if bundle.rowCounts == nil { cells[base + bundle.rowCountOffset] &+= Int64(rows.count) }
    for part in bundle.parts {
      switch part.content {
      case .values(let values):
        cells[base + part.offset] &+= values.total(rows) &<< Int64(part.shift)
      case .present(let flags): cells[base + part.offset] &+= flags.count(rows)
      case .nonZero(let values): cells[base + part.offset] &+= values.nonZeroCount(rows)
      }
    }
  }
}
