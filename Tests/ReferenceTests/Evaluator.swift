// The rules of evaluation followed to the letter: rows, loops and fractions, nothing clever.
import KepiColumns
import KepiDiagnostics
import KepiSyntax

/// A question that has no single right answer.
struct Refusal: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }

  static let weeks = "weeks do not move by months"
  static let months = "it cuts a month"
  static let currencies = "several currencies in every line"
}

/// What the definitions of a world say.
struct Definitions {
  var metrics: [String: ExpressionSyntax] = [:]
  var dimensions: [String: [ExpressionSyntax]] = [:]
  var segments: [String: ExpressionSyntax] = [:]
  var constants: [String: ExpressionSyntax] = [:]
  var periods: [String: PeriodSyntax] = [:]
  /// Metrics that several sources carry, in order of preference.
  var alternatives: [String: [ExpressionSyntax]] = [:]

  init(_ text: String) {
    var texts = SourceMap()
    let script = ScriptSyntax.parse(texts.add(name: "definitions", text: text)).script
    for case .definition(let definition) in script.statements.map(\.form) {
      guard let name = definition.name?.key else { continue }
      switch definition.form {
      case .metric(let expressions):
        metrics[name] = expressions.first
        if expressions.count > 1 { alternatives[name] = expressions }
      case .dimension(let expressions): dimensions[name] = expressions
      case .segment(let expression): segments[name] = expression
      case .constant(let expression): constants[name] = expression
      case .param(let expression): constants[name] = expression
      case .period(let period): periods[name] = period
      case .source, .joinedSource, .kind, .target, .targets, .report, .calendar, .fx, .alias: break
      }
    }
  }
}

/// What is left over of a name of the grouping by the lines that are shown.
struct Remainder {
  let name: String
  let shown: Set<Cell>
}

/// What a metric is a function of (R1).
struct Context {
  var grains: [Unit] = []
  /// The question's period, or what brackets made of it.
  var question: Stretch
  /// The days that are read. `nil` where there is no such bucket.
  var bucket: Stretch?
  /// The bucket before it was moved.
  var origin: Stretch?
  /// Groups, each a value for some keys; a row belongs where it agrees with any of them.
  var groups: [[String: Cell]] = [[:]]
  /// For the line of the others the names that it shares with the shown lines.
  var seenGroup: [String: Cell]?
  var conditions: [ExpressionSyntax] = []
  /// Only the conditions that are not themselves on metrics.
  var isAttribute = false
  /// The line's own columns, for `having` and `sort`.
  var columns: [String: Cell] = [:]
  /// Called with each row that is read, after `where` and before brackets.
  var isDiscovery = false
  /// Nothing is gathered: rows are only asked for their groups.
  var isSearch = false
  /// The bucket's number, for the lines that rows make.
  var place = 0
  /// Whether brackets or a baseline moved the days or set a window.
  var isTimed = false
  /// Whether brackets dropped a name of the grouping.
  var isCoarser = false
  /// In the line of the others.
  var others: Remainder?
  /// Whether rows are those that the line of the others leaves over, of whatever groups.
  var isRemainder = false
  /// The brackets that were entered.
  var path = ""
}

/// A row of a source, whether the question lets it through, and its groups.
struct Entry {
  let row: RowRef
  /// Lets it through as far as its conditions are not on metrics.
  let passesPlain: Bool
  var passes = true
  var keys: [String: Cell] = [:]
}

final class Evaluator {
  let world: World
  var definitions: Definitions
  /// Sources that others lead to.
  let parents: Set<String>

  // Of the question at hand.
  var steps = Steps()
  var conversion: Conversion?
  /// The last value of each aggregate in each group, by the brackets that it stands in.
  var carried: [String: Cell] = [:]
  var keys: [(name: String, expression: ExpressionSyntax)] = []
  /// The rows of each source, each as often as it has children that the question asks for.
  var entries: [String: [Entry]] = [:]
  var whereConditions: [ExpressionSyntax] = []
  /// First and last days of sources and of their stores, looked up once.
  private var extents: [String: ClosedRange<Int>?] = [:]
  var attributeValues: [String: Cell] = [:]
  var sourceNames: [String] = []
  /// Leaves out what brackets give days of its own.
  var skipsTimed = false
  var asOf = 0
  var writtenAsOf: Int?
  var period = Stretch(0...0, unit: nil)
  var fill: FillSyntax?
  var places: [Place] = []
  var discovered: [Int: [String: [String: Cell]]] = [:]
  var loaded = 0...0
  /// Rows without a day belong to a question about all that is loaded, but to no step of it.
  var takesUndated = false

