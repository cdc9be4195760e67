// Text that is written piece by piece, as bytes.
import KepiColumns

/// Text made of many short pieces. Room is made ahead, so that a piece costs little more than its
/// bytes.
struct TextBytes {
  private var bytes: [UInt8]
  private(set) var count = 0

  init() { bytes = [UInt8](repeating: 0, count: 1 << 10) }

  var text: String { String(decoding: bytes[..<count], as: UTF8.self) }

  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    bytes[count] = byte
    count += 1
  }

  mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  mutating func removeAll() { count = 0 }

  /// A record for each row: its cells with a separator between them, and an end.
  ///
  /// - Parameter blank: what stands for a record without any byte.
  mutating func append(
    recordsOf cells: CellTexts, rowCount: Int, separator: UInt8, end: [UInt8], blank: [UInt8]
  ) {
    let columnCount = rowCount > 0 ? cells.places.count / rowCount : 0
    let places = cells.places.span
    var size = rowCount * (columnCount + end.count + blank.count)
    for place in places.indices { size += places[place].count }
    makeRoom(for: size)
    let from = unsafe cells.bytes.bytes.span.bytes
    var count = count
    var bytes = bytes.mutableSpan
    var room = unsafe bytes.mutableBytes
    func put(_ byte: UInt8, _ room: inout MutableRawSpan) {
      room.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
      count += 1
    }
    for row in 0..<rowCount {
      let start = count
      for column in 0..<columnCount {
        if column > 0 { put(separator, &room) }
        let place = places[column * rowCount + row]
        var source = Int(place.lowerBound)
        let last = count + place.count
        // Whole words, the last of which may bring more than is wanted: what follows is written over
        // it.
        while count < last {
          let word = unsafe from.unsafeLoadUnaligned(fromByteOffset: source, as: UInt64.self)
          room.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
          source += Self.wordSize
          count += Self.wordSize
        }
        count = last
      }
      if count == start { for byte in blank { put(byte, &room) } }
      for byte in end { put(byte, &room) }
    }
    self.count = count
  }

  private static let wordSize = MemoryLayout<UInt64>.size

  mutating func append(_ more: Span<UInt8>) {
    makeRoom(for: more.count)
    let start = count
    var room = bytes.mutableSpan
    for place in more.indices { room[start + place] = more[place] }
    count += more.count
  }

  /// A whole number of `10^-scale`: zeros at its end are left out, down to so many places behind
  /// the point.
  mutating func append(_ amount: Int64, scale: Int, places: Int) {
    var rest = amount.magnitude
    var fraction = scale
    while fraction > places, rest % 10 == 0 {
      rest /= 10
      fraction -= 1
    }
    let padding = max(0, places - fraction)
    // From here on `rest` has `fraction` digits behind the point, and `padding` zeros follow.
    let isNegative = amount < 0
    let digitCount = max(Self.digitCount(of: rest), fraction + 1)
    let pointCount = fraction + padding > 0 ? 1 : 0
    let length = (isNegative ? 1 : 0) + digitCount + pointCount + padding
    makeRoom(for: length)
    var place = count + length - 1
    count += length
    var room = bytes.mutableSpan
    for _ in 0..<padding {
      room[place] = UInt8(ascii: "0")
      place -= 1
    }
    for _ in 0..<fraction {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      place -= 1
    }
    if pointCount > 0 {
      room[place] = UInt8(ascii: ".")
      place -= 1
    }
    for _ in 0..<digitCount - fraction {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      place -= 1
    }
    if isNegative { room[place] = UInt8(ascii: "-") }
  }

  /// The shortest decimal that reads back as the same double; nothing for what is no number.
  mutating func append(_ number: Double) {
    guard number.isFinite else { return }
    guard number != 0 else { return append(UInt8(ascii: "0")) }
    let start = count
    for byte in number.description.utf8 {
      if byte == UInt8(ascii: "e") {
        // Spreadsheets may take an exponent for text.
        count = start
        return append(Decimal(number)?.plainText ?? "")
      }
      append(byte)
    }
    if count - start > 2, bytes[count - 1] == UInt8(ascii: "0"),
      bytes[count - 2] == UInt8(ascii: ".")
    {
      count -= 2
    }
  }

  /// A word more than is asked for, so that what is read word by word may be read to its end.
  private mutating func makeRoom(for more: Int) {
    guard count + more + Self.wordSize > bytes.count else { return }
    bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, more + Self.wordSize)))
  }

  private static func digitCount(of number: UInt64) -> Int {
    var count = 1
    var rest = number
    while rest >= 10_000 {
      rest /= 10_000
      count += 4
    }
    return count + (rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
  }
}
