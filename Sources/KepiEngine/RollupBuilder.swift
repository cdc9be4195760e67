// Makes the rollup of a source: chooses its texts, then sums up day after day.
import KepiColumns
import KepiSemantics

struct RollupBuilder {
  private struct Text {
    let column: Table.NamedColumn
    let texts: TextColumn
    /// 1 where all rows have the same text, else 0.
    let firstCode: Int
    var codeCount: Int { max(1, texts.dictionary.count - firstCode) }
  }

  private struct Amount {
    let column: Table.NamedColumn
    let amounts: AmountColumn
    let offset: Int
    var presentOffset: Int?
    var nonZeroOffset: Int?

    var parts: [GroupRecords.Part] {
      var parts = [GroupRecords.Part(.values(amounts.values), offset: offset)]
      if let presentOffset, let present = amounts.present {
        parts.append(.init(.present(present), offset: presentOffset))
      }
      if let nonZeroOffset {
        parts.append(.init(.nonZero(amounts.values), offset: nonZeroOffset))
      }
      return parts
    }
  }

  private let source: LoadedSource
  private let rules: RollupRules
  private var texts: [Text] = []
  private var amounts: [Amount] = []
  private var recordSize = 1
  private var slotCount = 1

  /// Texts with more values than this are no group that many rows share.
  private static let codeLimit = 1 << 12
  /// More places than this are not set out for the groups of a day.
  private static let slotLimit = 1 << 16
  /// Nor are more places looked through than so many for each row.
  private static let slotsPerRow = 4
  private static let sampledDayCount = 4
  private static let blockSize = 2048
  /// Who sells and where is what questions are about first.
  private static let firstNames = ["store", "site"]

  /// `nil` for a source that gains nothing by a rollup, or whose rows are of several days: there a
  /// question has to see each row.
  init?(_ source: LoadedSource, _ rules: RollupRules) {
    let schema = source.schema
    guard source.table.rowCount >= max(1, rules.leastRows), schema.lastDayColumn == nil else {
      return nil
    }
    switch schema.extent?.step {
    case .day, nil: break
    case .grain, .stretches: return nil
    }
    self.source = source
    self.rules = rules
    chooseTexts()
    for column in source.table.columns {
      guard case .amount(let amounts) = column.column,
        amounts.cannotOverflow(over: source.table.rowCount)
      else { continue }
      var amount = Amount(column: column, amounts: amounts, offset: recordSize)
      recordSize += 1
      if amounts.present != nil {
        amount.presentOffset = recordSize
        recordSize += 1
      }
      if column.unit.isMoney {
        amount.nonZeroOffset = recordSize
        recordSize += 1
      }
      self.amounts.append(amount)
    }
    guard sampledGroupShare(of: texts).isWorthIt(rules) else { return nil }
  }

  // MARK: Which texts

  private mutating func chooseTexts() {
    let dayCount = max(1, source.days?.dayCount ?? 1)
    let most = min(
      Self.slotLimit, max(1, Self.slotsPerRow * source.table.rowCount / dayCount))
    for candidate in candidates {
      let (product, overflow) = slotCount.multipliedReportingOverflow(by: candidate.codeCount)
      guard !overflow, product <= most,
        candidate.codeCount == 1 || sampledGroupShare(of: texts + [candidate]).isWorthIt(rules)
      else { continue }
      texts.append(candidate)
      slotCount = product
    }
  }

  /// Currencies before all, since amounts of several are never added; then those that questions are
  /// about first; then those with fewest values.
  private var candidates: [Text] {
    var first: [String] = []
    for column in source.table.columns {
      if case .money(.column(let currency)) = column.unit { first.append(currency) }
    }
    if let coverage = source.schema.coverageColumn { first.append(coverage) }
    first += Self.firstNames
    let all = source.table.columns.compactMap { column -> Text? in
      guard case .text(let texts) = column.column, texts.dictionary.count <= Self.codeLimit else {
        return nil
      }
      // Only where it halves the groups is it worth looking at all rows.
      let isOfOne = texts.dictionary.count == 2 && texts.codes.isAbove(0)
      return Text(column: column, texts: texts, firstCode: isOfOne ? 1 : 0)
    }
    let order = all.enumerated().map { place, text in
      (first.firstIndex(of: text.column.name) ?? first.count, text.codeCount, place)
    }
    return all.indices.sorted { order[$0] < order[$1] }.map { all[$0] }
  }

  /// How many rows and how many groups of these texts some days have.
  private func sampledGroupShare(of texts: [Text]) -> GroupShare {
    var share = GroupShare()
    let offsets = offsets(of: texts, size: 1)
    var starts = RecordStarts()
    for rows in sampledRows {
      var isSeen = [Bool](
        repeating: false, count: texts.reduce(1) { $0 * $1.codeCount })
      starts.begin(count: rows.count, at: 0)
      for (text, offsets) in zip(texts, offsets) {
        starts.add(rows, of: text.texts.codes, offsets)
      }
      for start in starts.values where !isSeen[Int(start)] {
        isSeen[Int(start)] = true
        share.groupCount += 1
      }
      share.rowCount += rows.count
    }
    return share
  }