  init(_ world: World) {
    self.world = world
    definitions = Definitions(world.definitions)
    parents = Set(world.sources.flatMap { $0.links.map(\.target) })
  }

  func source(_ name: String) throws -> Source {
    guard let source = world.source(name) else { throw Refusal("no source \(name)") }
    return source
  }

  // MARK: Metrics

  func value(_ expression: ExpressionSyntax, _ context: Context) throws -> Cell {
    switch expression.form {
    case .name(let path):
      if let cell = context.columns[path.text] { return cell }
      let key = path.parts.map(\.key).joined(separator: ".")
      if let metric = definitions.metrics[key] { return try value(metric, inside(context)) }
      if let constant = definitions.constants[key] { return try value(constant, context) }
      throw Refusal("\(path.text) is no metric")
    case .literal(let literal): return Evaluator.cell(literal)
    case .quantity(let number, let unit):
      return .number(Evaluator.fraction(number), currency: unit.text)
    case .call(let path, let isDistinct, let arguments):
      return try call(path.text, isDistinct, arguments, context)
    case .context(let inner, let modifiers):
      if modifiers.contains(where: { $0.form == .target }) {
        guard modifiers.count == 1 else { throw Refusal("a target in a changed context") }
        // It has the lines that its metric would have there.
        if context.isDiscovery { _ = try value(inner, inside(context)) }
        return try target(of: inner, context)
      }
      var context = inside(context)
      context.path += " \(expression.span.source.number) \(expression.span.start)"
      // Always in this order of meaning: rows, grouping, period.
      let only = modifiers.compactMap { modifier -> String? in
        if case .only(let path) = modifier.form { path.text } else { nil }
      }
      for modifier in modifiers where modifier.form.rank == 0 {
        try apply(modifier, to: &context)
      }
      if !only.isEmpty { try applyOnly(only, to: &context) }
      for rank in 1...2 {
        for modifier in modifiers where modifier.form.rank == rank {
          try apply(modifier, to: &context)
        }
      }
      return try value(inner, context)
    case .parenthesised(let inner): return try value(inner, context)
    case .negated, .not, .binary, .between, .membership, .like, .isMissing, .conditional:
      return try Operators.combine(expression) { try self.value($0, context) }
    case .absent: throw Refusal("nothing there")
    }
  }

  /// Inside a metric and inside brackets, names are metrics and not columns of the answer.
  private func inside(_ context: Context) -> Context {
    var context = context
    context.columns = [:]
    return context
  }

  static func fraction(_ literal: DecimalLiteral) -> Fraction {
    Fraction(Int128(literal.digits), over: Fraction.powerOfTen(literal.scale))
  }

  static func cell(_ literal: LiteralSyntax) -> Cell {
    switch literal {
    case .number(let number): .number(fraction(number), currency: nil)
    case .string(let text): .text(text)
    case .date(.day(let year, let month, let day)):
      Day(year: year, month: month, day: day).map { .day($0.number) } ?? .blank
    case .date: .blank
    case .truth(let truth): .truth(truth)
    case .missing: .blank
    }
  }

  // MARK: Brackets

