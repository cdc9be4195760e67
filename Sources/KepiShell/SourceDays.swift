// Which days of a source have rows, store by store and site by site.
import KepiColumns
import KepiEngine
import KepiFormats
import KepiSemantics
import Synchronization

/// The days of one source.
struct SourceDays: Sendable {
  /// One store and site of it; both are `nil` in a source that knows neither.
  struct Place: Sendable {
    let store: String?
    let site: String?
    /// The first day with a row.
    let first: Day
    /// Rows that begin on each day from the first to the last.
    let rowCounts: [Int]
    /// Whether a row covers the day; as long as `rowCounts`.
    let marks: [Bool]
    /// Numbers of the days among them that no row covers: few, so that to look for them day by day,
    /// place by place, took longer than to answer.
    private let holes: [Int]
    /// The last day on which a row is expected; `nil` where days without rows are ordinary.
    var expectedUntil: Day?
    /// Days whose numbers still changed when the newest report that has them was taken.
    var maturing: Set<Int> = []

    init(store: String?, site: String?, first: Day, rowCounts: [Int], marks: [Bool]) {
      self.store = store
      self.site = site
      self.first = first
      self.rowCounts = rowCounts
      self.marks = marks
      holes = marks.indices.filter { !marks[$0] }.map { first.number + $0 }
    }

    var last: Day { first.advanced(by: marks.count - 1) }

    /// False where rows cover every day on which one is expected.
    fileprivate var mayLackDays: Bool {
      guard let expectedUntil else { return false }
      return !holes.isEmpty || expectedUntil > last
    }

    /// Numbers of the days of a range that no row covers, for days from the first on.
    func unmarkedDays(in days: ClosedRange<Day>) -> [Int] {
      let range = days.lowerBound.number...days.upperBound.number
      let behind = max(last.number + 1, range.lowerBound)
      return holes.filter { range.contains($0) }
        + (behind <= range.upperBound ? Array(behind...range.upperBound) : [])
    }

    func isMarked(_ day: Day) -> Bool {
      let place = day - first
      return marks.indices.contains(place) && marks[place]
    }

    func isExpected(_ day: Day) -> Bool {
      guard let expectedUntil else { return isMarked(day) }
      return first <= day && day <= expectedUntil
    }

    func isMissing(_ day: Day) -> Bool {
      expectedUntil != nil && isExpected(day) && !isMarked(day)
    }

    func rowCount(on day: Day) -> Int {
      let place = day - first
      return rowCounts.indices.contains(place) ? rowCounts[place] : 0
    }
  }

  let key: String
  let name: String
  var places: [Place]
  /// Numbers of the places that lack a day at all. Each question looks at them, and mostly there are
  /// none: to look at all of some hundred places took a tenth of a short question's time.
  let lackingPlaces: [Int]
  /// The newest day of all places.
  let newest: Day

  /// A source is daily where of its days with rows at least four of five are followed by another.
  /// Returns of a small shop come on some days and not on others: of those none is missing.
  private static let followedShare = 0.8
  /// Fewer days tell nothing.
  private static let leastDays = 7
  /// A place that has sent nothing for so long has ended, and lacks nothing.
  private static let endedAfter = 56
  /// A day far from all others, such as one of the year 1900, is a mistake in a file.
  private static let greatestSpan = 40_000

  /// `nil` for a source without days.
  init?(_ source: LoadedSource) {
    let table = source.table
    guard let days = source.schema.extent?.days, let dayColumn = source.schema.dayColumn,
      case .date(let firsts)? = table[dayColumn]?.column,
      days.upperBound - days.lowerBound < Self.greatestSpan
    else { return nil }
    var lasts: DateColumn?
    if let name = source.schema.lastDayColumn, case .date(let column)? = table[name]?.column {
      lasts = column
    }
    let start = days.lowerBound
    let span = days.upperBound - start + 1
    var step: Grain?
    if case .grain(let grain)? = source.schema.extent?.step { step = grain }
    let isOfDays = lasts == nil && step == nil
    let counting = DayCounting(
      groups: PlaceNumbers(
        stores: Self.texts(of: "store", in: table), sites: Self.texts(of: "site", in: table)),
      firsts: firsts, lasts: lasts, step: step, start: start, span: span)
    let counted = isOfDays ? counting.ofAll(table.rowCount) : counting.stretches(table.rowCount)
    let (groups, counts, marks) = (counted.groups, counted.counts, counted.marks)
    key = source.schema.key
    name = source.schema.name
    var found: [Place] = []
    for (number, names) in groups.names.enumerated() {
      let own = marks[number * span..<(number + 1) * span]
      guard let first = own.firstIndex(of: true), let last = own.lastIndex(of: true) else {
        continue
      }
      found.append(
        Place(
          store: names.store, site: names.site, first: start.advanced(by: first - own.startIndex),
          rowCounts: Array(counts[first...last]), marks: Array(marks[first...last])))
    }
    guard let newest = found.map(\.last).max() else { return nil }
    self.newest = newest
    found.sort { ($0.store ?? "", $0.site ?? "") < ($1.store ?? "", $1.site ?? "") }
    for number in found.indices where Self.isDaily(found[number].marks) {
      let last = found[number].last
      found[number].expectedUntil = newest - last > Self.endedAfter ? last : newest
    }
    places = found
    lackingPlaces = found.indices.filter { found[$0].mayLackDays }
  }

