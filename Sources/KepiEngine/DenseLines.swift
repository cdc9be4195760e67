// The lines of a dense scan, from the records that its workers filled.
import KepiColumns

/// Reads records of windows, each of which is one segment or a difference of two.
private struct DenseRecords {
  let cells: [Int64]
  let plan: DensePlan
  let segments: Segments
  private let size: Int

  init(_ sums: consuming DenseSums, _ plan: DensePlan, _ segments: Segments) {
    var sums = sums
    size = plan.slotCount * plan.recordSize
    if segments.areShared { sums.accumulate(size: size) }
    cells = sums.cells
    self.plan = plan
    self.segments = segments
  }

  /// Where the records of a window begin, and where those begin that are taken away; -1 for none.
  ///
  /// Shared segments before the window are taken away; there are none before the first.
  func starts(of range: Range<Int>) -> (end: Int, before: Int) {
    guard segments.areShared else { return (range.lowerBound * size, -1) }
    let before = range.lowerBound > 0 ? (range.lowerBound - 1) * size : -1
    return ((range.upperBound - 1) * size, before)
  }

  /// A cell of a record that begins somewhere.
  func cell(_ place: Int, before: Int, _ offset: Int) -> Int64 {
    let cell = cells[place + offset]
    return before < 0 ? cell : cell &- cells[before + offset]
  }

  /// How many rows came to a record.
  func rowCount(_ place: Int, before: Int) -> Int64 {
    cell(place, before: before, 0) & plan.bundles[0].countMask
  }
}

/// Which combinations of codes are ranked beside one another: those that differ in one code alone.
private struct PeerOrder {
  let peerCount: Int
  /// How far apart combinations lie whose ranked codes are neighbours, and how many such codes there
  /// are.
  private let step: Int
  private let size: Int

  /// - Parameter rankedCode: `nil` where all are ranked together.
  init(_ sizes: [Int], rankedCode: Int?) {
    guard let rankedCode else {
      (peerCount, step, size) = (1, 0, 0)
      return
    }
    step = sizes[(rankedCode + 1)...].reduce(1, *)
    size = max(1, sizes[rankedCode])
    peerCount = sizes.reduce(1, *) / size
  }

  func peer(of slot: Int) -> Int {
    step == 0 ? 0 : slot / (step * size) * step + slot % step
  }
}

extension ScanResult {
  /// Room for so many lines is set aside at once: what is not used costs nothing.
  private static let greatestRoom = 1 << 20
  /// More groups than this are not ranked each by itself before there are lines.
  private static let greatestPeerCount = 1 << 16

  /// The lines of a dense scan: one for each window and combination of codes that has rows.
  ///
  /// - Parameter best: where no other lines are asked for.
  mutating func take(
    _ sums: consuming DenseSums, _ plan: DensePlan, _ segments: Segments,
    best: ScanRequest.Best?, isCancelled: () -> Bool
  ) throws(EngineFailure) {
    let records = DenseRecords(sums, plan, segments)
    if let best, segments.count == 1, !segments.areShared,
      let places = try places(of: best, records, isCancelled)
    {
      return take(places, records)
    }
    var starts: [Int32] = []
    var befores: [Int32] = []
    var lines = [Int32](repeating: -1, count: segments.ofWindows.count * plan.slotCount)
    var kept = 0
    let room = min(lines.count, Self.greatestRoom)
    keys.reserveCapacity(room)
    starts.reserveCapacity(room)
    if segments.areShared { befores.reserveCapacity(room) }
    for (window, range) in segments.ofWindows.enumerated() where !range.isEmpty {
      if isCancelled() { throw .cancelled }
      var codes = GroupCodes(zeros: plan.sizes.count)
      let (end, before) = records.starts(of: range)
      for slot in 0..<plan.slotCount {
        if slot > 0 { codes.advance(sizes: plan.sizes) }
        let place = slot * plan.recordSize
        let count = records.rowCount(
          end + place, before: before < 0 ? -1 : before + place)
        guard count != 0 else { continue }
        kept += Int(count)
        lines[window * plan.slotCount + slot] = Int32(truncatingIfNeeded: keys.count)
        keys.append(
          GroupKey(bucket: Int32(truncatingIfNeeded: window), codes: codes))
        starts.append(Int32(truncatingIfNeeded: end + place))
        if segments.areShared {
          befores.append(before < 0 ? -1 : Int32(truncatingIfNeeded: before + place))
        }
      }
    }
    rowsKept = kept
    if befores.isEmpty { rowCounts = starts.map { records.rowCount(Int($0), before: -1) } }
    groups = .dense(lines: lines, sizes: plan.sizes, slotCount: plan.slotCount)
    try gather(starts, befores, records, isCancelled)
  }

