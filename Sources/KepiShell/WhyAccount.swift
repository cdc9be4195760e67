// From the numbers of two periods to the parts of the change between them.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

/// A line of the account before it is rounded.
struct WhyEntry {
  enum Label: Equatable {
    case groups([Value])
    /// A driver or a line, by its name.
    case driver(String)
    /// What no driver is called.
    case mark(Phrase)
  }

  var label: Label
  var before: Value
  var after: Value
  /// Of a driver each has its own.
  var unit: Unit
  /// What each part did, in the order of the account's parts; one for a driver.
  var effects: [Double]
  var ratio: Effects.Ratio?
  var isOthers = false

  var moved: Double { effects.reduce(0, +) }
}

struct WhyAccount {
  let question: WhyQuestion
  let numbers: WhyNumbers
  let table: WhyLines
  let conversions: [[Value]: Effects.AtMeanRate]
  let isForPeople: Bool
  let language: Language

  /// The account before it is rounded and laid out.
  struct Draft {
    var entries: [WhyEntry] = []
    /// The columns of parts. None where the change itself is all there is to tell.
    var parts: [String] = []
    /// Whether the values before and after add up, so that each line's change is their difference.
    var isAdditive = false
    var before: Value = .blank
    var after: Value = .blank
    var method: Phrase = .empty
    /// Why the parts are none of a sum; the groups are shown as they are.
    var reason: Phrase?
    var remarks: [Phrase] = []
  }

  private var unit: Unit { numbers.whole.now.unit }

  func told() -> WhyTold? {
    let draft = table.groups.isEmpty || !numbers.query.axes.isEmpty ? grouped() : byDriver()
    return WhyLayout(account: self, draft: draft, isForPeople: isForPeople).told()
  }

  // MARK: By driver

  private func byDriver() -> Draft {
    guard let line = table.whole, let tree = numbers.tree else { return Draft() }
    var draft = Draft()
    draft.before = line.whole.before.value
    draft.after = line.whole.after.value
    switch tree.form {
    case .product(let parts):
      let atMean = conversions[[]]
      let (effects, rate) = factorEffects(of: line, parts, atMean)
      draft.method = effects.isAveraged ? .averagedOrders : .logarithmicMean
      for (place, part) in parts.enumerated() {
        let pair = line.parts[place]
        draft.entries.append(
          WhyEntry(
            label: .driver(part.name), before: pair.before.value, after: pair.after.value,
            unit: numbers.parts[place].now.unit, effects: [effects.factors[place]]))
      }
      draft.add(effects.new, as: .newMark, unit)
      draft.add(effects.ended, as: .endedMark, unit)
      draft.add(rate, as: .currencyMark, unit)
      draft.add(effects.rest, as: .restMark, unit)
    case .sum(let parts):
      draft.method = .differences
      draft.isAdditive = true
      for (place, part) in parts.enumerated() {
        let pair = line.parts[place]
        let before = part.isInverse ? pair.before.value.negated : pair.before.value
        let after = part.isInverse ? pair.after.value.negated : pair.after.value
        guard before.number != 0 || after.number != 0 else { continue }
        draft.entries.append(
          WhyEntry(
            label: .driver(part.name), before: before, after: after, unit: unit,
            effects: [after.number - before.number]))
      }
      let restBefore = draft.before.less(draft.entries.map(\.before))
      let restAfter = draft.after.less(draft.entries.map(\.after))
      let size = max(draft.before.number.magnitude, draft.after.number.magnitude)
      if max(restBefore.number.magnitude, restAfter.number.magnitude) > 1e-9 * size {
        draft.entries.append(
          WhyEntry(
            label: .mark(.restMark), before: restBefore, after: restAfter, unit: unit,
            effects: [restAfter.number - restBefore.number]))
      }
    case .shares(let parts, _):
      draft.method = .sharesOfLines
      for (place, part) in parts.enumerated() {
        let pair = share(line, place, part)
        guard pair.before != 0 || pair.after != 0 else { continue }
        draft.entries.append(
          WhyEntry(
            label: .driver(part.name), before: .approximate(pair.before),
            after: .approximate(pair.after), unit: unit, effects: [pair.after - pair.before]))
      }
      let rest = line.whole.change - draft.entries.reduce(0) { $0 + $1.moved }
      let size = max(draft.before.number.magnitude, draft.after.number.magnitude)
      if rest.magnitude > 1e-9 * max(size, 1e-6) { draft.add(rest, as: .restMark, unit) }
    }
    return draft
  }

