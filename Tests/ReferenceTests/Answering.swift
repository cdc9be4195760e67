// A whole question: its period, its lines, their order, the others and the totals.
import KepiColumns
import KepiSyntax

/// What a question is answered with. Numbers are compared by value, all else by letter.
struct ReferenceAnswer {
  var columns: [String]
  var lines: [[Cell]]
}

private struct Line {
  /// Values of the keys, and steps by their place in `by`.
  var groups: [String: Cell]
  var steps: [Int: Cell]
  /// The number of its bucket among those of its level.
  var bucket: Int
  var context: Context
  /// One context for each baseline.
  var baselines: [Context]
  var cells: [Cell] = []
  var kind = Kind.plain

  enum Kind { case plain, others, total }
}

/// The names of `by` that lines of a kind tell apart.
private struct Level {
  let places: [Int]
}

enum Place {
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
  var currency: CurrencySyntax?
  var calendar: String?

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
      case .currency(let syntax): currency = syntax
      case .using(let name): calendar = name.text
      }
    }
  }
}

extension Evaluator {
  func answer(_ query: QuerySyntax) throws -> ReferenceAnswer {
    let parts = try Parts(query)
    try prepare(parts)
    places = try self.places(parts.by)
    let whole = Level(places: Array(places.indices))
    let columns = try self.columns(parts)
    let all = try lines(whole, parts)
    try refuseIfMixed(all, columns)
    var lines = try all.filter { line in
      try parts.having.allSatisfy { try holdsForLine($0, line, columns) }
    }
    lines = try top(parts, lines)
    var totals: [Line] = []
    if parts.hasTotals {
      for count in places.indices.reversed() {
        let level = Level(places: Array(places.indices.prefix(count)))
        var added = try self.lines(level, parts)
        for index in added.indices { added[index].kind = .total }
        totals += try sorted(added, parts, columns)
      }
    }
    lines = together(try sorted(lines, parts, columns), under: totals, parts)
    if let limit = parts.limit { lines = Array(lines.prefix(limit)) }
    let others = parts.hasOthers ? try others(besides: lines, parts, columns) : []
    for line in others + totals { insert(line, below: &lines) }
    return ReferenceAnswer(
      columns: columns,
      lines: lines.map { line in places.indices.map { shown(line, $0) } + line.cells }
    )
  }

  /// What a line shows for a name of `by`.
  private func shown(_ line: Line, _ place: Int) -> Cell {
    let cell: Cell? =
      switch places[place] {
      case .grain: line.steps[place]
      case .key(let name): line.groups[name]
      }
    switch line.kind {
    case .plain: return cell ?? .blank
    case .others: return cell ?? .text("(others)")
    case .total: return cell ?? .text("(total)")
    }
  }

  /// Totals and others stand below the last line that they agree with.
  private func insert(_ line: Line, below lines: inout [Line]) {
    let place = lines.lastIndex { other in
      places.indices.allSatisfy { place in
        let own = shown(line, place)
        return own == .text("(total)") || own == .text("(others)") || own == shown(other, place)
      }
    }
    lines.insert(line, at: place.map { $0 + 1 } ?? lines.count)
  }

  // MARK: What is asked

