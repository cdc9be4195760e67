// One statement over lines: its parts, and the comments beside them.
import KepiDiagnostics

/// The parts of one statement and how they are spread over lines.
struct StatementLayout {
  private enum Kind { case head, clause, entry, close }

  private struct Part {
    let kind: Kind
    /// Where it begins in the text it was read from; comments find their part by it.
    let offset: Int
    /// May be broken between two of them.
    var pieces: [String]
    /// A line that ends in a reserved word goes on with the next one, unless a sign ends it.
    var needsEnd = false
    var leading: [String] = []
    var trailing: String?

    var text: String { pieces.joined(separator: " ") }
  }

  private var writer: SyntaxWriter
  private var parts: [Part] = []

  init(_ writer: SyntaxWriter) { self.writer = writer }

  // MARK: Parts

  mutating func add(_ statement: StatementSyntax) {
    switch statement.form {
    case .query(let query): add(query)
    case .definition(let definition): add(definition, end: statement.span.end)
    case .command(let command): add(command, at: statement.span.start)
    case .absent: break
    }
  }

  mutating func add(_ query: QuerySyntax, after words: [String] = [], at offset: Int? = nil) {
    writer.move(to: query.items.first?.span.start ?? query.span.start)
    var pieces = writer.pieces(of: query.items)
    if let first = pieces.first { pieces[0] = (words + [first]).joined(separator: " ") }
    parts.append(Part(kind: .head, offset: offset ?? query.span.start, pieces: pieces))
    add(query.clauses)
  }

  private mutating func add(_ clauses: [ClauseSyntax]) {
    let order = Keyword.clauseWords
    let rank = { (clause: ClauseSyntax) in order.firstIndex(of: clause.form.word) ?? 0 }
    let sorted = clauses.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    for (_, clause) in sorted {
      writer.move(to: clause.span.start)
      parts.append(
        Part(kind: .clause, offset: clause.span.start, pieces: writer.pieces(of: clause)))
    }
  }

  private mutating func add(_ definition: DefinitionSyntax, end: Int) {
    let offset = definition.span.start
    let head = writer.head(of: definition)
    switch definition.form {
    case .metric(let choices):
      let first = choices.first.map { writer.text(of: $0) } ?? ""
      parts.append(Part(kind: .head, offset: offset, pieces: [head + " = " + first]))
      for choice in choices.dropFirst() {
        let text = writer.word(.else) + " " + writer.text(of: choice)
        parts.append(Part(kind: .clause, offset: choice.span.start, pieces: [text]))
      }
    case .dimension(let columns):
      var pieces = writer.list(columns)
      if let first = pieces.first { pieces[0] = head + " = " + first } else { pieces = [head] }
      parts.append(Part(kind: .head, offset: offset, pieces: pieces))
    case .target(let limit, let clauses):
      let text = head + " " + writer.text(of: limit)
      parts.append(Part(kind: .head, offset: offset, pieces: [text]))
      add(clauses)
    case .report(let query): add(query, after: [head, "="], at: offset)
    case .segment, .source, .joinedSource, .kind, .targets, .calendar, .fx, .alias, .constant,
      .param, .period:
      let rest = writer.rest(of: definition)
      var text = rest.isEmpty ? head : head + " " + rest
      // These are nothing without their braces.
      let needsBlock = definition.form == .kind || definition.form == .calendar
      if needsBlock, definition.block.isEmpty { text += " {}" }
      parts.append(Part(kind: .head, offset: offset, pieces: [text]))
    }
    guard !definition.block.isEmpty else { return }
    for entry in definition.block {
      writer.move(to: entry.span.start)
      parts.append(
        Part(
          kind: .entry, offset: entry.span.start, pieces: writer.pieces(of: entry),
          needsEnd: entry.endsInReservedWord))
    }
    parts.append(Part(kind: .close, offset: max(end - 1, offset), pieces: ["}"]))
  }

  private mutating func add(
    _ command: CommandSyntax, after words: [String] = [], at offset: Int
  ) {
    // 上 is the week before this one, 上次 the time before.
    let own = writer.word(command.word, spelling: command.word == .last ? 1 : 0)
    let word = (words + [own]).joined(separator: " ")
    switch command {
    case .explain(let query), .why(let query), .check(nil, let query), .chart(let query?):
      add(query, after: [word], at: offset)
    case .showRows(let query):
      add(query, after: [word, writer.word(.rows), writer.word(.of)], at: offset)
    case .check(let title?, let query):
      add(query, after: [word, Lexer.quoted(title) + ":"], at: offset)
    case .export(let path, let query):
      add(query, after: [word, writer.word(.to), Lexer.quoted(path)], at: offset)
    case .exportAnswer(let path, let inner):
      add(inner, after: [word, writer.word(.to), Lexer.quoted(path)], at: offset)
    case .coverage(let coverage): add(coverage, after: [word], at: offset)
    case .checkCoverage(let title, let coverage):
      let name = title.map { [Lexer.quoted($0) + ":"] } ?? []
      add(coverage, after: [word] + name + [writer.word(.coverage)], at: offset)
    case .reconcile(let first, let second, let clauses, let tolerance):
      let sides =
        writer.text(of: first) + " " + writer.word(.with) + " " + writer.text(of: second)
      parts.append(Part(kind: .head, offset: offset, pieces: [word + " " + sides]))
      add(clauses)
      if let tolerance {
        writer.move(to: clauses.last?.span.end ?? second.span.end)
        glue(writer.word(.within) + " " + writer.text(of: tolerance))
      }
    case .load, .show, .describe, .describeKind, .describeFile, .set, .include, .help, .learn,
      .quiz, .lint, .exportGlossary, .chart(nil), .last, .undo, .verify:
      let rest = writer.rest(of: command)
      parts.append(
        Part(kind: .head, offset: offset, pieces: [rest.isEmpty ? word : word + " " + rest]))
    }
  }

