// What a report shows: a table, what each of its lines is, and the receipt.
package import KepiColumns
package import KepiDiagnostics

package struct Answer: Equatable, Sendable {
  package enum LineKind: Equatable, Sendable { case plain, others, total }

  /// Grouping columns first, then the values. A money column whose unit says `.column(name)` takes
  /// the currency of each line from that column, which may be a hidden one.
  package let table: Table
  /// Columns that carry currencies for others and are not shown themselves.
  package let hiddenColumns: Set<String>
  /// How many columns, from the left, say what a line is about. The rest are values.
  package let groupingCount: Int
  /// One for each row of the table.
  package let lines: [LineKind]
  /// For each row the grouping columns that it sums up. A missing value beside them stays empty.
  package let summedColumns: [[Int]]
  package var receipt: Receipt
  /// Cells that name a step of time that is not over: a column, and the rows in it.
  package var unfinished: Unfinished?
  /// Columns, by their index, that say how far a value has moved, and what would be good news.
  package var changes: [Int: ChangeMeaning] = [:]

  /// Columns, by their index, that are the difference of two percentages.
  package var pointColumns: Set<Int> = []

  package enum ChangeMeaning: Equatable, Sendable {
    case higherIsBetter, lowerIsBetter
    /// There is no better or worse, or nobody has said.
    case open
  }
  /// Units of single cells, by the index of their column: of drivers each has its own.
  package var cellUnits: [Int: [Unit]] = [:]
  /// Whether people see every digit, since the shown numbers have to add up.
  package var showsEveryDigit = false

  package struct Unfinished: Equatable, Sendable {
    let column: Int
    let rows: Set<Int>

    package init(column: Int, rows: Set<Int>) {
      self.column = column
      self.rows = rows
    }
  }

  /// - Parameters:
  ///   - groupingCount: by default the texts, dates and truths before the first number.
  ///   - summedColumns: by default those that say so in their texts, or have no room to.
  package init(
    table: Table, hiddenColumns: Set<String> = [], groupingCount: Int? = nil, lines: [LineKind],
    summedColumns: [[Int]]? = nil, receipt: Receipt
  ) {
    precondition(lines.count == table.rowCount, "each row has its kind")
    self.table = table
    self.hiddenColumns = hiddenColumns
    self.groupingCount =
      groupingCount
      ?? table.columns.prefix { [.text, .truth].contains($0.unit) || $0.unit.grain != nil }.count
    self.lines = lines
    self.receipt = receipt
    let groups = table.columns.prefix(self.groupingCount).indices.filter {
      !hiddenColumns.contains(table.columns[$0].name)
    }
    self.summedColumns =
      summedColumns
      ?? lines.indices.map { row in
        lines[row].mark.map { Self.columns(groups, of: table, markedAs: $0, in: row) } ?? []
      }
  }

  /// Columns whose text says so, dates that are absent, and, where no text says so, absent texts.
  private static func columns(
    _ groups: [Int], of table: Table, markedAs mark: String, in row: Int
  ) -> [Int] {
    func isAbsent(_ column: Int) -> Bool {
      switch table.columns[column].column {
      case .text(let texts): texts[row] == nil
      case .date(let days): days[row] == nil
      case .amount(let amounts): amounts[row] == nil
      case .number(let numbers): numbers[row] == nil
      }
    }
    func saysSo(_ column: Int) -> Bool {
      if case .text(let texts) = table.columns[column].column { texts[row] == mark } else { false }
    }
    let isMarked = groups.contains(where: saysSo)
    return groups.filter { column in
      if case .date = table.columns[column].column { return isAbsent(column) }
      return saysSo(column) || !isMarked && isAbsent(column)
    }
  }
}

extension Answer.LineKind {
  /// What stands in the columns that a line sums up. Programs always read the English.
  var name: Phrase? {
    switch self {
    case .plain: nil
    case .total: Phrase("(total)", zh: "（合计）")
    case .others: Phrase("(others)", zh: "（其他）")
    }
  }

  /// The same as tables hold it.
  package var mark: String? { name?.english }
}

/// What an answer says of itself, beside its numbers.
package struct Receipt: Equatable, Sendable {
  package struct Period: Equatable, Sendable {
    /// As written in the question: `last 4 weeks`; `all` where nothing was written.
    package let label: Phrase
    package let first: Day
    package let last: Day
    /// The newest step is not over: shown as "so far".
    package let isUnfinished: Bool

    package init(label: Phrase, first: Day, last: Day, isUnfinished: Bool) {
      self.label = label
      self.first = first
      self.last = last
      self.isUnfinished = isUnfinished
    }
  }

  package struct SourceUse: Equatable, Sendable {
    package let name: String
    package let rowsRead: Int
    package let rowsKept: Int
    /// First and last day that the source covers; `nil` for a source without time.
    package let covered: ClosedRange<Day>?
    /// Days of the period that the source covers, of how many.
    package let daysCovered: Int
    package let daysAsked: Int

    package init(
      name: String, rowsRead: Int, rowsKept: Int, covered: ClosedRange<Day>?, daysCovered: Int,
      daysAsked: Int
    ) {
      self.name = name
      self.rowsRead = rowsRead
      self.rowsKept = rowsKept
      self.covered = covered
      self.daysCovered = daysCovered
      self.daysAsked = daysAsked
    }
  }

  /// A metric, dimension or other definition that the question names.
  package struct DefinitionUse: Equatable, Sendable {
    package let name: String
    /// Eight hexadecimal digits that change with its answers.
    package let fingerprint: String

    package init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  /// A store and site of a source that lacks days on which it should have rows.
  package struct Gap: Equatable, Sendable {
    package let source: String
    package let store: String?
    package let site: String?
    package let days: Int
    package let daysExpected: Int
    package let missing: [ClosedRange<Day>]

    package init(
      source: String, store: String?, site: String?, days: Int, daysExpected: Int,
      missing: [ClosedRange<Day>]
    ) {
      self.source = source
      self.store = store
      self.site = site
      self.days = days
      self.daysExpected = daysExpected
      self.missing = missing
    }
  }

  package let periods: [Period]
  package let asOf: Day?
  /// Why that day: `newest day that ads_by_product has`.
  package let asOfReason: Phrase
  package let sources: [SourceUse]
  /// Which currency amounts were brought to, and by which rates; `nil` where none were.
  package let conversion: Phrase?
  /// Sentences, each with its code: `K0605 ads end on 2026-09-27, …`.
  package let notes: [Phrase]
  package var definitions: [DefinitionUse] = []
  /// Where days are missing that the question is about.
  package var gaps: [Gap] = []
  /// Only where the whole receipt is asked for.
  package var origin: Origin?

  package init(
    periods: [Period], asOf: Day?, asOfReason: Phrase, sources: [SourceUse],
    conversion: Phrase? = nil, notes: [Phrase]
  ) {
    self.periods = periods
    self.asOf = asOf
    self.asOfReason = asOfReason
    self.sources = sources
    self.conversion = conversion
    self.notes = notes
  }
}
