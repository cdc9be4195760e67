// What the tests of this target share: tables as text, and the sample exports where they exist.
import Foundation
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

func read(
  _ text: String, _ path: String = "test.csv", fixed: [String: FixedValue] = [:]
) throws -> LoadedExport {
  try read(Array(text.utf8), path, fixed: fixed)
}

func read(
  _ bytes: [UInt8], _ path: String = "test.csv", fixed: [String: FixedValue] = [:]
) throws -> LoadedExport {
  try ExportReader(path: path, fixed: fixed).read(bytes, by: .shipped).onlyExport()
}

func readPlain(
  _ bytes: [UInt8], _ schema: PlainSchema = PlainSchema(source: "own"),
  fixed: [String: FixedValue] = [:]
) throws -> LoadedExport {
  try ExportReader(path: "own.csv", fixed: fixed).readPlain(bytes, schema).onlyExport()
}

extension [PartReading] {
  /// The table of a file that has one, or why it was not read.
  func onlyExport() throws -> LoadedExport {
    guard count == 1, let part = first else { throw OtherThanOne(parts: map(\.path)) }
    switch part.outcome {
    case .read(let export): return export
    case .passedOver(let failure), .unread(let failure): throw failure
    }
  }

  /// What became of each part: its path, then its rows or the reason.
  var summary: [String] {
    map { part in
      switch part.outcome {
      case .read(let export): "\(part.path): \(export.table.rowCount) rows"
      case .passedOver(let failure): "\(part.path): (\(failure.reason.english))"
      case .unread(let failure): "\(part.path): \(failure.reason.english)"
      }
    }
  }
}

struct OtherThanOne: Error { let parts: [String] }

extension [String: FixedValue] {
  /// As `with site = "…"` gives it.
  static func site(_ code: String) -> Self {
    ["site": FixedValue(.text(code), overrides: true)]
  }
}

extension Table {
  /// A cell as a person would write it; absent is nothing.
  func cell(_ name: String, _ row: Int) -> String {
    guard let column = self[name] else { return "no column \(name)" }
    switch column.column {
    case .amount(let cells): return cells[row].map { decimal($0, scale: cells.scale) } ?? ""
    case .number(let cells): return cells[row].map { "\($0)" } ?? ""
    case .text(let cells): return cells[row] ?? ""
    case .date(let cells): return cells[row]?.text ?? ""
    }
  }

  func cells(_ name: String) -> [String] { (0..<rowCount).map { cell(name, $0) } }

  /// The rows of some columns, cells separated by blanks.
  func rows(_ names: String...) -> [String] {
    (0..<rowCount).map { row in names.map { cell($0, row) }.joined(separator: " ") }
  }

  /// The sum of an amount column, exact.
  func sum(_ name: String) -> String {
    guard case .amount(let cells)? = self[name]?.column else { return "no amounts \(name)" }
    var total: Int64 = 0
    for row in 0..<rowCount { total += cells[row] ?? 0 }
    return decimal(total, scale: cells.scale)
  }
}

private func decimal(_ value: Int64, scale: Int) -> String {
  guard scale > 0 else { return String(value) }
  let digits = padded(Int(value.magnitude), scale + 1)
  var fraction = digits.suffix(scale)
  while fraction.last == "0" { fraction.removeLast() }
  let whole = (value < 0 ? "-" : "") + digits.dropLast(scale)
  return fraction.isEmpty ? whole : whole + "." + fraction
}

/// Real exports, which are not part of the package.
enum Samples {
  /// What is said where the tests over them are left out.
  static let absence: Comment =
    "the sample exports are not in ../shared/exports; KEPI_EXPORTS=FOLDER says where they are"

  static let folder: String? = {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path =
      ProcessInfo.processInfo.environment["KEPI_EXPORTS"]
      ?? package.appendingPathComponent("../shared/exports").standardizedFileURL.path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(folder)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
  }
}
