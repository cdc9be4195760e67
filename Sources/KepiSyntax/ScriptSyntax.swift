// Statements as written: definitions, commands and questions, one after another.
package import KepiDiagnostics

package struct ScriptSyntax: Equatable, Sendable {
  /// The number of the language that this program knows.
  package static let newestVersion = 1

  /// The number after `language`, where the script begins with it.
  package let version: Int?
  package let statements: [StatementSyntax]
  package let span: SourceSpan

  package init(version: Int?, statements: [StatementSyntax], at span: SourceSpan) {
    self.version = version
    self.statements = statements
    self.span = span
  }
}

package struct StatementSyntax: Equatable, Sendable {
  package indirect enum Form: Equatable, Sendable {
    case query(QuerySyntax)
    case definition(DefinitionSyntax)
    case command(CommandSyntax)
    /// Not a statement at all; already reported.
    case absent
  }
  package let form: Form
  package let span: SourceSpan
  /// Whether a mistake was reported inside: such a statement is checked for names and never run.
  package let hasErrors: Bool

  package init(_ form: Form, hasErrors: Bool = false, at span: SourceSpan) {
    self.form = form
    self.hasErrors = hasErrors
    self.span = span
  }
}

// MARK: Definitions

package struct DefinitionSyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    /// One expression, or several in order of preference.
    case metric([ExpressionSyntax])
    /// One expression for each source that knows it; none where it is the column of its name.
    case dimension([ExpressionSyntax])
    case segment(ExpressionSyntax)
    case source(from: String)
    /// Sources in order of preference, and the columns by whose values it is decided.
    case joinedSource([Name], by: [Name])
    /// How an export is recognised and read; see `kind` in the grammar.
    case kind
    case target(ExpressionSyntax, [ClauseSyntax])
    case targets(from: String)
    case report(QuerySyntax)
    case calendar
    case fx(from: String?)
    case alias(AliasSyntax)
    case constant(ExpressionSyntax)
    case param(ExpressionSyntax?)
    case period(PeriodSyntax)
  }
  package let form: Form
  /// Absent for a target.
  package let name: Name?
  /// The `##` lines above, without their signs.
  package let documentation: [String]
  package let block: [PropertySyntax]
  package let span: SourceSpan

  package init(
    _ form: Form, name: Name?, documentation: [String] = [], block: [PropertySyntax] = [],
    at span: SourceSpan
  ) {
    self.form = form
    self.name = name
    self.documentation = documentation
    self.block = block
    self.span = span
  }
}

/// What a second name stands for. A word that people use for several things names all of them: with
/// `,` it has to be asked which, with `else` it is the first, and the answer says so.
package struct AliasSyntax: Equatable, Sendable {
  package let targets: [NamePath]
  package let prefersFirst: Bool

  package init(_ targets: [NamePath], prefersFirst: Bool = true) {
    self.targets = targets
    self.prefersFirst = prefersFirst
  }

  /// What it stands for where it stands for one thing.
  package var target: NamePath? { prefersFirst || targets.count == 1 ? targets.first : nil }

  /// What else it may mean.
  package var others: [NamePath] { Array(targets.dropFirst()) }
}

/// An entry between braces.
package struct PropertySyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    /// `key: order_id, sku`, `label: "ACOS", zh "广告成本占比"`.
    case values([PhraseSyntax])
    /// `column spend: money in currency from "Spend", "Ausgaben"`; only in a kind.
    case column(Name, [PhraseSyntax])
    case example([BindingSyntax], gives: LiteralSyntax)
    /// `tree: sessions * conversion * aov else units * asp`: drivers, in order of preference.
    case tree([ExpressionSyntax])
    case rule(RuleSyntax)
  }
  /// The word before the colon; for a rule `require` or `warn`; for a column `column`.
  package let name: Name
  package let form: Form
  package let span: SourceSpan

  package init(name: Name, _ form: Form, at span: SourceSpan) {
    self.name = name
    self.form = form
    self.span = span
  }
}