  private static func texts(of name: String, in table: Table) -> TextColumn? {
    if case .text(let column)? = table.column(folded: name)?.column { column } else { nil }
  }

  private static func isDaily(_ marks: [Bool]) -> Bool {
    let count = marks.count { $0 }
    guard count >= leastDays else { return false }
    let followed = marks.indices.dropLast().count { marks[$0] && marks[$0 + 1] }
    return Double(followed) >= followedShare * Double(count - 1)
  }

  // MARK: Maturing

  /// A report that was taken on a day knows the days before it as they were then. Until it is taken
  /// again, the last of them stay as unfinished as they were, however long ago that is.
  func withMaturing(_ exports: [LoadedExport], _ kinds: [ExportKind]) -> SourceDays {
    var copy = self
    var settled = Array(repeating: Set<Int>(), count: places.count)
    for export in exports {
      guard let window = kinds.first(where: { $0.name == export.kind })?.maturity else { continue }
      for (number, days) in ranges(of: export) {
        let taken = max(export.reportDay ?? days.upperBound, days.upperBound)
        for day in days.lowerBound.number...days.upperBound.number {
          if taken.number - day < window.dayCount {
            copy.places[number].maturing.insert(day)
          } else {
            settled[number].insert(day)
          }
        }
      }
    }
    for number in places.indices { copy.places[number].maturing.subtract(settled[number]) }
    return copy
  }

  /// First and last day of a file in each place, by the numbers of the places, in their order.
  private func ranges(of export: LoadedExport) -> [(place: Int, days: ClosedRange<Day>)] {
    guard case .date(let days)? = export.table["day"]?.column else { return [] }
    var groups = PlaceNumbers(
      stores: Self.texts(of: "store", in: export.table),
      sites: Self.texts(of: "site", in: export.table))
    var found: [ClosedRange<Day>?] = []
    for row in 0..<export.table.rowCount {
      guard let day = days[row] else { continue }
      let number = groups.number(ofRow: row)
      if number == found.count { found.append(nil) }
      found[number] =
        found[number].map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    }
    return groups.names.enumerated().compactMap { number, names in
      guard let days = found[number],
        let place = places.firstIndex(where: { $0.store == names.store && $0.site == names.site })
      else { return nil }
      return (place, days)
    }
  }
}

/// How many rows each place has on each day, and which days they cover.
private struct DayCounting: Sendable {
  var groups: PlaceNumbers
  let firsts: DateColumn
  let lasts: DateColumn?
  let step: Grain?
  let start: Day
  let span: Int
  /// The days of each place one after the other.
  private(set) var counts: [Int] = []
  private(set) var marks: [Bool] = []
  private let calendar = CalendarRules()

  private static let blockSize = 1 << 12
  /// Fewer rows are counted sooner than they are shared.
  private static let leastShare = 1 << 18

  init(
    groups: PlaceNumbers, firsts: DateColumn, lasts: DateColumn?, step: Grain?, start: Day,
    span: Int
  ) {
    self.groups = groups
    self.firsts = firsts
    self.lasts = lasts
    self.step = step
    self.start = start
    self.span = span
  }

  /// Of rows that cover their day each. Each core counts some of them; what they found is put together
  /// in the order of the rows.
  func ofAll(_ rowCount: Int) -> DayCounting {
    let effort = ReadEffort.all
    let count = max(1, min(effort.workerCount, rowCount / Self.leastShare))
    let parts = effort.map(count) { number in
      var part = self
      part.count(rowCount * number / count..<rowCount * (number + 1) / count)
      return part
    }
    var all = parts.first ?? self
    for part in parts.dropFirst() { all.add(part) }
    all.marks = all.counts.map { $0 > 0 }
    return all
  }

  private mutating func count(_ rows: Range<Int>) {
    for block in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockSize) {
      let rows = block..<min(block + Self.blockSize, rows.upperBound)
      let days = firsts.days.narrowValues(.range(rows))
      let places = groups.numbers(ofRows: rows, present: firsts.present)
      makeRoom()
      count(days.span, places.span)
    }
  }

  private mutating func count(_ days: Span<Int32>, _ places: Span<Int32>) {
    let (start, span) = (start.number, span)
    var counts = counts.mutableSpan
    for row in places.indices where places[row] >= 0 {
      let offset = Int(days[row]) - start
      if offset >= 0, offset < span { counts[Int(places[row]) * span + offset] &+= 1 }
    }
  }

  private mutating func makeRoom() {
    let missing = groups.names.count * span - counts.count
    counts.append(contentsOf: repeatElement(0, count: missing))
  }

  private mutating func add(_ other: DayCounting) {
    let places = groups.numbers(of: other.groups)
    makeRoom()
    for (number, place) in places.enumerated() {
      for day in 0..<span { counts[place * span + day] += other.counts[number * span + day] }
    }
  }

  /// Of rows that may cover several days.
  func stretches(_ rowCount: Int) -> DayCounting {
    var all = self
    for row in 0..<rowCount { all.mark(row) }
    return all
  }

  private mutating func mark(_ row: Int) {
    guard let day = firsts[row] else { return }
    let place = groups.number(ofRow: row)
    makeRoom()
    marks.append(contentsOf: repeatElement(false, count: counts.count - marks.count))
    let offset = day - start
    guard (0..<span).contains(offset) else { return }
    counts[place * span + offset] += 1
    var last = max(day, lasts?[row] ?? day)
    // A month that is written as its first day covers all of it (R5).
    if lasts == nil, let step { last = calendar.end(of: step, holding: day) }
    for covered in offset...min(span - 1, last - start) { marks[place * span + covered] = true }
  }
}

