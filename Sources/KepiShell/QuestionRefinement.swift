// In the shell, a line of clauses changes the last question.
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

enum QuestionRefinement {
  /// The last question with the clauses of a line: a clause replaces its namesake, `where` and
  /// `having` add a condition. The line itself where either cannot be read.
  static func apply(_ line: String, to question: String) -> String {
    var texts = SourceMap()
    let last = ScriptSyntax.parse(texts.add(name: "<shell>", text: question))
    guard last.diagnostics.isEmpty, last.script.statements.count == 1,
      case .query(let query) = last.script.statements[0].form,
      let new = ScriptSyntax.parseClauses(texts.add(name: "<shell>", text: line)),
      new.diagnostics.isEmpty
    else { return question + " " + line }
    var clauses = query.clauses
    for clause in new.clauses {
      if !clause.form.adds { clauses.removeAll { $0.form.isNamesake(of: clause.form) } }
      clauses.append(clause)
    }
    return SyntaxPrinter.text(
      of: QuerySyntax(items: query.items, clauses: clauses, at: query.span),
      language: hasChineseWords(question) ? .chinese : nil)
  }

  /// Whether somebody wrote the words of the language in Chinese.
  private static func hasChineseWords(_ question: String) -> Bool {
    var texts = SourceMap()
    let source = texts.add(name: "<shell>", text: question)
    return Lexer.lex(source).tokens.contains { token in
      token.keyword != nil && token.text.utf8.contains { $0 >= 0x80 }
    }
  }
}

extension ClauseSyntax.Form {
  fileprivate var adds: Bool {
    switch self {
    case .where, .having: true
    case .by, .over, .asOf, .versus, .top, .with, .sort, .limit, .currency, .fill, .using: false
    }
  }

  fileprivate func isNamesake(of other: ClauseSyntax.Form) -> Bool {
    switch (self, other) {
    case (.by, .by), (.over, .over), (.asOf, .asOf), (.versus, .versus), (.top, .top),
      (.with, .with), (.sort, .sort), (.limit, .limit), (.currency, .currency), (.fill, .fill),
      (.using, .using), (.where, .where), (.having, .having):
      true
    default: false
    }
  }
}

extension QuerySyntax {
  /// A report asked for by its name is the question it stands for.
  func expandingReport(in catalogue: Catalogue) -> QuerySyntax {
    guard items.count == 1, clauses.isEmpty, items[0].alias == nil,
      case .name(let path) = items[0].expression.form, let name = path.single,
      case .report(let query) = catalogue.definition(name.key)?.form
    else { return self }
    return query
  }
}