  private func prepare(_ parts: Parts) throws {
    sourceNames = []
    attributeValues = [:]
    discovered = [:]
    fill = parts.fill
    carried = [:]
    steps = parts.calendar.flatMap { world.calendars[$0] } ?? world.steps
    let expressions =
      parts.items.map(\.expression) + parts.having + parts.sort.map(\.expression)
      + (parts.top.map { [$0.by] } ?? [])
    writtenAsOf = try parts.asOf.map { try point($0).upperBound }
    try choose(
      for: expressions, knowing: parts.conditions + parts.by.map(\.expression), over: parts.over)
    var all: [String] = []
    for expression in expressions { try leaves(expression) { all.append($0) } }
    for name in all where !sourceNames.contains(name) { sourceNames.append(name) }
    guard !sourceNames.isEmpty else { throw Refusal("no source") }
    var attributeSources: [String] = []
    for expression in parts.conditions + parts.by.map(\.expression) {
      try leaves(expression) { attributeSources.append($0) }
    }

    let timed = try sourceNames.map(source).filter { $0.time != nil }
    let days = timed.compactMap { $0.days() }
    asOf = writtenAsOf ?? days.map(\.upperBound).min() ?? 0
    loaded = (days.map(\.lowerBound).min() ?? 0)...(days.map(\.upperBound).max() ?? 0)
    if !timed.isEmpty, asOf < loaded.lowerBound { throw Refusal("nothing as of that day") }
    if timed.count < sourceNames.count, parts.over != nil || !parts.baselines.isEmpty {
      throw Refusal("a period over a source without time")
    }
    conversion = try parts.currency.map { try conversion($0) }
    period = try parts.over.map(stretch) ?? Stretch(loaded, unit: nil)
    var isAll = parts.over == nil
    if case .all? = parts.over?.form { isAll = true }
    if let writtenAsOf, let shown = period.shown, writtenAsOf < shown.upperBound {
      guard shown.lowerBound <= writtenAsOf else { throw Refusal("it begins after the as-of day") }
      period.tail = writtenAsOf - period.full.lowerBound + 1
      period.isUnfinished = true
    }
    // What brackets give days of its own is cut by those alone.
    skipsTimed = true
    var plainNames: [String] = []
    for expression in expressions { try leaves(expression) { plainNames.append($0) } }
    skipsTimed = false
    try refuseCutMonths(timed.filter { plainNames.contains($0.name) })
    let hasGrain = parts.by.contains { item in
      if case .name(let path) = item.expression.form { Unit(word: path.text) != nil } else { false }
    }
    takesUndated = isAll && !hasGrain && writtenAsOf == nil

    keys = []
    for item in parts.by {
      if case .name(let path) = item.expression.form, Unit(word: path.text) != nil { continue }
      keys.append((keyName(item), item.expression))
    }
    entries = [:]
    whereConditions = []
    let conditions = parts.conditions.flatMap(conjuncts)
    whereConditions = conditions
    let plain = conditions.filter { !isOnMetric($0) }
    let names = sourceNames + attributeSources.filter { !sourceNames.contains($0) }
    for name in names {
      let source = try self.source(name)
      let isAsked = sourceNames.contains(name)
      let asking = (isAsked ? conditions : plain) + (isAsked ? keys.map(\.expression) : [])
      entries[name] = try rows(of: source, withChildrenFor: asking).map { row in
        Entry(
          row: row, passesPlain: try plain.map { try holds($0, source, row, nil) }.allSatisfy { $0 }
        )
      }
    }
    for name in sourceNames {
      let source = try self.source(name)
      for index in entries[name, default: []].indices {
        guard var entry = entries[name]?[index] else { continue }
        entry.passes = try conditions.map { try holds($0, source, entry.row, nil) }
          .allSatisfy { $0 }
        for key in keys {
          entry.keys[key.name] = try self.row(key.expression, source, entry.row, nil)
        }
        entries[name]?[index] = entry
      }
    }
  }

  /// Nor is it cut by the question's period, whatever rows there are in the month (R5).
  private func refuseCutMonths(_ sources: [Source]) throws {
    for source in sources where source.isByMonth {
      guard let covered = source.days(), let shown = period.shown, shown.overlaps(covered) else {
        continue
      }
      let read = shown.clamped(to: covered)
      let (first, after) = (Day(number: read.lowerBound), Day(number: read.upperBound + 1))
      if first.components.day != 1 || after.components.day != 1 { throw Refusal(Refusal.months) }
    }
  }

  private func keyName(_ item: ItemSyntax) -> String {
    if case .name(let path) = item.expression.form { return path.text }
    return item.alias?.text ?? "#\(item.span)"
  }

