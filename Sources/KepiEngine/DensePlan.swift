// The quick way of a scan: whether a question can take it, and where it puts what it gathers.
import KepiColumns
import KepiSemantics

/// Groups are numbers made of codes, and each has a record of sums and counts.
struct DensePlan: Sendable {
  /// What a record holds of one aggregate.
  struct Measure: Sendable {
    /// The place of the aggregate in the request.
    let place: Int
    /// `nil` where rows or values are counted.
    let column: AmountColumn?
    /// Which rows have a value; `nil` where all have one.
    let present: GroupRecords.Part.Content?
    let currency: Int32?
    /// No sum of any rows is greater.
    var magnitude = UInt64.max
    /// Of which the different ones are counted.
    var distinct: TextColumn?
    var distinctPlace = 0
    var sumOffset = 0
    /// Where rows with a value are counted.
    var countOffset = 0
    /// Where rows whose amount is not 0 are counted, for money.
    var nonZeroOffset: Int?
    /// How many rows with such an amount each row stands for; `nil` where it stands for itself.
    var nonZeroCounts: IntegerStorage?
    /// Above how many bits of its cell the sum lies.
    fileprivate(set) var sumShift = 0

    /// What rows add to their records.
    fileprivate var parts: [GroupRecords.Part] {
      var parts: [GroupRecords.Part] = []
      if let present { parts.append(.init(present, offset: countOffset)) }
      guard let values = column?.values else { return parts }
      parts.append(.init(.values(values), offset: sumOffset, shift: sumShift))
      if let nonZeroOffset {
        let counted = nonZeroCounts.map { GroupRecords.Part.Content.values($0) }
        parts.append(.init(counted ?? .nonZero(values), offset: nonZeroOffset))
      }
      return parts
    }
  }

  /// Measures of the rows that meet one condition.
  struct Bundle: Sendable {
    let filter: RowExpression?
    let rowCountOffset: Int
    /// How many rows each row stands for; `nil` where it stands for itself.
    let rowCounts: IntegerStorage?
    /// Bits of the cell of the count that are the count's own, where a sum shares the cell.
    fileprivate(set) var countBits: Int?
    /// The bits of the count in its cell.
    var countMask: Int64 { countBits.map { 1 << Int64($0) - 1 } ?? -1 }
    private(set) var measures: [Measure] = []
    /// What rows add to a record, in one list.
    private(set) var parts: [GroupRecords.Part] = []

    fileprivate init(filter: RowExpression?, rowCountOffset: Int, rowCounts: IntegerStorage?) {
      self.filter = filter
      self.rowCountOffset = rowCountOffset
      self.rowCounts = rowCounts
      if let rowCounts { parts = [.init(.values(rowCounts), offset: rowCountOffset)] }
    }

    fileprivate mutating func add(_ measure: Measure) {
      measures.append(measure)
      // What shares a cell with the count comes first.
      let own = measure.parts
      parts = own.filter { $0.shift > 0 } + parts + own.filter { $0.shift == 0 }
    }
  }

  /// The first is of all rows.
  private(set) var bundles: [Bundle]
  private let rowCounts: IntegerStorage?
  /// Cells of a record.
  private(set) var recordSize = 1
  /// For each aggregate that counts different values how many there can be, and where they count.
  private(set) var distinctSizes: [Int] = []
  private(set) var distinctOffsets: [Int] = []
  /// How many codes each axis has, and how many combinations there are.
  let sizes: [Int]
  let slotCount: Int
  /// Bits that a count of any rows takes.
  private let countBits: Int

  /// More cells than this are not set out: groups are looked up then, as they are met.
  static let cellLimit = 1 << 23
  /// Nor more than this for each row, beyond a few.
  private static let cellsPerRow = 16
  private static let leastCells = 1 << 16

  /// - Parameters:
  ///   - rowCounts: how many rows each row stands for; `nil` where it stands for itself.
  ///   - rowCount: of the source.
  init?(sizes: [Int], rowCounts: IntegerStorage?, rowCount: Int) {
    var product = 1
    for size in sizes where product <= Self.cellLimit { product *= max(1, size) }
    guard product <= Self.cellLimit else { return nil }
    self.sizes = sizes
    self.rowCounts = rowCounts
    countBits = Int.bitWidth - rowCount.leadingZeroBitCount
    slotCount = product
    bundles = [Bundle(filter: nil, rowCountOffset: 0, rowCounts: rowCounts)]
  }

