// Numbers and texts one after another, as the head of a cache file holds them.

/// What a damaged, or a strange, file has in place of what was asked for.
struct Damage: Error {}

struct Packer {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first; the highest bit says that more follow.
  mutating func add(_ number: Int) {
    // Small numbers below zero stay short.
    var rest = UInt64(bitPattern: Int64(number &<< 1 ^ number >> 63))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  mutating func add<Value>(
    optional value: Value?, _ body: (inout Packer, Value) -> Void
  ) {
    add(value != nil)
    if let value { body(&self, value) }
  }

  mutating func add<Values: Collection>(
    list values: Values, _ body: (inout Packer, Values.Element) -> Void
  ) {
    add(values.count)
    for value in values { body(&self, value) }
  }
}

struct Unpacker {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func byte() throws(Damage) -> UInt8 {
    guard offset < bytes.count else { throw Damage() }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func number() throws(Damage) -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 64 else { throw Damage() }
      result |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: Int64(bitPattern: result >> 1) ^ -Int64(bitPattern: result & 1))
  }

  /// A number of things, each of which takes a byte at least.
  mutating func count() throws(Damage) -> Int {
    let count = try number()
    guard (0...(bytes.count - offset)).contains(count) else { throw Damage() }
    return count
  }

  mutating func word() throws(Damage) -> UInt64 {
    var word: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { word |= UInt64(try byte()) << shift }
    return word
  }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    defer { offset += count }
    guard let text = String(validating: bytes[offset..<offset + count], as: UTF8.self) else {
      throw Damage()
    }
    return text
  }

  mutating func flag() throws(Damage) -> Bool {
    switch try number() {
    case 0: false
    case 1: true
    default: throw Damage()
    }
  }

  mutating func optional<Value>(
    _ body: (inout Unpacker) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? try body(&self) : nil
  }

  mutating func list<Value>(
    _ body: (inout Unpacker) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    var values: [Value] = []
    for _ in 0..<(try count()) { values.append(try body(&self)) }
    return values
  }

  var isAtEnd: Bool { offset == bytes.count }
}
