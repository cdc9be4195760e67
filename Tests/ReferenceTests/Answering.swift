// A whole question: its period, its lines, their order, the others and the totals.
import KepiColumns
import KepiSyntax

/// What a question is answered with. Numbers are compared by value, all else by letter.
struct ReferenceAnswer {
  var columns: [String]
  var lines: [[Cell]]
}

private struct Line {
  var groups: [String: Cell]
  /// First days of the steps, by their place in `by`.
  var steps: [Int: Cell]
  var order: [Int]
  var context: Context
  var cells: [Cell]
  /// One context for each baseline.
  var baselines: [Context]
  var isOthers = false
  /// How many names of `by` still hold; the rest is summed up.
  var depth: Int
}

private enum Place {
  case grain(Unit)
  case key(String)
}

private struct Parts {
  var items: [ItemSyntax] = []
  var by: [ItemSyntax] = []
  var conditions: [ExpressionSyntax] = []
  var having: [ExpressionSyntax] = []
  var over: PeriodSyntax?
  var asOf: PointSyntax?
  var baselines: [BaselineSyntax] = []
  var top: TopSyntax?
  var hasOthers = false
  var hasTotals = false
  var sort: [SortKeySyntax] = []
  var limit: Int?
  var fill: FillSyntax?

  init(_ query: QuerySyntax) throws {
    items = query.items
    for clause in query.clauses {
      switch clause.form {
      case .by(let items): by = items
      case .where(let condition): conditions.append(condition)
      case .having(let condition): having.append(condition)
      case .over(let period): over = period
      case .asOf(let point): asOf = point
      case .versus(let list): baselines = list
      case .top(let syntax): top = syntax
      case .with(let others, let totals):
        hasOthers = hasOthers || others
        hasTotals = hasTotals || totals
      case .sort(let keys): sort = keys
      case .limit(let count): limit = count
      case .fill(let word): fill = word
      case .currency, .using: throw Refusal("not in this evaluator")
      }
    }
  }
}

extension Evaluator {
  func answer(_ query: QuerySyntax) throws -> ReferenceAnswer {
    let parts = try Parts(query)
    try prepare(parts)
    let places = try self.places(parts.by)
    let buckets = try self.buckets(places)
    let baselines = try parts.baselines.map { try self.baseline($0, places, buckets) }
    var lines = try makeLines(parts, places, buckets, baselines)
    for index in lines.indices {
      lines[index].cells = try cells(of: lines[index], parts)
    }
    let columns = try self.columns(parts)
    try refuseIfMixed(lines, columns)
    let all = lines
    lines = try lines.filter { line in
      try parts.having.allSatisfy { try holdsForLine($0, line, columns) }
    }
    lines = try top(parts, places, lines)
    lines = try sorted(lines, parts, columns)
    if let limit = parts.limit { lines = Array(lines.prefix(limit)) }
    if parts.hasOthers { try addOthers(&lines, all, parts, places) }
    if parts.hasTotals { try addTotals(&lines, all, parts, places, baselines) }
    return ReferenceAnswer(
      columns: columns,
      lines: lines.map { line in
        places.enumerated().map { index, place in
          if line.depth <= index { return .text("(total)") }
          switch place {
          case .grain: return line.steps[index] ?? .blank
          case .key(let name): return line.groups[name] ?? .blank
          }
        } + line.cells
      })
  }

  // MARK: What is asked

