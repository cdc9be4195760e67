// Cells looked up in the table of a memo four at a time. The only file that knows of that in C.
import CByteSearch

/// What `WordMemo` does row by row, by vectors: 110 million cells of eleven columns took 0.2 s of
/// processor time instead of 0.4.
struct CellSearch {
  private let entries: [WordMemo.Entry]
  private let order: cs_order
  private let spread: Int
  private let prefix: UInt64?
  private let isDirect: Bool

  private static let isPossible =
    cs_can_look_up() != 0
    && MemoryLayout<WordMemo.Entry>.stride == MemoryLayout<cs_entry>.stride
    && MemoryLayout<WordMemo.Entry>.offset(of: \.code) == MemoryLayout<cs_entry>.offset(of: \.code)

  /// `nil` where the processor cannot.
  ///
  /// - Parameters:
  ///   - entries: pairs of places, as many as a power of two.
  ///   - prefix: how cells of more than eight bytes begin, if there are any.
  ///   - isDirect: whether each cell stands in its own place.
  @inline(__always)
  init?(
    entries: [WordMemo.Entry], _ order: WordMemo.Order, spread: Int, prefix: UInt64?,
    isDirect: Bool
  ) {
    guard Self.isPossible else { return nil }
    self.entries = entries
    self.order =
      switch order {
      case .scattered: cs_scattered
      case .whole: cs_whole
      case .decimal: cs_decimal
      }
    self.spread = spread
    self.prefix = prefix
    self.isDirect = isDirect
  }

  /// As `CellMemo.codes`.
  ///
  /// The caller knows that no cell from the row on ends within the first eight bytes of the text.
  @unsafe
  func codes(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, from row: inout Int,
    into result: inout [Int32]
  ) -> UInt64 {
    precondition(block.rowCount <= result.count && column < block.width)
    let (rowCount, width, gap) = (block.rowCount, block.width, block.gap(at: column))
    var missed: UInt64 = 0
    let first = row
    row = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe entries.withUnsafeBytes { entries in
        unsafe block.ends.withUnsafeBufferPointer { ends in
          unsafe result.withUnsafeMutableBufferPointer { codes in
            guard let start = bytes.baseAddress, let table = entries.baseAddress,
              let end = ends.baseAddress
            else { return rowCount }
            var description = unsafe cs_table(
              entries: table.assumingMemoryBound(to: cs_entry.self),
              mask: UInt64(truncatingIfNeeded: self.entries.count &- 1),
              spread: UInt64(truncatingIfNeeded: spread), prefix: prefix ?? 0, order: order,
              has_prefix: prefix == nil ? 0 : 1, is_direct: isDirect ? 1 : 0)
            var place = unsafe cs_column(
              text: start + block.base, ends: end + column,
              width: Int64(truncatingIfNeeded: width),
              row_count: Int64(truncatingIfNeeded: rowCount), gap: Int64(truncatingIfNeeded: gap))
            return unsafe Int(
              truncatingIfNeeded: cs_look_up(
                &description, &place, Int64(truncatingIfNeeded: first), codes.baseAddress, &missed))
          }
        }
      }
    }
    return missed
  }
}
