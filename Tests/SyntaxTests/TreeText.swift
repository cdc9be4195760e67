// A tree as text, for the corpus: one line for each statement, parts in parentheses. Clauses stand
// in their canonical order, so that a text and its formatted form have one tree.
import KepiSyntax

enum TreeText {
  static func of(_ script: ScriptSyntax) -> String {
    var lines = script.version.map { ["(language \($0))"] } ?? []
    lines += script.statements.map { of($0) }
    return lines.joined(separator: "\n")
  }

  private static func list(_ head: String, _ parts: [String]) -> String {
    "(" + ([head] + parts).joined(separator: " ") + ")"
  }

  private static func of(_ statement: StatementSyntax) -> String {
    let text =
      switch statement.form {
      case .query(let query): of(query)
      case .definition(let definition): of(definition)
      case .command(let command): of(command)
      case .absent: "(absent)"
      }
    return statement.hasErrors ? "!" + text : text
  }

  private static func of(_ definition: DefinitionSyntax) -> String {
    var parts: [String] = []
    let name = definition.name.map { [of($0)] } ?? []
    switch definition.form {
    case .metric(let choices): parts = ["metric"] + name + choices.map(of)
    case .dimension(let columns): parts = ["dimension"] + name + columns.map(of)
    case .segment(let condition): parts = ["segment"] + name + [of(condition)]
    case .source(let path): parts = ["source"] + name + [quoted(path)]
    case .kind: parts = ["kind"] + name
    case .target(let limit, let clauses): parts = ["target", of(limit)] + of(clauses)
    case .targets(let path): parts = ["targets", quoted(path)]
    case .report(let query): parts = ["report"] + name + [of(query)]
    case .calendar: parts = ["calendar"] + name
    case .fx(let path): parts = ["fx"] + name + (path.map { [quoted($0)] } ?? [])
    case .joinedSource(let sources, let keys):
      parts =
        ["source"] + name + ["(else " + sources.map(\.text).joined(separator: " ") + ")"]
        + ["(by " + keys.map(\.text).joined(separator: " ") + ")"]
    case .alias(let alias):
      let sign = alias.targets.count > 1 ? [alias.prefersFirst ? "else" : "or"] : []
      parts = ["alias"] + name + sign + alias.targets.map(of)
    case .constant(let value): parts = ["let"] + name + [of(value)]
    case .param(let value): parts = ["param"] + name + (value.map { [of($0)] } ?? [])
    case .period(let period): parts = ["period"] + name + [of(period)]
    }
    parts += definition.documentation.map { list("doc", [quoted($0)]) }
    parts += definition.block.map(of)
    return "(" + parts.joined(separator: " ") + ")"
  }

  private static func of(_ property: PropertySyntax) -> String {
    switch property.form {
    case .values(let phrases): list(":" + of(property.name), phrases.map(of))
    case .column(let name, let phrases): list(":column", [of(name)] + phrases.map(of))
    case .example(let bindings, let result):
      list(":example", bindings.map(of) + ["gives", of(result)])
    case .tree(let expressions): list(":tree", expressions.map(of))
    case .rule(let rule):
      switch rule.form {
      case .condition(let condition): list(":" + of(property.name), [of(condition)])
      case .unique(let paths): list(":" + of(property.name), ["unique"] + paths.map(of))
      case .complete(let unit): list(":" + of(property.name), ["complete", of(unit: unit)])
      case .fresh(let units): list(":" + of(property.name), ["fresh", of(units)])
      }
    }
  }

  private static func of(_ phrase: PhraseSyntax) -> String {
    phrase.words.map {
      switch $0 {
      case .name(let path): of(path)
      case .literal(let literal): of(literal)
      case .keyword(let word): "'" + word
      }
    }.joined(separator: "_")
  }

  private static func of(_ binding: BindingSyntax) -> String {
    list("=", [of(binding.name)] + binding.values.map(of))
  }

