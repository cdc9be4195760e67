// The files of one source as one table in which nothing counts twice.
package import KepiColumns

package struct MergedSource: Equatable, Sendable {
  package struct FileShare: Equatable, Sendable {
    package let path: String
    /// Rows of the file in the table.
    package let kept: Int
    /// Rows that a later file replaced.
    package let replaced: Int
    /// Of `replaced`, rows of other days than those that replaced them, but overlapping them: a
    /// month that gave way to a week, say.
    package let overlapped: Int
    /// Rows equal to another of the same file, where the kind says that they are copies.
    package let copies: Int

    package init(path: String, kept: Int, replaced: Int, overlapped: Int, copies: Int) {
      self.path = path
      self.kept = kept
      self.replaced = replaced
      self.overlapped = overlapped
      self.copies = copies
    }
  }

  /// Ordered by day; rows of one day in the order of their files.
  package let table: Table
  /// In the order in which the files were given.
  package let files: [FileShare]

  package init(table: Table, files: [FileShare]) {
    self.table = table
    self.files = files
  }
}

package enum ExportMerge {
  /// Joins the files of one source. Of what two files share the later one stands, by the reports'
  /// own days if all have one, else by the order given. `ownKey` is the `key` of a source of one's
  /// own, for files of no kind; without one their rows never replace others.
  package static func merge(
    _ exports: [LoadedExport], kinds: [ExportKind], ownKey: [String] = [],
    timeColumn: String = "day"
  ) -> MergedSource {
    if let whole = whole(exports, kinds: kinds, ownKey: ownKey, timeColumn: timeColumn) {
      return whole
    }
    let arranged = arranged(exports, kinds: kinds, ownKey: ownKey, timeColumn: timeColumn)
    let table = arranged.table
    let merged: Table
    if let rows = arranged.rows {
      merged = Table(
        rowCount: rows.count,
        columns: table.columns.map {
          Table.NamedColumn(name: $0.name, unit: $0.unit, column: $0.column.gathered(rows))
        })
    } else {
      merged = table
    }
    let shares = Dictionary(uniqueKeysWithValues: zip(arranged.order, arranged.merging.shares))
    return MergedSource(table: merged, files: exports.indices.compactMap { shares[$0] })
  }

  /// One file that is in order, of which all rows count: the way of large exports, whose every pass
  /// shows.
  private static func whole(
    _ exports: [LoadedExport], kinds: [ExportKind], ownKey: [String], timeColumn: String
  ) -> MergedSource? {
    guard exports.count == 1, let file = exports.first else { return nil }
    if case .distinctRows = replacement(of: file, kinds: kinds, ownKey: ownKey) { return nil }
    guard isSorted(file.table[timeColumn]?.column) else { return nil }
    let share = MergedSource.FileShare(
      path: file.path, kept: file.table.rowCount, replaced: 0, overlapped: 0, copies: 0)
    return MergedSource(table: file.table, files: [share])
  }

  /// For each row of the merged table the file it is of and its row there.
  package static func origins(
    of exports: [LoadedExport], kinds: [ExportKind], ownKey: [String] = [],
    timeColumn: String = "day"
  ) -> [(file: Int, row: Int)] {
    let arranged = arranged(exports, kinds: kinds, ownKey: ownKey, timeColumn: timeColumn)
    var all: [(file: Int, row: Int)] = []
    for file in arranged.order {
      all += (0..<exports[file].table.rowCount).map { (file, $0) }
    }
    return arranged.rows.map { rows in rows.map { all[$0] } } ?? all
  }

  private struct Arranged {
    /// The files in the order in which the later one stands.
    let order: [Int]
    let table: Table
    let merging: Merging
    /// The rows of the table that stay, in order; `nil` where all do as they stand.
    let rows: [Int]?
  }

  private static func arranged(
    _ exports: [LoadedExport], kinds: [ExportKind], ownKey: [String], timeColumn: String
  ) -> Arranged {
    let order = order(of: exports, kinds: kinds)
    let files = order.map { exports[$0] }
    let table = Table.stacked(files.map(\.table))
    var merging = Merging(
      files: files, table: table,
      replacements: files.map { replacement(of: $0, kinds: kinds, ownKey: ownKey) })
    merging.dropCopies()
    merging.dropReplaced()
    merging.dropOverlapped()
    let isWhole = merging.keepsAll && isSorted(table[timeColumn]?.column)
    return Arranged(
      order: order, table: table, merging: merging,
      rows: isWhole ? nil : sorted(merging.keptRows, by: table[timeColumn]?.column))
  }

  /// A table with the rows of other tables whose platforms, or settlements or stores on them, neither
  /// it nor a table before has: reports of one fact at other cuts. `nil` where there are none.
  package static func completed(_ cut: Cut, by others: [Cut]) -> Table? {
    guard let completion = completion(of: cut, by: others) else { return nil }
    let parts = zip(others, completion.rows).map { other, rows in other.table.rows(rows) }
    return Table.stacked([cut.table] + parts.filter { $0.rowCount > 0 }).rows(completion.order)
  }

  /// The rows of a source.
  package struct Cut {
    package let table: Table
    /// Whether a store is what the files were loaded with. An ERP has names of its own for the same
    /// stores.
    package let hasLoadedStores: Bool

    package init(_ table: Table, hasLoadedStores: Bool) {
      self.table = table
      self.hasLoadedStores = hasLoadedStores
    }
  }

  /// For each row of the completed table the table it is of, the first being 0, and its row there.
  package static func completedOrigins(
    _ cut: Cut, by others: [Cut]
  ) -> [(table: Int, row: Int)]? {
    guard let completion = completion(of: cut, by: others) else { return nil }
    var all = (0..<cut.table.rowCount).map { (table: 0, row: $0) }
    for (number, rows) in completion.rows.enumerated() { all += rows.map { (number + 1, $0) } }
    return completion.order.map { all[$0] }
  }

  /// The rows that each of the others adds, and the order of all.
  private static func completion(
    of cut: Cut, by others: [Cut]
  ) -> (rows: [[Int]], order: [Int])? {
    var known = Holders()
    known.add(cut, 0..<cut.table.rowCount)
    guard !known.isEmpty else { return nil }
    var added: [[Int]] = []
    for other in others {
      let rows = known.rowsOfOthers(in: other)
      added.append(rows)
      known.add(other, rows)
    }
    guard added.contains(where: { !$0.isEmpty }) else { return nil }
    let parts = zip(others, added).map { other, rows in other.table.rows(rows) }
    let stacked = Table.stacked([cut.table] + parts.filter { $0.rowCount > 0 })
    return (added, sorted(Array(0..<stacked.rowCount), by: stacked["day"]?.column))
  }

  /// Whose rows there are: platforms, and on each the stores, `nil` standing for rows that name none,
  /// and the settlements.
  private struct Holders {
    private var stores: [String: Set<String?>] = [:]
    private var settlements: [String: Set<String>] = [:]

    var isEmpty: Bool { stores.isEmpty }

    mutating func add(_ cut: Cut, _ rows: some Sequence<Int>) {
      Self.forEach(cut, rows) { _, platform, store, settlement in
        stores[platform, default: []].insert(store)
        if let settlement { settlements[platform, default: []].insert(settlement) }
      }
    }

    /// The rows of platforms that are not known; of settlements that are not, since a settlement has
    /// one number in all reports; and, where numbers do not tell, of other stores than those known, if
    /// each side says of which store it is.
    func rowsOfOthers(in cut: Cut) -> [Int] {
      var found: [Int] = []
      Self.forEach(cut, 0..<cut.table.rowCount) { row, platform, store, settlement in
        guard let known = stores[platform] else { return found.append(row) }
        if let settlement, let others = settlements[platform] {
          if !others.contains(settlement) { found.append(row) }
        } else if store != nil, !known.contains(nil), !known.contains(store) {
          found.append(row)
        }
      }
      return found
    }

    private static func forEach(
      _ cut: Cut, _ rows: some Sequence<Int>,
      _ body: (_ row: Int, _ platform: String, _ store: String?, _ settlement: String?) -> Void
    ) {
      guard let platforms = Names(cut.table, "platform") else { return }
      let stores = cut.hasLoadedStores ? Names(cut.table, "store") : nil
      let settlements = Names(cut.table, "settlement_id")
      for row in rows {
        if let platform = platforms[row] { body(row, platform, stores?[row], settlements?[row]) }
      }
    }

    /// The texts of a column, each made once.
    private struct Names {
      private let texts: [String?]
      private let codes: IntegerStorage

      init?(_ table: Table, _ name: String) {
        guard case .text(let column)? = table[name]?.column else { return nil }
        texts = [nil] + column.dictionary.dropFirst().map(Optional.some)
        codes = column.codes
      }

      subscript(row: Int) -> String? { texts[Int(codes[row])] }
    }
  }

  /// The files of each platform by their own days, if all of it have one. Files of two platforms
  /// share nothing, so one without days does not keep the others from theirs.
  private static func order(of exports: [LoadedExport], kinds: [ExportKind]) -> [Int] {
    let platforms = exports.map { export in
      kinds.first { $0.name == export.kind }?.platform ?? ""
    }
    var order = Array(exports.indices)
    for platform in Set(platforms).sorted() {
      let places = order.indices.filter { platforms[$0] == platform }
      let days = places.compactMap { exports[$0].reportDay?.number }
      guard days.count == places.count else { continue }
      let sorted = places.indices.sorted { (days[$0], $0) < (days[$1], $1) }
      for (place, from) in zip(places, sorted) { order[place] = places[from] }
    }
    return order
  }

  private static func replacement(
    of file: LoadedExport, kinds: [ExportKind], ownKey: [String]
  ) -> ExportKind.Replacement? {
    if let name = file.kind { return kinds.first { $0.name == name }?.replacement }
    // A store or site that a path gives parts the rows of an own source; one that stands in the
    // file is a value like any other.
    let places = ["store", "site"].filter { file.fixedColumns.contains($0) }
    return ownKey.isEmpty ? nil : .rows(key: ownKey + places)
  }

  /// As `sorted` would leave all rows.
  private static func isSorted(_ column: Column?) -> Bool {
    guard case .date(let days)? = column else { return true }
    guard days.present == nil else { return false }
    let rows = 0..<days.days.count
    return rows.isEmpty || days.days.bounds(of: rows).isAscending
  }

  /// Stable; rows without a day come first.
  private static func sorted(_ rows: [Int], by column: Column?) -> [Int] {
    guard case .date(let days)? = column else { return rows }
    let numbers = rows.map { days[$0]?.number ?? Int.min }
    if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 <= $1 }) { return rows }
    let order = rows.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    return order.map { rows[$0] }
  }
}

