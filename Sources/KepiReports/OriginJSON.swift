// The origin of an answer as members of its receipt in JSON.
import KepiColumns
import KepiDiagnostics

extension Origin {
  /// In the order in which they are written.
  var members: [(name: String, value: String)] {
    [
      ("kepi", string(version)), ("language", "\(language)"), ("question", string(question)),
      ("settings", JSONText.object(settings.map { ($0.name, string($0.value)) })),
      ("setup", JSONText.array(setup.map(text))), ("files", JSONText.array(files.map(text))),
      ("uses", JSONText.array(definitions.map(text))),
      ("coverage", JSONText.array(coverage.map(text))),
    ]
  }

  private func text(_ step: Step) -> String {
    switch step {
    case .path(let path): JSONText.object([("path", string(path))])
    case .script(let path): JSONText.object([("script", string(path))])
    case .statement(let text, let folder):
      JSONText.object([("statement", string(text)), ("folder", string(folder))])
    case .parameter(let name, let value):
      JSONText.object([("parameter", string(name)), ("value", string(value))])
    case .asOf(let day): JSONText.object([("as_of", string(day))])
    }
  }

  private func text(_ file: File) -> String {
    JSONText.object([
      ("path", string(file.path)), ("source", string(file.source)),
      ("rows_read", "\(file.rowsRead)"), ("rows_kept", "\(file.rowsKept)"),
      ("rows_replaced", "\(file.rowsReplaced)"), ("rows_rejected", "\(file.rowsRejected)"),
      ("bytes", file.byteCount.map { "\($0)" } ?? "null"),
      ("sha256", file.sha256.map(string) ?? "null"), ("state", string(file.state.rawValue)),
    ])
  }

  private func text(_ definition: Definition) -> String {
    JSONText.object([
      ("name", string(definition.name)), ("fingerprint", string(definition.fingerprint)),
      ("text", string(definition.text)),
    ])
  }

  private func text(_ coverage: Coverage) -> String {
    JSONText.object([
      ("source", string(coverage.source)), ("store", coverage.store.map(string) ?? "null"),
      ("site", coverage.site.map(string) ?? "null"), ("rows", "\(coverage.rowCount)"),
      ("days", list(coverage.days)), ("missing", list(coverage.missing)),
    ])
  }

  private func list(_ ranges: [ClosedRange<Day>]) -> String {
    JSONText.array(ranges.map { string(Phrase.days($0).english) })
  }

  private func string(_ text: String) -> String { JSONText.quoted(text) }
}