  private var sampledRows: [Rows] {
    guard let days = source.days else { return [.range(0..<source.table.rowCount)] }
    let places = (0..<Self.sampledDayCount).map {
      days.dayCount * (2 * $0 + 1) / (2 * Self.sampledDayCount)
    }
    return Array(Set(places)).sorted().map { days.rows(ofDay: $0) }.filter { !$0.isEmpty }
  }

  /// What the codes of each text add to where a record begins.
  private func offsets(of texts: [Text], size: Int) -> [CodeOffsets] {
    var factor = size
    return texts.map { text in
      defer { factor *= text.codeCount }
      return CodeOffsets(
        text.texts.dictionary.indices.map {
          Int32(truncatingIfNeeded: max(0, $0 - text.firstCode) * factor)
        })
    }
  }

  // MARK: Summing up

  func made() -> Rollup {
    var made = Lines(textCount: texts.count, recordSize: recordSize)
    var cells = [Int64](repeating: 0, count: slotCount * recordSize)
    var starts = RecordStarts()
    var records = GroupRecords()
    let offsets = offsets(of: texts, size: recordSize)
    let parts = amounts.flatMap(\.parts)
    for (day, rows) in stretches {
      for start in stride(from: 0, to: rows.count, by: Self.blockSize) {
        let block = rows[start..<min(start + Self.blockSize, rows.count)]
        starts.begin(count: block.count, at: 0)
        for (text, offsets) in zip(texts, offsets) {
          starts.add(block, of: text.texts.codes, offsets)
        }
        records.add(block, starts, countOffset: 0, parts, to: &cells)
      }
      take(&cells, of: day, to: &made)
    }
    return rollup(of: made)
  }

  /// The rows without a day, then those of each day; all of them for a source without time.
  private var stretches: [(day: Day?, rows: Rows)] {
    guard let days = source.days else { return [(nil, .range(0..<source.table.rowCount))] }
    return [(nil, days.undated)]
      + (0..<days.dayCount).map { (days.day(at: $0), days.rows(ofDay: $0)) }
  }

  /// What a rollup is made of, line by line.
  private struct Lines {
    var days: [Int64] = []
    var isDated: [Bool] = []
    var codes: [[Int64]]
    /// For each cell of a record.
    var numbers: [[Int64]]

    init(textCount: Int, recordSize: Int) {
      codes = Array(repeating: [], count: textCount)
      numbers = Array(repeating: [], count: recordSize)
    }
  }

  /// Moves the records of a day into lines, and leaves zeros.
  private func take(_ cells: inout [Int64], of day: Day?, to lines: inout Lines) {
    var found: [Int] = []
    for slot in 0..<slotCount where cells[slot * recordSize] != 0 { found.append(slot) }
    lines.days += repeatElement(Int64(day?.number ?? 0), count: found.count)
    lines.isDated += repeatElement(day != nil, count: found.count)
    var factor = 1
    for (place, text) in texts.enumerated() {
      for slot in found {
        lines.codes[place].append(Int64(slot / factor % text.codeCount + text.firstCode))
      }
      factor *= text.codeCount
    }
    for offset in 0..<recordSize {
      for slot in found { lines.numbers[offset].append(cells[slot * recordSize + offset]) }
    }
    for slot in found {
      for cell in slot * recordSize..<(slot + 1) * recordSize { cells[cell] = 0 }
    }
  }

  private func rollup(of lines: Lines) -> Rollup {
    var columns: [Table.NamedColumn] = []
    if let name = source.schema.dayColumn, let unit = source.table[name]?.unit {
      let present = lines.isDated.allSatisfy { $0 } ? nil : Bitmap(lines.isDated)
      columns.append(
        .init(
          name: name, unit: unit, column: .date(DateColumn(days: lines.days, present: present))))
    }
    for (place, text) in texts.enumerated() {
      let codes = IntegerStorage(lines.codes[place])
      columns.append(
        .init(
          name: text.column.name, unit: text.column.unit,
          column: .text(TextColumn(dictionary: text.texts.dictionary, codes: codes))))
    }
    var tallies: [String: Rollup.Tally] = [:]
    for amount in amounts {
      func counts(at offset: Int?) -> IntegerStorage? {
        offset.map { IntegerStorage(lines.numbers[$0]) }
      }
      let sums = AmountColumn(
        values: lines.numbers[amount.offset], scale: amount.amounts.scale)
      columns.append(
        .init(name: amount.column.name, unit: amount.column.unit, column: .amount(sums)))
      tallies[amount.column.name] = Rollup.Tally(
        present: counts(at: amount.presentOffset), nonZero: counts(at: amount.nonZeroOffset))
    }
    let table = Table(rowCount: lines.days.count, columns: columns)
    return Rollup(
      source: LoadedSource(schema: source.schema, table: table),
      rowCounts: IntegerStorage(lines.numbers[0]), tallies: tallies)
  }
}

/// How many groups some rows make.
private struct GroupShare {
  var rowCount = 0
  var groupCount = 0

  func isWorthIt(_ rules: RollupRules) -> Bool { groupCount * rules.leastRowsEach <= rowCount }
}