  private mutating func add(
    _ coverage: CoverageSyntax, after words: [String], at offset: Int
  ) {
    let source = coverage.source.map { [writer.text(of: $0)] } ?? []
    parts.append(
      Part(kind: .head, offset: offset, pieces: [(words + source).joined(separator: " ")]))
    add(coverage.clauses)
    for (place, rule) in coverage.rules.enumerated() {
      writer.move(to: rule.span.start)
      let text = writer.text(of: rule) + (place < coverage.rules.count - 1 ? "," : "")
      if place == 0 { glue(text) } else { parts[parts.count - 1].pieces.append(text) }
    }
  }

  /// Adds words that no line may begin with: it would be a statement of its own.
  private mutating func glue(_ text: String) {
    let last = parts.count - 1
    guard let piece = parts[last].pieces.popLast() else { return }
    parts[last].pieces.append(piece + " " + text)
  }

  // MARK: Comments

  /// Puts a comment of the text beside the part it stood beside, or above the one it stood above.
  mutating func attach(_ comment: String, at offset: Int, isOwnLine: Bool) {
    // In the order of the text, which the order of the parts need not be.
    let order = parts.indices.sorted { parts[$0].offset < parts[$1].offset }
    let before = order.last { parts[$0].offset <= offset }
    let after = order.first { parts[$0].offset > offset }
    if isOwnLine, let after {
      parts[after].leading.append(comment)
    } else if let index = before ?? after {
      if isOwnLine {
        parts[index].leading.append(comment)
      } else {
        // Of two comments beside one part the earlier moves above it.
        if let earlier = parts[index].trailing { parts[index].leading.append(earlier) }
        parts[index].trailing = comment
      }
    }
  }

  // MARK: Lines

  var oneLine: String {
    var text = parts.filter { $0.kind == .head || $0.kind == .clause }.map(\.text)
      .joined(separator: " ")
    let entries = parts.filter { $0.kind == .entry }.map(\.text)
    if !entries.isEmpty { text += " { " + entries.joined(separator: "; ") + " }" }
    return text
  }

  var lines: [String] {
    let hasComments = parts.contains { !$0.leading.isEmpty || $0.trailing != nil }
    let line = oneLine
    if !hasComments, line.count <= SyntaxPrinter.greatestWidth { return [line] }
    let sentence = parts.filter { $0.kind == .head || $0.kind == .clause }
    let block = parts.filter { $0.kind == .entry || $0.kind == .close }
    var lines: [String] = []
    let joined = sentence.map(\.text).joined(separator: " ")
    let isPlain = sentence.allSatisfy { $0.leading.isEmpty && $0.trailing == nil }
    if !block.isEmpty, isPlain, joined.count + 2 <= SyntaxPrinter.greatestWidth {
      lines.append(joined + " {")
    } else {
      for (index, part) in sentence.enumerated() {
        let isLast = index == sentence.count - 1 && !block.isEmpty
        let indent = part.kind == .head ? "" : "  "
        lines += self.lines(of: part, indent: indent, suffix: isLast ? " {" : "")
      }
    }
    for part in block {
      guard part.kind == .close else {
        lines += self.lines(of: part, indent: "  ", suffix: part.needsEnd ? ";" : "")
        continue
      }
      lines += part.leading.map { "  " + $0 }
      lines.append("}" + (part.trailing.map { "  " + $0 } ?? ""))
    }
    return lines
  }

  private func lines(of part: Part, indent: String, suffix: String) -> [String] {
    var lines = part.leading.map { indent + $0 }
    var line = indent
    var isFirst = true
    for piece in part.pieces {
      let isTooLong = line.count + 1 + piece.count > SyntaxPrinter.greatestWidth
      if !isFirst, isTooLong {
        lines.append(line)
        line = indent + "    " + piece
      } else {
        line += (isFirst ? "" : " ") + piece
      }
      isFirst = false
    }
    lines.append(line + suffix + (part.trailing.map { "  " + $0 } ?? ""))
    return lines
  }
}

extension PropertySyntax {
  fileprivate var endsInReservedWord: Bool {
    let phrases: [PhraseSyntax]
    switch form {
    case .values(let values), .column(_, let values): phrases = values
    case .rule, .example, .tree: return false
    }
    guard case .keyword(let word) = phrases.last?.words.last else { return false }
    return Keyword(rawValue: word)?.isReserved == true
  }
}