  private static func of(_ command: CommandSyntax) -> String {
    switch command {
    case .load(let path, _, let source, let settings):
      list(
        "load",
        [quoted(path)] + (source.map { ["as", of($0)] } ?? [])
          + settings.map { list("=", [of($0.name), of($0.value)]) })
    case .show(let name, let pattern):
      list("show", [of(name)] + (pattern.map { ["like", quoted($0)] } ?? []))
    case .showRows(let query): list("rows", [of(query)])
    case .describe(let path): list("describe", [of(path)])
    case .describeKind(let name): list("describe-kind", [of(name)])
    case .describeFile(let path, _): list("describe", [quoted(path)])
    case .explain(let query): list("explain", [of(query)])
    case .check(let title, let query):
      list("check", (title.map { [quoted($0)] } ?? []) + [of(query)])
    case .why(let query): list("why", [of(query)])
    case .reconcile(let first, let second, let clauses, let tolerance):
      list(
        "reconcile",
        [of(first), of(second)] + of(clauses)
          + (tolerance.map { [list("within", [of($0)])] } ?? []))
    case .coverage(let coverage): of(coverage, "coverage", [])
    case .checkCoverage(let title, let coverage):
      of(coverage, "check-coverage", title.map { [quoted($0)] } ?? [])
    case .verify(let path, _): list("verify", [quoted(path)])
    case .export(let path, let query): list("export", [quoted(path), of(query)])
    case .exportAnswer(let path, let command): list("export", [quoted(path), of(command)])
    case .set(let name, .name(let value), _): list("set", [of(name), of(value)])
    case .set(let name, .literal(let value), _): list("set", [of(name), of(value)])
    case .include(let path, _): list("include", [quoted(path)])
    case .help(.name(let name)): list("help", [of(name)])
    case .help(.text(let text, _)): list("help", [quoted(text)])
    case .help(nil): "(help)"
    case .learn(let lesson): list("learn", lesson.map { [quoted($0.text)] } ?? [])
    case .quiz(let count, let seed):
      list("quiz", [count, seed].compactMap { $0.map(String.init) })
    case .lint: "(lint)"
    case .exportGlossary(let path): list("export-glossary", [quoted(path)])
    case .chart(let query): list("chart", query.map { [of($0)] } ?? [])
    case .last(let form): list("last", form.map { [of($0)] } ?? [])
    case .undo: "(undo)"
    }
  }

  private static func of(
    _ coverage: CoverageSyntax, _ word: String, _ before: [String]
  ) -> String {
    let rules = coverage.rules.map { rule in
      let word = rule.isRequired ? "require" : "warn"
      return switch rule.form {
      case .complete: list(word, ["complete"])
      case .fresh(let units): list(word, ["fresh", of(units)])
      }
    }
    let source = coverage.source.map { [of($0)] } ?? []
    return list(word, before + source + of(coverage.clauses) + rules)
  }

  static func of(_ query: QuerySyntax) -> String {
    list("query", query.items.map(of) + of(query.clauses))
  }

  static func of(_ clauses: [ClauseSyntax]) -> [String] {
    let rank = { (clause: ClauseSyntax) in Keyword.clauseWords.firstIndex(of: clause.form.word) ?? 0
    }
    return clauses.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map { of($0.element) }
  }

  private static func of(_ item: ItemSyntax) -> String {
    item.alias.map { list("as", [of(item.expression), of($0)]) } ?? of(item.expression)
  }

  static func of(_ clause: ClauseSyntax) -> String {
    switch clause.form {
    case .by(let items): list("by", items.map(of))
    case .where(let condition): list("where", [of(condition)])
    case .having(let condition): list("having", [of(condition)])
    case .over(let period): list("over", [of(period)])
    case .asOf(let point): list("as-of", [of(point)])
    case .versus(let baselines): list("vs", baselines.map(of))
    case .top(let top):
      list(
        top.isBottom ? "bottom" : "top",
        ["\(top.count)"] + (top.ranked.map { [of($0)] } ?? [])
          + top.per.map { list("per", [of($0)]) } + [list("by", [of(top.by)])])
    case .with(let others, let totals):
      list("with", (others ? ["others"] : []) + (totals ? ["totals"] : []))
    case .sort(let keys):
      list(
        "sort",
        keys.map { key in
          key.direction.map { list($0.rawValue, [of(key.expression)]) } ?? of(key.expression)
        })
    case .limit(let count): list("limit", ["\(count)"])
    case .currency(let currency):
      switch currency.rate {
      case .table(let name): list("in", [of(currency.code), "at", of(name)])
      case .point(let point): list("in", [of(currency.code), "at", of(point)])
      case nil: list("in", [of(currency.code)])
      }
    case .fill(let fill): list("fill", [fill.rawValue])
    case .using(let name): list("using", [of(name)])
    }
  }

