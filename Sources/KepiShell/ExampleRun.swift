// The worked examples of metrics: the numbers that they give, run through the engine.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiSemantics
import KepiSyntax

struct ExampleRun {
  let model: Model

  struct Result {
    let example: Definition.Example
    let computed: Value
    let holds: Bool
    /// Its formula with the numbers put in: `200 / 800`. `nil` where it is one number.
    let inNumbers: String?
  }

  func results(for definition: Definition) -> [Result] {
    guard case .metric(let alternatives) = definition.form else { return [] }
    return definition.examples.map { example in
      let computed: Value
      var inNumbers: String?
      if let trial = ExampleTrial(model: model, example: example) {
        computed = trial.value(of: definition.name)
        inNumbers =
          alternatives[0].spelt { name in
            let name = Name(name, at: definition.span)
            return model.catalogue.isMetric(name.key) ? trial.value(of: name).bracketedText : nil
          } ?? trial.formulaInNumbers(of: definition.name)
      } else {
        computed = value(of: alternatives[0], with: example.bindings)
        inNumbers = alternatives[0].spelt { name in
          example.bindings.first { $0.name.single?.text == name }.map { binding in
            binding.values.count == 1 ? binding.values[0].written : binding.sum.bracketedText
          }
        }
      }
      let expected = (try? example.gives.constant(at: example.span))?.0 ?? .blank
      return Result(
        example: example, computed: computed, holds: computed.meets(expected),
        inNumbers: inNumbers)
    }
  }

  func problems(of name: Name) -> [Diagnostic] {
    guard let definition = model.catalogue.definition(name.key) else { return [] }
    return results(for: definition).filter { !$0.holds }.map { result in
      .error(
        .exampleWrong,
        Phrase(
          "the example of `\(name.text)` gives \(result.computed.plainText),"
            + " not \(result.example.gives.plainText)",
          zh: "`\(name.text)` 的示例算出 \(result.computed.plainText)，"
            + "而不是 \(result.example.gives.plainText)"),
        at: result.example.span)
    }
  }

  /// The formula over the metrics that an example binds: each is a constant, the rest is arithmetic.
  private func value(of expression: ExpressionSyntax, with bindings: [BindingSyntax]) -> Value {
    var given: [String: Value] = [:]
    for binding in bindings { given[binding.name.text.folded] = binding.sum }
    return (try? model.formula(expression, given: given)?.constantValue) ?? .blank
  }
}

// MARK: - The mean of the rows

extension ExampleRun {
  /// What the rows of a ratio's example come to one by one, and their mean, which is wrong; `nil`
  /// where it is the same as the ratio, and where rows have no ratio of their own.
  func meanOfRows(
    of definition: Definition, in example: Definition.Example
  ) -> (mean: String, rows: [String])? {
    guard case .metric(let alternatives) = definition.form,
      let formula = model.formulaOf(alternatives[0]), formula.kind == .ratio,
      formula.aggregates.allSatisfy({ $0.function == .sum && $0.context == .none })
    else { return nil }
    let lists = example.bindings.filter { $0.values.count > 1 }
    guard let count = lists.first?.values.count, count < 5, lists.count > 1,
      lists.allSatisfy({ list in
        list.values.count == count
          && list.values.allSatisfy { if case .number = $0 { true } else { false } }
      })
    else { return nil }
    var values: [Double] = []
    for row in 0..<count {
      let bindings = example.bindings.map { binding in
        BindingSyntax(
          name: binding.name,
          values: binding.values.count == 1 ? binding.values : [binding.values[row]])
      }
      let single = Definition.Example(bindings: bindings, gives: example.gives, span: example.span)
      guard let value = ExampleTrial(model: model, example: single)?.value(of: definition.name),
        let number = value.double
      else { return nil }
      values.append(number)
    }
    let isPercent = if case .number(let gives) = example.gives { gives.isPercent } else { false }
    func text(_ number: Double) -> String {
      isPercent
        ? Value.approximate(number * 100).shortText + "%" : Value.approximate(number).shortText
    }
    let mean = text(values.reduce(0, +) / Double(count))
    return mean == example.gives.written ? nil : (mean, values.map(text))
  }
}

/// An example that gives columns: made into rows, and asked as a question of them.
///
/// `order_lines.item_price = (60, 40)` makes two rows of that source; a column with one value has it
/// in every row, and of the columns that are not given the store is A, the site US, the currency
/// USD, the day the first of 2026, all others are empty. `month = 2026-02` is the period of the
/// question, `sku = "A"` its line, and a metric with a value is taken as given.
private struct ExampleTrial {
  private let questioner: Questioner
  private let clauses: String
  private let group: [Value]

