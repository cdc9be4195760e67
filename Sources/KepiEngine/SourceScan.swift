// One pass over one source: selects its rows, finds their lines, gathers the aggregates.
import Dispatch
import Glibc
import KepiColumns
import KepiSemantics
import Synchronization

/// What a pass found, line by line.
struct ScanResult: Sendable {
  var groups = LineIndex.table([:])
  var keys: [GroupKey] = []
  var accumulators: [Accumulator] = []
  var currencies = CurrencyTable()
  /// For each aggregate measured at the end or the beginning of a window the windows that have such a
  /// day (R12): without one there is no stock to speak of, not a stock of 0.
  var standingWindows: [Set<Int32>?] = []
  /// How many rows each line is made of, where that was counted.
  var rowCounts: [Int64]?
  /// For each aggregate the rows it was made of, where they were asked for.
  var found: [RowsFound] = []
  /// Rows of the windows that met the question's conditions.
  var rowsKept = 0
  /// Rows without a day, which a question about a period cannot place.
  var undatedRows = 0
  /// Parents without any child, which no line can hold.
  var childlessRows = 0
  /// A row of several days that a window would cut.
  var cutRow: (rows: ClosedRange<Day>, at: Day)?
}

/// One pass: the lines it makes, the days behind each, and what is gathered.
struct ScanRequest: Sendable {
  /// Places of the value axes that part the rows, in order.
  let valueAxes: [Int]
  /// The days behind each step of time; one entry where time does not part the lines.
  let windows: [ClosedRange<Day>?]
  let aggregates: [Aggregate]
  /// Whether the days are the question's own, and no bracket or baseline moved them.
  let hasOwnDays: Bool
  typealias Placing = @Sendable (GroupKey) -> [GroupKey]
  /// The lines that take the rows of a line. It makes those of the others without ever adding
  /// finished values.
  var place: Placing?
  /// Whether the question's conditions do not matter.
  var takesAll = false
  /// The lines with the largest values of an aggregate; it says nothing of any others.
  struct Best {
    /// The place of the aggregate.
    let aggregate: Int
    let count: Int
    /// The place, among the codes of a line, of what is ranked beside lines that share all others;
    /// `nil` where all lines are ranked together.
    let rankedCode: Int?
  }

  var best: Best?
  /// Whether the rows of each aggregate are kept. It takes one worker.
  var recordsRows = false
}

/// How a scan is run. It never shows in an answer.
package struct ScanEffort: Sendable {
  /// How many parts of the rows are read at once.
  package let workerCount: Int
  package let blockSize: Int
  /// Fewer rows than this are read by one worker.
  package let leastShare: Int
  /// Fewer lines than this are made one by one, more of them column by column where that can be.
  package let leastColumnLines: Int
  /// What a question may take for its lines. Beyond, it is refused with a message, where the system
  /// would end the program without one.
  package var memoryBytes: Int
  package var rollups: RollupRules

  package init(
    workerCount: Int, blockSize: Int = 2048, leastShare: Int = 1 << 16,
    leastColumnLines: Int = 256, memoryBytes: Int = ScanEffort.halfOfMemory,
    rollups: RollupRules = .inBackground
  ) {
    self.workerCount = workerCount
    self.blockSize = blockSize
    self.leastShare = leastShare
    self.leastColumnLines = leastColumnLines
    self.memoryBytes = memoryBytes
    self.rollups = rollups
  }

  package static let all = ScanEffort(workerCount: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Half of what the machine has: the other half is for the rows, and for others.
  package static let halfOfMemory =
    Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE))) / 2

  /// How many groups workers may find, together. The bytes are an estimate on the safe side: keys,
  /// tables that have just grown, and the same once more while workers' groups are put together.
  func groupLimit(aggregateCount: Int) -> Int { memoryBytes / (200 + 80 * aggregateCount) }

  /// How many lines may be made of groups, with formulas, names and what is written: an estimate,
  /// too.
  func lineLimit(cellCount: Int) -> Int { memoryBytes / (700 + 100 * cellCount) }
}

/// Rows of one window.
struct ScanPiece {
  let window: Int32
  let rows: Rows
}

struct SourceScan {
  private let source: LoadedSource
  private let store: Store
  private let attributes: AttributeValues
  private let query: ResolvedQuery
  private let effort: ScanEffort
  private let isCancelled: @Sendable () -> Bool
  private var worker: ScanWorker
  /// The rows of each window, once they are known.
  private var pieces: [ScanPiece] = []

  init(
    _ query: ResolvedQuery, _ source: LoadedSource, in store: Store,
    attributes: AttributeValues, effort: ScanEffort, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.query = query
    self.source = source
    self.store = store
    self.attributes = attributes
    self.effort = effort
    self.isCancelled = isCancelled
    worker = ScanWorker(
      query, source, in: store, attributes: attributes, effort: effort, isCancelled: isCancelled)
  }