  private func prepare(_ parts: Parts) throws {
    sourceNames = []
    attributeValues = [:]
    discovered = [:]
    fill = parts.fill
    let expressions =
      parts.items.map(\.expression) + parts.having + parts.sort.map(\.expression)
      + (parts.top.map { [$0.by] } ?? [])
    var all: [String] = []
    for expression in expressions { try leaves(expression) { all.append($0) } }
    for name in all where !sourceNames.contains(name) { sourceNames.append(name) }
    guard !sourceNames.isEmpty else { throw Refusal("no source") }
    var attributeSources: [String] = []
    for expression in parts.conditions + parts.by.map(\.expression) {
      try leaves(expression) { attributeSources.append($0) }
    }

    writtenAsOf = try parts.asOf.map { try point($0).upperBound }
    let timed = try sourceNames.map(source).filter { $0.time != nil }
    let days = timed.compactMap { $0.days(until: writtenAsOf) }
    asOf = writtenAsOf ?? days.map(\.upperBound).min() ?? 0
    loaded = (days.map(\.lowerBound).min() ?? 0)...(days.map(\.upperBound).max() ?? 0)
    hasPeriod = parts.over != nil
    if days.isEmpty, !timed.isEmpty { throw Refusal("nothing as of that day") }
    if timed.count < sourceNames.count, parts.over != nil || !parts.baselines.isEmpty {
      throw Refusal("a period over a source without time")
    }
    period = try parts.over.map(stretch) ?? Stretch(loaded, unit: nil)

    keys = []
    for item in parts.by {
      if case .name(let path) = item.expression.form, Unit(word: path.text) != nil { continue }
      keys.append((keyName(item), item.expression))
    }
    wherePasses = [:]
    plainPasses = [:]
    keyValues = [:]
    let conditions = parts.conditions.flatMap(conjuncts)
    let plain = conditions.filter { !isOnMetric($0) }
    let names = sourceNames + attributeSources.filter { !sourceNames.contains($0) }
    for name in names {
      let source = try self.source(name)
      plainPasses[name] = try source.rows.indices.map { row in
        try plain.map { try holds($0, source, row, nil) }.allSatisfy { $0 }
      }
    }
    for name in sourceNames {
      let source = try self.source(name)
      wherePasses[name] = try source.rows.indices.map { row in
        try conditions.map { try holds($0, source, row, nil) }.allSatisfy { $0 }
      }
      keyValues[name] = try source.rows.indices.map { row in
        var values: [String: Cell] = [:]
        for key in keys { values[key.name] = try self.row(key.expression, source, row, nil) }
        return values
      }
    }
  }

  private func keyName(_ item: ItemSyntax) -> String {
    if case .name(let path) = item.expression.form { return path.text }
    return item.alias?.text ?? "#\(item.span)"
  }

  private func conjuncts(_ expression: ExpressionSyntax) -> [ExpressionSyntax] {
    switch expression.form {
    case .binary(.and, let left, let right): conjuncts(left) + conjuncts(right)
    case .parenthesised(let inner): conjuncts(inner)
    default: [expression]
    }
  }

  private func isOnMetric(_ expression: ExpressionSyntax) -> Bool {
    var isFound = false
    try? leaves(expression) { _ in isFound = true }
    return isFound
  }

  /// Calls `body` with the source of each aggregate in an expression.
  private func leaves(_ expression: ExpressionSyntax, _ body: (String) -> Void) throws {
    switch expression.form {
    case .name(let path):
      if let metric = definitions.metrics[path.text] { try leaves(metric, body) }
      // The conditions of a dimension may be on metrics too.
      for alternative in definitions.dimensions[path.text] ?? [] { try leaves(alternative, body) }
      if let segment = definitions.segments[path.text] { try leaves(segment, body) }
    case .literal, .quantity, .absent: break
    case .call(let path, _, let arguments):
      switch path.text {
      case "sum", "count", "rows", "min", "max", "avg", "median":
        body(try sourceName(of: arguments[0]))
      case "closing", "opening", "mean_of_days": try leaves(arguments[0], body)
      default: for argument in arguments { try leaves(argument, body) }
      }
    case .negated(let inner), .not(let inner), .parenthesised(let inner), .like(let inner, _, _),
      .isMissing(let inner, _):
      try leaves(inner, body)
    case .binary(_, let left, let right):
      try leaves(left, body)
      try leaves(right, body)
    case .between(let first, let second, let third),
      .conditional(let first, let second, let third):
      for part in [first, second, third] { try leaves(part, body) }
    case .membership(let inner, _, let list): for part in [inner] + list { try leaves(part, body) }
    case .context(let inner, let modifiers):
      try leaves(inner, body)
      for case .condition(let condition) in modifiers.map(\.form) { try leaves(condition, body) }
    }
  }