  private func apply(_ modifier: ModifierSyntax, to context: inout Context) throws {
    if modifier.form.isTimed { context.isTimed = true }
    switch modifier.form {
    case .all, .only: context.isCoarser = true
    case .condition, .target, .previous, .ago, .rolling, .running, .toDate, .over: break
    }
    switch modifier.form {
    case .condition(let condition): context.conditions.append(condition)
    case .previous:
      try move(&context, back: nil)
    case .ago(let span):
      let length = try self.length(span)
      try move(&context, back: length)
    case .rolling(let span):
      let length = try self.length(span)
      // Weeks that end with any day are days.
      let unit = length.unit == .week ? Length(count: 7 * length.count, unit: .day) : length
      setWindow(&context, unit) { _, last in Steps.window(length, endingOn: last).lowerBound }
    case .running(let isAll):
      let loaded = self.loaded.lowerBound
      setWindow(&context, nil) { context, _ in
        isAll ? loaded : context.question.shown?.lowerBound ?? loaded
      }
    case .toDate(let unitName):
      guard let unit = Unit(word: unitName.key) else { throw Refusal("no unit") }
      let steps = self.steps
      var step = 0...0
      setWindow(&context, nil) { context, _ in
        let end = context.bucket.map(Evaluator.end) ?? 0
        step = steps.range(of: unit, holding: end)
        return step.lowerBound
      }
      // What it is a part of moves as a whole.
      if let days = context.bucket?.full {
        var bucket = Stretch(step, unit: Length(count: 1, unit: unit))
        bucket.tail = days.count
        context.bucket = bucket
      }
    case .all(let path):
      guard let path else {
        context.groups = context.groups.map { _ in [:] }
        context.isRemainder = false
        context.seenGroup = context.seenGroup.map { _ in [:] }
        dropGrains(&context) { _ in true }
        return
      }
      if let unit = Unit(word: path.text), isGrain(path.text) {
        dropGrains(&context) { $0 == unit }
      } else {
        guard keys.contains(where: { $0.name == path.text }) else {
          throw Refusal("all \(path.text), which is not in by")
        }
        drop(&context) { $0 != path.text }
      }
    case .only: break
    case .over(let syntax):
      // What has no partner has none for a fixed period either.
      guard context.bucket != nil else { return }
      let stretch = try stretch(syntax)
      context.question = stretch
      context.bucket = stretch
      context.grains = []
      context.origin = nil
    case .target: break
    }
  }

  /// Several `only` in one bracket keep several groupings, so they are applied as one.
  private func applyOnly(_ names: [String], to context: inout Context) throws {
    for name in names where !isGrain(name) && !keys.contains(where: { $0.name == name }) {
      throw Refusal("only \(name), which is not in by")
    }
    if !keys.allSatisfy({ names.contains($0.name) })
      || !context.grains.allSatisfy({ names.contains("\($0)") })
    {
      context.isCoarser = true
    }
    drop(&context) { names.contains($0) }
    dropGrains(&context) { !names.contains("\($0)") }
  }

  /// Under a changed grouping the line of the others holds the rows of all that it leaves over.
  private func drop(_ context: inout Context, keeping isKept: (String) -> Bool) {
    if let others = context.others {
      context.isRemainder =
        isKept(others.name) && (context.isRemainder || context.groups[0][others.name] != nil)
      context.groups = [
        context.groups[0].filter { isKept($0.key) && $0.key != others.name }
      ]
    } else {
      context.groups = context.groups.map { $0.filter { isKept($0.key) } }
    }
    context.seenGroup = context.seenGroup?.filter { isKept($0.key) }
  }

  private func isGrain(_ name: String) -> Bool {
    Unit(word: name) != nil && definitions.dimensions[name] == nil
  }

  private func dropGrains(_ context: inout Context, where isDropped: (Unit) -> Bool) {
    let left = context.grains.filter { !isDropped($0) }
    guard left != context.grains else { return }
    drop(&context) { _ in true }
    if let unit = left.max(), let bucket = context.bucket, let shown = bucket.shown {
      let range = steps.range(of: unit, holding: shown.lowerBound)
      context.bucket = clip(
        Stretch(range, unit: Length(count: 1, unit: unit)), to: context.question)
    } else {
      context.bucket = context.question
    }
    context.grains = left
  }

  /// A bucket as far as the question's period lets it be seen.
  func clip(_ bucket: Stretch, to question: Stretch) -> Stretch {
    var bucket = bucket
    guard let shown = question.shown else { return bucket }
    bucket.head = max(0, shown.lowerBound - bucket.full.lowerBound)
    if shown.upperBound < bucket.full.upperBound {
      bucket.tail = shown.upperBound - bucket.full.lowerBound + 1
    }
    if question.isUnfinished, !question.isMoved, asOf < bucket.full.upperBound {
      bucket.isUnfinished = true
    }
    return bucket
  }