extension Table {
  package func rows(_ rows: [Int]) -> Table {
    Table(
      rowCount: rows.count,
      columns: columns.map {
        NamedColumn(name: $0.name, unit: $0.unit, column: $0.column.gathered(rows))
      })
  }
}

/// The rows of several files while it is found out which stay.
private struct Merging {
  enum Fate: UInt8 { case kept, copy, replaced, overlapped }

  let files: [LoadedExport]
  let table: Table
  /// What each file takes away from earlier ones.
  let replacements: [ExportKind.Replacement?]
  private let ranges: [Range<Int>]
  private var fates: [Fate]

  init(files: [LoadedExport], table: Table, replacements: [ExportKind.Replacement?]) {
    self.files = files
    self.table = table
    self.replacements = replacements
    var start = 0
    ranges = files.map { file in
      defer { start += file.table.rowCount }
      return start..<start + file.table.rowCount
    }
    fates = Array(repeating: .kept, count: table.rowCount)
  }

  var keepsAll: Bool { fates.allSatisfy { $0 == .kept } }

  var keptRows: [Int] { fates.indices.filter { fates[$0] == .kept } }

  var shares: [MergedSource.FileShare] {
    zip(files, ranges).map { file, range in
      var counts = [0, 0, 0, 0]
      for row in range { counts[Int(fates[row].rawValue)] += 1 }
      return MergedSource.FileShare(
        path: file.path, kept: counts[0], replaced: counts[2] + counts[3], overlapped: counts[3],
        copies: counts[1])
    }
  }