  mutating func add(_ measure: Measure, where filter: RowExpression?) {
    var bundle = bundles.firstIndex { $0.filter == filter }
    if bundle == nil {
      bundles.append(Bundle(filter: filter, rowCountOffset: recordSize, rowCounts: rowCounts))
      recordSize += 1
      bundle = bundles.count - 1
    }
    guard let bundle else { return }
    var measure = measure
    measure.countOffset = bundles[bundle].rowCountOffset
    if let column = measure.distinct {
      measure.distinctPlace = distinctSizes.count
      distinctSizes.append(column.dictionary.count)
      distinctOffsets.append(recordSize)
    }
    if measure.present != nil || measure.distinct != nil {
      measure.countOffset = recordSize
      recordSize += 1
    }
    if measure.column != nil {
      let sharesCell =
        rowCounts == nil && bundles[bundle].countBits == nil
        && measure.magnitude < 1 << UInt64(Int64.bitWidth - 1 - countBits)
      if sharesCell {
        bundles[bundle].countBits = countBits
        measure.sumOffset = bundles[bundle].rowCountOffset
        measure.sumShift = countBits
      } else {
        measure.sumOffset = recordSize
        recordSize += 1
      }
      if measure.currency != nil {
        measure.nonZeroOffset = recordSize
        recordSize += 1
      }
    }
    bundles[bundle].add(measure)
  }

  /// What the code on an axis is multiplied by to make where a record begins.
  func factor(of axis: Int) -> Int32 {
    Int32(truncatingIfNeeded: sizes[(axis + 1)...].reduce(recordSize, *))
  }

  func cellCount(segmentCount: Int) -> Int { segmentCount * slotCount * recordSize }

  func fits(segmentCount: Int, rowCount: Int) -> Bool {
    let most = min(Self.cellLimit, Self.leastCells + Self.cellsPerRow * rowCount)
    return segmentCount <= most && slotCount * recordSize <= most
      && cellCount(segmentCount: segmentCount) <= most
  }
}

/// The stretches of rows that windows are made of. Windows that overlap share theirs, so that each
/// row is read once however long they are.
struct Segments {
  /// With the segment of each in place of a window.
  var pieces: [ScanPiece]
  var count: Int
  /// The segments of each window.
  var ofWindows: [Range<Int>]
  var areShared = false

  /// Windows that have nothing in common: each is a segment.
  init(pieces: [ScanPiece], windowCount: Int) {
    self.pieces = pieces
    count = windowCount
    ofWindows = (0..<windowCount).map { $0..<$0 + 1 }
  }

  /// Windows that have days in common; `nil` where none have.
  init?(windows: [ClosedRange<Day>?], days: DayIndex) {
    let ordered = windows.compactMap { $0 }.sorted { $0.lowerBound < $1.lowerBound }
    guard zip(ordered, ordered.dropFirst()).contains(where: { $1.lowerBound <= $0.upperBound })
    else { return nil }
    let bounds = Set(ordered.flatMap { [$0.lowerBound.number, $0.upperBound.number + 1] }).sorted()
    var places: [Int: Int] = [:]
    for (place, bound) in bounds.enumerated() { places[bound] = place }
    ofWindows = windows.map { window in
      guard let window, let first = places[window.lowerBound.number],
        let end = places[window.upperBound.number + 1]
      else { return 0..<0 }
      return first..<end
    }
    var isAsked = Array(repeating: false, count: bounds.count)
    for range in ofWindows { for place in range { isAsked[place] = true } }
    pieces = []
    for (place, bound) in bounds.enumerated().dropLast() where isAsked[place] {
      let rows = days.rows(of: Day(number: bound)...Day(number: bounds[place + 1] - 1))
      if !rows.isEmpty {
        pieces.append(ScanPiece(window: Int32(truncatingIfNeeded: place), rows: rows))
      }
    }
    count = max(1, bounds.count - 1)
    areShared = true
  }
}

/// What a worker of a dense scan gathered.
struct DenseSums: Sendable {
  var cells: [Int64]
  var distinct: [DistinctCodes]

  init(_ plan: DensePlan, cellCount: Int) {
    cells = LargePages.zeros(cellCount)
    distinct = plan.distinctSizes.map { DistinctCodes(codeCount: $0) }
  }

  mutating func add(_ other: DenseSums, _ plan: DensePlan) {
    addCells(other.cells)
    for place in distinct.indices {
      distinct[place].add(
        other.distinct[place], offset: plan.distinctOffsets[place], in: &cells)
    }
  }

  private mutating func addCells(_ other: [Int64]) {
    var own = cells.mutableSpan
    let more = other.span
    for place in own.indices { own[place] &+= more[place] }
  }

  /// From the sums of segments to those of all segments up to each, so that a window is a
  /// difference. What wraps on the way comes back, for the windows' own sums fit.
  mutating func accumulate(size: Int) {
    guard size < cells.count else { return }
    var cells = cells.mutableSpan
    for place in size..<cells.count { cells[place] &+= cells[place - size] }
  }
}