  private func places(_ items: [ItemSyntax]) throws -> [Place] {
    try items.map { item in
      if case .name(let path) = item.expression.form, let unit = Unit(word: path.text) {
        guard try sourceNames.map(source).allSatisfy({ $0.time != nil }) else {
          throw Refusal("a grain over a source without time")
        }
        return .grain(unit)
      }
      return .key(keyName(item))
    }
  }

  // MARK: Periods

  func stretch(_ syntax: PeriodSyntax) throws -> Stretch {
    switch syntax.form {
    case .all: return Stretch(loaded, unit: nil)
    case .last(let span):
      let length = try self.length(span)
      var last = steps.range(of: length.unit, holding: asOf)
      if last.upperBound > asOf { last = steps.range(of: length.unit, holding: last.lowerBound - 1) }
      var first = last
      for _ in 1..<max(1, length.count) {
        first = steps.range(of: length.unit, holding: first.lowerBound - 1)
      }
      return Stretch(first.lowerBound...last.upperBound, unit: length)
    case .past(let span):
      let length = try self.length(span)
      let days = Steps.window(length, endingOn: asOf)
      return Stretch(days, unit: length.unit.months == nil ? length : nil)
    case .this(let name), .toDate(let name):
      guard let unit = Unit(word: name.key) else { throw Refusal("no unit") }
      var result = Stretch(
        steps.range(of: unit, holding: asOf), unit: Length(count: 1, unit: unit))
      result.tail = asOf - result.full.lowerBound + 1
      result.isUnfinished = asOf < result.full.upperBound
      return result
    case .named(let name):
      guard let period = definitions.periods[name.key] else { throw Refusal("no period") }
      return try stretch(period)
    case .points(let from, let to):
      let first = try point(from)
      guard let to else { return Stretch(first, unit: Length(count: 1, unit: unit(from))) }
      let last = try point(to)
      guard first.lowerBound <= last.upperBound else { throw Refusal("ends before it begins") }
      let days = first.lowerBound...last.upperBound
      guard unit(from) == unit(to), unit(from) != .day || days.count == 1 else {
        return Stretch(days, unit: nil)
      }
      let count: Int
      switch unit(from) {
      case .day: count = 1
      case .week: count = days.count / 7
      case .month, .quarter, .year:
        let months =
          Steps.monthIndex(of: days.upperBound) - Steps.monthIndex(of: days.lowerBound) + 1
        count = months / (unit(from).months ?? 1)
      }
      return Stretch(days, unit: Length(count: count, unit: unit(from)))
    case .since(let from):
      let first = try point(from).lowerBound
      guard first <= asOf else { throw Refusal("since a day after the as-of day") }
      return Stretch(first...asOf, unit: nil)
    case .until(let to):
      let last = try point(to).upperBound
      guard loaded.lowerBound <= last else { throw Refusal("until a day before the first") }
      return Stretch(loaded.lowerBound...last, unit: nil)
    case .absent: throw Refusal("no period")
    }
  }

  private func unit(_ point: PointSyntax) -> Unit {
    switch point.form {
    case .year: .year
    case .today, .yesterday, .date(.day): .day
    case .date(.month), .date(.patternMonth): .month
    case .date(.week): .week
    case .date(.quarter): .quarter
    }
  }

  private func point(_ point: PointSyntax) throws -> ClosedRange<Int> {
    switch point.form {
    case .year(let year): return Steps.months(from: year * 12, count: 12)
    case .today: return asOf...asOf
    case .yesterday: return (asOf - 1)...(asOf - 1)
    case .date(.day(let year, let month, let day)):
      guard let day = Day(year: year, month: month, day: day) else { throw Refusal("no day") }
      return day.number...day.number
    case .date(.month(let year, let month)):
      return Steps.months(from: year * 12 + month - 1, count: 1)
    case .date(.quarter(let year, let quarter)):
      return Steps.months(from: year * 12 + quarter * 3 - 3, count: 3)
    case .date(.week(let year, let week)):
      guard let monday = Day(isoYear: year, week: week) else { throw Refusal("no week") }
      return monday.number...(monday.number + 6)
    case .date(.patternMonth): throw Refusal("no pattern")
    }
  }