  /// `nil` where the example gives no column.
  init?(model: Model, example: Definition.Example) {
    var rows: [String: [BindingSyntax]] = [:]
    var clauses: [String] = []
    var axes: [String] = []
    var group: [Value] = []
    var catalogue = model.catalogue
    var plain = model
    plain.soleParts = [:]
    for binding in example.bindings {
      if binding.name.parts.count == 2, let source = plain.source(binding.name.parts[0].key) {
        rows[source.key, default: []].append(binding)
      } else if let name = binding.name.single, Grain(rawValue: name.key) != nil {
        clauses.append("over \(binding.values.first?.dateText ?? "all")")
      } else if let name = binding.name.single, model.catalogue.isDimension(name.key) {
        axes.append(name.text.quotedAsName)
        group.append((try? binding.values.first?.constant(at: example.span))?.0 ?? .blank)
      } else if let name = binding.name.single {
        catalogue.fix(name, to: binding.sum, isMoney: model.isMoney(name))
      }
    }
    guard !rows.isEmpty else { return nil }
    var sources: [LoadedSource] = []
    plain.sources = plain.sources.map { source in
      guard let bindings = rows[source.key] else { return source.unloaded }
      let loaded = LoadedSource(source, bindings)
      sources.append(loaded)
      return loaded.schema
    }
    plain.catalogue = catalogue
    plain.asOf = nil
    plain.targets = []
    questioner = Questioner(
      model: plain, store: Store(sources), effort: ScanEffort(workerCount: 1),
      patience: .endless)
    let by = axes.isEmpty ? "" : " by " + axes.joined(separator: ", ")
    self.clauses = by + (clauses.isEmpty ? "" : " " + clauses.joined(separator: " "))
    self.group = group
  }

  func value(of name: Name) -> Value {
    guard let syntax = question(about: name), let query = try? questioner.resolve(syntax)
    else { return .blank }
    return line(of: query)?.cells.first?.value ?? .blank
  }

  /// The formula with what its sums and counts come to; `nil` where it is one of them.
  func formulaInNumbers(of name: Name) -> String? {
    guard let syntax = question(about: name),
      let query = try? questioner.resolve(syntax, namingParts: true), let item = query.items.first,
      !item.formula.isGuarded
    else { return nil }
    var outline = FormulaOutline(query, in: questioner.model)
    let root = outline.root(of: item)
    let template = outline.parts[root].template
    guard template.solePart == nil, !template.parts.isEmpty else { return nil }
    let asked = query.asking(
      outline.asked.map { ResolvedQuery.Item(name: "", formula: $0, span: query.span) })
    guard let line = line(of: asked) else { return nil }
    return template.map { piece in
      switch piece {
      case .text(let text): return text
      case .part(let number):
        guard let place = outline.places[outline.parts[number].formula] else { return "-" }
        return line.cells[place].value.bracketedText
      }
    }.joined()
  }

  private func question(about name: Name) -> QuerySyntax? {
    let text = SourceText(
      id: .init(0), name: "", text: name.text.quotedAsName + clauses)
    guard case .query(let syntax)? = ScriptSyntax.parse(text).script.statements.first?.form
    else { return nil }
    return syntax
  }

  /// That of the group the example asks for.
  private func line(of query: ResolvedQuery) -> QueryResult.Line? {
    (try? questioner.result(of: query))?.lines.first { line in
      zip(line.groups, group).allSatisfy { $0.matches($1) }
    }
  }
}

extension Formula {
  /// Whether it only says when there is a number at all, as that of one store has to be.
  fileprivate var isGuarded: Bool {
    switch self {
    case .declared(let inner, _): inner.isGuarded
    case .conditional(_, _, .constant(.blank, _)): true
    default: false
    }
  }
}

extension Model {
  fileprivate func isMoney(_ name: Name) -> Bool {
    guard let definition = catalogue.definition(name.key), case .money? = unit(of: definition)
    else { return false }
    return true
  }
}

extension Catalogue {
  /// Takes a metric as given.
  fileprivate mutating func fix(_ name: Name, to value: Value, isMoney: Bool) {
    let written = "metric x = \(value.plainText)" + (isMoney ? " USD" : "")
    let parsed = ScriptSyntax.parse(SourceText(id: .init(0), name: "", text: written)).script
    guard case .definition(let syntax)? = parsed.statements.first?.form,
      case .metric(let expressions) = syntax.form
    else { return }
    let known = definition(name.key)?.name ?? name
    _ = add(
      Definition(name: known, form: .metric(expressions), span: name.span, isShipped: false),
      replacesOwn: true)
  }
}

extension SourceSchema {
  fileprivate var unloaded: SourceSchema {
    SourceSchema(
      name: name, columns: columns, dayColumn: dayColumn, lastDayColumn: lastDayColumn,
      links: links, validity: validity, coverageColumn: nil, extent: nil, fedBy: fedBy)
  }
}

