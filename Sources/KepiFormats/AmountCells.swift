// Amounts of a column as they grow while a file is read, as narrow as they fit.
import KepiColumns

/// Ten-thousandths, of 32 bits each until one does not fit: up to two hundred thousand of a currency.
/// With 64 bits from the start, a report of many amounts took a third more memory to load.
struct AmountCells: Sendable {
  private var narrow: [Int32] = []
  /// All of them, once one is wider.
  private var wide: [Int64] = []
  private var isWide = false

  subscript(row: Int) -> Int64 {
    get { isWide ? wide[row] : Int64(narrow[row]) }
    set {
      if !isWide, let amount = Int32(exactly: newValue) {
        narrow[row] = amount
      } else {
        widen()
        wide[row] = newValue
      }
    }
  }

  mutating func append(_ amount: Int64) {
    if !isWide, let amount = Int32(exactly: amount) {
      narrow.append(amount)
    } else {
      widen()
      wide.append(amount)
    }
  }

  /// Appends what a table has for each code, as the bits of its numbers.
  mutating func append(_ codes: Span<Int32>, of table: Span<UInt64>) {
    if !isWide {
      let start = narrow.count
      narrow.append(contentsOf: repeatElement(0, count: codes.count))
      var output = narrow.mutableSpan
      var lost: Int64 = 0
      for row in codes.indices {
        let amount = Int64(bitPattern: table[Int(codes[row])])
        let short = Int32(truncatingIfNeeded: amount)
        output[start &+ row] = short
        lost |= amount ^ Int64(short)
      }
      if lost == 0 { return }
      narrow.removeLast(codes.count)
      widen()
    }
    let start = wide.count
    wide.append(contentsOf: repeatElement(0, count: codes.count))
    var output = wide.mutableSpan
    for row in codes.indices {
      output[start &+ row] = Int64(bitPattern: table[Int(codes[row])])
    }
  }

  mutating func append(_ other: AmountCells) {
    if other.isWide {
      widen()
      wide += other.wide
    } else if isWide {
      wide.append(contentsOf: other.narrow.lazy.map { Int64($0) })
    } else {
      narrow += other.narrow
    }
  }

  private mutating func widen() {
    guard !isWide else { return }
    isWide = true
    wide = narrow.map { Int64($0) }
    narrow = []
  }

  /// With as few decimals as all of them need.
  func column(present: Bitmap?) -> AmountColumn {
    isWide ? Self.column(wide.span, present) : Self.column(narrow.span, present)
  }

  private static func column<Number: FixedWidthInteger & BitwiseCopyable>(
    _ amounts: Span<Number>, _ present: Bitmap?
  ) -> AmountColumn {
    var divisor: Number = 10_000
    var scale = 0
    var low: Number = 0
    var high: Number = 0
    for row in amounts.indices {
      let amount = amounts[row]
      low = min(low, amount)
      high = max(high, amount)
      while divisor > 1, amount % divisor != 0 {
        divisor /= 10
        scale += 1
      }
    }
    func cells<Narrow: FixedWidthInteger & BitwiseCopyable & Sendable>() -> Cells<Narrow> {
      Cells(capacity: amounts.count) { output in
        for row in amounts.indices {
          let amount = divisor == 1 ? amounts[row] : amounts[row] / divisor
          output.append(Narrow(truncatingIfNeeded: amount))
        }
      }
    }
    let values: IntegerStorage =
      switch IntegerStorage.width(of: [Int64(low / divisor), Int64(high / divisor)]) {
      case 8: .int8(cells())
      case 16: .int16(cells())
      case 32: .int32(cells())
      default: .int64(cells())
      }
    return AmountColumn(values: values, scale: scale, present: present)
  }
}