  /// A line as its share of the denominator, in both periods; 0 where there is none.
  private func share(
    _ line: WhyLine, _ place: Int, _ part: DriverTree.Part
  ) -> (before: Double, after: Double) {
    let sign = part.isInverse ? -1.0 : 1.0
    func quotient(_ side: KeyPath<CellPair, Cell>) -> Double {
      guard let whole = line.shared?[keyPath: side].value.number, whole != 0 else { return 0 }
      return sign * line.parts[place][keyPath: side].value.number / whole
    }
    return (quotient(\.before), quotient(\.after))
  }

  /// The effects of the factors on an amount at the mean of its rates, and what the rates did.
  private func factorEffects(
    of line: WhyLine, _ parts: [DriverTree.Part], _ atMean: Effects.AtMeanRate?
  ) -> (FactorEffects, rate: Double) {
    let before = line.whole.before.value.number
    let after = line.whole.after.value.number
    // The price carries the currency: it is moved to the mean rate like the amount.
    let scaleBefore = atMean.map { before == 0 ? 1 : $0.before / before } ?? 1
    let scaleAfter = atMean.map { after == 0 ? 1 : $0.after / after } ?? 1
    var isScaled = false
    let factors = parts.enumerated().map { place, part in
      let pair = line.parts[place]
      var isPrice = false
      if !isScaled, !part.isInverse, case .money = numbers.parts[place].now.unit {
        isPrice = true
        isScaled = true
      }
      return Effects.Factor(
        before: pair.before.value.double.map { isPrice ? $0 * scaleBefore : $0 },
        after: pair.after.value.double.map { isPrice ? $0 * scaleAfter : $0 },
        isInverse: part.isInverse)
    }
    return (
      Effects.of(factors, from: atMean?.before ?? before, to: atMean?.after ?? after),
      atMean?.rate ?? 0
    )
  }

  // MARK: By group

  private func grouped() -> Draft {
    if let reason = reasonNotToAdd() { return shown(because: reason) }
    return numbers.fraction == nil ? additive() : ratio()
  }

  /// Why the parts of groups would mislead; `nil` where they add up.
  private func reasonNotToAdd() -> Phrase? {
    if numbers.whole.now.isOfItsOwn { return .noSum }
    guard let whole = table.whole, !numbers.query.axes.isEmpty else { return nil }
    func addsUp(_ pair: KeyPath<WhyLine, CellPair?>) -> Bool {
      [\CellPair.before, \CellPair.after].allSatisfy { side in
        let all = whole[keyPath: pair]?[keyPath: side].value ?? .blank
        let values = table.groups.compactMap { $0[keyPath: pair]?[keyPath: side].value }
        let rest = all.less(values)
        if rest.isExactOrBlank { return rest.number == 0 }
        return rest.number.magnitude <= 1e-9 * max(all.number.magnitude, 1)
      }
    }
    let holds =
      numbers.fraction == nil ? addsUp(\.ownWhole) : addsUp(\.top) && addsUp(\.bottom)
    if holds { return nil }
    return numbers.whole.now.countsDistinct ? .countedTwice : .groupsOverlap
  }

  /// The groups with their values, where no part of a change can be told.
  private func shown(because reason: Phrase) -> Draft {
    var draft = Draft()
    draft.reason = reason
    draft.before = table.whole?.whole.before.value ?? .blank
    draft.after = table.whole?.whole.after.value ?? .blank
    draft.entries = table.groups.map { line in
      WhyEntry(
        label: .groups(line.groups), before: line.whole.before.value,
        after: line.whole.after.value, unit: unit, effects: [line.whole.change])
    }
    return draft
  }

  private func additive() -> Draft {
    var draft = Draft()
    draft.isAdditive = true
    draft.before = table.whole?.whole.before.value ?? sum(\.before)
    draft.after = table.whole?.whole.after.value ?? sum(\.after)
    draft.entries = table.groups.map { line in
      WhyEntry(
        label: .groups(line.groups), before: line.whole.before.value,
        after: line.whole.after.value, unit: unit, effects: [line.whole.change])
    }
    switch numbers.tree?.form {
    case nil: draft.method = .differences
    case .product(let parts)?:
      if let place = quantity(parts), parts.count == 2, !parts[1 - place].isInverse,
        case .money = unit
      {
        volumeMixPrice(&draft, units: place)
      } else {
        byFactor(&draft, parts)
      }
    case .sum(let parts)?: byLine(&draft, parts)
    case .shares?: draft.method = .differences
    }
    if numbers.whole.now.isOfOneDay { draft.remarks.append(.stock) }
    return draft
  }