/// The words between two commas of a property.
package struct PhraseSyntax: Equatable, Sendable {
  package enum Word: Equatable, Sendable {
    case name(NamePath)
    case literal(LiteralSyntax)
    /// `to`, `in`, `by`, `previous`, `before`, `from`: the English spelling.
    case keyword(String)
  }
  package let words: [Word]
  package let span: SourceSpan

  package init(_ words: [Word], at span: SourceSpan) {
    self.words = words
    self.span = span
  }
}

package struct BindingSyntax: Equatable, Sendable {
  package let name: NamePath
  /// One value, or the rows of a list.
  package let values: [LiteralSyntax]

  package init(name: NamePath, values: [LiteralSyntax]) {
    self.name = name
    self.values = values
  }
}

package struct RuleSyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    case condition(ExpressionSyntax)
    case unique([NamePath])
    case complete(by: Name)
    case fresh(within: SpanOfUnits)
  }
  package let isRequired: Bool
  package let form: Form

  package init(isRequired: Bool, _ form: Form) {
    self.isRequired = isRequired
    self.form = form
  }
}

// MARK: Commands

package indirect enum CommandSyntax: Equatable, Sendable {
  case load(String, at: SourceSpan, as: Name?, settings: [SettingSyntax])
  case show(Name, like: String?)
  /// The rows that the numbers of a question were made of.
  case showRows(of: QuerySyntax)
  case describe(NamePath)
  /// How a report is recognised and read.
  case describeKind(Name)
  /// What is in a file, before it is loaded.
  case describeFile(String, at: SourceSpan)
  case explain(QuerySyntax)
  case check(title: String?, QuerySyntax)
  case why(QuerySyntax)
  case reconcile(
    ExpressionSyntax, with: ExpressionSyntax, [ClauseSyntax], within: ExpressionSyntax?)
  case coverage(CoverageSyntax)
  case checkCoverage(title: String?, CoverageSyntax)
  case export(to: String, QuerySyntax)
  /// The same of a command that answers with a table.
  case exportAnswer(to: String, of: CommandSyntax)
  case exportGlossary(to: String)
  case set(Name, SettingValueSyntax, at: SourceSpan)
  case include(String, at: SourceSpan)
  case help(HelpTopicSyntax?)
  /// A lesson by its name, its number or its title; all are listed without one.
  case learn(LessonNameSyntax?)
  case quiz(count: Int?, seed: Int?)
  case lint
  /// A drawing of a question's answer, or of the last one.
  case chart(QuerySyntax?)
  /// The last answer once more, in the form of that name.
  case last(as: Name?)
  /// Back to the question before the last.
  case undo
  /// An answer in a file, with its receipt.
  case verify(String, at: SourceSpan)
}

/// Which days are there, and in a check what must hold of them.
package struct CoverageSyntax: Equatable, Sendable {
  /// All that are loaded where none is named.
  package let source: NamePath?
  package let clauses: [ClauseSyntax]
  /// Only in a check; without any, all days must be there.
  package let rules: [CoverageRuleSyntax]

  package init(
    source: NamePath?, clauses: [ClauseSyntax], rules: [CoverageRuleSyntax] = []
  ) {
    self.source = source
    self.clauses = clauses
    self.rules = rules
  }
}

/// `require complete`, `warn fresh within 3 days`.
package struct CoverageRuleSyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    case complete
    case fresh(within: SpanOfUnits)
  }
  package let isRequired: Bool
  package let form: Form
  package let span: SourceSpan

  package init(isRequired: Bool, _ form: Form, at span: SourceSpan) {
    self.isRequired = isRequired
    self.form = form
    self.span = span
  }
}

package struct LessonNameSyntax: Equatable, Sendable {
  package let text: String
  package let span: SourceSpan

  package init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

package struct SettingSyntax: Equatable, Sendable {
  package let name: NamePath
  package let value: LiteralSyntax
  package let span: SourceSpan

  package init(name: NamePath, value: LiteralSyntax, at span: SourceSpan) {
    self.name = name
    self.value = value
    self.span = span
  }
}

package enum SettingValueSyntax: Equatable, Sendable {
  case name(NamePath)
  case literal(LiteralSyntax)
}

package enum HelpTopicSyntax: Equatable, Sendable {
  case name(Name)
  case text(String, SourceSpan)
}
