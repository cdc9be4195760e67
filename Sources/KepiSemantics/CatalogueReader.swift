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
      properties += ["unit", "good", "example", "never_by", "per", "tree"] + Self.lessonProperties
    case .dimension(let expressions):
      form = .dimension(expressions)
      properties += ["unit", "good", "example"]
    case .segment(let condition):
      form = .segment(condition)
      properties += ["unit", "good", "example", "counts"]
    case .alias(let alias): form = .alias(alias)
    case .constant(let value): form = .constant(value)
    case .param(let standard): form = .parameter(standard, given: nil)
    case .period(let period): form = .period(period)
    case .report(let query): form = .report(query)
    case .source, .joinedSource, .kind, .target, .targets, .calendar, .fx: return (nil, [])
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
      case .tree(let expressions): result.trees = expressions
      case .column, .rule:
        diagnostics.append(
          Problem.unknownProperty(property.name, known: properties.sorted()).diagnostic)
      }
    }
    if documentation != syntax.documentation { result = result.documented(documentation) }
    return (result, diagnostics)
  }

  private static let lessonProperties = [
    "also", "beside", "benchmark", "nature", "origin", "owner", "section", "threshold", "trap",
  ]

  private func documented(_ lines: [String]) -> Definition {
    var result = Definition(
      name: name, form: form, documentation: lines, label: label, chineseLabel: chineseLabel,
      unit: unit, good: good, neverBy: neverBy, examples: examples, span: span, isShipped: isShipped
    )
    result.per = per
    result.trees = trees
    result.countedSource = countedSource
    result.lesson = lesson
    return result
  }

  private mutating func apply(
    _ property: Name, _ phrases: [PhraseSyntax], documentation: inout [String]
  ) -> Problem? {
    switch property.key {
    case "label":
      for phrase in phrases {
        switch phrase.inLanguage {
        case (nil, let text)?: label = text
        case ("zh", let text)?: chineseLabel = text
        case (let language?, let text)?: lesson.labels.append(Label(language: language, text: text))
        case nil:
          return .badProperty(
            property, phrase.span, wants: Phrase(asWritten: "label: \"ACOS\", zh \"…\""))
        }
      }
    case "doc":
      for phrase in phrases {
        switch phrase.inLanguage {
        case (nil, let text)?: documentation.append(text)
        case ("zh", let text)?: lesson.chineseDocumentation.append(text)
        default:
          return .badProperty(
            property, phrase.span, wants: Phrase("doc: \"a sentence\"", zh: "doc: \"一句话\""))
        }
      }
    case "origin", "owner", "trap", "benchmark":
      guard let text = phrases.inBothLanguages else {
        return .badProperty(
          property, phrases.first?.span ?? property.span,
          wants: Phrase(asWritten: "\(property.key): \"…\", zh \"…\""))
      }
      switch property.key {
      case "origin": lesson.origin = text
      case "owner": lesson.owner = text
      case "trap": lesson.trap = text
      default: lesson.benchmark = text
      }
    case "also":
      for phrase in phrases {
        guard let text = phrase.soleString else {
          return .badProperty(
            property, phrase.span, wants: Phrase(asWritten: "also: \"advertising cost\""))
        }
        lesson.also.append(text)
      }
    case "counts":
      guard let name = phrases.first?.soleName else {
        return .badProperty(
          property, phrases.first?.span ?? property.span,
          wants: Phrase(asWritten: "counts: order_lines"))
      }
      countedSource = name
    case "section":
      guard let name = phrases.first?.soleName else {
        return .badProperty(
          property, phrases.first?.span ?? property.span,
          wants: Phrase(asWritten: "section: advertising"))
      }
      lesson.section = name
    case "nature":
      guard let name = phrases.first?.soleName, let nature = Nature(rawValue: name.key) else {
        return .badProperty(
          property, phrases.first?.span ?? property.span,
          wants: Phrase("nature: process or result", zh: "nature: process 或 result"))
      }
      lesson.nature = nature
    case "threshold":
      for phrase in phrases {
        if case ("zh", let text)? = phrase.inLanguage,
          let remark = lesson.thresholds.last?.remark
        {
          lesson.thresholds[lesson.thresholds.count - 1].remark = Phrase(remark.english, zh: text)
        } else if let threshold = Threshold(phrase) {
          lesson.thresholds.append(threshold)
        } else {
          return .badProperty(
            property, phrase.span,
            wants: Phrase(
              asWritten: "threshold: below 1% in \"Amazon\" from 2021-01-01 by \"60 days\""))
        }
      }
    case "beside", "per":
      for phrase in phrases {
        guard let name = phrase.soleName else {
          return .badProperty(
            property, phrase.span,
            wants: Phrase(asWritten: property.key == "per" ? "per: store" : "beside: tacos"))
        }
        if property.key == "per" { per.append(name) } else { lesson.beside.append(name) }
      }
    case "unit":
      if let name = phrases.first?.soleName, name.key == "hours" || name.key == "score" {
        lesson.unitWord = name.key
        unit = .number
        return nil
      }
      guard let name = phrases.first?.soleName, let unit = Unit(named: name.key)
      else {
        return .badProperty(
          property, phrases.first?.span ?? property.span,
          wants: Phrase(
            "unit: percent, money, count, number, days, hours or score",
            zh: "unit: percent、money、count、number、days、hours 或 score"))
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

extension Definition.Threshold {
  /// `most 4% in "TikTok Shop" from 2024-01-01 to 2025-12-31 by "7 days"`. The remark in Chinese
  /// stands behind it as a phrase of its own: `zh "7 天"`.
  fileprivate init?(_ phrase: PhraseSyntax) {
    guard let word = phrase.name(at: 0), let sense = Sense(rawValue: word.key),
      phrase.words.count >= 4, case .literal(let limit) = phrase.words[1],
      phrase.words.count.isMultiple(of: 2)
    else { return nil }
    var place: String?
    var first: Day?
    var last: Day?
    var remark: Phrase?
    for index in stride(from: 2, to: phrase.words.count, by: 2) {
      guard case .literal(let literal) = phrase.words[index + 1] else { return nil }
      switch (phrase.keyword(at: index), literal) {
      case ("in", .string(let text)): place = text
      case ("by", .string(let text)): remark = Phrase(asWritten: text)
      case ("from", .date(let date)): first = date.days(in: CalendarRules())?.0.lowerBound
      case ("to", .date(let date)): last = date.days(in: CalendarRules())?.0.upperBound
      default: return nil
      }
    }
    guard let place else { return nil }
    self.init(
      sense: sense, limit: limit, place: place, first: first, last: last, remark: remark)
  }
}

extension [PhraseSyntax] {
  /// `"a text", zh "一段文字"`; without the second the first serves both.
  fileprivate var inBothLanguages: Phrase? {
    var english: String?
    var chinese: String?
    for phrase in self {
      switch phrase.inLanguage {
      case (nil, let text)?: english = english.map { $0 + " " + text } ?? text
      case ("zh", let text)?: chinese = (chinese ?? "") + text
      default: return nil
      }
    }
    guard let text = english ?? chinese else { return nil }
    return Phrase(english ?? text, zh: chinese ?? text)
  }
}

extension PhraseSyntax {
  /// A text, and the code of its language where one stands before it.
  fileprivate var inLanguage: (language: String?, text: String)? {
    if let text = soleString { return (nil, text) }
    guard words.count == 2, let language = name(at: 0), let text = string(at: 1) else { return nil }
    return (language.key, text)
  }

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
