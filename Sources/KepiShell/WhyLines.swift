// The numbers that a change is taken apart by: the formulas asked for, and what they came to.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiSemantics
import KepiSyntax

/// A formula for the period and the same for what it is compared with.
struct FormulaPair {
  let now: Formula
  let then: Formula

  var addsUpOverRows: Bool { now.addsUpOverRows && then.addsUpOverRows }
}

/// What one question asks the engine for, in the order of its items.
struct WhyNumbers {
  let name: String
  let tree: DriverTree?
  let whole: FormulaPair
  /// Numerator and denominator, where the number is divided last.
  let fraction: (top: FormulaPair, bottom: FormulaPair)?
  let parts: [FormulaPair]
  /// What lines are told as shares of.
  let shared: FormulaPair?
  let query: ResolvedQuery
  let baseline: Phrase
  /// Whether the line of all rows is asked for beside the groups, since their sum might be another.
  let asksWhole: Bool

  init(_ resolved: ResolvedQuery, tree: DriverTree?, question: WhyQuestion) {
    func pair(_ place: Int) -> FormulaPair {
      FormulaPair(
        now: resolved.items[4 * place].formula, then: resolved.items[4 * place + 1].formula)
    }
    name = resolved.items[0].name
    self.tree = tree
    whole = pair(0)
    let count = tree?.parts.count ?? 0
    parts = (0..<count).map { pair(1 + $0) }
    if case .shares? = tree?.form { shared = pair(1 + count) } else { shared = nil }
    if let now = whole.now.fraction, let then = whole.then.fraction {
      fraction = (
        FormulaPair(now: now.top, then: then.top), FormulaPair(now: now.bottom, then: then.bottom)
      )
    } else {
      fraction = nil
    }
    baseline = resolved.baselines.first?.label ?? .empty
    let sums = fraction.map { [$0.top, $0.bottom] } ?? [whole]
    let isParted = resolved.children.values.contains { !$0.axes.isEmpty }
    asksWhole =
      !resolved.axes.isEmpty
      && (isParted || whole.now.isOfItsOwn || !sums.allSatisfy(\.addsUpOverRows))
    let span = resolved.items[0].span
    var items: [ResolvedQuery.Item] = []
    func add(_ pair: FormulaPair, _ name: String) {
      items.append(ResolvedQuery.Item(name: name, formula: pair.now, span: span))
      items.append(ResolvedQuery.Item(name: name, formula: pair.then, span: span))
    }
    add(whole, name)
    if let fraction {
      add(fraction.top, name)
      add(fraction.bottom, name)
    }
    for (part, own) in zip(tree?.parts ?? [], parts) { add(own, part.name) }
    if let shared { add(shared, name) }
    query = resolved.asking(items, withWhole: asksWhole)
  }
}

/// A number of two periods.
struct CellPair {
  let before: Cell
  let after: Cell

  var change: Double { after.value.number - before.value.number }
}

/// One line of the engine, its cells sorted out.
struct WhyLine {
  let groups: [Value]
  let whole: CellPair
  let top: CellPair?
  let bottom: CellPair?
  let parts: [CellPair]
  let shared: CellPair?

  var ratio: Effects.Ratio? {
    guard let top, let bottom else { return nil }
    return Effects.Ratio(
      topBefore: top.before.value.number, bottomBefore: bottom.before.value.number,
      topAfter: top.after.value.number, bottomAfter: bottom.after.value.number)
  }
}

struct WhyLines {
  let groups: [WhyLine]
  /// The line of all rows; the one line where there are no groups.
  let whole: WhyLine?

  init(numbers: WhyNumbers, lines: [QueryResult.Line]) {
    let hasFraction = numbers.fraction != nil
    func line(_ line: QueryResult.Line) -> WhyLine {
      func pair(_ place: Int) -> CellPair {
        CellPair(before: line.cells[2 * place + 1], after: line.cells[2 * place])
      }
      let first = hasFraction ? 3 : 1
      return WhyLine(
        groups: line.groups, whole: pair(0), top: hasFraction ? pair(1) : nil,
        bottom: hasFraction ? pair(2) : nil,
        parts: numbers.parts.indices.map { pair(first + $0) },
        shared: numbers.shared == nil ? nil : pair(first + numbers.parts.count))
    }
    groups = lines.filter { $0.kind == .plain }.map(line)
    if numbers.query.axes.isEmpty {
      whole = groups.first
    } else {
      whole = lines.first { $0.kind == .total }.map(line)
    }
  }

  /// The currencies of all amounts, in the order of the alphabet.
  var currencies: [String] {
    var codes: Set<String> = []
    for line in groups + [whole].compactMap({ $0 }) {
      let pairs = [line.whole, line.top, line.bottom].compactMap { $0 }
      for cell in pairs.flatMap({ [$0.before, $0.after] }) {
        if case .one(let code) = cell.currency { codes.insert(code) }
      }
    }
    return codes.sorted()
  }

  /// Whether one side has any value at all: a ratio has where anything stands below its line.
  func hasAny(_ side: KeyPath<CellPair, Cell>) -> Bool {
    (whole.map { [$0] } ?? groups).contains { line in
      line.bottom.map { $0[keyPath: side].value.number != 0 }
        ?? (line.whole[keyPath: side].value != .blank)
    }
  }
}

extension Value {
  /// What is not there counts 0 in a sum.
  var number: Double { double ?? 0 }

  var isExactOrBlank: Bool {
    switch self {
    case .exact, .blank, .nothing: true
    case .approximate, .text, .day, .truth: false
    }
  }
}