  // MARK: Buckets and baselines

  /// The steps of a period, cut to what it shows; two grains give intersections.
  private func buckets(_ places: [Place]) throws -> [(grains: [Unit], bucket: Stretch)] {
    try buckets(places, in: period)
  }

  private func buckets(
    _ places: [Place], in period: Stretch
  ) throws -> [(grains: [Unit], bucket: Stretch)] {
    let grains = places.compactMap { place -> Unit? in
      if case .grain(let unit) = place { unit } else { nil }
    }
    guard !grains.isEmpty else { return [([], period)] }
    guard let shown = period.shown else { return [] }
    var result: [(grains: [Unit], bucket: Stretch)] = []
    var day = shown.lowerBound
    while day <= shown.upperBound {
      let ranges = grains.map { steps.range(of: $0, holding: day) }
      let first = ranges.map(\.lowerBound).max() ?? day
      let last = ranges.map(\.upperBound).min() ?? day
      let finest = grains.min() ?? .day
      let bucket = Stretch(
        first...last, unit: Length(count: 1, unit: finest))
      result.append((grains, clip(bucket, to: period)))
      day = last + 1
    }
    return result
  }

  /// The context of a bucket, and the same for each group and total.
  private func context(_ bucket: Stretch, _ grains: [Unit]) -> Context {
    Context(grains: grains, question: period, bucket: bucket)
  }

  private struct Baseline {
    let name: String
    /// What a context becomes; the number is that of the bucket, or `nil` for the whole period.
    let apply: (Context, Int?) throws -> Context
  }

  private func baseline(
    _ syntax: BaselineSyntax, _ places: [Place], _ buckets: [(grains: [Unit], bucket: Stretch)]
  ) throws -> Baseline {
    switch syntax.form {
    case .previous:
      return Baseline(name: "previous") { context, _ in
        try self.moved(context) { stretch, steps throws(Stretch.Refusal) in
          try stretch.movedToPrevious(steps)
        }
      }
    case .ago(let span):
      let length = try self.length(span)
      return Baseline(name: "\(span.count) \(span.unit.text) ago") { context, _ in
        try self.moved(context) { stretch, steps throws(Stretch.Refusal) in
          try stretch.moved(back: length, steps)
        }
      }
    case .period(let period):
      let stretch = try self.stretch(period)
      let partners = try self.buckets(places, in: stretch)
      return Baseline(name: "period") { context, index in
        var context = context
        context.origin = context.bucket
        context.question = stretch
        guard let index else {
          context.bucket = stretch
          context.bucket?.isMoved = true
          return context
        }
        context.bucket = index < partners.count ? partners[index].bucket : nil
        context.bucket?.isMoved = true
        return context
      }
    case .target: throw Refusal("targets")
    }
  }

  // MARK: Lines

  private func makeLines(
    _ parts: Parts, _ places: [Place], _ buckets: [(grains: [Unit], bucket: Stretch)],
    _ baselines: [Baseline]
  ) throws -> [Line] {
    let values = parts.items.map(\.expression)
    var contexts: [(Context, [Context])] = []
    for (index, bucket) in buckets.enumerated() {
      let context = self.context(bucket.bucket, bucket.grains)
      contexts.append((context, try baselines.map { try $0.apply(context, index) }))
    }
    if !keys.isEmpty {
      for (context, others) in contexts {
        for context in [context] + others {
          var context = context
          context.isDiscovery = true
          for value in values { _ = try self.value(value, context) }
        }
      }
    }
    let groups = keys.isEmpty ? ["": [:]] : discovered
    var lines: [Line] = []
    for (index, bucket) in buckets.enumerated() {
      for id in groups.keys.sorted() {
        guard let group = groups[id] else { continue }
        var context = contexts[index].0
        context.groups = [group]
        if parts.fill == FillSyntax.none, !bucket.grains.isEmpty,
          try !hasOwnRow(context, values, id)
        {
          continue
        }
        var others = contexts[index].1
        for place in others.indices { others[place].groups = [group] }
        lines.append(
          Line(
            groups: group, steps: stepCells(places, bucket.bucket), order: [],
            context: context, cells: [], baselines: others, depth: places.count))
      }
    }
    return lines
  }

