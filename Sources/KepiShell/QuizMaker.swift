// Questions about metrics at random: their own examples with fresh numbers, answered by the engine.
import KepiColumns
import KepiDiagnostics
import KepiLessons
import KepiReports
import KepiSemantics
import KepiSyntax

struct QuizMaker {
  let model: Model
  let describer: Describer
  let language: Language

  static let usualCount = 5
  static let greatestCount = 50

  /// The same questions for the same seed, wherever they are asked.
  func questions(count: Int, seed: Int) -> [AskedQuestion] {
    var dice = SplitMix(seed: UInt64(bitPattern: Int64(seed)))
    var metrics = model.catalogue.metrics.filter { $0.examples.contains(where: \.isShort) }
    var made: [AskedQuestion] = []
    while made.count < count, !metrics.isEmpty {
      let definition = metrics.remove(at: dice.below(metrics.count))
      // Numbers that give nothing, or a share of more than all, are thrown again.
      for _ in 0..<6 {
        if let question = question(on: definition, &dice) {
          made.append(question)
          break
        }
      }
    }
    return made
  }

  // MARK: One question

  private func question(on definition: Definition, _ dice: inout SplitMix) -> AskedQuestion? {
    guard case .metric(let alternatives) = definition.form else { return nil }
    let examples = definition.examples.filter(\.isShort)
    guard !examples.isEmpty else { return nil }
    let example = examples[dice.below(examples.count)]
    let fresh = example.withFreshNumbers(&dice)
    let unit = model.unit(of: definition) ?? .number
    guard fresh.bindings != example.bindings, let result = result(of: definition, fresh),
      let key = AnswerKey(result.computed, unit: unit, currency: nil),
      case .number(let number, _, _) = key, number != 0
    else { return nil }
    let usual = ((try? example.gives.constant(at: example.span))?.0).flatMap(\.double) ?? 0
    if unit == .percent, number > 1, usual <= 1 { return nil }

    let label = definition.label(in: language).map { "\($0) (`\(definition.name.text)`)" }
    let subject = label ?? "`\(definition.name.text)`"
    var lines = [
      Phrase(
        "What is \(subject), where", zh: "已知下列数值，\(subject) 是多少？"
      ).text(in: language), "",
    ]
    for binding in fresh.bindings { lines.append("- " + given(binding)) }
    var asked = AskedQuestion(
      prompt: lines.joined(separator: "\n"), key: key, shown: shown(result.computed, unit))
    asked.subject = definition.name.text
    asked.hint = hint(definition, alternatives[0])
    asked.reason = reason(definition, alternatives[0], result, asked.shown)
    asked.mistakes = mistakes(definition, alternatives[0], fresh, unit).filter {
      !$0.key.isSame(as: key)
    }
    return asked
  }

  private func result(
    of definition: Definition, _ example: Definition.Example
  ) -> ExampleRun.Result? {
    var copy = definition
    copy.examples = [example]
    return ExampleRun(model: model).results(for: copy).first
  }

  private func given(_ binding: BindingSyntax) -> String {
    let values = binding.values.map { $0.written }
    let text =
      values.count == 1
      ? values[0] : values.joined(separator: Phrase(", ", zh: "，").text(in: language))
    if let name = binding.name.single,
      let label = model.catalogue.definition(name.key)?.label(in: language)
    {
      return "\(label) (`\(name.text)`) = \(text)"
    }
    return "`\(binding.name.text)` = \(text)"
  }

  private func shown(_ value: Value, _ unit: Unit) -> String {
    switch value {
    case .exact(let number):
      return Int64(exactly: number.digits).map {
        NumberStyle.rounded.text($0, scale: number.scale, unit: unit, currency: nil)
      } ?? value.plainText
    case .approximate(let number):
      return NumberStyle.rounded.text(number, unit: unit, currency: nil) ?? value.plainText
    case .blank, .nothing, .text, .day, .truth: return value.plainText
    }
  }

  private func hint(_ definition: Definition, _ expression: ExpressionSyntax) -> String {
    let words = describer.inWords(expression)
    let meaning = definition.meaning.text(in: language)
    guard let words else { return meaning }
    let formula = Phrase("In words: ", zh: "用文字说：").text(in: language) + words
    return meaning + "\n\n" + formula
  }

