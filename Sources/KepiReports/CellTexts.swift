// The cells of some rows as text, and how records are made of them.

/// Cells are written column after column, and read row after row: a loop over one column knows all
/// about it. To ask each column for each cell took two thirds of the time of writing an answer.
struct CellTexts {
  private(set) var bytes = TextBytes()
  /// Where each cell lies among the bytes, column after column. Cells may lie at the same place.
  private(set) var places: [Range<Int32>] = []

  /// So many rows are written at a time: few enough for their bytes to stay near the processor.
  static let rowCount = 1 << 12

  mutating func removeAll() {
    bytes.removeAll()
    places.removeAll(keepingCapacity: true)
  }

  /// The next cell, as the closure writes it. Gives where it lies.
  @inline(__always) @discardableResult
  mutating func add(_ write: (inout TextBytes) -> Void) -> Range<Int32> {
    let start = Int32(bytes.count)
    write(&bytes)
    let place = start..<Int32(bytes.count)
    places.append(place)
    return place
  }

  /// The next cell is the same as one before.
  @inline(__always)
  mutating func add(at place: Range<Int32>) { places.append(place) }
}