  /// Whether any source of the question has a row in the bucket after `where`.
  private func hasOwnRow(
    _ context: Context, _ values: [ExpressionSyntax], _ id: String
  ) throws -> Bool {
    guard let days = context.bucket?.shown else { return false }
    for name in sourceNames {
      let source = try self.source(name)
      guard let time = source.time else { return true }
      let passes = wherePasses[name] ?? []
      for row in source.rows.indices {
        guard case .day(let day)? = source.rows[row][time], days.contains(day), passes[row],
          day <= writtenAsOf ?? Int.max, groupID(keyValues[name]?[row] ?? [:]) == id
        else { continue }
        return true
      }
    }
    return false
  }

  private func stepCells(_ places: [Place], _ bucket: Stretch) -> [Int: Cell] {
    var result: [Int: Cell] = [:]
    for (index, place) in places.enumerated() {
      if case .grain(let unit) = place, let shown = bucket.shown {
        let first = steps.range(of: unit, holding: shown.lowerBound).lowerBound
        result[index] = steps.name(of: unit, first: first)
      }
    }
    return result
  }

  private func cells(of line: Line, _ parts: Parts) throws -> [Cell] {
    var cells: [Cell] = []
    for item in parts.items {
      let now = try value(item.expression, line.context)
      cells.append(now)
      for baseline in line.baselines {
        let then = try value(item.expression, baseline)
        let change = try Operators.arithmetic(.minus, now, then)
        cells += [then, change, try Operators.arithmetic(.divided, change, then)]
      }
    }
    return cells
  }

  private func columns(_ parts: Parts) throws -> [String] {
    var names: [String] = []
    for item in parts.items {
      var name = item.alias?.text ?? "?"
      if item.alias == nil, case .name(let path) = item.expression.form { name = path.text }
      names.append(name)
      for (index, baseline) in parts.baselines.enumerated() {
        var written = "?"
        if case .previous = baseline.form { written = "previous" }
        if case .ago(let span) = baseline.form { written = "\(span.count) \(span.unit.text) ago" }
        names += [
          "\(name) \(written)", "\(name) change" + (index == 0 ? "" : " vs \(written)"),
          "\(name) change %" + (index == 0 ? "" : " vs \(written)"),
        ]
      }
    }
    return names
  }

  private func refuseIfMixed(_ lines: [Line], _ columns: [String]) throws {
    for column in columns.indices {
      let cells = lines.map { $0.cells[column] }
      if cells.contains(.mixed), cells.allSatisfy(\.isBlank) {
        throw Refusal("several currencies in every line")
      }
    }
  }

  private func lineContext(_ line: Line, _ columns: [String]) -> Context {
    var context = line.context
    for (name, cell) in zip(columns, line.cells) where name != "?" { context.columns[name] = cell }
    for (name, cell) in line.groups { context.columns[name] = cell }
    return context
  }

  private func holdsForLine(
    _ condition: ExpressionSyntax, _ line: Line, _ columns: [String]
  ) throws -> Bool {
    try value(condition, lineContext(line, columns)).isTrue
  }

  // MARK: Top