  private func reason(
    _ definition: Definition, _ expression: ExpressionSyntax, _ result: ExampleRun.Result,
    _ shown: String
  ) -> String {
    let name = definition.name.text
    let formula = "\(name) = \(SyntaxPrinter.text(of: expression))"
    guard let numbers = result.inNumbers else { return "`\(formula)`" }
    return "`\(formula)`\n\n\(name) = \(numbers) = \(shown)"
  }

  // MARK: Mistakes

  private func mistakes(
    _ definition: Definition, _ expression: ExpressionSyntax, _ example: Definition.Example,
    _ unit: Unit
  ) -> [AskedQuestion.Mistake] {
    guard let formula = model.formulaOf(expression), formula.kind == .ratio else { return [] }
    var found: [AskedQuestion.Mistake] = []
    func add(_ number: Double, _ meaning: Phrase) {
      guard number.isFinite,
        let key = AnswerKey(.approximate(number), unit: unit, currency: nil)
      else { return }
      found.append(
        AskedQuestion.Mistake(
          key: key, shown: shown(.approximate(number), unit),
          meaning: meaning.text(in: language)))
    }
    if let mean = meanOfRows(definition, example) {
      add(
        mean,
        Phrase(
          "That is the mean of the rows' own ratios. The sums come first, and are divided once.",
          zh: "这是各行比率的平均：应先分别加总，最后只除一次"))
    }
    if let whole = result(of: definition, example)?.computed.double, whole != 0 {
      add(
        1 / whole,
        Phrase("That is the ratio upside down.", zh: "分子和分母颠倒了"))
    }
    return found
  }

  /// The mean of what each row gives by itself; `nil` where there is but one.
  private func meanOfRows(_ definition: Definition, _ example: Definition.Example) -> Double? {
    let count = example.bindings.map(\.values.count).max() ?? 1
    guard count > 1 else { return nil }
    var sum = 0.0
    for row in 0..<count {
      let bindings = example.bindings.map { binding in
        binding.values.count == 1
          ? binding
          : BindingSyntax(
            name: binding.name, values: Array(binding.values.dropFirst(row).prefix(1)))
      }
      guard bindings.allSatisfy({ !$0.values.isEmpty }),
        let value = result(
          of: definition,
          Definition.Example(bindings: bindings, gives: example.gives, span: example.span)
        )?.computed.double
      else { return nil }
      sum += value
    }
    return sum / Double(count)
  }
}

extension Definition.Example {
  /// Few enough numbers to reckon with, and hardly anything beside them.
  fileprivate var isShort: Bool {
    let others = bindings.count { binding in
      binding.values.contains { if case .number = $0 { false } else { true } }
    }
    return bindings.count <= 4 && others <= 1 && bindings.count > others
  }

  /// Other numbers in the same places. Zeros, texts, days and truths stay.
  fileprivate func withFreshNumbers(_ dice: inout SplitMix) -> Definition.Example {
    let bindings = bindings.map { binding -> BindingSyntax in
      // The rows of a column change together, and each a little by itself.
      let factor = 50 + dice.below(151)
      let isStars = binding.name.last.key == "stars"
      let values = binding.values.map { literal -> LiteralSyntax in
        guard case .number(let number) = literal, number.digits != 0 else { return literal }
        let jitter = 80 + dice.below(41)
        var digits = number.digits.magnitude
        if isStars {
          digits = UInt64(1 + dice.below(5))
        } else if digits < 10, number.scale == 0 {
          digits = UInt64(1 + dice.below(9))
        } else {
          let (product, overflow) = digits.multipliedReportingOverflow(by: UInt64(factor * jitter))
          guard !overflow else { return literal }
          digits = max(1, product / 10_000)
        }
        // A share is no more than all.
        if number.isPercent {
          var hundred: UInt64 = 100
          for _ in 0..<number.scale - 2 where number.scale > 2 { hundred *= 10 }
          digits = min(digits, hundred)
        }
        let signed = number.digits < 0 ? -Int64(clamping: digits) : Int64(clamping: digits)
        return .number(
          DecimalLiteral(digits: signed, scale: number.scale, isPercent: number.isPercent))
      }
      return BindingSyntax(name: binding.name, values: values)
    }
    return Definition.Example(bindings: bindings, gives: gives, span: span)
  }
}

/// SplitMix64, by Guy Steele, Doug Lea and Christine Flood: the same numbers for a seed everywhere.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to a limit, which it never reaches.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
