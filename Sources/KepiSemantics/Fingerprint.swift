// What tells one version of a definition from another.
package import KepiSyntax

extension Catalogue {
  /// Eight hexadecimal digits made of all that answers hang on, those of `why` among them: what the
  /// definition says and what those say that it uses. Labels, documentation and layout change nothing.
  package func fingerprint(of definition: Definition) -> String {
    var known: Set<String> = []
    var text = ""
    add(definition, to: &text, &known)
    // FNV-1a: told apart are versions of one definition, not forgeries.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The definitions that a question names, each once, in its order.
  package func definitions(namedIn query: QuerySyntax) -> [Definition] {
    var known: Set<String> = []
    return query.namePaths.compactMap { path in
      guard let name = path.single, let definition = definition(name.key),
        known.insert(definition.name.key).inserted
      else { return nil }
      return definition
    }
  }

  /// In the order of use, so that renaming something else changes nothing.
  private func add(_ definition: Definition, to text: inout String, _ known: inout Set<String>) {
    guard known.insert(definition.name.key).inserted else { return }
    func written(_ expressions: [ExpressionSyntax]) -> String {
      expressions.map { SyntaxPrinter.text(of: $0) }.joined(separator: " | ")
    }
    var used: [NamePath] = []
    text += definition.name.key + " "
    switch definition.form {
    case .metric(let expressions):
      text += "metric " + written(expressions)
      if !definition.trees.isEmpty { text += " tree " + written(definition.trees) }
      used = (expressions + definition.trees).flatMap(\.namePaths)
    case .dimension(let expressions):
      text += "dimension " + written(expressions)
      used = expressions.flatMap(\.namePaths)
    case .segment(let expression):
      text += "segment " + written([expression])
      used = expression.namePaths
    case .constant(let expression):
      text += "let " + written([expression])
      used = expression.namePaths
    case .parameter(let value, let given):
      text += "param " + written(value.map { [$0] } ?? []) + (given.map { " = \($0)" } ?? "")
    case .period(let period): text += "period " + SyntaxPrinter.text(of: period)
    case .alias(let alias): used = alias.targets
    case .report(let query):
      text += "report " + SyntaxPrinter.text(of: query)
      used = query.namePaths
    }
    text += definition.unit.map { " unit \($0)" } ?? ""
    text += "\n"
    for path in used {
      if let name = path.single, let next = self.definition(name.key) {
        add(next, to: &text, &known)
      }
    }
  }
}

extension QuerySyntax {
  /// Every name in its expressions, in order.
  package var namePaths: [NamePath] {
    items.flatMap(\.expression.namePaths)
      + clauses.flatMap { clause -> [NamePath] in
        switch clause.form {
        case .by(let items): items.flatMap(\.expression.namePaths)
        case .where(let condition), .having(let condition): condition.namePaths
        case .top(let top): top.by.namePaths
        case .sort(let keys): keys.flatMap(\.expression.namePaths)
        case .over, .asOf, .versus, .with, .limit, .currency, .fill, .using: []
        }
      }
  }
}