  private func sum(_ side: KeyPath<CellPair, Cell>) -> Value {
    Value.exact(.zero).less(table.groups.map { $0.whole[keyPath: side].value.negated })
  }

  /// The factor that is counted and not measured: what volume and mix are of.
  private func quantity(_ parts: [DriverTree.Part]) -> Int? {
    parts.indices.first { place in
      let formula = numbers.parts[place].now
      return !parts[place].isInverse && (formula.addsUpOverRows || formula.countsDistinct)
        && !formula.unit.isAmount
    }
  }

  private func volumeMixPrice(_ draft: inout Draft, units place: Int) {
    draft.method = .volumeMixPrice
    let sales = table.groups.map { line in
      let atMean = conversions[line.groups]
      return Effects.Sales(
        unitsBefore: line.parts[place].before.value.number,
        salesBefore: atMean?.before ?? line.whole.before.value.number,
        unitsAfter: line.parts[place].after.value.number,
        salesAfter: atMean?.after ?? line.whole.after.value.number)
    }
    let effects = Effects.of(sales)
    draft.parts = ["volume", "mix", "price", "new", "ended", "currency"]
    for (index, line) in table.groups.enumerated() {
      let own = effects[index]
      draft.entries[index].effects = [
        own.volume, own.mix, own.price, own.new, own.ended, conversions[line.groups]?.rate ?? 0,
      ]
    }
    draft.dropEmptyParts(after: 3)
  }

  private func byFactor(_ draft: inout Draft, _ parts: [DriverTree.Part]) {
    draft.method = .logarithmicMean
    let counted = quantity(parts)
    // Groups that came or went weigh in no share.
    let staying = table.groups.filter {
      $0.whole.before.value.number != 0 && $0.whole.after.value.number != 0
    }
    var growth = 0.0
    if let counted {
      let before = staying.reduce(0) { $0 + $1.parts[counted].before.value.number }
      let after = staying.reduce(0) { $0 + $1.parts[counted].after.value.number }
      growth =
        Effects.Factor(before: before, after: after).growth ?? 0
    }
    draft.parts =
      parts.indices.flatMap { $0 == counted ? ["volume", "mix"] : [parts[$0].name] }
      + ["new", "ended", "currency", "rest"]
    for (index, line) in table.groups.enumerated() {
      let (own, rate) = factorEffects(of: line, parts, conversions[line.groups])
      if own.isAveraged { draft.method = .averagedOrders }
      let before = conversions[line.groups]?.before ?? line.whole.before.value.number
      let after = conversions[line.groups]?.after ?? line.whole.after.value.number
      var effects: [Double] = []
      for place in parts.indices {
        guard place == counted else {
          effects.append(own.factors[place])
          continue
        }
        let volume =
          own.isAveraged || before * after <= 0 || own.factors.allSatisfy { $0 == 0 }
          ? 0 : Effects.logarithmicMean(after, before) * growth
        effects += [volume, own.factors[place] - volume]
      }
      draft.entries[index].effects = effects + [own.new, own.ended, rate, own.rest]
    }
    draft.dropEmptyParts(after: draft.parts.count - 4)
  }

  private func byLine(_ draft: inout Draft, _ parts: [DriverTree.Part]) {
    draft.method = .differences
    draft.parts = parts.map(\.name) + ["rest"]
    for (index, line) in table.groups.enumerated() {
      let effects = parts.indices.map { place in
        (parts[place].isInverse ? -1 : 1) * line.parts[place].change
      }
      let rest = line.whole.change - effects.reduce(0, +)
      let size = max(
        line.whole.before.value.number.magnitude, line.whole.after.value.number.magnitude, 1)
      draft.entries[index].effects = effects + [rest.magnitude > 1e-9 * size ? rest : 0]
    }
    draft.dropEmptyParts(after: 0)
  }

