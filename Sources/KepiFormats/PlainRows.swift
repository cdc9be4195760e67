// The rows of a plain table, or of a share of it: their cells by column, as text.
import KepiDiagnostics

struct PlainRows: RowTaker {
  /// One for each column that is read.
  private(set) var builders: [PlainColumn]
  /// Where each row stands in the file.
  private(set) var lines = RowLines()
  private(set) var rejects: [Reject] = []
  /// U+FFFD in the rows of a large file.
  private(set) var damagedCharacters = 0
  private var fitting: RowFitting
  /// Places in the file of the columns that are read.
  private let columns: [Int]
  private let width: Int

  var rowCount: Int { lines.count }
  var remarks: [Phrase] { fitting.remarks }
  var blockWidth: Int? { fitting.takesOnly(width) ? width : nil }
  var isAtEnd: Bool { false }

  /// - Parameters:
  ///   - columns: places of those that are read.
  ///   - width: the cells of the header.
  init(columns: [Int], width: Int, fitting: RowFitting) {
    builders = columns.map { _ in PlainColumn() }
    self.columns = columns
    self.width = width
    self.fitting = fitting
  }

  mutating func take(
    _ block: RowBlock, _ bytes: Span<UInt8>, line: Int, _ codes: inout [Int32]
  ) {
    lines.append(line, count: block.rowCount)
    for number in columns.indices {
      builders[number].append(block, bytes, column: columns[number], &codes)
    }
  }

  mutating func take(
    row cells: inout [DelimitedReader.Cell], _ bytes: Span<UInt8>, line: Int,
    _ content: inout [UInt8]
  ) {
    if cells.areEmpty() { return }
    guard fitting.fits(&cells) else {
      reject(line: line, because: .otherWidth(cells.count, header: width))
      return
    }
    lines.append(line, count: 1)
    for number in columns.indices {
      let cell = cells[columns[number]]
      if cell.hasDoubledQuotes {
        content.removeAll(keepingCapacity: true)
        cell.appendContent(of: bytes, to: &content)
        builders[number].append(content.span, 0, content.count)
      } else {
        builders[number].append(bytes, cell.start, cell.end)
      }
    }
  }

  mutating func note(damagedCharacters count: Int) { damagedCharacters += count }

  mutating func reject(line: Int, because reason: Phrase) {
    rejects.append(Reject(line: line, column: nil, text: nil, reason: reason))
  }

  mutating func finishShare() {
    for number in builders.indices { builders[number].flush() }
  }

  mutating func shiftLines(by count: Int) {
    guard count != 0 else { return }
    lines.shift(by: count)
    rejects = rejects.map { $0.shifted(by: count) }
  }

  /// One column after the other, so that codes are given in the order of the file.
  mutating func join(_ parts: [PlainRows], _ effort: ReadEffort) -> Bool {
    guard let first = parts.first else { return true }
    self = first
    let rest = parts.dropFirst()
    for part in rest {
      lines.append(part.lines)
      rejects += part.rejects
      damagedCharacters += part.damagedCharacters
      fitting.add(part.fitting)
    }
    guard !rest.isEmpty else { return true }
    let own = builders
    builders = effort.map(own.count) { number in
      var builder = own[number]
      for part in rest { builder.append(part.builders[number]) }
      return builder
    }
    return true
  }
}