extension LoadedSource {
  /// Made-up rows of a source.
  fileprivate init(_ source: SourceSchema, _ bindings: [BindingSyntax]) {
    let count = bindings.map(\.values.count).max() ?? 0
    var columns: [Table.NamedColumn] = []
    for column in source.columns {
      let key = column.name.folded
      var cells = Array(repeating: Value.blank, count: count)
      if let binding = bindings.last(where: { $0.name.last.key == key }) {
        for row in 0..<count {
          let literal =
            binding.values.count == 1 ? binding.values.first : binding.values.dropFirst(row).first
          cells[row] = literal?.cell ?? .blank
        }
      } else if let standard = Self.standard[key] {
        cells = Array(repeating: .text(standard), count: count)
      } else if column.name == source.dayColumn {
        cells = Array(repeating: Self.newYear, count: count)
      }
      var unit = column.unit
      if case .money(.column) = unit, !source.columns.contains(where: { $0.name == "currency" }) {
        unit = .money(.fixed("USD"))
      }
      columns.append(
        Table.NamedColumn(name: column.name, unit: unit, column: Column(cells, unit)))
    }
    let table = Table(rowCount: count, columns: columns)
    let extent = SourceSchema.Extent(
      table: table, dayColumn: source.dayColumn, lastDayColumn: nil, declared: nil, step: .day)
    self.init(
      schema: SourceSchema(
        name: source.name,
        columns: columns.map { SourceSchema.Column(name: $0.name, unit: $0.unit) },
        dayColumn: extent.days == nil ? nil : source.dayColumn, links: source.links,
        validity: source.validity, extent: extent, fedBy: source.fedBy),
      table: table)
  }

  private static let newYear: Value = Day(year: 2026, month: 1, day: 1).map { .day($0) } ?? .blank
  private static let standard = [
    "store": "A", "site": "US", "platform": "amazon", "currency": "USD",
  ]
}

extension Column {
  fileprivate init(_ cells: [Value], _ unit: Unit) {
    switch unit {
    case .text:
      self = .text(
        TextColumn(cells.map { if case .text(let text) = $0 { text } else { nil } }))
    case .date:
      let days = cells.map { cell -> Int64? in
        if case .day(let day) = cell { Int64(day.number) } else { nil }
      }
      self = .date(
        DateColumn(days: days.map { $0 ?? 0 }, present: Bitmap(days.map { $0 != nil })))
    case .money, .count, .number, .percent, .days, .truth:
      let numbers = cells.map { cell -> ExactNumber? in
        switch cell {
        case .exact(let number): number
        case .truth(let truth): ExactNumber(truth ? 1 : 0)
        case .blank, .nothing, .approximate, .text, .day: nil
        }
      }
      let scale = numbers.compactMap { $0?.scale }.max() ?? 0
      let digits = numbers.map { number -> Int64 in
        Int64(clamping: (try? (number ?? .zero).rescaled(to: scale)) ?? 0)
      }
      self = .amount(
        AmountColumn(
          values: digits, scale: scale, present: Bitmap(numbers.map { $0 != nil })))
    }
  }
}

extension BindingSyntax {
  /// The numbers of a list added up.
  fileprivate var sum: Value {
    var sum: Value = .nothing
    for literal in values {
      guard let (value, _) = try? literal.constant(at: name.span) else { continue }
      sum = sum == .nothing ? value : sum.adding(value)
    }
    return sum
  }
}

extension LiteralSyntax {
  fileprivate var cell: Value {
    (try? constant(at: SourceSpan(in: .init(0), 0..<0)))?.0 ?? .blank
  }

  /// A date as it was written; `nil` for anything else.
  var dateText: String? {
    guard case .date(let date) = self else { return nil }
    let period = PeriodSyntax(
      .points(PointSyntax(.date(date), at: Self.nowhere), to: nil), at: Self.nowhere)
    return SyntaxPrinter.text(of: period)
  }

  private static let nowhere = SourceSpan(in: .init(0), 0..<0)
}

extension Value {
  /// As it stands in a formula.
  fileprivate var bracketedText: String {
    let text = shortText
    return text.isEmpty ? "-" : text.hasPrefix("-") ? "(\(text))" : text
  }

  fileprivate func adding(_ other: Value) -> Value {
    guard case .exact(let left) = self, case .exact(let right) = other,
      let sum = try? left.adding(right)
    else { return .blank }
    return .exact(sum)
  }

  /// Whether a result is what an example says: the same number but for the last bits of a division,
  /// or the same to as many places as were written, where that is at least five digits.
  fileprivate func meets(_ expected: Value) -> Bool {
    if isBlank || expected.isBlank { return isBlank && expected.isBlank }
    if matches(expected) { return true }
    guard let computed = double, let wanted = expected.double else { return false }
    let difference = (computed - wanted).magnitude
    if difference <= 1e-12 * wanted.magnitude { return true }
    guard case .exact(let number) = expected, number.magnitude.digits >= 10_000 else {
      return false
    }
    var half = 0.5
    for _ in 0..<number.scale { half /= 10 }
    return difference <= half * (1 + 1e-9)
  }
}