  /// Moves a bucket, and the question's period with it; without a length as many units as it has.
  func move(_ context: inout Context, back length: Length?) throws {
    guard let bucket = context.bucket else { return }
    let length = length ?? bucket.unit ?? Length(count: bucket.full.count, unit: .day)
    do {
      let isWhole = bucket == context.question
      if context.origin == nil { context.origin = bucket }
      context.bucket = try bucket.moved(back: length, steps)
      if isWhole, let moved = context.bucket {
        context.question = moved
      } else if let days = context.question.shown,
        let moved = try Stretch(days, unit: nil).moved(back: length, steps)
      {
        context.question = moved
      }
    } catch {
      throw Refusal(Refusal.weeks)
    }
  }

  /// The days that end with the bucket's last day, or the as-of day if that is earlier (R11).
  private func setWindow(
    _ context: inout Context, _ length: Length?, from first: (Context, Int) -> Int
  ) {
    guard let bucket = context.bucket else { return }
    let last = min(Evaluator.end(bucket), asOf)
    let start = first(context, last)
    context.origin = nil
    context.grains = []
    guard start <= last else {
      context.bucket = nil
      return
    }
    context.bucket = Stretch(start...last, unit: length)
  }

  /// What is measured at a bucket's end has the whole bucket as its partner (R10).
  private static func end(_ bucket: Stretch) -> Int {
    bucket.isShifted
      ? bucket.full.upperBound : bucket.shown?.upperBound ?? bucket.full.upperBound
  }

  func length(_ span: SpanOfUnits) throws -> Length {
    guard let unit = Unit(word: span.unit.key) else { throw Refusal("no unit \(span.unit.text)") }
    return Length(count: span.count, unit: unit)
  }

  // MARK: Aggregates

  private func call(
    _ name: String, _ isDistinct: Bool, _ arguments: [ExpressionSyntax], _ context: Context
  ) throws -> Cell {
    switch name {
    case "days":
      guard let shown = readDays(context, of: nil, cuts: true) else { return .blank }
      return .count(shown.count)
    case "abs", "round", "coalesce":
      return try Operators.function(name, arguments) { try self.value($0, context) }
    case "closing", "opening", "mean_of_days":
      return try semiAdditive(name, arguments, context)
    case "converted": return try converted(arguments, context)
    case "sum", "count", "rows", "min", "max", "avg", "median":
      // Only stock is carried on; what happened is not.
      if fill == .previous { throw Refusal("a sum is not carried on") }
      let source = try self.source(try sourceName(of: arguments[0]))
      let read = try rows(of: source, context, cuts: true)
      return try finish(name, isDistinct, arguments[0], source, read, context)
    default: throw Refusal("no function \(name)")
    }
  }

  struct Read {
    /// Rows of the context's groups.
    var rows: [RowRef] = []
    /// Rows of all groups, after `where` and brackets.
    var all: [RowRef] = []
    var isCovered = true
    var isSeen = false
    /// Whether a row of the groups met `where`, whatever the brackets say.
    var hasOwnRow = false

    /// A parent counts once, however many of its children are asked for (R14).
    mutating func countParentsOnce() {
      var known: Set<Int> = []
      rows = rows.filter { known.insert($0.index).inserted }
      known = []
      all = all.filter { known.insert($0.index).inserted }
    }
  }

  /// The days that an aggregate reads. `nil` where there are none.
  private func readDays(_ context: Context, of source: Source?, cuts: Bool) -> ClosedRange<Int>? {
    guard let bucket = context.bucket else { return nil }
    var last = writtenAsOf ?? Int.max
    var days: ClosedRange<Int>
    if !cuts, bucket.isShifted {
      days = bucket.full
    } else {
      guard let shown = bucket.shown else { return nil }
      days = shown
    }
    if bucket.isUnfinished, !bucket.isMoved { last = min(last, asOf) }
    // An unfinished bucket is compared with as many days of its partner (R10).
    if cuts, let origin = context.origin, let seen = origin.shown {
      let ends = [origin.isUnfinished ? asOf : nil, source.flatMap { covered($0) }?.upperBound]
      if let end = ends.compactMap({ $0 }).min(), seen.contains(end),
        end < origin.full.upperBound
      {
        last = min(last, bucket.full.lowerBound + (end - origin.full.lowerBound))
      }
    }
    guard days.lowerBound <= last else { return nil }
    return days.lowerBound...min(days.upperBound, last)
  }

