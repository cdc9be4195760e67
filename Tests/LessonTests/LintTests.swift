// Remarks on definitions of one's own: a script, and all that is said of it.
import Foundation
import KepiDiagnostics
import KepiShell
import Testing

struct LintTests {
  /// A text file with the sections `--- script` and `--- remarks`.
  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let title: String
    let script: String
    let remarks: String
    var testDescription: String { "\(path): \(title)" }

    init(path: String, text: String) {
      let parts = text.components(separatedBy: "--- ")
      self.path = path
      title = parts[0].split(separator: "\n").joined(separator: " ")
      func section(_ name: String) -> String {
        parts.first { $0.hasPrefix(name + "\n") }.map { String($0.dropFirst(name.count + 1)) } ?? ""
      }
      script = section("script")
      remarks = section("remarks")
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Corpus")
  private static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  static let cases: [Case] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") }.compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
        Case(path: name, text: $0)
      }
    }
  }()

  @Test(arguments: cases)
  func remarks(_ item: Case) throws {
    let said: String
    switch ScriptLinter(language: .english).lint(Array(item.script.utf8), named: "own.kepi") {
    case .remarks(let text, _): said = text
    case .refused(let text): said = "refused\n" + text
    }
    if Self.isRecording {
      let text = "\(item.title)\n--- script\n\(item.script)--- remarks\n\(said)"
      try text.write(
        to: Self.folder.appending(path: item.path), atomically: true, encoding: .utf8)
      Issue.record("recorded, not checked")
      return
    }
    #expect(said == item.remarks)
  }

  @Test func thereAreCases() { #expect(Self.cases.count >= 8) }

  /// A line that is offered removes its remark and leaves the script understood.
  @Test(arguments: cases)
  func offeredLinesWork(_ item: Case) {
    let linter = ScriptLinter(language: .english)
    for repaired in linter.repairs(Array(item.script.utf8), named: "own.kepi") {
      switch linter.lint(Array(repaired.script.utf8), named: "own.kepi") {
      case .refused(let text): Issue.record("\(repaired.script)\n\(text)")
      case .remarks(_, let count):
        #expect(count < repaired.countBefore, "\(repaired.script)")
      }
    }
  }

  @Test func inASession() {
    let room = LessonSession()
    let said = room.run("metric x = ad_sales / gross_sales\nlint")
    #expect(said.contains("note K0804: `x` does not say its unit"))
    #expect(said.contains("Write:   metric x = ad_sales / gross_sales { unit: percent }"))
    #expect(LessonSession().run("lint") == "nothing to remark\n")
    #expect(LessonSession(language: .chinese).run("审阅") == "没有要指出的问题\n")
    let table = LessonSession(format: .csv).run("metric x = orders\nlint")
    #expect(table.contains("K0804,test.kepi:1"))
    // A mean of ratios is a wrong number: that is said without being asked.
    let mean = LessonSession().run("metric x = avg(ads_by_product.spend / ads_by_product.ad_sales)")
    #expect(mean.contains("note K0808"))
    #expect(mean.contains("sum(ads_by_product.spend) / sum(ads_by_product.ad_sales)"))
  }
}