  private func top(_ parts: Parts, _ places: [Place], _ lines: [Line]) throws -> [Line] {
    guard let top = parts.top else { return lines }
    let ranked = try rankedName(top, places)
    let perKeys = top.per.map(\.text).filter { name in keys.contains { $0.name == name } }
    let perGrains = places.enumerated().compactMap { index, place -> Int? in
      guard case .grain(let unit) = place, top.per.contains(where: { Unit(word: $0.text) == unit })
      else { return nil }
      return index
    }
    // Ranked within each set of lines that agree in the names after `per`.
    func section(_ line: Line) -> String {
      (perKeys.map { line.groups[$0] ?? .blank }.map { "\($0)" }
        + perGrains.map { "\(line.steps[$0] ?? .blank)" }).joined(separator: "\u{1}")
    }
    var shown: [String: [Cell]] = [:]
    for line in lines where shown[section(line)] == nil {
      var candidates: [Cell] = []
      for other in lines where section(other) == section(line) {
        let value = other.groups[ranked] ?? .blank
        if !candidates.contains(value) { candidates.append(value) }
      }
      let scored = try candidates.map { candidate in
        var context = line.context
        var group = line.groups.filter { perKeys.contains($0.key) }
        group[ranked] = candidate
        context.groups = [group]
        let kept = perGrains.compactMap { index -> Unit? in
          if case .grain(let unit) = places[index] { unit } else { nil }
        }
        if kept.isEmpty {
          context = self.context(period, [])
          context.groups = [group]
        } else if kept.count < context.grains.count {
          throw Refusal("per one of two grains")
        }
        return (candidate, try value(top.by, context))
      }
      let order = scored.sorted { left, right in
        let byValue = left.1.order(to: right.1)
        if byValue != 0 {
          if left.1.isBlank || right.1.isBlank { return byValue < 0 }
          return top.isBottom ? byValue < 0 : byValue > 0
        }
        return left.0.order(to: right.0) < 0
      }
      shown[section(line)] = order.prefix(top.count).map(\.0)
    }
    return lines.filter { line in
      shown[section(line)]?.contains(line.groups[ranked] ?? .blank) ?? false
    }
  }

  private func rankedName(_ top: TopSyntax, _ places: [Place]) throws -> String {
    if let name = top.ranked?.text {
      guard keys.contains(where: { $0.name == name }) else { throw Refusal("top \(name)") }
      return name
    }
    guard case .key(let name)? = places.last else { throw Refusal("top of no dimension") }
    return name
  }

  // MARK: Order

  private func sorted(_ lines: [Line], _ parts: Parts, _ columns: [String]) throws -> [Line] {
    var keyed: [(keys: [(Cell, isDescending: Bool)], line: Line)] = []
    for line in lines {
      let context = lineContext(line, columns)
      let sortKeys = try parts.sort.map { key in
        (try value(key.expression, context), isDescending: key.direction == .descending)
      }
      keyed.append((sortKeys, line))
    }
    return keyed.sorted { left, right in
      for (first, second) in zip(left.keys, right.keys) {
        let order = first.0.order(to: second.0)
        if order == 0 { continue }
        if first.0.isBlank || second.0.isBlank { return order < 0 }
        return first.isDescending ? order > 0 : order < 0
      }
      return comesFirst(left.line, right.line, parts)
    }.map(\.line)
  }

  /// By time, then by the first metric, largest first, then by name (R17).
  private func comesFirst(_ left: Line, _ right: Line, _ parts: Parts) -> Bool {
    for index in left.steps.keys.sorted() {
      let order = (left.steps[index] ?? .blank).order(to: right.steps[index] ?? .blank)
      if order != 0 { return order < 0 }
    }
    if left.isOthers != right.isOthers { return right.isOthers }
    if let first = left.cells.first, let second = right.cells.first {
      let order = first.order(to: second)
      if order != 0 {
        return first.isBlank || second.isBlank ? order < 0 : order > 0
      }
    }
    for key in keys {
      let order = (left.groups[key.name] ?? .blank).order(to: right.groups[key.name] ?? .blank)
      if order != 0 { return order < 0 }
    }
    return false
  }

  // MARK: Others and totals

  private func id(_ line: Line, without name: String?) -> String {
    (line.steps.sorted { $0.key < $1.key }.map { "\($0.value)" }
      + keys.filter { $0.name != name }.map { "\(line.groups[$0.name] ?? .blank)" })
      .joined(separator: "\u{1}")
  }

