// Scripts looked over by `kepi lint`: what their own definitions lack, without any data.
package import KepiDiagnostics
import KepiSemantics
import KepiSyntax

package struct ScriptLinter: Sendable {
  package enum Result: Equatable, Sendable {
    /// What there is to say, each remark with its place, and how many there are.
    case remarks(String, count: Int)
    /// The script is not understood. The text says why.
    case refused(String)
  }

  private let language: Language

  package init(language: Language) { self.language = language }

  /// `name` is what messages call the file.
  package func lint(_ bytes: [UInt8], named name: String) -> Result {
    let read = read(bytes, named: name)
    let renderer = DiagnosticRenderer(texts: read.texts, language: language)
    let said = read.diagnostics.map { renderer.text($0) + "\n" }.joined()
    return read.isUnderstood ? .remarks(said, count: read.diagnostics.count) : .refused(said)
  }

  fileprivate func remarks(
    _ bytes: [UInt8], named name: String
  ) -> (remarks: [Diagnostic], texts: SourceMap)? {
    let read = read(bytes, named: name)
    return read.isUnderstood ? (read.diagnostics, read.texts) : nil
  }

  private struct Reading {
    let diagnostics: [Diagnostic]
    let texts: SourceMap
    let isUnderstood: Bool
  }

  private func read(_ bytes: [UInt8], named name: String) -> Reading {
    let shipped = ShippedCatalogue.shared
    var texts = shipped.texts
    guard let written = String(validating: bytes, as: UTF8.self) else {
      let reason = Phrase("this is not UTF-8 text", zh: "不是 UTF-8 文本")
      let problem = Diagnostic(.error, .unreadableFile, .about(name, reason))
      return Reading(diagnostics: [problem], texts: texts, isUnderstood: false)
    }
    let parsed = ScriptSyntax.parse(texts.add(name: name, text: written))
    var diagnostics = parsed.diagnostics
    var workspace = Workspace()
    workspace.catalogue = shipped.catalogue
    workspace.shipKinds()
    for syntax in parsed.script.definitions {
      let (made, problems) = Definition.read(syntax, isShipped: false)
      diagnostics += problems
      guard let made, let problem = workspace.catalogue.add(made) else { continue }
      // That a name hides one that ships is told below.
      if problem.severity == .error { diagnostics.append(problem) }
    }
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      return Reading(diagnostics: errors, texts: texts, isUnderstood: false)
    }
    let remarks = MetricLint(model: workspace.model()).remarks(texts: texts)
    return Reading(diagnostics: remarks, texts: texts, isUnderstood: true)
  }
}

extension ScriptLinter {
  /// The script with one offered line at a time in the place of its own, for those who check that
  /// what is offered works.
  package func repairs(
    _ bytes: [UInt8], named name: String
  ) -> [(script: String, countBefore: Int)] {
    guard let (remarks, texts) = remarks(bytes, named: name) else { return [] }
    return remarks.flatMap { remark in
      remark.mends.compactMap { mend in
        guard let statement = remark.statement, let text = texts[statement.source],
          let repaired = remark.repairedText(by: mend, in: texts)
        else { return nil }
        let before = String(decoding: text.bytes[..<statement.start], as: UTF8.self)
        let after = String(decoding: text.bytes[statement.end...], as: UTF8.self)
        return (before + repaired + after, remarks.count)
      }
    }
  }
}
