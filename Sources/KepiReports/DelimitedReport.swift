// An answer as CSV (RFC 4180) or TSV: a header row, quotation marks where they are needed, nothing
// for what is blank.
import KepiColumns
import KepiDiagnostics

package struct DelimitedReport: Sendable {
  package enum Separator: UInt8, Sendable {
    case comma = 0x2C
    case tab = 0x09
  }

  /// Who reads it.
  package enum Reader: Sendable {
    /// Texts are what they are, line ends are line feeds.
    case program
    /// Texts that begin like a formula are made harmless; lines end as spreadsheets end them.
    case spreadsheet
    /// The same as for programs, with control characters spelled out.
    case terminal
  }

  /// Tells a spreadsheet that what follows is UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  private let separator: Separator
  private let reader: Reader

  package init(separator: Separator = .comma, reader: Reader = .program) {
    self.separator = separator
    self.reader = reader
  }

  /// The header and one record a line. The receipt is not part of it: see `ReceiptText`.
  package func render(_ answer: Answer) -> String {
    let columns = answer.programColumns
    var bytes: [UInt8] = []
    appendRecord(fieldCount: columns.count, to: &bytes) { place, bytes in
      bytes.append(contentsOf: quoted(safe(columns[place].name)).utf8)
    }
    var writers = columns.map { ColumnWriter(answer, $0.index) }
    for row in 0..<answer.table.rowCount {
      appendRecord(fieldCount: writers.count, to: &bytes) { place, bytes in
        writers[place].append(row, of: answer, to: &bytes) { quoted(safe($0)) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always)
  private func appendRecord(
    fieldCount: Int, to bytes: inout [UInt8], _ append: (Int, inout [UInt8]) -> Void
  ) {
    let start = bytes.count
    for place in 0..<fieldCount {
      if place > 0 { bytes.append(separator.rawValue) }
      append(place, &bytes)
    }
    // Readers pass over an empty line, so a single blank is written as an empty quotation.
    if fieldCount == 1, bytes.count == start { bytes.append(contentsOf: "\"\"".utf8) }
    if reader == .spreadsheet { bytes.append(UInt8(ascii: "\r")) }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// How many texts a spreadsheet could take for formulas.
  package static func formulaCount(in answer: Answer) -> Int {
    let columns = answer.programColumns
    let rows = 0..<answer.table.rowCount
    return columns.count { $0.name.beginsLikeAFormula }
      + columns.reduce(0) { sum, column in
        sum
          + rows.count { row in
            answer.isText(row: row, column: column.index)
              && answer.text(row: row, column: column.index, style: .plain)?.beginsLikeAFormula
                == true
          }
      }
  }

  private func safe(_ text: String) -> String {
    switch reader {
    case .program: text
    case .terminal: text.printable
    case .spreadsheet: text.beginsLikeAFormula ? "'" + text : text
    }
  }

  private func quoted(_ field: String) -> String {
    let isPlain = field.utf8.allSatisfy {
      $0 != separator.rawValue && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
        && $0 != UInt8(ascii: "\r")
    }
    if isPlain { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

/// Writes the cells of one column. What many cells have in common is found once.
private struct ColumnWriter {
  private let column: Int
  private var kind: Kind

  private enum Kind {
    case texts(TextColumn, written: [[UInt8]?])
    /// Few days stand in many rows.
    case days(DateColumn, Grain, written: [Int64: [UInt8]])
    /// Digits of an amount, with at least so many behind the point.
    case amounts(AmountColumn, places: Int)
    case any
  }

  init(_ answer: Answer, _ column: Int) {
    self.column = column
    let named = answer.table.columns[column]
    switch (named.column, named.unit) {
    case (.text(let texts), _):
      kind = .texts(texts, written: Array(repeating: nil, count: texts.dictionary.count))
    case (.amount(let amounts), .money(.fixed(let code))):
      kind = .amounts(amounts, places: CurrencyStyle(code: code).decimals)
    case (.amount(let amounts), .money(.unknown)):
      kind = .amounts(amounts, places: CurrencyStyle(code: nil).decimals)
    case (.amount(let amounts), .count), (.amount(let amounts), .number),
      (.amount(let amounts), .percent), (.amount(let amounts), .days):
      kind = .amounts(amounts, places: 0)
    case (.date(let dates), let unit): kind = .days(dates, unit.grain ?? .day, written: [:])
    default: kind = .any
    }
    if answer.cellUnits[column] != nil { kind = .any }
  }

  /// - Parameter safe: makes a text what it is to be between two separators.
  mutating func append(
    _ row: Int, of answer: Answer, to bytes: inout [UInt8], safe: (String) -> String
  ) {
    switch kind {
    case .texts(let texts, let written):
      let code = Int(texts.codes[row])
      guard code > 0 else { break }
      if let known = written[code] { return bytes.append(contentsOf: known) }
      let made = Array(safe(texts.dictionary[code]).utf8)
      bytes.append(contentsOf: made)
      return keep(made, code: code)
    case .days(let dates, let grain, let written):
      guard let day = dates[row] else { break }
      let number = Int64(day.number)
      if let known = written[number] { return bytes.append(contentsOf: known) }
      let made = Array(NumberStyle.text(day, grain: grain).utf8)
      bytes.append(contentsOf: made)
      return keep(made, code: Int(number))
    case .amounts(let amounts, let places):
      guard let amount = amounts[row] else { break }
      return Self.append(amount, scale: amounts.scale, places: places, to: &bytes)
    case .any: break
    }
    guard let text = answer.text(row: row, column: column, style: .plain) else { return }
    bytes.append(contentsOf: (answer.isText(row: row, column: column) ? safe(text) : text).utf8)
  }

  /// Remembers how a text or a day is written.
  private mutating func keep(_ bytes: [UInt8], code: Int) {
    // Moved out and back, so that it is never copied.
    switch kind {
    case .texts(let texts, var written):
      kind = .any
      written[code] = bytes
      kind = .texts(texts, written: written)
    case .days(let dates, let grain, var written):
      kind = .any
      written[Int64(code)] = bytes
      kind = .days(dates, grain, written: written)
    case .amounts, .any: break
    }
  }

  /// As `NumberStyle.plain` does: the same digits without the steps between.
  private static func append(
    _ amount: Int64, scale: Int, places: Int, to bytes: inout [UInt8]
  ) {
    var rest = amount.magnitude
    var fraction = scale
    while fraction > places, rest % 10 == 0 {
      rest /= 10
      fraction -= 1
    }
    if amount < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    // From the last digit to the first.
    for _ in fraction..<max(fraction, places) { bytes.append(UInt8(ascii: "0")) }
    for _ in 0..<fraction {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    if max(fraction, places) > 0 { bytes.append(UInt8(ascii: ".")) }
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}

extension Answer {
  fileprivate func isText(row: Int, column: Int) -> Bool {
    if case .text = cell(row: row, column: column) { true } else { false }
  }
}

extension String {
  /// Whether a spreadsheet would compute it: the signs that OWASP lists under "CSV injection", with
  /// their wide forms, which spreadsheets of East Asia take as well.
  fileprivate var beginsLikeAFormula: Bool {
    guard let first = unicodeScalars.first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }
}