  /// The days that a source covers, or one value of its column of coverage by itself: to the as-of
  /// day as written.
  private func covered(_ source: Source, _ part: Cell? = nil) -> ClosedRange<Int>? {
    let id = part.map { "\(source.name) \($0.identity)" } ?? source.name
    if extents[id] == nil {
      extents[id] = .some(
        source.days { row in
          guard let part, let column = source.coverage else { return true }
          return source.rows[row][column] ?? .blank == part
        })
    }
    guard let known = extents[id], let days = known else { return nil }
    guard let writtenAsOf else { return days }
    guard days.lowerBound <= writtenAsOf else { return nil }
    return days.lowerBound...min(days.upperBound, writtenAsOf)
  }

  private func isCovered(
    _ source: Source, _ days: ClosedRange<Int>?, _ context: Context
  ) throws -> Bool {
    guard source.time != nil else { return true }
    guard let days else { return false }
    guard let column = source.coverage else {
      return covered(source)?.overlaps(days) ?? false
    }
    // The line's own store; else any of those that the conditions on the store let in, or any at
    // all where they let in none.
    let isOfOwn = try context.groups.contains { group in
      try group.keys.contains { try isSole(column, of: source, keyExpression($0)) }
    }
    func parts(where holds: (RowRef) throws -> Bool) throws -> Set<Cell> {
      Set(
        try source.rows.indices.filter { try holds(RowRef($0)) }
          .map { source.rows[$0][column] ?? .blank })
    }
    var open = try parts { row in
      if isOfOwn {
        return try context.groups.contains { group in
          try group.allSatisfy { key, value in
            guard try isSole(column, of: source, keyExpression(key)) else { return true }
            return try self.row(keyExpression(key), source, row, nil) == value
          }
        }
      }
      return try (whereConditions + context.conditions.flatMap(conjuncts)).allSatisfy { condition in
        guard try isSole(column, of: source, condition) else { return true }
        return try self.holds(condition, source, row, context)
      }
    }
    if open.isEmpty, !isOfOwn { open = try parts { _ in true } }
    return open.contains { covered(source, $0)?.overlaps(days) ?? false }
  }

  private func keyExpression(_ name: String) -> ExpressionSyntax {
    if let key = keys.first(where: { $0.name == name }) { return key.expression }
    let span = SourceSpan(in: SourceText.ID(0), 0..<0)
    return ExpressionSyntax(.name(NamePath([Name(name, at: span)])), at: span)
  }

  /// Whether an expression over a source's rows speaks of one column of it and of nothing else.
  private func isSole(
    _ column: String, of source: Source, _ expression: ExpressionSyntax
  ) throws -> Bool {
    var isOther = false
    var isFound = false
    try forEachName(in: expression, of: source) { parts in
      if parts == [source.name, column] { isFound = true } else { isOther = true }
    }
    return isFound && !isOther
  }

  func rows(of source: Source, _ context: Context, cuts: Bool) throws -> Read {
    let days = readDays(context, of: source, cuts: cuts)
    guard let entries = entries[source.name] else {
      throw Refusal("\(source.name) is not of the question")
    }
    var read = Read()
    read.isCovered = try isCovered(source, days, context)
    var hasChildren = false
    for entry in entries {
      let index = entry.row.index
      if source.time != nil {
        if let own = source.days(of: index) {
          guard let days, days.overlaps(own) else { continue }
          if context.isSearch, !days.contains(own.lowerBound) { continue }
          // A row that stands for a month is cut by no window (R5).
          if own.clamped(to: days) != own, !context.isSearch {
            if context.isAttribute ? entry.passesPlain : entry.passes {
              throw Refusal(Refusal.months)
            }
            continue
          }
        } else {
          guard takesUndated, !context.isTimed else { continue }
        }
      }
      guard context.isAttribute ? entry.passesPlain : entry.passes else { continue }
      let isOfGroup =
        try isOf(context.groups, entry, source) && isLeftOver(entry, source, context)
      read.hasOwnRow = read.hasOwnRow || isOfGroup
      if context.isDiscovery, !context.isCoarser { discover(entry.keys, at: context.place) }
      hasChildren = hasChildren || !entry.row.children.isEmpty
      guard let row = try row(entry.row, of: source, meeting: context) else { continue }
      read.all.append(row)
      if isOfGroup { read.rows.append(row) }
    }
    if hasChildren { read.countParentsOnce() }
    read.isSeen = try !read.rows.isEmpty || isSeen(context, entries, source)
    return read
  }