/// Numbers the stores and sites of a table in the order in which they come.
private struct PlaceNumbers: Sendable {
  private(set) var names: [(store: String?, site: String?)] = []
  /// What `numbers` knows each by.
  private var keys: [Int] = []
  private let stores: TextColumn?
  private let sites: TextColumn?
  private var numbers: [Int32]
  private let siteCount: Int
  /// What each store and each site adds to the key of a pair.
  private let storeKeys: [Int32]
  private let siteKeys: [Int32]

  init(stores: TextColumn?, sites: TextColumn?) {
    self.stores = stores
    self.sites = sites
    let siteCount = sites?.dictionary.count ?? 1
    self.siteCount = siteCount
    storeKeys = (0..<(stores?.dictionary.count ?? 1)).map { Int32($0 * siteCount) }
    siteKeys = (0..<siteCount).map { Int32($0) }
    numbers = Array(repeating: -1, count: (stores?.dictionary.count ?? 1) * siteCount)
  }

  /// For each of some rows its number, -1 for those without a day.
  mutating func numbers(ofRows rows: Range<Int>, present: Bitmap?) -> [Int32] {
    var keys = [Int32](repeating: 0, count: rows.count)
    stores?.codes.addCodes(.range(rows), from: storeKeys, times: 1, to: &keys)
    sites?.codes.addCodes(.range(rows), from: siteKeys, times: 1, to: &keys)
    for place in keys.indices {
      if let present, !present[rows.lowerBound + place] {
        keys[place] = -1
        continue
      }
      let known = numbers[Int(keys[place])]
      keys[place] = known >= 0 ? known : Int32(number(ofRow: rows.lowerBound + place))
    }
    return keys
  }

  mutating func number(ofRow row: Int) -> Int {
    let key = Int(stores?.codes[row] ?? 0) * siteCount + Int(sites?.codes[row] ?? 0)
    return number(of: key, (stores?[row], sites?[row]))
  }

  /// The numbers here of those of other rows of the table. New ones come after those known, in their
  /// order.
  mutating func numbers(of other: PlaceNumbers) -> [Int] {
    zip(other.keys, other.names).map { number(of: $0, $1) }
  }

  private mutating func number(of key: Int, _ name: (store: String?, site: String?)) -> Int {
    if numbers[key] >= 0 { return Int(numbers[key]) }
    numbers[key] = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    keys.append(key)
    return names.count - 1
  }
}

/// The days of all loaded sources, each looked through when first asked for. It is a class so that
/// copies of a workspace share what was found.
final class CoverageBook: Sendable {
  private let store: Store
  private let exports: [LoadedExport]
  private let kinds: [ExportKind]
  private let joined: [JoinedSource]
  private let known = Mutex<[String: SourceDays]>([:])
  private let timeless = Mutex<Set<String>>([])

  static let none = CoverageBook(Store([]), exports: [], kinds: [], joined: [])

  init(
    _ store: Store, exports: [LoadedExport], kinds: [ExportKind], joined: [JoinedSource]
  ) {
    self.store = store
    self.exports = exports
    self.kinds = kinds
    self.joined = joined
  }

  /// `nil` for a source that is not loaded or has no days.
  func days(of key: String) -> SourceDays? {
    if let found = known.withLock({ $0[key] }) { return found }
    guard !timeless.withLock({ $0.contains(key) }), let source = store[key] else { return nil }
    guard let made = SourceDays(source) else {
      timeless.withLock { _ = $0.insert(key) }
      return nil
    }
    known.withLock { $0[key] = made }
    return made
  }

  /// The same with the days that still change.
  func maturingDays(of key: String) -> SourceDays? {
    let fed = Set(parts(of: key))
    return days(of: key)?.withMaturing(exports.filter { fed.contains($0.source.folded) }, kinds)
  }

  /// Whether a source is put together from others.
  func isJoined(_ key: String) -> Bool { joined.contains { $0.name.folded == key } }

  /// The sources that files feed, for one that is put together from them.
  func parts(of key: String) -> [String] {
    guard let whole = joined.first(where: { $0.name.folded == key }) else { return [key] }
    return whole.parts.map(\.folded).filter { store[$0] != nil }
  }
}