  static func of(_ expression: ExpressionSyntax) -> String {
    switch expression.form {
    case .name(let path): of(path)
    case .literal(let literal): of(literal)
    case .quantity(let number, let unit):
      list("quantity", [number.text, of(unit: unit, isOne: number.text == "1")])
    case .call(let path, let isDistinct, let arguments):
      list("call", [of(path)] + (isDistinct ? ["distinct"] : []) + arguments.map(of))
    case .negated(let value): list("negated", [of(value)])
    case .not(let value): list("not", [of(value)])
    case .binary(let symbol, let left, let right): list(symbol.rawValue, [of(left), of(right)])
    case .between(let value, let low, let high): list("between", [of(value), of(low), of(high)])
    case .membership(let value, let isNegated, let values):
      list(isNegated ? "not-in" : "in-list", [of(value)] + values.map(of))
    case .like(let value, let isNegated, let pattern):
      list(isNegated ? "not-like" : "like", [of(value), quoted(pattern)])
    case .isMissing(let value, let isNegated):
      list(isNegated ? "is-not-missing" : "is-missing", [of(value)])
    case .conditional(let condition, let value, let otherwise):
      list("if", [of(condition), of(value), of(otherwise)])
    case .context(let value, let modifiers): list("context", [of(value)] + modifiers.map(of))
    case .parenthesised(let value): list("group", [of(value)])
    case .absent: "(absent)"
    }
  }

  private static func of(_ modifier: ModifierSyntax) -> String {
    switch modifier.form {
    case .condition(let condition): list("keep", [of(condition)])
    case .previous: "previous"
    case .ago(let units): list("ago", [of(units)])
    case .rolling(let units): list("rolling", [of(units)])
    case .running(let all): all ? "(running all)" : "running"
    case .toDate(let unit): list("to-date", [of(unit: unit)])
    case .all(let path): list("all", path.map { [of($0)] } ?? [])
    case .only(let path): list("only", [of(path)])
    case .over(let period): list("over", [of(period)])
    case .target: "target"
    }
  }

  private static func of(_ units: SpanOfUnits) -> String {
    "\(units.count)*\(of(unit: units.unit, isOne: units.count == 1))"
  }

  /// A unit of time is one word in either language, and in either number.
  private static func of(unit name: Name, isOne: Bool = true) -> String {
    guard let word = TimeWord(key: name.key) else { return of(name) }
    return isOne ? word.rawValue : word.rawValue + "s"
  }

  static func of(_ period: PeriodSyntax) -> String {
    switch period.form {
    case .all: "all"
    case .last(let units): list("last", [of(units)])
    case .past(let units): list("past", [of(units)])
    case .this(let unit): list("this", [of(unit: unit)])
    case .toDate(let unit): list("to-date", [of(unit: unit)])
    case .named(let name): list("period", [of(name)])
    case .points(let first, let last): last.map { list("from", [of(first), of($0)]) } ?? of(first)
    case .since(let point): list("since", [of(point)])
    case .until(let point): list("until", [of(point)])
    case .absent: "(absent)"
    }
  }

  private static func of(_ baseline: BaselineSyntax) -> String {
    switch baseline.form {
    case .previous: "previous"
    case .target: "target"
    case .ago(let units): list("ago", [of(units)])
    case .period(let period): of(period)
    }
  }

  private static func of(_ point: PointSyntax) -> String {
    switch point.form {
    case .date(let date): date.text
    case .year(let year): "\(year)"
    case .today: "today"
    case .yesterday: "yesterday"
    }
  }

  private static func of(_ literal: LiteralSyntax) -> String {
    switch literal {
    case .number(let number): number.text
    case .string(let text): quoted(text)
    case .date(let date): date.text
    case .truth(let value): value ? "true" : "false"
    case .missing: "missing"
    }
  }

  private static func of(_ path: NamePath) -> String { path.parts.map(of).joined(separator: ".") }
  private static func of(_ name: Name) -> String { name.isQuoted ? "`\(name.text)`" : name.text }
  private static func quoted(_ text: String) -> String { Lexer.quoted(text) }
}