  private func addOthers(
    _ lines: inout [Line], _ all: [Line], _ parts: Parts, _ places: [Place]
  ) throws {
    guard let top = parts.top else { throw Refusal("others without top") }
    let ranked = try rankedName(top, places)
    let shown = Set(lines.map { id($0, without: nil) })
    var sections: [String: [Line]] = [:]
    var order: [String] = []
    for line in all where !shown.contains(id(line, without: nil)) {
      let section = id(line, without: ranked)
      if sections[section] == nil { order.append(section) }
      sections[section, default: []].append(line)
    }
    var added: [Line] = []
    for section in order {
      guard let members = sections[section], var line = members.first else { continue }
      let groups = members.map(\.groups)
      line.groups[ranked] = .text("(others)")
      line.isOthers = true
      line.context.groups = groups
      for index in line.baselines.indices { line.baselines[index].groups = groups }
      line.cells = try cells(of: line, parts)
      added.append(line)
    }
    added.sort { comesFirst($0, $1, parts) }
    let hasTime = places.contains { if case .grain = $0 { true } else { false } }
    guard hasTime, parts.sort.isEmpty else {
      lines += added
      return
    }
    lines = (lines + added).enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      for index in a.steps.keys.sorted() {
        let order = (a.steps[index] ?? .blank).order(to: b.steps[index] ?? .blank)
        if order != 0 { return order < 0 }
      }
      if a.isOthers != b.isOthers { return b.isOthers }
      return left.offset < right.offset
    }.map(\.element)
  }

  private func addTotals(
    _ lines: inout [Line], _ all: [Line], _ parts: Parts, _ places: [Place],
    _ baselines: [Baseline]
  ) throws {
    lines = try withTotals(lines, all, depth: 0, parts, places, baselines)
  }

  /// Lines with the same first names stand together, each set with its total below. Names whose
  /// lines are not shown have their totals too, after the others.
  private func withTotals(
    _ lines: [Line], _ all: [Line], depth: Int, _ parts: Parts, _ places: [Place],
    _ baselines: [Baseline]
  ) throws -> [Line] {
    guard depth < places.count else { return lines }
    func id(_ line: Line) -> String {
      switch places[depth] {
      case .grain: "\(line.steps[depth] ?? .blank)"
      case .key(let name): "\(line.groups[name] ?? .blank)"
      }
    }
    var order: [String] = []
    for line in lines + all where !order.contains(id(line)) { order.append(id(line)) }
    var result: [Line] = []
    for section in order {
      result += try withTotals(
        lines.filter { id($0) == section }, all.filter { id($0) == section }, depth: depth + 1,
        parts, places, baselines)
    }
    result.append(try total(of: lines.first ?? all.first, depth, parts, places, baselines))
    return result
  }

  private func total(
    of first: Line?, _ depth: Int, _ parts: Parts, _ places: [Place], _ baselines: [Baseline]
  ) throws -> Line {
    var context = self.context(period, [])
    var groups: [String: Cell] = [:]
    var grains: [Unit] = []
    for place in places.prefix(depth) {
      switch place {
      case .key(let name): groups[name] = first?.groups[name]
      case .grain(let unit): grains.append(unit)
      }
    }
    if let first, let unit = grains.min(), let shown = first.context.bucket?.shown {
      let range = steps.range(of: unit, holding: shown.lowerBound)
      context = self.context(
        clip(Stretch(range, unit: Length(count: 1, unit: unit)), to: period), grains)
    }
    context.groups = first?.isOthers == true ? first?.context.groups ?? [[:]] : [groups]
    if first?.isOthers == true {
      context.groups = context.groups.map { $0.filter { groups.keys.contains($0.key) } }
    }
    var others: [Context] = []
    for baseline in baselines {
      let index = grains.isEmpty ? nil : try buckets(Array(places.prefix(depth))).firstIndex {
        $0.bucket.shown?.lowerBound == context.bucket?.shown?.lowerBound
      }
      others.append(try baseline.apply(context, index))
    }
    var line = Line(
      groups: groups, steps: first?.steps ?? [:], order: [], context: context, cells: [],
      baselines: others, depth: depth)
    line.cells = try cells(of: line, parts)
    return line
  }

  private func moved(
    _ context: Context, _ shift: (Stretch, Steps) throws(Stretch.Refusal) -> Stretch?
  ) throws -> Context {
    var context = context
    try move(&context, shift)
    return context
  }
}
