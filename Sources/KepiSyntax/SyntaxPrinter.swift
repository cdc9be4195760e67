// Tree to text: the one canonical layout.
package import KepiDiagnostics

/// `language` is that of the keywords, `nil` for the one they were written in. Names, labels and
/// values are never translated.
package struct SyntaxPrinter {
  static let greatestWidth = 88

  /// On one line, as a column of an answer is named.
  package static func text(
    of expression: ExpressionSyntax, language: Language? = .english
  ) -> String {
    var writer = SyntaxWriter(language: language)
    return writer.text(of: expression)
  }

  /// On one line.
  package static func text(of query: QuerySyntax, language: Language? = .english) -> String {
    var layout = StatementLayout(SyntaxWriter(language: language))
    layout.add(query)
    return layout.oneLine
  }

  package static func text(of clause: ClauseSyntax, language: Language? = .english) -> String {
    var writer = SyntaxWriter(language: language)
    return writer.pieces(of: clause).joined(separator: " ")
  }

  package static func text(of period: PeriodSyntax, language: Language? = .english) -> String {
    var writer = SyntaxWriter(language: language)
    return writer.text(of: period)
  }

  package static func text(of baseline: BaselineSyntax, language: Language = .english) -> String {
    var writer = SyntaxWriter(language: language)
    return writer.text(of: baseline)
  }

  /// On one line, without documentation.
  package static func line(
    of statement: StatementSyntax, language: Language? = .english
  ) -> String {
    var layout = StatementLayout(SyntaxWriter(language: language))
    layout.add(statement)
    return layout.oneLine
  }

  /// A statement as its lines, documentation above.
  package static func text(of statement: StatementSyntax, language: Language? = .english) -> String
  {
    var lines: [String] = []
    if case .definition(let definition) = statement.form {
      lines = definition.documentation.map { $0.isEmpty ? "##" : "## " + $0 }
    }
    var layout = StatementLayout(SyntaxWriter(language: language))
    layout.add(statement)
    return (lines + layout.lines).joined(separator: "\n")
  }

  package static func text(of script: ScriptSyntax, language: Language? = .english) -> String {
    var lines: [String] = []
    if let version = script.version {
      var writer = SyntaxWriter(language: language)
      lines.append("\(writer.word(.language)) \(version)")
    }
    lines += script.statements.map { text(of: $0, language: language) }
    return lines.joined(separator: "\n")
  }
}

// MARK: - Formatting

extension SyntaxPrinter {
  /// A text in the canonical layout, its comments kept. A statement with a mistake in it stays as
  /// it is. Formatting twice changes nothing. `addsVersion` begins a script that does not say its
  /// language with the newest one.
  package static func format(
    _ text: SourceText, language: Language? = nil, addsVersion: Bool = false
  ) -> String {
    var parser = Parser(text)
    let script = parser.script()
    let formatter = Formatter(text: text, parser: parser, language: language)
    let formatted = formatter.formatted(script)
    guard addsVersion, script.version == nil else { return formatted }
    // What a shell is told in the first line has to stay there.
    let opening = formatted.hasPrefix("#!") ? formatted.prefix { $0 != "\n" } + "\n" : ""
    let version = formatter.versionLine(ScriptSyntax.newestVersion, from: 0)
    return opening + version + "\n" + formatted.dropFirst(opening.count)
  }

  private struct Formatter {
    let text: SourceText
    let parser: Parser
    let language: Language?

    /// A statement or a comment outside of one.
    struct Element {
      let span: SourceSpan
      let lines: [String]
      let isComment: Bool
    }

