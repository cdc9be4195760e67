// `kepi report.md`: the fences of a document are run, shown, compared or written into it.
import KepiDiagnostics
import KepiShell

struct DocumentRun {
  private let options: KepiOptions
  private let session: Session
  private let captured = CapturedOutput(columns: Self.columns)

  /// A document is the same on every screen.
  private static let columns = 100

  init(_ options: KepiOptions) {
    self.options = options
    session = Session(options: options.forSession, streams: captured.streams)
  }

  func run() -> Outcome {
    defer { session.finish() }
    let others = options.path.filter { !options.documents.contains($0) }
    var outcome = session.start(paths: others, statements: options.statements)
    complain(captured.take())
    guard outcome == .success || outcome == .checkFailed else { return outcome }
    for path in options.documents {
      outcome = outcome.worse(run(path))
      if outcome == .interrupted || outcome == .timedOut { break }
    }
    outcome = session.concludeDocuments(outcome)
    complain(captured.take())
    return outcome
  }

  private func run(_ path: String) -> Outcome {
    let bytes: [UInt8]
    switch Streams.contents(ofFile: path) {
    case .success(let read): bytes = read
    case .failure(let failure):
      say(.about(path, failure.reason))
      return .unreadableData
    }
    let document = MarkdownScript(String(decoding: bytes, as: UTF8.self))
    let results = document.run { script, purpose in
      let outcome = session.runFence(
        script, purpose, named: path, in: Paths.folder(of: path))
      return (outcome, captured.take())
    }
    var outcome = Outcome.success
    for result in results where !result.isWell {
      outcome = outcome.worse(failed(result, in: path))
    }
    if options.check {
      for result in results where result.isWell || !result.fence.mustFail {
        let difference = document.difference(result)
        guard !difference.isEmpty else { continue }
        outcome = outcome.worse(.checkFailed)
        say(
          Phrase(
            "\(path):\(result.fence.line): the answer is no longer what the document says",
            zh: "\(path):\(result.fence.line)：结果与文档所写的不同"))
        complain(difference.map { "  \($0)\n" }.joined())
      }
    } else if options.accept {
      // What was cut short must not be written down.
      guard results.count == document.fences.count, outcome == .success else { return outcome }
      let text = document.text(with: results, .asWritten)
      if text.utf8.elementsEqual(bytes) { return outcome }
      if case .failure(let failure) = Streams.replace(path, with: text) {
        say(.about(path, failure.reason))
        return .unreadableData
      }
    } else {
      try? Streams.write(document.text(with: results, .whole), to: Streams.output)
    }
    return outcome
  }

  /// Says why a fence is not well, and gives how the run ends.
  private func failed(_ result: MarkdownScript.Result, in path: String) -> Outcome {
    let place = "\(path):\(result.fence.line)"
    guard case .refused(let code) = result.fence.purpose else {
      complain(result.answer)
      return result.outcome
    }
    let wanted = code.map { " \($0)" } ?? ""
    say(
      Phrase(
        "\(place): the fence is marked to fail\(wanted.isEmpty ? "" : " with\(wanted)"), and does not",
        zh: "\(place)：这一段标明应当出错\(wanted)，却没有"))
    complain(result.answer)
    return .checkFailed
  }

  private func say(_ message: Phrase) {
    let line = Phrase("error: \(message.english)", zh: "错误：\(message.chinese)")
    complain(line.text(in: session.language).printable + "\n")
  }

  private func complain(_ text: String) {
    try? Streams.write(text, to: Streams.errors)
  }
}