  /// Leaves one of the equal rows of a file, where its kind says that they are copies.
  mutating func dropCopies() {
    let concerned = replacements.indices.filter {
      if case .distinctRows = replacements[$0] { true } else { false }
    }
    guard !concerned.isEmpty else { return }
    var groups = RowGroups(rowCount: table.rowCount)
    for column in table.columns { groups.split(by: column.column) }
    for number in concerned {
      var seen: Set<Int32> = []
      for row in ranges[number] where !seen.insert(groups.ids[row]).inserted {
        fates[row] = .copy
      }
    }
  }

  /// Drops rows whose key a later file has as well.
  mutating func dropReplaced() {
    guard files.count > 1 else { return }
    for replacement in distinctReplacements {
      if replacement == .days {
        dropReplacedDays()
      } else {
        let groups = groups(of: replacement, withDays: true)
        var claimed = Array(repeating: false, count: groups.count)
        for number in files.indices.reversed() {
          for row in ranges[number]
          where claimed[Int(groups.ids[row])] && fates[row] == .kept {
            fates[row] = .replaced
          }
          guard replacements[number] == replacement else { continue }
          for row in ranges[number] { claimed[Int(groups.ids[row])] = true }
        }
      }
    }
  }

  /// Drops rows whose key but for its days a later file has, on days that overlap theirs: a range
  /// cannot be cut, and both would count the days they share twice.
  mutating func dropOverlapped() {
    guard files.count > 1, let first = days("day"), let last = days("until") else { return }
    let hasRanges = (0..<table.rowCount).contains { row in
      if let day = first[row], let until = last[row] { until > day } else { false }
    }
    guard hasRanges else { return }
    for replacement in distinctReplacements where replacement.key.contains("day") {
      let groups = groups(of: replacement, withDays: false)
      var claimed: [Int32: DaySet] = [:]
      for number in files.indices.reversed() {
        var added: [Int32: [ClosedRange<Int>]] = [:]
        for row in ranges[number] {
          guard let day = first[row] else { continue }
          let range = day.number...max(day.number, last[row]?.number ?? day.number)
          let group = groups.ids[row]
          if fates[row] == .kept, claimed[group]?.overlaps(range) ?? false {
            fates[row] = .overlapped
          }
          // A row that is gone has been claimed by what replaced it.
          if fates[row] == .kept { added[group, default: []].append(range) }
        }
        guard replacements[number] == replacement else { continue }
        for (group, ranges) in added { claimed[group, default: DaySet()].insert(ranges) }
      }
    }
  }

