// One week of one store in every form its reports have, in any order and overlap, is one week.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// A report that people download in several languages, containers or generations.
struct WeekReport: Sendable, CustomTestStringConvertible {
  /// The week's rows written one way.
  struct Form: Sendable {
    let name: String
    let kind: String
    /// The files that a person gets who asks for so many days, with what `load` is told of each.
    let files: @Sendable (ClosedRange<Int>) -> [File]
  }

  struct File: Sendable {
    let bytes: [UInt8]
    var fixed: [String: FixedValue] = [:]
  }

  let testDescription: String
  /// The columns in which every form says the same.
  let columns: [String]
  /// Rows of the whole week, in those columns.
  let rowCount: Int
  let forms: [Form]
}

struct WeekTests {
  private static func exports(
    _ form: WeekReport.Form, _ days: ClosedRange<Int>
  ) throws -> [LoadedExport] {
    try form.files(days).map { file in
      var fixed = file.fixed
      fixed["store"] = FixedValue(.text("Nord"), overrides: false)
      let export = try ExportReader(path: form.name, fixed: fixed).read(file.bytes, by: .shipped)
        .onlyExport()
      #expect(export.kind == form.kind, "\(form.name)")
      #expect(export.rejects == [] && export.unusedHeaders == [], "\(form.name)")
      return export
    }
  }

  /// The rows of the source, in an order that no file decides.
  private static func rows(_ exports: [LoadedExport], _ report: WeekReport) -> [String] {
    let table = ExportMerge.merge(exports, kinds: ExportRecogniser.shipped.kinds).table
    let columns = report.columns.map { table.cells($0) }
    return (0..<table.rowCount).map { row in columns.map { $0[row] }.joined(separator: "|") }
      .sorted()
  }

  @Test(arguments: WeekReport.all) func everyFormSaysTheSame(_ report: WeekReport) throws {
    let clean = try Self.rows(Self.exports(report.forms[0], WeekReport.days), report)
    #expect(clean.count == report.rowCount)
    for form in report.forms {
      #expect(try Self.rows(Self.exports(form, WeekReport.days), report) == clean, "\(form.name)")
    }
  }

  /// A form of each that hold the whole week, one after the other: the later one stands for both.
  @Test(arguments: WeekReport.all) func twoFormsOfOneWeekAreOne(_ report: WeekReport) throws {
    let clean = try Self.rows(Self.exports(report.forms[0], WeekReport.days), report)
    for first in report.forms {
      for second in report.forms {
        let both =
          try Self.exports(first, WeekReport.days) + Self.exports(second, WeekReport.days)
        #expect(Self.rows(both, report) == clean, "\(first.name), then \(second.name)")
      }
    }
  }

  @Test(arguments: WeekReport.all, 1...12 as ClosedRange<UInt64>)
  func anyOrderAndOverlap(_ report: WeekReport, _ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    func upTo(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let (first, last) = (WeekReport.days.lowerBound, WeekReport.days.upperBound)
    let clean = try Self.rows(Self.exports(report.forms[0], WeekReport.days), report)
    // Two halves that meet or overlap, and some more of any stretch.
    let cut = first + upTo(7)
    var stretches = [first...cut, max(first, cut - upTo(3))...last]
    for _ in 0..<upTo(4) {
      let start = first + upTo(7)
      stretches.append(start...start + upTo(last - start + 1))
    }
    var exports: [LoadedExport] = []
    for days in stretches {
      let form = report.forms[upTo(report.forms.count)]
      exports.insert(
        contentsOf: try Self.exports(form, days), at: upTo(exports.count + 1))
    }
    #expect(
      Self.rows(exports, report) == clean, "\(stretches) of \(exports.map { $0.path })")
  }
}

// MARK: Notation

extension WeekReport {
  /// Of March 2026. None of them can be a month.
  static let days = 13...19

  static func isoDay(_ day: Int) -> String { "2026-03-\(day)" }

  /// How a language writes money.
  struct Notation: Sendable {
    var decimal = "."
    var group = ","
    var before = ""
    var after = ""

    static let plain = Notation(group: "")
    static let english = Notation(before: "€")
    static let german = Notation(decimal: ",", group: ".", after: "\u{A0}€")

    func text(_ cents: Int) -> String {
      let size = Int(cents.magnitude)
      let sign = cents < 0 ? "-" : ""
      return "\(sign)\(before)\(count(size / 100))\(decimal)\(padded(size % 100, 2))\(after)"
    }

    func count(_ number: Int) -> String {
      let digits = String(number)
      guard digits.count > 3, !group.isEmpty else { return digits }
      return "\(digits.dropLast(3))\(group)\(digits.suffix(3))"
    }
  }

  // MARK: Files

  static func delimited(
    _ rows: [[String]], _ separator: String = ",", lineEnd: String = "\n", isQuoted: Bool = true
  ) -> String {
    var text = ""
    for row in rows {
      let cells = row.map { cell -> String in
        guard isQuoted, cell.contains(separator) || cell.contains("\"") else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
      }
      text += cells.joined(separator: separator)
      text += lineEnd
    }
    return text
  }

  static func utf8(_ text: String, hasMark: Bool = false) -> [UInt8] {
    (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  static func utf16(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 {
      bytes.append(UInt8(truncatingIfNeeded: unit))
      bytes.append(UInt8(unit >> 8))
    }
    return bytes
  }

  /// Windows-1252 of texts whose characters Latin has as well, and the euro.
  static func western(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) }
  }

  /// A workbook: what looks like a number is one, and days are days where `dayColumns` says so.
  static func book(_ rows: [[String]], dayColumns: Set<Int> = []) -> [UInt8] {
    let cells = rows.enumerated().map { number, row in
      row.enumerated().map { column, text -> String in
        let place = "\(BookWriter.letters(column))\(number + 1)"
        if text.isEmpty { return "" }
        if number > 0, dayColumns.contains(column), let day = Int(text.suffix(2)) {
          // 1 March 2026 is day 46,082 of spreadsheets.
          return "<c r=\"\(place)\" s=\"1\"><v>\(46_081 + day)</v></c>"
        }
        return Double(text) != nil
          ? "<c r=\"\(place)\"><v>\(text)</v></c>"
          : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(BookWriter.escaped(text))</t></is></c>"
      }.joined()
    }
    let rows = cells.enumerated().map { "<row r=\"\($0 + 1)\">\($1)</row>" }
    return BookWriter.book(rows.joined(), formats: ["yyyy\\-mm\\-dd"])
  }
}