  func conjuncts(_ expression: ExpressionSyntax) -> [ExpressionSyntax] {
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
  func leaves(_ expression: ExpressionSyntax, _ body: (String) -> Void) throws {
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
      // What followed is counted, but the rows are those of what came before (R24).
      case "converted": body(try sourceName(of: arguments[0]))
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
      // A target has the lines of its metric, but is read from no rows.
      if skipsTimed, modifiers.contains(where: { $0.form == .target }) { return }
      if skipsTimed, modifiers.contains(where: \.form.isTimed) { return }
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
      if last.upperBound > asOf {
        last = steps.range(of: length.unit, holding: last.lowerBound - 1)
      }
      var first = last
      for _ in 1..<max(1, length.count) {
        first = steps.range(of: length.unit, holding: first.lowerBound - 1)
      }
      return Stretch(first.lowerBound...last.upperBound, unit: length)
    case .past(let span):
      let length = try self.length(span)
      let days = Steps.window(length, endingOn: asOf)
      return Stretch(days, unit: length)
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
        // A written month is the common one; quarters and years are the calendar's.
        let calendar = unit(from) == .month && !isOfPattern(from) ? Steps() : steps
        let months =
          calendar.monthIndex(of: days.upperBound) - calendar.monthIndex(of: days.lowerBound) + 1
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

  private func isOfPattern(_ point: PointSyntax) -> Bool {
    if case .date(.patternMonth) = point.form { true } else { false }
  }

  func point(_ point: PointSyntax) throws -> ClosedRange<Int> {
    switch point.form {
    case .year(let year):
      return steps.months(from: steps.firstMonth(ofYear: year), count: 12)
    case .today: return asOf...asOf
    case .yesterday: return (asOf - 1)...(asOf - 1)
    case .date(.day(let year, let month, let day)):
      guard let day = Day(year: year, month: month, day: day) else { throw Refusal("no day") }
      return day.number...day.number
    case .date(.month(let year, let month)):
      return Steps.months(from: year * 12 + month - 1, count: 1)
    case .date(.quarter(let year, let quarter)):
      return steps.months(from: steps.firstMonth(ofYear: year) + quarter * 3 - 3, count: 3)
    case .date(.week(let year, let week)):
      guard let monday = Day(isoYear: year, week: week) else { throw Refusal("no week") }
      return monday.number...(monday.number + 6)
    case .date(.patternMonth(let year, let month)):
      guard steps.pattern != nil else { throw Refusal("no pattern") }
      return steps.months(from: steps.firstMonth(ofYear: year) + month - 1, count: 1)
    }
  }

  // MARK: Buckets and baselines

  /// The steps of a period, cut to what it shows; two grains give intersections.
  private func buckets(
    _ level: Level, in period: Stretch
  ) -> [(grains: [Unit], bucket: Stretch)] {
    let grains = level.places.compactMap { place -> Unit? in
      if case .grain(let unit) = places[place] { unit } else { nil }
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

  /// What a context becomes for a baseline.
  private func baseline(
    _ syntax: BaselineSyntax, _ level: Level, _ context: Context
  ) throws -> Context {
    var context = context
    context.isTimed = true
    switch syntax.form {
    case .previous:
      try move(&context, back: nil)
    case .ago(let span):
      let length = try self.length(span)
      try move(&context, back: length)
    case .period(let period):
      // The first step is held against the first, and so on.
      let stretch = try self.stretch(period)
      let partners = buckets(level, in: stretch)
      context.origin = context.bucket
      context.question = stretch
      context.bucket = context.place < partners.count ? partners[context.place].bucket : nil
      context.bucket?.isMoved = true
    case .target: break
    }
    return context
  }

  // MARK: Lines

  private func lines(_ level: Level, _ parts: Parts) throws -> [Line] {
    carried = [:]
    let buckets = buckets(level, in: period)
    let names = level.places.compactMap { place -> String? in
      if case .key(let name) = places[place] { name } else { nil }
    }
    let groups = try groups(buckets, names, level, parts)
    carried = [:]
    let known = Set(groups.values.flatMap(\.keys))
    var all: [String: [String: Cell]] = [:]
    for (_, found) in groups { all.merge(found) { first, _ in first } }
    var lines: [Line] = []
    let isFilled = buckets.first.map { !$0.grains.isEmpty } ?? false
    for (index, bucket) in buckets.enumerated() {
      for id in known.sorted() {
        guard let group = all[id] else { continue }
        if isFilled, parts.fill == FillSyntax.none, groups[index]?[id] == nil { continue }
        if let line = try line([group], index, bucket, level, parts) { lines.append(line) }
      }
    }
    return lines
  }

  /// A line for some groups, with its numbers.
  private func line(
    _ groups: [[String: Cell]], _ index: Int, _ bucket: (grains: [Unit], bucket: Stretch),
    _ level: Level, _ parts: Parts, others: Remainder? = nil
  ) throws -> Line? {
    guard let first = groups.first else { return nil }
    var context = Context(grains: bucket.grains, question: period, bucket: bucket.bucket)
    context.place = index
    context.groups = groups
    context.others = others
    if groups.count > 1 || level.places.count < places.count {
      let names = level.places.compactMap { place -> String? in
        if case .key(let name) = places[place] { name } else { nil }
      }
      context.seenGroup = first.filter { names.contains($0.key) }
    }
    var line = Line(
      groups: first, steps: stepCells(level, bucket.bucket), bucket: index, context: context,
      baselines: try parts.baselines.map { try baseline($0, level, context) })
    line.cells = try cells(of: line, parts)
    return line
  }

  /// The groups that a bucket has rows of, after `where`, in its own days and in those that windows,
  /// earlier periods and baselines read (R16). A question without keys has one group.
  private func groups(
    _ buckets: [(grains: [Unit], bucket: Stretch)], _ names: [String], _ level: Level,
    _ parts: Parts
  ) throws -> [Int: [String: [String: Cell]]] {
    discovered = [:]
    for (index, bucket) in buckets.enumerated() {
      var context = Context(grains: bucket.grains, question: period, bucket: bucket.bucket)
      context.place = index
      context.isDiscovery = true
      context.isSearch = true
      for name in sourceNames { _ = try rows(of: try source(name), context, cuts: true) }
      context.isSearch = false
      // What keeps its own lines out does not have them made by windows.
      if parts.fill == FillSyntax.none, !bucket.grains.isEmpty { continue }
      let contexts =
        try [context]
        + parts.baselines.filter { $0.form != .target }.map { try baseline($0, level, context) }
      for context in contexts {
        for item in parts.items { _ = try value(item.expression, context) }
      }
    }
    var result: [Int: [String: [String: Cell]]] = [:]
    for (index, found) in discovered {
      for values in found.values {
        let group = values.filter { names.contains($0.key) }
        result[index, default: [:]][groupID(group)] = group
      }
    }
    if names.isEmpty {
      for index in buckets.indices
      where parts.fill != FillSyntax.none || buckets[index].grains.isEmpty
        || result[index] != nil
      {
        result[index] = [groupID([:]): [:]]
      }
    }
    return result
  }

  private func stepCells(_ level: Level, _ bucket: Stretch) -> [Int: Cell] {
    var result: [Int: Cell] = [:]
    for place in level.places {
      if case .grain(let unit) = places[place], let shown = bucket.shown {
        let first = steps.range(of: unit, holding: shown.lowerBound).lowerBound
        result[place] = steps.name(of: unit, first: first)
      }
    }
    return result
  }

  private func cells(of line: Line, _ parts: Parts) throws -> [Cell] {
    var cells: [Cell] = []
    for item in parts.items {
      let now = try value(item.expression, line.context)
      cells.append(now)
      for (number, baseline) in line.baselines.enumerated() {
        if parts.baselines[number].form == .target {
          let target = try target(of: item.expression, line.context)
          cells += [target, try Operators.arithmetic(.minus, now, target)]
          continue
        }
        var baseline = baseline
        baseline.path += "vs \(number)"
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
        if case .target = baseline.form {
          names += ["\(name) target", "\(name) gap"]
          continue
        }
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
        throw Refusal(Refusal.currencies)
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

  private func top(_ parts: Parts, _ lines: [Line]) throws -> [Line] {
    guard let top = parts.top else { return lines }
    guard let ranked = try rankedPlace(top) else { return Array(lines.prefix(top.count)) }
    let per = try top.per.map { path -> Int in
      guard let place = place(named: path.text) else { throw Refusal("per \(path.text)") }
      return place
    }
    // Ranked within each set of lines that agree in the names after `per`, over all their days.
    let level = Level(places: places.indices.filter { per.contains($0) || $0 == ranked })
    func section(_ line: Line) -> String {
      per.map { shown(line, $0).identity }.joined(separator: "\u{1}")
    }
    let members = try self.lines(level, parts)
    carried = [:]
    var kept: [String: [Cell]] = [:]
    for line in lines where kept[section(line)] == nil {
      let candidates = try members.filter { member in
        section(member) == section(line)
          && lines.contains {
            section($0) == section(line) && shown($0, ranked) == shown(member, ranked)
          }
      }.map { (cell: shown($0, ranked), value: try value(top.by, $0.context)) }
      // What has no value has no rank.
      let order = candidates.filter { !$0.value.isBlank }.sorted { left, right in
        let byValue = left.value.order(to: right.value)
        if byValue != 0 { return top.isBottom ? byValue < 0 : byValue > 0 }
        return left.cell.order(to: right.cell) < 0
      }
      kept[section(line)] = order.prefix(top.count).map(\.cell)
    }
    return lines.filter { kept[section($0)]?.contains(shown($0, ranked)) ?? false }
  }

  private func place(named name: String) -> Int? {
    places.firstIndex { place in
      switch place {
      case .grain(let unit): "\(unit)" == name
      case .key(let key): key == name
      }
    }
  }

  private func rankedPlace(_ top: TopSyntax) throws -> Int? {
    guard let name = top.ranked?.text else { return places.indices.last }
    guard let place = place(named: name) else { throw Refusal("top \(name)") }
    return place
  }

  // MARK: Order

  private func sorted(_ lines: [Line], _ parts: Parts, _ columns: [String]) throws -> [Line] {
    var keyed: [(keys: [(cell: Cell, isDescending: Bool)], line: Line)] = []
    for line in lines { keyed.append((try sortKeys(line, parts, columns), line)) }
    return keyed.sorted { left, right in
      for (first, second) in zip(left.keys, right.keys) {
        let order = first.cell.order(to: second.cell)
        if order == 0 { continue }
        if first.cell.isBlank || second.cell.isBlank { return order < 0 }
        return first.isDescending ? order > 0 : order < 0
      }
      for place in places.indices {
        let order = shown(left.line, place).order(to: shown(right.line, place))
        if order != 0 { return order < 0 }
      }
      return false
    }.map(\.line)
  }

  /// As written; else by time, then what is ranked within a group stays with it, then by the first
  /// metric, largest first, or smallest where the question asks for the bottom (R17).
  private func sortKeys(
    _ line: Line, _ parts: Parts, _ columns: [String]
  ) throws -> [(cell: Cell, isDescending: Bool)] {
    guard parts.sort.isEmpty else {
      let context = lineContext(line, columns)
      return try parts.sort.map { key in
        (try value(key.expression, context), isDescending: key.direction == .descending)
      }
    }
    var keys: [(cell: Cell, isDescending: Bool)] = []
    for place in places.indices {
      if case .grain = places[place] { keys.append((shown(line, place), false)) }
    }
    for path in parts.top?.per ?? [] {
      if let place = place(named: path.text), case .key = places[place] {
        keys.append((shown(line, place), false))
      }
    }
    if let first = line.cells.first {
      if case .text = first { return keys }
      keys.append((first, parts.top?.isBottom != true))
    }
    return keys
  }

  /// Lines of one subtotal stand together, in the order of the subtotals, unless the question sorts.
  private func together(_ lines: [Line], under totals: [Line], _ parts: Parts) -> [Line] {
    guard parts.sort.isEmpty, !totals.isEmpty, places.count > 1 else { return lines }
    func ranks(_ line: Line) -> [Int] {
      (1..<places.count).map { count in
        totals.firstIndex { total in
          places.indices.allSatisfy { place in
            place < count
              ? shown(total, place) == shown(line, place) && isOwn(total, place)
              : !isOwn(total, place)
          }
        } ?? Int.max
      }
    }
    return lines.enumerated().sorted { left, right in
      for (one, two) in zip(ranks(left.element), ranks(right.element)) where one != two {
        return one < two
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  private func isOwn(_ line: Line, _ place: Int) -> Bool {
    switch places[place] {
    case .grain: line.steps[place] != nil
    case .key(let name): line.groups[name] != nil
    }
  }

  // MARK: Others

  /// Every group that is not shown, for each line of the other names.
  private func others(
    besides lines: [Line], _ parts: Parts, _ columns: [String]
  ) throws -> [Line] {
    guard let top = parts.top else { throw Refusal("others without top") }
    guard let ranked = try rankedPlace(top) else { return [] }
    guard case .key(let rankedName) = places[ranked] else { throw Refusal("others of a grain") }
    let whole = Level(places: Array(places.indices))
    let level = Level(places: places.indices.filter { $0 != ranked })
    let buckets = buckets(whole, in: period)
    let names = keys.map(\.name)
    var result: [Line] = []
    let found = try self.groups(buckets, names, whole, parts)
    carried = [:]
    var all: [String: [String: Cell]] = [:]
    for (_, groups) in found { all.merge(groups) { first, _ in first } }
    for index in buckets.indices {
      let left = all.values.filter { group in
        !lines.contains { $0.bucket == index && $0.groups == group }
      }
      var sections: [String: [[String: Cell]]] = [:]
      for group in left {
        sections[groupID(group.filter { $0.key != rankedName }), default: []].append(group)
      }
      // The others have a line where any of them has a row.
      sections = sections.filter { _, members in
        members.contains { found[index]?[groupID($0)] != nil }
      }
      for id in sections.keys.sorted() {
        guard let members = sections[id] else { continue }
        let shown = lines.filter { line in
          line.bucket == index
            && groupID(line.groups.filter { $0.key != rankedName }) == id
        }
        let remainder = Remainder(
          name: rankedName, shown: Set(shown.map { $0.groups[rankedName] ?? .blank }))
        guard
          var line = try line(
            members, index, buckets[index], level, parts, others: remainder)
        else { continue }
        line.groups = line.groups.filter { $0.key != rankedName }
        line.kind = .others
        result.append(line)
      }
    }
    return try sorted(result, parts, columns)
  }
}
