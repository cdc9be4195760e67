// The corpus: text files of cases, each with a text and what should come of it.
import Foundation
import KepiDiagnostics
import KepiSyntax
import Testing

struct CorpusCase: Sendable, CustomTestStringConvertible {
  let file: String
  let title: String
  var sections: [(name: String, text: String)]

  var testDescription: String { "\(file): \(title)" }
  var query: String { self["query"] ?? "" }

  subscript(name: String) -> String? { sections.first { $0.name == name }?.text }
}

enum Corpus {
  static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  /// The files beside this one: recording writes where the reader of a difference looks.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  static let files: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return found.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  static let cases: [CorpusCase] = files.flatMap { read($0) }

  /// The texts that have nothing wrong with them.
  static let examples = cases.filter { $0.file != "messages.txt" }

  static func read(_ file: String) -> [CorpusCase] {
    let path = folder.appendingPathComponent(file)
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    var cases: [CorpusCase] = []
    var section: String?
    var lines: [Substring] = []
    func flush() {
      guard let name = section, !cases.isEmpty else { return }
      while lines.last?.isEmpty == true { lines.removeLast() }
      let text = lines.joined(separator: "\n")
      cases[cases.count - 1].sections.append((name, text))
      lines = []
      section = nil
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        flush()
        cases.append(CorpusCase(file: file, title: String(line.dropFirst(4)), sections: []))
      } else if line.hasPrefix("--- ") {
        flush()
        section = String(line.dropFirst(4))
      } else {
        lines.append(line)
      }
    }
    flush()
    return cases
  }

  static func write(_ cases: [CorpusCase], to file: String) throws {
    let text = cases.map { one in
      "=== \(one.title)\n"
        + one.sections.map { "--- \($0.name)\n\($0.text)\n" }.joined()
    }.joined(separator: "\n")
    try text.write(to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
  }
}

/// A text under the name that the corpus shows it by.
func sourceText(_ text: String) -> (SourceText, SourceMap) {
  var texts = SourceMap()
  let source = texts.add(name: "<query>", text: text)
  return (source, texts)
}

func messages(_ diagnostics: [Diagnostic], in texts: SourceMap) -> String {
  let renderer = DiagnosticRenderer(texts: texts, language: .english)
  return diagnostics.map { renderer.text($0) }.joined(separator: "\n")
}