  /// Whether a source has rows of the groups at all, before `where` (R7).
  private func isSeen(_ context: Context, _ entries: [Entry], _ source: Source) throws -> Bool {
    let groups = context.groups + (context.seenGroup.map { [$0] } ?? [])
    return try entries.contains { entry in
      if let writtenAsOf, let day = source.day(of: entry.row.index), day > writtenAsOf {
        return false
      }
      return try isOf(groups, entry, source)
    }
  }

  private func isOf(_ groups: [[String: Cell]], _ entry: Entry, _ source: Source) throws -> Bool {
    try groups.contains { group in
      try group.allSatisfy { key, value in
        try entry.keys[key] ?? rowName([key], source, entry.row, nil) == value
      }
    }
  }

  private func isLeftOver(
    _ entry: Entry, _ source: Source, _ context: Context
  ) throws -> Bool {
    guard context.isRemainder, let others = context.others else { return true }
    let value = try entry.keys[others.name] ?? rowName([others.name], source, entry.row, nil)
    return !others.shown.contains(value)
  }

  /// The row where it meets the conditions of the brackets, all with the same child (R14).
  private func row(
    _ row: RowRef, of source: Source, meeting context: Context
  ) throws -> RowRef? {
    guard !context.conditions.isEmpty else { return row }
    return try expanded(row, of: source, for: context.conditions).first { row in
      try context.conditions.allSatisfy { try holds($0, source, row, context) }
    }
  }

  func discover(_ values: [String: Cell], at place: Int) {
    discovered[place, default: [:]][groupID(values)] = values
  }

  func groupID(_ values: [String: Cell]) -> String {
    keys.map { key in values[key.name]?.identity ?? "?" }.joined(separator: "\u{1}")
  }

  private func semiAdditive(
    _ name: String, _ arguments: [ExpressionSyntax], _ context: Context
  ) throws -> Cell {
    let inner = try plainAggregate(arguments[0])
    guard case .call(let path, let isDistinct, let parts) = inner.form else { return .blank }
    let source = try self.source(try sourceName(of: parts[0]))
    guard source.time != nil else { throw Refusal("\(name) of a source without time") }
    let cuts = name == "mean_of_days"
    if cuts, fill == .previous { throw Refusal("a mean is not carried on") }
    var read = try rows(of: source, context, cuts: cuts)
    guard read.isCovered || fill == .previous else { return .blank }
    // A row without a day stands for none.
    func isDated(_ row: RowRef) -> Bool { source.day(of: row.index) != nil }
    read.all = read.all.filter(isDated)
    read.rows = read.rows.filter(isDated)
    func day(_ row: RowRef) -> Int { source.day(of: row.index) ?? 0 }
    guard !read.all.isEmpty || fill == .previous else {
      return fill == .zero && name != "mean_of_days" ? .number(.zero, currency: nil) : .blank
    }
    if name == "mean_of_days" {
      let dayCount = Set(read.all.map(day)).count
      let total = try finish(path.text, isDistinct, parts[0], source, read, context)
      return try Operators.arithmetic(.divided, total, .count(dayCount))
    }
    let pick: (Int, Int) -> Int = name == "closing" ? { max($0, $1) } : { min($0, $1) }
    var chosen: [String: Int] = [:]
    func part(_ row: RowRef) throws -> String {
      guard arguments.count > 1 else { return "" }
      return try self.row(arguments[1], source, row, context).identity
    }
    for row in read.all {
      let part = try part(row)
      chosen[part] = chosen[part].map { pick($0, day(row)) } ?? day(row)
    }
    read.rows = try read.rows.filter { chosen[try part($0)] == day($0) }
    if fill == .previous {
      let span = arguments[0].span
      let groups = context.groups.map(groupID).joined(separator: "\u{2}")
      let id = "\(name) \(span.source.number) \(span.start) \(context.path) \(groups)"
      read.isCovered = true
      let hasValue = try read.rows.contains {
        try !self.row(parts[0], source, $0, context).isBlank
      }
      if hasValue {
        carried[id] = try finish(path.text, isDistinct, parts[0], source, read, context)
      }
      return carried[id] ?? .blank
    }
    return try finish(path.text, isDistinct, parts[0], source, read, context)
  }

