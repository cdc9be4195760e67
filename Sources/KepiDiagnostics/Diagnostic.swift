// What the program says about a stretch of text, and how to mend it.

/// One thing to say: a code, a sentence, the places it is about and lines that work instead.
package struct Diagnostic: Equatable, Sendable {
  package enum Severity: String, Sendable {
    case error, note
    /// A check that did not hold: nothing is wrong with the text.
    case failed

    /// What people are shown; programs read the raw value.
    package var word: Phrase {
      switch self {
      case .error: Phrase("error", zh: "错误")
      case .note: Phrase("note", zh: "提示")
      case .failed: Phrase("failed", zh: "未通过")
      }
    }
  }

  /// A place in a text. The first mark of a diagnostic is where it happened.
  package struct Mark: Equatable, Sendable {
    package let span: SourceSpan
    /// Said beside the carets, as in `rows in EUR: 1204, in USD: 311`.
    package let label: Phrase

    package init(_ span: SourceSpan, label: Phrase = .empty) {
      self.span = span
      self.label = label
    }
  }

  /// An edit: the bytes of `span` become `replacement`.
  package struct Edit: Equatable, Sendable {
    package let span: SourceSpan
    package let replacement: String

    package init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// A way out, whose edits, made as they stand, remove the diagnostic.
  package struct Mend: Equatable, Sendable {
    /// Leads up to the repaired line: `The nearest name is `revenue`:`.
    package let title: Phrase
    package let edits: [Edit]
    /// The name that is nearest to what was written: said even where the line cannot be offered.
    package let nearest: Phrase?

    package init(_ title: Phrase, _ edits: [Edit]) {
      self.title = title
      self.edits = edits
      nearest = nil
    }

    /// Puts the nearest name in the place of what was written.
    package init(nearest: Phrase, _ edits: [Edit]) {
      title = nearest.withColon
      self.edits = edits
      self.nearest = nearest
    }
  }

  package let severity: Severity
  package let code: DiagnosticCode
  package let message: Phrase
  package var marks: [Mark]
  /// Further sentences, printed below the carets, before the mends.
  package var details: [Phrase]
  package var mends: [Mend]
  /// The whole statement the mends edit, so that the repaired line can be shown.
  package var statement: SourceSpan?

  package init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: Phrase, at marks: [Mark] = [],
    details: [Phrase] = [], mends: [Mend] = [], statement: SourceSpan? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.marks = marks
    self.details = details
    self.mends = mends
    self.statement = statement
  }

  package static func error(
    _ code: DiagnosticCode, _ message: Phrase, at span: SourceSpan, details: [Phrase] = [],
    mends: [Mend] = []
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: [Mark(span)], details: details, mends: mends)
  }

  package static func note(
    _ code: DiagnosticCode, _ message: Phrase, at span: SourceSpan? = nil, details: [Phrase] = [],
    mends: [Mend] = []
  ) -> Diagnostic {
    Diagnostic(
      .note, code, message, at: span.map { [Mark($0)] } ?? [], details: details, mends: mends)
  }

  /// The statement as a mend would leave it; `nil` if a mend edits another text.
  package func repairedText(by mend: Mend, in texts: SourceMap) -> String? {
    guard let statement, let text = texts[statement.source] else { return nil }
    return repairedText(by: mend, of: text)
  }

  /// The same for a text that belongs to no session yet.
  package func repairedText(by mend: Mend, of text: SourceText) -> String? {
    guard let statement, statement.source == text.id else { return nil }
    var bytes: [UInt8] = []
    var position = statement.start
    for edit in mend.edits.sorted(by: { $0.span.start < $1.span.start }) {
      guard edit.span.source == statement.source, edit.span.start >= position,
        edit.span.end <= statement.end
      else { return nil }
      bytes += text.bytes[position..<edit.span.start]
      bytes += edit.replacement.utf8
      position = edit.span.end
    }
    bytes += text.bytes[position..<statement.end]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same to be shown on one line. Of a statement whose line ends matter, since it has a block
  /// or a comment, only the line that the mend begins on.
  package func repairedStatement(by mend: Mend, in texts: SourceMap) -> String? {
    guard let statement, let repaired = repairedText(by: mend, in: texts) else { return nil }
    let lines = repaired.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    guard lines.count > 1, repaired.contains(where: { $0 == "{" || $0 == "｛" || $0 == "#" }),
      let first = mend.edits.map(\.span.start).min()
    else {
      return lines.map { $0.trimmingBlanks }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let before = texts[statement.source].map { $0.line(at: first) - $0.line(at: statement.start) }
    return lines[min(before ?? 0, lines.count - 1)].trimmingBlanks
  }
}

extension StringProtocol {
  /// Without blanks and tabs at either end.
  package var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