  private func ratio() -> Draft {
    var draft = Draft()
    draft.method = .mixAndRate
    let ratios = table.groups.map {
      $0.ratio ?? Effects.Ratio(topBefore: 0, bottomBefore: 0, topAfter: 0, bottomAfter: 0)
    }
    let whole = table.whole?.ratio ?? ratios.sum
    draft.before = whole.before.map { .approximate($0) } ?? .blank
    draft.after = whole.after.map { .approximate($0) } ?? .blank
    let parts = numbers.tree?.parts ?? []
    draft.parts = parts.isEmpty ? ["rate", "mix"] : parts.map(\.name) + ["mix", "rest"]
    for (line, own) in zip(table.groups, ratios) {
      guard let (rate, mix) = Effects.of(own, within: whole) else { continue }
      var entry = WhyEntry(
        label: .groups(line.groups), before: line.whole.before.value,
        after: line.whole.after.value, unit: unit, effects: [rate, mix], ratio: own)
      if !parts.isEmpty {
        let (drivers, rest) = driversOfRate(rate, line, own, parts, within: whole)
        entry.effects = drivers + [mix, rest]
      }
      draft.entries.append(entry)
    }
    if !parts.isEmpty {
      draft.method = .mixAndDrivers
      draft.dropEmptyParts(after: parts.count + 1)
    }
    return draft
  }

  /// The rate of a group by the drivers of its own ratio.
  private func driversOfRate(
    _ rate: Double, _ line: WhyLine, _ own: Effects.Ratio, _ parts: [DriverTree.Part],
    within whole: Effects.Ratio
  ) -> ([Double], rest: Double) {
    let none = (parts.map { _ in 0.0 }, rest: rate)
    guard own.before != nil, own.after != nil else { return none }
    let effects: [Double]
    switch numbers.tree?.form {
    case .product(let factors)?: effects = factorEffects(of: line, factors, nil).0.factors
    case .shares?:
      effects = parts.indices.map { place in
        let pair = share(line, place, parts[place])
        return pair.after - pair.before
      }
    case .sum?, nil: return none
    }
    // The rate is the mean share times the change of the ratio, and so are its drivers.
    let weight = Effects.meanShare(own, within: whole)
    let weighted = effects.map { $0 * weight }
    let rest = rate - weighted.reduce(0, +)
    let size = max(own.before?.magnitude ?? 0, own.after?.magnitude ?? 0) * weight.magnitude
    return (weighted, rest: rest.magnitude > 1e-9 * size ? rest : 0)
  }
}

extension WhyAccount.Draft {
  /// A part that no driver is answerable for, where there is one.
  fileprivate mutating func add(_ effect: Double, as mark: Phrase, _ unit: Unit) {
    guard effect != 0 else { return }
    entries.append(
      WhyEntry(label: .mark(mark), before: .blank, after: .blank, unit: unit, effects: [effect]))
  }

  /// Parts from a place on that no line has are no columns.
  fileprivate mutating func dropEmptyParts(after first: Int) {
    for place in parts.indices.reversed()
    where place >= first && entries.allSatisfy({ $0.effects[place] == 0 }) {
      parts.remove(at: place)
      for entry in entries.indices { entries[entry].effects.remove(at: place) }
    }
  }
}

extension WhyLine {
  /// The number itself, as the parts of a ratio are reached.
  fileprivate var ownWhole: CellPair? { whole }
}

extension [Effects.Ratio] {
  var sum: Effects.Ratio {
    reduce(Effects.Ratio(topBefore: 0, bottomBefore: 0, topAfter: 0, bottomAfter: 0)) {
      $0.adding($1)
    }
  }
}

extension Unit {
  fileprivate var isAmount: Bool { if case .money = self { true } else { false } }
}

extension Value {
  fileprivate var negated: Value {
    switch self {
    case .exact(let number): .exact(number.negated)
    case .approximate(let number): .approximate(-number)
    case .blank, .nothing, .text, .day, .truth: self
    }
  }

  /// Minus all of some others; exact as long as all are.
  fileprivate func less(_ others: [Value]) -> Value {
    if isExactOrBlank, others.allSatisfy(\.isExactOrBlank) {
      var rest = ExactNumber.zero
      if case .exact(let number) = self { rest = number }
      for case .exact(let number) in others {
        guard let next = try? rest.adding(number.negated) else {
          return .approximate(double ?? 0)
        }
        rest = next
      }
      return .exact(rest)
    }
    return .approximate(number - others.reduce(0) { $0 + $1.number })
  }
}