  /// The aggregate behind the names of metrics.
  private func plainAggregate(_ expression: ExpressionSyntax) throws -> ExpressionSyntax {
    switch expression.form {
    case .name(let path):
      guard let metric = definitions.metrics[path.text] else { throw Refusal("not an aggregate") }
      return try plainAggregate(metric)
    case .parenthesised(let inner): return try plainAggregate(inner)
    default: return expression
    }
  }

  private func finish(
    _ name: String, _ isDistinct: Bool, _ argument: ExpressionSyntax, _ source: Source,
    _ read: Read, _ context: Context
  ) throws -> Cell {
    guard read.isCovered else { return .blank }
    if fill == .blank, !read.hasOwnRow { return .blank }
    if name == "rows" { return .count(read.rows.count) }
    var values: [Cell] = []
    var lost = 0
    for row in read.rows {
      let value = converted(try self.row(argument, source, row, context), source, row)
      if value.isBlank {
        if try conversion != nil || reaches(argument, source), try hasAmount(argument, source, row)
        {
          lost += 1
        }
      } else {
        values.append(value)
      }
    }
    if name == "count" {
      guard isDistinct else { return .count(values.count) }
      return .count(Set(values).count)
    }
    if name == "min" || name == "max" {
      let order = name == "min" ? -1 : 1
      guard try isOneCurrency(values) else { return .mixed }
      return values.reduce(nil as Cell?) { best, value in
        guard let best else { return value }
        return value.valueOrder(to: best) == order ? value : best
      } ?? .blank
    }
    // A zero adds nothing in any currency.
    let counted = values.filter { name == "median" || $0.fraction != .zero }
    guard try isOneCurrency(counted) else { return .mixed }
    let numbers = values.compactMap(\.fraction)
    var currency: String?
    for case .number(_, let code?) in values { currency = code }
    if name == "sum" {
      if read.rows.isEmpty {
        return read.isSeen || fill == .zero ? .number(.zero, currency: nil) : .nothing
      }
      if numbers.isEmpty, lost > 0 { return .blank }
      return .number(numbers.reduce(.zero, +), currency: currency)
    }
    guard !numbers.isEmpty else { return .blank }
    if name == "avg" {
      let mean = numbers.reduce(.zero, +) / Fraction(numbers.count)
      return mean.map { .number($0, currency: currency) } ?? .blank
    }
    let sorted = numbers.sorted()
    let middle = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    return .number(middle * Fraction(1, over: 2), currency: currency)
  }

  private func isOneCurrency(_ values: [Cell]) throws -> Bool {
    var seen: Set<String> = []
    for case .number(_, let currency?) in values { seen.insert(currency) }
    return seen.count <= 1
  }

  private func reaches(_ expression: ExpressionSyntax, _ source: Source) throws -> Bool {
    var names: [String] = []
    collectSources(expression, &names)
    return names != [source.name]
  }

  /// Whether a row has an amount of its own where an expression over it is blank (R7).
  private func hasAmount(
    _ expression: ExpressionSyntax, _ source: Source, _ row: RowRef
  ) throws -> Bool {
    switch expression.form {
    case .name(let path):
      guard path.parts.count == 2, path.parts[0].text == source.name else { return false }
      if case .number? = source.rows[row.index][path.parts[1].text] { return true }
      return false
    case .binary(_, let left, let right):
      return try hasAmount(left, source, row) || hasAmount(right, source, row)
    case .parenthesised(let inner): return try hasAmount(inner, source, row)
    default: return false
    }
  }
}

extension ModifierSyntax.Form {
  /// Whether it gives days of their own to what stands before it.
  var isTimed: Bool {
    switch self {
    case .previous, .ago, .rolling, .running, .toDate, .over: true
    case .condition, .all, .only, .target: false
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .condition: 0
    case .all: 1
    case .only: 3
    case .previous, .ago, .rolling, .running, .toDate, .over, .target: 2
    }
  }
}
