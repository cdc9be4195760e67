import Foundation
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Small made-up files of every kind, with the headers of every language known, and what is read
/// from them. A case is a section of a file in the corpus named after its kind.
struct KindSampleTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let kind: String
    let name: String
    let fixed: [String: FixedValue]
    let text: String
    /// `rows 2`, `sum spend 3.50`, `first day 2026-08-01`, `cells sku A | B`, `remark …`.
    let expected: [String]
    var testDescription: String { "\(kind): \(name)" }
  }

  @Test func everyKindHasASample() throws {
    let kinds = Set(try Self.samples().map(\.kind))
    #expect(ExportRecogniser.shipped.kinds.map(\.name).filter { !kinds.contains($0) } == [])
    #expect(kinds.subtracting(ExportRecogniser.shipped.kinds.map(\.name)) == [])
  }

  @Test func samples() throws {
    for sample in try Self.samples() {
      let export: LoadedExport
      do {
        export = try read(sample.text, sample.name, fixed: sample.fixed)
      } catch {
        Issue.record("\(sample): \(error)")
        continue
      }
      #expect(export.kind == sample.kind, "\(sample)")
      #expect(export.rejects == [], "\(sample)")
      #expect(export.unusedHeaders == [], "\(sample)")
      var remarks: [String] = []
      for line in sample.expected {
        let words = line.split(separator: " ", maxSplits: 2).map(String.init)
        let value = words.count > 2 ? words[2] : ""
        switch words[0] {
        case "rows": #expect("\(export.table.rowCount)" == words[1], "\(sample)")
        case "sum": #expect(export.table.sum(words[1]) == value, "\(sample): \(line)")
        case "first": #expect(export.table.cell(words[1], 0) == value, "\(sample): \(line)")
        case "last":
          #expect(
            export.table.cell(words[1], export.table.rowCount - 1) == value, "\(sample): \(line)")
        case "cells":
          let cells = export.table.cells(words[1]).joined(separator: " | ")
          #expect(cells == line.dropFirst("cells \(words[1]) ".count), "\(sample): \(line)")
        case "remark": remarks.append(String(line.dropFirst("remark ".count)))
        default: Issue.record("\(sample): \(line)")
        }
      }
      #expect(export.remarks.map(\.english) == remarks, "\(sample)")
      #expect(!export.table.mentions("GEHEIM"), "\(sample): private cells")
    }
  }

  static func samples() throws -> [Sample] {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.flatMap { name -> [Sample] in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let kind = String(name.prefix { $0 != "." })
      return text.components(separatedBy: "--- file ").dropFirst().compactMap { section in
        let parts = section.components(separatedBy: "--- expect\n")
        guard parts.count == 2, let end = parts[0].firstIndex(of: "\n") else { return nil }
        let heading = parts[0][..<end].components(separatedBy: " with ")
        return Sample(
          kind: kind, name: heading[0],
          fixed: heading.count > 1 ? settings(heading[1]) : [:],
          text: String(parts[0][parts[0].index(after: end)...]),
          expected: parts[1].split(separator: "\n").map(String.init))
      }
    }
  }

  /// `site = US, date = 2026-08`.
  private static func settings(_ text: String) -> [String: FixedValue] {
    var settings: [String: FixedValue] = [:]
    for setting in text.components(separatedBy: ", ") {
      let parts = setting.components(separatedBy: " = ")
      let numbers = parts[1].split(separator: "-").compactMap { Int($0) }
      if parts[0] == "date", numbers.count > 1,
        let first = Day(
          year: numbers[0], month: numbers[1], day: numbers.count > 2 ? numbers[2] : 1)
      {
        let length = numbers.count > 2 ? 1 : Day.count(ofMonth: numbers[1], year: numbers[0])
        settings["date"] = FixedValue(
          .days(first: first, last: first.advanced(by: length - 1)), overrides: true)
      } else {
        settings[parts[0]] = FixedValue(.text(parts[1]), overrides: true)
      }
    }
    return settings
  }
}

extension Table {
  /// Whether a cell of text has a word in it.
  fileprivate func mentions(_ word: String) -> Bool {
    columns.contains { column in
      guard case .text = column.column else { return false }
      return cells(column.name).contains { $0.contains(word) }
    }
  }
}
