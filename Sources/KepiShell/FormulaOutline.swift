// The parts that a formula is told by: metrics by their names, and the facts they are made of.
import KepiColumns
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

/// The same for every line of an answer.
struct FormulaOutline {
  enum Piece: Equatable {
    case text(String)
    /// The part of this number.
    case part(Int)
  }

  struct Part {
    let name: String
    let label: Phrase?
    let formula: Formula
    var template: [Piece]
    /// What was added up or counted, where the part is that and no formula.
    var fact: Aggregate?
    /// Whether there is nothing further below.
    let isFact: Bool
  }

  private(set) var parts: [Part] = []
  /// Every formula whose value is needed, and its place among them.
  private(set) var asked: [Formula] = []
  private(set) var places: [Formula: Int] = [:]
  private let names: [Formula: [PartName]]
  private let model: Model
  private var known: [Key: Int] = [:]
  /// The metric whose formula is being taken apart.
  private var owner: String?

  private struct Key: Hashable {
    let formula: Formula
    let name: String
  }

  init(_ query: ResolvedQuery, in model: Model) {
    names = query.partNames
    self.model = model
  }

  /// The part that an item of the question is.
  mutating func root(of item: ResolvedQuery.Item) -> Int {
    let own = (names[item.formula] ?? []).last { $0.owner == nil }
    if let own, own.written == item.name || own.written == item.name.quotedAsName {
      return metric(item.formula, own)
    }
    let template = own.map { [.part(metric(item.formula, $0))] } ?? structure(of: item.formula)
    return add(
      Part(name: item.name, label: nil, formula: item.formula, template: template, isFact: false))
  }

  /// By name where it has one, else as it is written.
  func name(of formula: Formula) -> String {
    names[formula]?.last?.written
      ?? FormulaWording(model: model).text(of: formula, in: nil)
  }

  private mutating func add(_ part: Part) -> Int {
    ask(part.formula)
    parts.append(part)
    return parts.count - 1
  }

  private mutating func ask(_ formula: Formula) {
    guard places[formula] == nil else { return }
    places[formula] = asked.count
    asked.append(formula)
    if case .aggregate(let aggregate) = formula, let counting = aggregate.rowCounting {
      ask(.aggregate(counting))
    }
  }

  private mutating func metric(_ formula: Formula, _ name: PartName) -> Int {
    let key = Key(formula: formula, name: name.written)
    if let number = known[key] { return number }
    let outer = owner
    owner = name.metric
    defer { owner = outer }
    // One metric may be another by a second name.
    let inner = ownName(of: formula).flatMap { $0.metric == name.metric ? nil : $0 }
    let template = inner.map { [Piece.part(metric(formula, $0))] } ?? structure(of: formula)
    let number = add(
      Part(
        name: name.written, label: label(of: name), formula: formula, template: template,
        isFact: false))
    known[key] = number
    return number
  }

  /// What a formula is called in the definition that is being taken apart.
  private func ownName(of formula: Formula) -> PartName? {
    names[formula]?.last { $0.owner == owner }
  }

  /// `nil` where the label is but the name in other letters.
  private func label(of name: PartName) -> Phrase? {
    guard let definition = model.catalogue.definition(name.metric), let english = definition.label
    else { return nil }
    func folded(_ text: String) -> String { text.lowercased().replacing("_", with: " ") }
    let isName = folded(english) == folded(definition.name.text)
    guard !isName || definition.chineseLabel != nil else { return nil }
    return Phrase(isName ? "" : english, zh: definition.chineseLabel ?? english)
  }

  private mutating func fact(_ formula: Formula) -> Int {
    let key = Key(formula: formula, name: "")
    if let number = known[key] { return number }
    var aggregate: Aggregate?
    if case .aggregate(let found) = formula { aggregate = found }
    let number = add(
      Part(
        name: FormulaWording(model: model).text(of: formula, in: owner), label: nil,
        formula: formula, template: [], fact: aggregate, isFact: true))
    known[key] = number
    return number
  }

  // MARK: Templates

