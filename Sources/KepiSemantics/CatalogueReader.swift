// Definitions as written to definitions that may be asked for.
package import KepiColumns
package import KepiDiagnostics
package import KepiSyntax

extension Definition {
  /// A definition of the common space of names, and what is wrong with its properties. Sources,
  /// kinds, calendars, rates and targets are not of that space and give `nil`.
  package static func read(
    _ syntax: DefinitionSyntax, isShipped: Bool
  ) -> (definition: Definition?, diagnostics: [Diagnostic]) {
    guard let name = syntax.name else { return (nil, []) }
    let form: Form
    var properties: [String] = ["label", "doc"]
    switch syntax.form {
    case .metric(let expressions):
      form = .metric(expressions)
      properties += ["unit", "good", "example", "never_by"]
    case .dimension(let expressions):
      form = .dimension(expressions)
      properties += ["unit", "good", "example"]
    case .segment(let condition):
      form = .segment(condition)
      properties += ["unit", "good", "example"]
    case .alias(let path): form = .alias(path)
    case .constant(let value): form = .constant(value)
    case .param(let standard): form = .parameter(standard, given: nil)
    case .period(let period): form = .period(period)
    case .report(let query): form = .report(query)
    case .source, .kind, .target, .targets, .calendar, .fx: return (nil, [])
    }
    var documentation = syntax.documentation
    var result = Definition(
      name: name, form: form, documentation: documentation, span: syntax.span, isShipped: isShipped)
    var diagnostics: [Diagnostic] = []
    for property in syntax.block {
      guard properties.contains(property.name.key) else {
        diagnostics.append(
          Problem.unknownProperty(property.name, known: properties.sorted()).diagnostic)
        continue
      }
      switch property.form {
      case .example(let bindings, let gives):
        result.examples.append(Example(bindings: bindings, gives: gives, span: property.span))
      case .values(let phrases):
        if let problem = result.apply(property.name, phrases, documentation: &documentation) {
          diagnostics.append(problem.diagnostic)
        }
      case .column, .rule:
        diagnostics.append(
          Problem.unknownProperty(property.name, known: properties.sorted()).diagnostic)
      }
    }
    if documentation != syntax.documentation { result = result.documented(documentation) }
    return (result, diagnostics)
  }

  private func documented(_ lines: [String]) -> Definition {
    Definition(
      name: name, form: form, documentation: lines, label: label, chineseLabel: chineseLabel,
      unit: unit, good: good, neverBy: neverBy, examples: examples, span: span, isShipped: isShipped
    )
  }

  private mutating func apply(
    _ property: Name, _ phrases: [PhraseSyntax], documentation: inout [String]
  ) -> Problem? {
    switch property.key {
    case "label":
      for phrase in phrases {
        if let text = phrase.soleString {
          label = text
        } else if phrase.words.count == 2, phrase.name(at: 0)?.key == "zh",
          let text = phrase.string(at: 1)
        {
          chineseLabel = text
        } else {
          return .badProperty(
            property, phrase.span, wants: Phrase(asWritten: "label: \"ACOS\", zh \"…\""))
        }
      }
    case "doc":
      for phrase in phrases {
        guard let text = phrase.soleString else {
          return .badProperty(
            property, phrase.span, wants: Phrase("doc: \"a sentence\"", zh: "doc: \"一句话\""))
        }
        documentation.append(text)
      }
    case "unit":
      guard let name = phrases.first?.soleName, let unit = Unit(named: name.key)
      else {
        return .badProperty(
          property, phrases.first?.span ?? property.span,
          wants: Phrase(
            "unit: percent, money, count, number or days",
            zh: "unit: percent、money、count、number 或 days"))
      }
      self.unit = unit
    case "good":
      guard let name = phrases.first?.soleName, let good = Direction(rawValue: name.key)
      else {
        return .badProperty(
          property, phrases.first?.span ?? property.span,
          wants: Phrase("good: high, low, range or neutral", zh: "good: high、low、range 或 neutral"))
      }
      self.good = good
    case "never_by":
      for phrase in phrases {
        guard let name = phrase.soleName else {
          return .badProperty(property, phrase.span, wants: Phrase(asWritten: "never_by: sku"))
        }
        neverBy.append(name)
      }
    default: break
    }
    return nil
  }
}

extension Unit {
  /// As a definition names it.
  package init?(named key: String) {
    switch key {
    case "percent": self = .percent
    case "money": self = .money(.unknown)
    case "count": self = .count
    case "number", "ratio": self = .number
    case "days", "duration": self = .days
    case "text": self = .text
    case "truth": self = .truth
    default: return nil
    }
  }

  /// What people call it.
  package var noun: Phrase {
    switch self {
    case .money: Phrase("money", zh: "金额")
    case .count: Phrase("a count", zh: "个数")
    case .number: Phrase("a number", zh: "数字")
    case .percent: Phrase("a percentage", zh: "百分比")
    case .days: Phrase("days", zh: "天数")
    case .text: Phrase("text", zh: "文本")
    case .date: Phrase("a date", zh: "日期")
    case .truth: Phrase("a condition", zh: "条件")
    }
  }
}

extension PhraseSyntax {
  /// The name at a place of the phrase, the last part of a path.
  package func name(at place: Int) -> Name? {
    guard words.indices.contains(place), case .name(let path) = words[place] else { return nil }
    return path.last
  }

  package func string(at place: Int) -> String? {
    guard words.indices.contains(place), case .literal(.string(let text)) = words[place] else {
      return nil
    }
    return text
  }

  package func keyword(at place: Int) -> String? {
    guard words.indices.contains(place), case .keyword(let word) = words[place] else { return nil }
    return word
  }

  package var soleName: Name? { words.count == 1 ? name(at: 0) : nil }
  package var soleString: String? { words.count == 1 ? string(at: 0) : nil }
}