  /// Gathers aggregates of this source.
  mutating func run(
    _ request: ScanRequest, domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> ScanResult {
    if let pass = try densePass(request, domains: &domains) {
      return try DensePass.results(of: [pass], effort)[0]
    }
    return try looked(up: request, domains: &domains)
  }

  /// The pass that gathers aggregates of this source the quick way; `nil` where it cannot be gone,
  /// and groups are to be looked up.
  mutating func densePass(
    _ request: ScanRequest, domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> DensePass? {
    if var pass = try rolledUp(request, &domains) {
      pass.undatedCount = undatedCount(of: request)
      return pass
    }
    pieces = try prepare(request, &domains)
    guard var pass = densePass(pieces, request) else { return nil }
    pass.undatedCount = undatedCount(of: request)
    return pass
  }

  /// The same, where there is no such pass, by looking up the group of each row.
  mutating func looked(
    up request: ScanRequest, domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> ScanResult {
    let undatedCount = undatedCount(of: request)
    let shares = shares(of: pieces)
    guard shares.count > 1 else {
      for piece in pieces { try worker.run(piece, &domains) }
      try worker.result.finish(isCancelled)
      worker.result.undatedRows = undatedCount
      return worker.result
    }
    let outcomes = Mutex<[Int: Outcome]>([:])
    let start = worker
    let known = domains
    DispatchQueue.concurrentPerform(iterations: shares.count) { number in
      let outcome = Outcome(of: shares[number], start, known)
      outcomes.withLock { $0[number] = outcome }
    }
    let parts = outcomes.withLock { $0 }
    var result = start.result
    for number in shares.indices {
      switch parts[number] {
      case .failed(let failure): throw failure
      case .done(let part, let partDomains):
        try result.add(
          part, request, partDomains, beyond: known, to: &domains, isCancelled: isCancelled)
      case nil: throw .internalMismatch
      }
    }
    try result.finish(isCancelled)
    result.undatedRows = undatedCount
    return result
  }

  private mutating func prepare(
    _ request: ScanRequest, _ domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> [ScanPiece] {
    let pieces = pieces(of: request)
    try worker.prepare(request, pieces, &domains)
    guard let days = source.days else { return pieces }
    return worker.narrowed(pieces, days) ?? pieces
  }

  /// The pass over the rollup of the source; `nil` where the rows themselves are to be read.
  private func rolledUp(
    _ request: ScanRequest, _ domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> DensePass? {
    if effort.rollups.making == .atOnce {
      source.rollupRoom.fill(from: source, effort.rollups)
    }
    guard effort.rollups.making != .never, let rollup = source.rollupRoom.rollup,
      rollup.answers(request, of: query)
    else { return nil }
    var scan = SourceScan(
      query, rollup.source, in: store, attributes: attributes, effort: effort,
      isCancelled: isCancelled)
    let pieces = try scan.prepare(request, &domains)
    return scan.densePass(pieces, request, rollup)
  }

  private func densePass(
    _ pieces: [ScanPiece], _ request: ScanRequest, _ rollup: Rollup? = nil
  ) -> DensePass? {
    guard let plan = worker.densePlan(rollup), let segments = segments(of: pieces, request, plan)
    else { return nil }
    var scaled = worker
    scaled.scaleCodes(for: plan)
    return DensePass(
      plan: plan, segments: segments, request: request, worker: scaled,
      shares: shares(of: segments.pieces), source: rollup == nil ? source : nil)
  }

  /// Where the rows of a dense scan lie; `nil` where it would take too much memory.
  private func segments(
    of pieces: [ScanPiece], _ request: ScanRequest, _ plan: DensePlan
  ) -> Segments? {
    var segments = Segments(pieces: pieces, windowCount: max(1, request.windows.count))
    if let days = source.days, !worker.isNarrowed,
      let shared = Segments(windows: request.windows, days: days)
    {
      // A value that hangs on the window is not the same for all that share a row.
      guard !worker.readsAttributes, plan.distinctSizes.isEmpty else { return nil }
      segments = shared
    }
    let rowCount = segments.pieces.reduce(0) { $0 + $1.rows.count }
    return plan.fits(segmentCount: segments.count, rowCount: rowCount) ? segments : nil
  }

  /// The combinations of values that any row of the source has, whatever the period and the
  /// question's conditions: a sum over none of their rows is 0, over others nothing (R7).
  mutating func everSeen(
    _ valueAxes: [Int], domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> Set<GroupCodes> {
    // A written as-of day hides later rows from everything (R8a).
    var windows: [ClosedRange<Day>?] = []
    if source.days != nil, let asOf = query.asOf, asOf.isWritten {
      windows = [Day(number: Int(Int32.min))...asOf.day]
    }
    var request = ScanRequest(
      valueAxes: valueAxes, windows: windows, aggregates: [], hasOwnDays: true)
    request.takesAll = true
    return Set(try run(request, domains: &domains).keys.map(\.codes))
  }

  /// The rows of each window.
  private func pieces(of request: ScanRequest) -> [ScanPiece] {
    guard let days = source.days, !request.windows.isEmpty else {
      return [ScanPiece(window: 0, rows: .range(0..<source.table.rowCount))]
    }
    var pieces: [ScanPiece] = []
    if takesUndated(request), !days.undated.isEmpty {
      pieces = [ScanPiece(window: 0, rows: days.undated)]
    }
    for (place, window) in request.windows.enumerated() {
      guard let window else { continue }
      let rows = days.rows(of: window)
      if !rows.isEmpty { pieces.append(ScanPiece(window: Int32(place), rows: rows)) }
    }
    return pieces
  }

  /// A question about all that is loaded holds the rows without a day too. No window and no earlier
  /// period does.
  private func takesUndated(_ request: ScanRequest) -> Bool {
    request.takesAll
      || request.hasOwnDays && query.period?.isAll == true && query.grains.isEmpty
        && query.stretches.isEmpty && query.asOf?.isWritten != true
  }

  /// How many rows no window can hold since they have no day.
  private func undatedCount(of request: ScanRequest) -> Int {
    guard let days = source.days, !request.windows.isEmpty, !takesUndated(request) else {
      return 0
    }
    return days.undated.count
  }

  /// The pieces parted among the workers, in order, by as many rows each.
  private func shares(of pieces: [ScanPiece]) -> [[ScanPiece]] {
    let total = pieces.reduce(0) { $0 + $1.rows.count }
    let count = min(effort.workerCount, max(1, total / effort.leastShare))
    guard count > 1 else { return [pieces] }
    let size = (total + count - 1) / count
    var shares: [[ScanPiece]] = [[]]
    var room = size
    for piece in pieces {
      var start = 0
      while start < piece.rows.count {
        if room == 0 {
          shares.append([])
          room = size
        }
        let end = min(start + room, piece.rows.count)
        shares[shares.count - 1].append(
          ScanPiece(window: piece.window, rows: piece.rows[start..<end]))
        room -= end - start
        start = end
      }
    }
    return shares
  }

  /// What a worker made of its share.
  private enum Outcome {
    case done(ScanResult, [Int: AxisDomain])
    case failed(EngineFailure)

    init(of share: [ScanPiece], _ start: ScanWorker, _ known: [Int: AxisDomain]) {
      var worker = start
      var domains = known
      do throws(EngineFailure) {
        for piece in share { try worker.run(piece, &domains) }
        self = .done(worker.result, domains)
      } catch {
        self = .failed(error)
      }
    }
  }
}

extension ScanResult {
  /// Adds what another part of the rows gathered. Values that it met first have codes of its own.
  fileprivate mutating func add(
    _ part: ScanResult, _ request: ScanRequest, _ partDomains: [Int: AxisDomain],
    beyond known: [Int: AxisDomain], to domains: inout [Int: AxisDomain],
    isCancelled: () -> Bool
  ) throws(EngineFailure) {
    var maps: [[Int32]?] = []
    for axis in request.valueAxes {
      let values = partDomains[axis]?.values ?? []
      guard values.count > known[axis]?.values.count ?? 0 else {
        maps.append(nil)
        continue
      }
      maps.append(values.map { domains[axis, default: .init()].code(of: $0) })
    }
    // The lines of others have codes of fewer axes, all of which were known before.
    let isMapped = request.place == nil && maps.contains { $0 != nil }
    var numbers: [Int] = []
    numbers.reserveCapacity(part.keys.count)
    var table: [GroupKey: Int] = [:]
    // Moved out and back, so that it is never copied.
    if case .table(let known) = groups { table = known }
    groups = .table([:])
    for (place, key) in part.keys.enumerated() {
      if place % Engine.stride == 0, isCancelled() { throw .cancelled }
      var key = key
      if isMapped {
        key = GroupKey(
          bucket: key.bucket,
          codes: GroupCodes(
            zip(key.codes, maps).map { code, map in map.map { $0[Int(code)] } ?? code }))
      }
      if let number = table[key] {
        numbers.append(number)
      } else {
        numbers.append(keys.count)
        table[key] = keys.count
        keys.append(key)
      }
    }
    groups = .table(table)
    do throws(Overflow) {
      for place in accumulators.indices {
        accumulators[place].grow(to: keys.count)
        try accumulators[place].add(part.accumulators[place], groups: numbers)
      }
    } catch {
      throw .overflow
    }
    rowsKept += part.rowsKept
    childlessRows += part.childlessRows
    if cutRow == nil { cutRow = part.cutRow }
  }

  /// What is made of all rows together.
  fileprivate mutating func finish(_ isCancelled: () -> Bool) throws(EngineFailure) {
    for place in accumulators.indices {
      accumulators[place].grow(to: keys.count)
      accumulators[place].finish()
    }
    guard case .table(let known) = groups, known.count < keys.count else { return }
    var table: [GroupKey: Int] = [:]
    table.reserveCapacity(keys.count)
    for (place, key) in keys.enumerated() {
      if place % Engine.stride == 0, isCancelled() { throw .cancelled }
      table[key] = place
    }
    groups = .table(table)
  }
}
