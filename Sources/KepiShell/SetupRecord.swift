// What a session loaded and defined, in order, so that a receipt can be asked again.
import KepiReports
import KepiSyntax

struct SetupRecord {
  private(set) var steps: [Origin.Step] = []
  /// Definitions that the catalogue does not hold, as they are written: sources, kinds, rates.
  private(set) var texts: [(definition: DefinitionSyntax, text: String)] = []
  /// Files of targets, which no source has.
  private(set) var targetFiles: [String] = []
  private var scripts: Set<String> = []

  mutating func add(_ options: SessionOptions) {
    for parameter in options.parameters + options.environmentParameters {
      steps.append(.parameter(parameter.name, value: parameter.value))
    }
    if let asOf = options.asOf { steps.append(.asOf(asOf)) }
  }

  mutating func add(_ program: Program, textName: (StatementSyntax) -> String) {
    for step in program.steps {
      switch step {
      case .path(let path): steps.append(.path(path))
      case .statement(let statement, let folder):
        guard !statement.hasErrors else { continue }
        if case .definition(let definition) = statement.form { keep(definition, folder: folder) }
        guard statement.isSetup else { continue }
        let name = textName(statement)
        if Self.isFile(name) {
          if scripts.insert(name).inserted { steps.append(.script(name)) }
        } else {
          steps.append(.statement(SyntaxPrinter.text(of: statement), folder: folder))
        }
      }
    }
  }

  /// Statements of the command line, of a pipe and of the shell are kept in a receipt themselves.
  private static func isFile(_ name: String) -> Bool {
    !name.hasPrefix("<") && name != "standard input"
  }

  private mutating func keep(_ definition: DefinitionSyntax, folder: String) {
    switch definition.form {
    case .source, .joinedSource, .kind, .fx, .calendar, .target:
      let statement = StatementSyntax(.definition(definition), at: definition.span)
      texts.removeAll {
        $0.definition.name?.key == definition.name?.key && definition.name != nil
          && $0.definition.form.isLike(definition.form)
      }
      texts.append((definition, SyntaxPrinter.text(of: statement)))
    case .targets(let path): targetFiles.append(Paths.join(folder, path))
    case .metric, .dimension, .segment, .report, .alias, .constant, .param, .period: break
    }
  }
}

extension StatementSyntax {
  /// Whether it changes what questions are answered from, and not only how answers look.
  var isSetup: Bool {
    switch form {
    case .definition: true
    case .command(.load): true
    case .command(.set(let name, _, _)): Settings.isOfMeaning(Settings.key(of: name))
    case .command, .query, .absent: false
    }
  }
}

extension Settings {
  /// Settings that change numbers.
  static let ofMeaning = ["week_start", "timezone"]

  static func isOfMeaning(_ name: String) -> Bool { ofMeaning.contains(name) }
}

extension DefinitionSyntax.Form {
  fileprivate func isLike(_ other: DefinitionSyntax.Form) -> Bool {
    switch (self, other) {
    case (.source, .source), (.source, .joinedSource), (.joinedSource, .source),
      (.joinedSource, .joinedSource), (.kind, .kind), (.fx, .fx), (.calendar, .calendar):
      true
    default: false
    }
  }
}
