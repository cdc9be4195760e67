// The fences of a document, run one after the other in one session.
import KepiDiagnostics
import KepiSyntax

extension Session {
  /// - Parameters:
  ///   - script: with the lines of the document, so that places in messages are places in it.
  ///   - name: of the document.
  ///   - folder: that of the document, from which paths lead on.
  package func runFence(
    _ script: String, _ purpose: MarkdownScript.Purpose, named name: String, in folder: String
  ) -> Outcome {
    Session.takeInterruption()
    writer.beginPage()
    switch purpose {
    case .run, .refused:
      var program = Program()
      add(script, named: name, folder: folder, to: &program)
      return run(program, isInteractive: false, isWhole: false)
    case .sketch:
      let parsed = ScriptSyntax.parse(workspace.texts.add(name: name, text: script))
      report(parsed.diagnostics)
      return parsed.diagnostics.contains { $0.severity == .error } ? .misunderstood : .success
    }
  }

  /// What comes once all documents have run: parameters that none of them has, the line that sums up
  /// the checks, and the reports on them.
  package func concludeDocuments(_ outcome: Outcome) -> Outcome {
    writer.beginPage()
    let unknown = setParameters()
    report(unknown)
    return conclude(
      unknown.contains { $0.severity == .error } ? outcome.worse(.misunderstood) : outcome)
  }
}