  private mutating func pieces(of formula: Formula) -> [Piece] {
    if let own = ownName(of: formula) { return [.part(metric(formula, own))] }
    return structure(of: formula)
  }

  /// The formula itself, whatever its own name.
  private mutating func structure(of formula: Formula) -> [Piece] {
    ask(formula)
    switch formula {
    case .aggregate, .days, .target: return [.part(fact(formula))]
    case .constant, .numbered, .group: return [.text(formula.written)]
    case .declared(let inner, _): return pieces(of: inner)
    case .arithmetic(let sign, let left, let right, _):
      return pieces(of: left, inside: sign, isRight: false) + [.text(" \(sign.rawValue) ")]
        + pieces(of: right, inside: sign, isRight: true)
    case .negated(let inner): return [.text("-")] + bracketed(inner)
    case .compare(let comparison, let left, let right):
      return pieces(of: left) + [.text(" \(comparison.rawValue) ")] + pieces(of: right)
    case .and(let parts): return list(parts, " and ")
    case .or(let parts): return list(parts, " or ")
    case .not(let inner): return [.text("not ")] + bracketed(inner)
    case .membership(let inner, let values):
      return pieces(of: inner)
        + [.text(" in (\(values.map(\.plainText).joined(separator: ", ")))")]
    case .like(let inner, let pattern):
      return pieces(of: inner) + [.text(" like " + Lexer.quoted(pattern))]
    case .isMissing(let inner): return pieces(of: inner) + [.text(" is missing")]
    case .conditional(let test, let then, let otherwise):
      return [.text("if ")] + pieces(of: test) + [.text(" then ")] + pieces(of: then)
        + [.text(" else ")] + pieces(of: otherwise)
    case .coalesce(let parts, _): return [.text("coalesce(")] + list(parts, ", ") + [.text(")")]
    case .absolute(let inner): return [.text("abs(")] + pieces(of: inner) + [.text(")")]
    case .rounded(let inner, let places):
      return [.text("round(")] + pieces(of: inner) + [.text(", \(places))")]
    }
  }

  private mutating func list(_ parts: [Formula], _ sign: String) -> [Piece] {
    var pieces: [Piece] = []
    for part in parts {
      if !pieces.isEmpty { pieces.append(.text(sign)) }
      pieces += bracketed(part, unless: sign == ", ")
    }
    return pieces
  }

  private mutating func bracketed(_ formula: Formula, unless isPlain: Bool = false) -> [Piece] {
    let pieces = pieces(of: formula)
    guard !isPlain, pieces.count > 1 else { return pieces }
    return [.text("(")] + pieces + [.text(")")]
  }

  /// In parentheses where the signs around would bind tighter.
  private mutating func pieces(
    of formula: Formula, inside sign: ArithmeticOperator, isRight: Bool
  ) -> [Piece] {
    ask(formula)
    var inner = formula
    while case .declared(let own, _) = inner, ownName(of: inner) == nil { inner = own }
    guard ownName(of: inner) == nil else { return pieces(of: inner) }
    switch inner {
    case .arithmetic(let own, _, _, _):
      let isLooser =
        own.isLoose && !sign.isLoose
        || isRight && own.isLoose == sign.isLoose && (sign == .minus || sign == .divided)
      return bracketed(inner, unless: !isLooser)
    case .conditional, .compare, .and, .or, .not, .membership, .like, .isMissing:
      return bracketed(inner)
    case .aggregate, .numbered, .constant, .group, .negated, .coalesce, .absolute, .rounded, .days,
      .target, .declared:
      return pieces(of: inner)
    }
  }
}

extension ArithmeticOperator {
  fileprivate var isLoose: Bool { self == .plus || self == .minus }
}

extension [FormulaOutline.Piece] {
  /// The part that is all there is.
  var solePart: Int? {
    guard count == 1, case .part(let number) = self[0] else { return nil }
    return number
  }

  var parts: [Int] {
    compactMap { if case .part(let number) = $0 { number } else { nil } }
  }
}