  /// What the accumulators hold for lines whose records begin somewhere.
  ///
  /// - Parameter befores: where records begin that are taken away; empty where none are.
  private mutating func gather(
    _ starts: [Int32], _ befores: [Int32], _ records: DenseRecords, _ isCancelled: () -> Bool
  ) throws(EngineFailure) {
    func column(_ offset: Int, _ value: (Int64) -> Int64) -> [Int64] {
      guard !befores.isEmpty else {
        return starts.map { value(records.cells[Int($0) + offset]) }
      }
      return starts.indices.map { line in
        value(records.cell(Int(starts[line]), before: Int(befores[line]), offset))
      }
    }
    for bundle in records.plan.bundles {
      // Most measures have a value in each row: those share one column of counts.
      var rowCounts: [Int64]?
      for measure in bundle.measures {
        if isCancelled() { throw .cancelled }
        let counts: [Int64]
        if measure.countOffset == bundle.rowCountOffset {
          let mask = bundle.countMask
          counts = rowCounts ?? column(measure.countOffset) { $0 & mask }
          rowCounts = counts
        } else {
          counts = column(measure.countOffset) { $0 }
        }
        let shift = Int64(measure.sumShift)
        accumulators[measure.place].take(
          counts: counts,
          sums: measure.column.map { (column(measure.sumOffset) { $0 &>> shift }, $0.scale) },
          currency: measure.currency,
          nonZeroCounts: measure.nonZeroOffset.map { column($0) { $0 } })
      }
    }
  }

  // MARK: The best alone

  /// The slots of the lines that may be among the best, ties with the last included; `nil` where all
  /// are needed, for what has no rows is 0 or blank, and the two do not rank alike.
  private mutating func places(
    of best: ScanRequest.Best, _ records: DenseRecords, _ isCancelled: () -> Bool
  ) throws(EngineFailure) -> [Int]? {
    let plan = records.plan
    guard
      let (bundle, measure) = plan.bundles.lazy.flatMap({ bundle in
        bundle.measures.map { (bundle, $0) }
      }).first(where: { $0.1.place == best.aggregate })
    else { return nil }
    let isSum = measure.column != nil
    let offset = isSum ? measure.sumOffset : measure.countOffset
    let shift = Int64(isSum ? measure.sumShift : 0)
    let sharesCount = !isSum && offset == bundle.rowCountOffset
    let mask = sharesCount ? bundle.countMask : -1
    let order = PeerOrder(plan.sizes, rankedCode: best.rankedCode)
    guard order.peerCount <= Self.greatestPeerCount else { return nil }
    var largest = Array(repeating: Largest(best.count), count: order.peerCount)
    var values = [Int64](repeating: .min, count: plan.slotCount)
    var kept = 0
    for slot in 0..<plan.slotCount {
      if slot % (1 << 16) == 0, isCancelled() { throw .cancelled }
      let place = slot * plan.recordSize
      let count = records.rowCount(place, before: -1)
      guard count != 0 else { continue }
      kept += Int(count)
      let value = records.cells[place + offset] &>> shift & mask
      values[slot] = value
      largest[order.peer(of: slot)].add(value)
    }
    let thresholds = largest.map { peers in peers.last.flatMap { $0 > 0 ? $0 : nil } ?? .min + 1 }
    guard thresholds.contains(where: { $0 > 0 }) else { return nil }
    rowsKept = kept
    return values.indices.filter { values[$0] >= thresholds[order.peer(of: $0)] }
  }

  private mutating func take(_ slots: [Int], _ records: DenseRecords) {
    let plan = records.plan
    keys = slots.map { GroupKey(bucket: 0, codes: GroupCodes(number: $0, sizes: plan.sizes)) }
    groups = .table(Dictionary(uniqueKeysWithValues: zip(keys, keys.indices)))
    let starts = slots.map { Int32(truncatingIfNeeded: $0 * plan.recordSize) }
    rowCounts = starts.map { records.rowCount(Int($0), before: -1) }
    // Of few lines nothing takes long enough to be stopped.
    do { try gather(starts, [], records) { false } } catch { preconditionFailure("\(error)") }
  }

  /// The lines that others take the rows of, from sums and counts of the lines themselves.
  func folded(
    by place: ScanRequest.Placing, isCancelled: () -> Bool
  ) throws(EngineFailure) -> ScanResult {
    var result = self
    result.keys = []
    var table: [GroupKey: Int] = [:]
    var targets: [(from: Int, to: Int)] = []
    for (line, key) in keys.enumerated() {
      if line % Engine.stride == 0, isCancelled() { throw .cancelled }
      for target in place(key) {
        if let known = table[target] {
          targets.append((line, known))
        } else {
          targets.append((line, result.keys.count))
          table[target] = result.keys.count
          result.keys.append(target)
        }
      }
    }
    result.groups = .table(table)
    for number in accumulators.indices {
      var sum = accumulators[number].emptied
      sum.grow(to: result.keys.count)
      do { try sum.add(accumulators[number], lines: targets) } catch { throw .overflow }
      result.accumulators[number] = sum
    }
    return result
  }
}
