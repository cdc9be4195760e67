// What a stretch of an XML document says: events one after another, in flat memory.

/// A parser fills it, a handler reads it. To hand each event on by itself took twice as long as
/// parsing: names and attributes became arrays, and each access was checked.
struct XMLEvents: ~Copyable {
  /// Names and values without what is around them, and texts.
  private var bytes = Room<UInt8>()
  /// For each event how many parts it has and what it is, then where each part ends in `bytes`.
  private var marks = Room<UInt32>()
  private var header = 0

  private enum Kind: UInt32 { case begin, end, text }
  private static let kindBits: UInt32 = 2

  // MARK: Writing

  mutating func removeAll() {
    bytes.removeAll()
    marks.removeAll()
  }

  /// An element opens; its attributes follow by `addAttribute`.
  @unsafe
  mutating func begin(_ name: UnsafePointer<CChar>) {
    open(.begin)
    unsafe addName(name)
  }

  @unsafe
  mutating func addAttribute(_ name: UnsafePointer<CChar>, _ value: UnsafePointer<CChar>) {
    unsafe addName(name)
    var place = unsafe value
    while unsafe place.pointee != 0 {
      unsafe bytes.append(UInt8(bitPattern: place.pointee))
      unsafe place += 1
    }
    closePart()
  }

  @unsafe
  mutating func end(_ name: UnsafePointer<CChar>) {
    open(.end)
    unsafe addName(name)
  }

  @unsafe
  mutating func text(_ text: UnsafePointer<CChar>, count: Int) {
    open(.text)
    unsafe bytes.append(UnsafeRawBufferPointer(start: text, count: count))
    closePart()
  }

  private mutating func open(_ kind: Kind) {
    header = marks.count
    marks.append(kind.rawValue)
  }

  private mutating func closePart() {
    marks[header] += 1 << Self.kindBits
    marks.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Without the prefix that stands for a namespace.
  @unsafe
  private mutating func addName(_ name: UnsafePointer<CChar>) {
    let start = bytes.count
    var place = unsafe name
    while unsafe place.pointee != 0 {
      if unsafe place.pointee == 0x3A {
        bytes.removeLast(bytes.count - start)
      } else {
        unsafe bytes.append(UInt8(bitPattern: place.pointee))
      }
      unsafe place += 1
    }
    closePart()
  }

  // MARK: Reading

  /// Tells a handler all events in their order.
  func handOn(to handler: inout some XMLHandler) throws(ContainerFailure) {
    let marks = marks.span
    let bytes = bytes.span
    var place = 0
    var start = 0
    while place < marks.count {
      let partCount = Int(marks[place] >> Self.kindBits)
      let ends = marks.extracting(place + 1..<place + 1 + partCount)
      switch Kind(rawValue: marks[place] & (1 << Self.kindBits - 1)) {
      case .begin: try handler.begin(XMLElement(bytes, start: start, ends: ends))
      case .end: try handler.end(bytes.extracting(start..<Int(ends[0])))
      case .text: try handler.text(bytes.extracting(start..<Int(ends[0])))
      case nil: break
      }
      start = Int(ends[partCount - 1])
      place += 1 + partCount
    }
  }
}

/// An element as it opens: its name and attributes without the prefixes of namespaces.
struct XMLElement: ~Escapable {
  private let bytes: Span<UInt8>
  private let start: Int
  /// Of the name, then of each attribute its name and its value.
  private let ends: Span<UInt32>

  @_lifetime(copy bytes, copy ends)
  fileprivate init(_ bytes: Span<UInt8>, start: Int, ends: Span<UInt32>) {
    self.bytes = bytes
    self.start = start
    self.ends = ends
  }

  var name: Span<UInt8> {
    @_lifetime(copy self) get { bytes.extracting(start..<Int(ends[0])) }
  }

  func isNamed(_ word: StaticString) -> Bool { name.equals(word) }

  var attributeCount: Int { ends.count / 2 }

  @_lifetime(copy self)
  func attributeName(_ number: Int) -> Span<UInt8> {
    bytes.extracting(Int(ends[2 * number])..<Int(ends[2 * number + 1]))
  }

  @_lifetime(copy self)
  func attributeValue(_ number: Int) -> Span<UInt8> {
    bytes.extracting(Int(ends[2 * number + 1])..<Int(ends[2 * number + 2]))
  }

  /// The value of an attribute, by its name without a prefix.
  @_lifetime(copy self)
  func value(_ word: StaticString) -> Span<UInt8>? {
    for number in 0..<attributeCount where attributeName(number).equals(word) {
      return attributeValue(number)
    }
    return nil
  }

  func text(_ word: StaticString) -> String? {
    guard let value = value(word) else { return nil }
    return String(copying: value)
  }
}

extension Span<UInt8> {
  @inline(__always)
  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for place in indices where unsafe self[place] != word.utf8Start[place] { return false }
    return true
  }

  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for place in indices where self[place] != other[place] { return false }
    return true
  }
}

extension String {
  /// Of bytes that are not looked at otherwise; what is no UTF-8 becomes U+FFFD.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