    func formatted(_ script: ScriptSyntax) -> String {
      var elements: [Element] = []
      if let version = script.version, let element = versionElement(version) {
        elements.append(element)
      }
      let comments = parser.trivia.filter { $0.kind == .comment || $0.kind == .documentation }
      var next = 0
      for statement in script.statements {
        while next < comments.count, comments[next].span.start < statement.span.start {
          elements.append(element(for: comments[next]))
          next += 1
        }
        var inner: [Trivia] = []
        while next < comments.count, comments[next].span.start < statement.span.end {
          inner.append(comments[next])
          next += 1
        }
        var element = element(for: statement, comments: inner)
        // A comment at the end stands beside its own part, which need not be the last one laid out.
        if next < comments.count, !inner.isEmpty || element.lines.count > 1,
          isBeside(comments[next], statement), canBeLaidOut(statement)
        {
          inner.append(comments[next])
          next += 1
          element = self.element(for: statement, comments: inner)
        }
        elements.append(element)
      }
      elements += comments[next...].map(element)
      elements.sort { $0.span.start < $1.span.start }
      return joined(elements)
    }

    private func versionElement(_ version: Int) -> Element? {
      guard let index = parser.tokens.firstIndex(where: { $0.kind == .soft(.language) }) else {
        return nil
      }
      let end = parser.tokens[min(index + 1, parser.tokens.count - 1)]
      let span = parser.tokens[index].span.joined(to: end.span)
      return Element(
        span: span, lines: [versionLine(version, from: span.start)], isComment: false)
    }

    func versionLine(_ version: Int, from offset: Int) -> String {
      var writer = SyntaxWriter(language: language, tokens: parser.tokens, from: offset)
      return "\(writer.word(.language)) \(version)"
    }

    private func element(for comment: Trivia) -> Element {
      Element(span: comment.span, lines: [shown(comment)], isComment: true)
    }

    private func shown(_ comment: Trivia) -> String { text.text(of: comment.span).trimmingBlanks }

    private func canBeLaidOut(_ statement: StatementSyntax) -> Bool {
      !statement.hasErrors && statement.form != .absent
    }

    /// Whether a comment is on the line that a statement ends on, with at most its end between them.
    private func isBeside(_ comment: Trivia, _ statement: StatementSyntax) -> Bool {
      guard text.line(at: comment.span.start) == text.line(at: max(0, statement.span.end - 1))
      else { return false }
      let between = text.bytes[statement.span.end..<comment.span.start]
      return String(decoding: between, as: UTF8.self).unicodeScalars.allSatisfy {
        NameFolding.isBlank($0) || $0 == ";" || $0 == "；"
      }
    }

    private func element(for statement: StatementSyntax, comments: [Trivia]) -> Element {
      guard canBeLaidOut(statement) else {
        let lines = text.text(of: statement.span).split(
          separator: "\n", omittingEmptySubsequences: false)
        return Element(span: statement.span, lines: lines.map(String.init), isComment: false)
      }
      var layout = StatementLayout(writer(for: statement.span))
      layout.add(statement)
      for comment in comments {
        layout.attach(shown(comment), at: comment.span.start, isOwnLine: isOwnLine(comment))
      }
      return Element(span: statement.span, lines: layout.lines, isComment: false)
    }

    private func writer(for span: SourceSpan) -> SyntaxWriter {
      SyntaxWriter(language: language, tokens: parser.tokens, from: span.start)
    }

    private func isOwnLine(_ comment: Trivia) -> Bool {
      let start = text.lineStarts[text.line(at: comment.span.start)]
      let before = String(decoding: text.bytes[start..<comment.span.start], as: UTF8.self)
      return before.unicodeScalars.allSatisfy { NameFolding.isBlank($0) }
    }

    /// One element to a line, a comment beside what it stood beside, at most one empty line kept.
    private func joined(_ elements: [Element]) -> String {
      var lines: [String] = []
      var previous: Element?
      for element in elements {
        if let previous {
          let gap =
            text.line(at: element.span.start)
            - text.line(at: max(previous.span.start, previous.span.end - 1))
          if element.isComment, !previous.isComment, gap == 0, let last = lines.popLast() {
            lines.append(last + "  " + (element.lines.first ?? ""))
            continue
          }
          if gap > 1 { lines.append("") }
        }
        lines += element.lines
        previous = element
      }
      return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }
  }
}