  private mutating func dropReplacedDays() {
    guard let first = days("day") else { return }
    var groups = RowGroups(rowCount: table.rowCount)
    for name in ["store", "site"] { split(&groups, by: name) }
    let last = days("until")
    var claimed: [Int32: DaySet] = [:]
    for number in files.indices.reversed() {
      var covered: [Int32: ClosedRange<Int>] = [:]
      for row in ranges[number] {
        guard let day = first[row]?.number else { continue }
        let until = max(day, last?[row]?.number ?? day)
        let group = groups.ids[row]
        if fates[row] == .kept, claimed[group]?.overlaps(day...until) ?? false {
          fates[row] = .replaced
        }
        let known = covered[group] ?? day...until
        covered[group] = min(known.lowerBound, day)...max(known.upperBound, until)
      }
      guard replacements[number] == .days else { continue }
      for (group, range) in covered { claimed[group, default: DaySet()].insert([range]) }
    }
  }

  private var distinctReplacements: [ExportKind.Replacement] {
    var found: [ExportKind.Replacement] = []
    for case let replacement? in replacements where !found.contains(replacement) {
      found.append(replacement)
    }
    return found
  }

  /// The rows that replace each other. A field that a file lacks altogether, such as the item id
  /// in orders of former years, cannot tell its rows from those of another and is left out.
  private func groups(of replacement: ExportKind.Replacement, withDays: Bool) -> RowGroups {
    var groups = RowGroups(rowCount: table.rowCount)
    for name in replacement.key where name != "ordinal" {
      if name == "day" || name == "until" {
        if withDays { split(&groups, by: name) }
      } else if !isMissingSomewhere(name, replacement) {
        split(&groups, by: name)
      }
    }
    if replacement.isWithinPlace {
      for name in ["store", "site"] where !replacement.key.contains(name) {
        split(&groups, by: name)
      }
    }
    if replacement.key.contains("ordinal") { groups.split(by: ordinals(groups)) }
    return groups
  }

  private func split(_ groups: inout RowGroups, by name: String) {
    if let column = table[name]?.column { groups.split(by: column) }
  }

  private func isMissingSomewhere(
    _ name: String, _ replacement: ExportKind.Replacement
  ) -> Bool {
    guard let column = table[name]?.column else { return true }
    return files.indices.contains { number in
      replacements[number] == replacement && !ranges[number].isEmpty
        && !ranges[number].contains { column.isPresent($0) }
    }
  }

  /// For each row its place among the rows of its group in its own file.
  private func ordinals(_ groups: RowGroups) -> [Int32] {
    var ordinals = Array(repeating: Int32(0), count: table.rowCount)
    var lastFile = Array(repeating: -1, count: groups.count)
    var counts = Array(repeating: Int32(0), count: groups.count)
    for number in files.indices {
      for row in ranges[number] {
        let group = Int(groups.ids[row])
        if lastFile[group] != number {
          lastFile[group] = number
          counts[group] = 0
        }
        ordinals[row] = counts[group]
        counts[group] += 1
      }
    }
    return ordinals
  }

  private func days(_ name: String) -> DateColumn? {
    if case .date(let days)? = table[name]?.column { days } else { nil }
  }
}

/// Days as ranges that neither touch nor overlap, in order.
private struct DaySet {
  private var ranges: [ClosedRange<Int>] = []

  mutating func insert(_ others: [ClosedRange<Int>]) {
    var joined: [ClosedRange<Int>] = []
    for range in (ranges + others).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    ranges = joined
  }

  func overlaps(_ range: ClosedRange<Int>) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= range.upperBound
  }
}

extension ExportKind.Replacement {
  fileprivate var key: [String] {
    switch self {
    case .rows(let key), .distinctRows(let key), .whole(let key): key
    case .days: []
    }
  }

  /// Whether rows of two stores or sites never replace each other. A settlement is one wherever it
  /// is loaded from.
  fileprivate var isWithinPlace: Bool {
    switch self {
    case .rows, .distinctRows, .days: true
    case .whole: false
    }
  }
}
