// A source put together from reports that repeat each other at different cuts (R20).
import KepiColumns
import KepiEngine
import KepiFormats
import KepiSemantics
import KepiSyntax

/// For each value of the deciding columns, and each day, the first of its parts that has rows there
/// answers, and only that: nothing counts twice, and what the best report does not carry is taken
/// from the next one.
struct JoinedSource: Equatable, Sendable {
  let name: String
  /// Sources in order of preference.
  let parts: [String]
  let keys: [String]

  init(_ name: Name, _ parts: [Name], by keys: [Name]) {
    self.name = name.text
    self.parts = parts.map(\.text)
    self.keys = keys.map(\.key)
  }

  struct Result {
    let table: Table
    /// Rows of each part that are in it, in order of preference.
    let rowCounts: [(part: String, kept: Int, rows: Int)]
    /// Rows left out whose days an earlier part has only some of: a monthly row beside days.
    let cutCount: Int
  }

  /// The rows of several parts as one table.
  func joined(_ sources: [LoadedSource]) -> Result {
    let (kept, cutCount) = keptRows(of: sources)
    var tables: [Table] = []
    var counts: [(part: String, kept: Int, rows: Int)] = []
    for (source, kept) in zip(sources, kept) {
      counts.append((source.schema.name, kept.count, source.table.rowCount))
      // A part that gives no row gives no column: what it knows is asked of itself.
      if kept.isEmpty { continue }
      tables.append(
        kept.count == source.table.rowCount ? source.table : source.table.gathered(kept))
    }
    return Result(table: .stacked(tables), rowCounts: counts, cutCount: cutCount)
  }

  /// The rows that each part gives, in the order of the whole, and how many are left out though an
  /// earlier part has only some of their days.
  func keptRows(of sources: [LoadedSource]) -> (kept: [[Int]], cutCount: Int) {
    var covered = CoveredDays()
    var all: [[Int]] = []
    var cutCount = 0
    for (place, source) in sources.enumerated() {
      let reader = KeyReader(source, keys, &covered)
      var kept: [Int] = []
      var added: [(key: Int, days: ClosedRange<Int>)] = []
      for row in 0..<source.table.rowCount {
        let key = reader.keys[row]
        let days = reader.days(row)
        let known = place == 0 ? 0 : covered.count(of: days, for: key)
        if known == 0 {
          kept.append(row)
          if added.last?.key != key || added.last?.days != days { added.append((key, days)) }
        } else if known < days.count {
          cutCount += 1
        }
      }
      // Rows of one part do not shut each other out.
      for entry in added { covered.insert(entry.days, for: entry.key) }
      all.append(kept)
    }
    return (all, cutCount)
  }
}

/// Which days each value of the deciding columns has.
private struct CoveredDays {
  private var numbers: [[String]: Int] = [:]
  private var days: [Set<Int>] = []

  mutating func number(of key: [String]) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = days.count
    days.append([])
    return days.count - 1
  }

  mutating func insert(_ range: ClosedRange<Int>, for key: Int) {
    for day in range { days[key].insert(day) }
  }

  func count(of range: ClosedRange<Int>, for key: Int) -> Int {
    let known = days[key]
    return known.isEmpty ? 0 : range.reduce(0) { $0 + (known.contains($1) ? 1 : 0) }
  }
}

/// The key and the days of each row.
private struct KeyReader {
  private(set) var keys: [Int] = []
  private let first: DateColumn?
  private let last: DateColumn?

  init(_ source: LoadedSource, _ names: [String], _ covered: inout CoveredDays) {
    let table = source.table
    first = table.dates(source.schema.dayColumn)
    last = table.dates(source.schema.lastDayColumn)
    let columns = names.map { table.column(folded: $0)?.column }
    // Texts are few and rows are many: each combination of codes is spelt once.
    var known: [[Int64]: Int] = [:]
    keys.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let codes = columns.map { column -> Int64 in
        if case .text(let texts)? = column { texts.codes[row] } else { 0 }
      }
      if let number = known[codes] {
        keys.append(number)
        continue
      }
      let spelt = columns.map { $0?.value(at: row).presentText ?? "" }
      let number = covered.number(of: spelt)
      known[codes] = number
      keys.append(number)
    }
  }

  /// A row without a day shares its own with the others that have none.
  func days(_ row: Int) -> ClosedRange<Int> {
    guard let day = first?[row]?.number else { return -1 ... -1 }
    return day...max(day, last?[row]?.number ?? day)
  }
}

extension Table {
  fileprivate func dates(_ name: String?) -> DateColumn? {
    guard let name, case .date(let dates)? = self[name]?.column else { return nil }
    return dates
  }
}
