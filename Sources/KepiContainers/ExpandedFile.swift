// What is packed in a file, read from any place without ever being held as a whole.
import CZlib
import Synchronization

/// It is expanded once to learn how much it holds, that it is sound, and states to go on from; then
/// once more, stretch by stretch, while its rows are read. That takes less time than it seems, since
/// several workers expand at once, and memory for none of the text.
package final class ExpandedFile: Sendable {
  package let size: Int
  private let places: [InflationPlace]
  /// Those that someone has left, with what they expanded last.
  private let idle = Mutex<[InflationPlace]>([])

  /// So many bytes lie between two states that are kept, which take about 70 KB each.
  private static let spacing = 16 << 20
  private static let step = 1 << 18
  private static let mostIdle = 8

  /// - Parameter stated: what the archive says of the contents, where it does.
  /// - Errors: those of `Inflation.expand`, `wrongChecksum` where what is stated is wrong, and the
  ///   limits of the budget.
  package init(
    _ packed: LargeFile, _ form: Inflation.Form, stated: (checksum: UInt32, size: Int)? = nil,
    budget: ExpansionBudget
  ) throws(ContainerFailure) {
    let first = InflationPlace(InflationState(packed, form))
    var places = [first]
    let runner = first.copy()
    var piece = [UInt8](repeating: 0, count: Self.step)
    var size = 0
    var checksum: UInt32 = 0
    while true {
      let count = try runner.expand(into: &piece)
      if count == 0 { break }
      size += count
      try budget.spend(count, entryBytes: size, packedBytes: packed.size)
      if stated != nil {
        checksum = Inflation.checksum(checksum, piece.span.extracting(0..<count))
      }
      if size >= places.count * Self.spacing { places.append(runner.copy()) }
    }
    if let stated, stated != (checksum, size) { throw .wrongChecksum }
    self.size = size
    self.places = places
  }

  package var file: LargeFile {
    LargeFile(size: size) { offset, bytes in self.read(offset, &bytes) }
  }

  /// What is packed in a file: in memory where it has fewer than so many bytes.
  package static func contents(
    of packed: LargeFile, _ form: Inflation.Form, inMemoryBelow limit: Int, budget: ExpansionBudget
  ) throws(ContainerFailure) -> LargeFile {
    var contents: [UInt8] = []
    var state = InflationState(packed, form)
    var piece = [UInt8](repeating: 0, count: Self.step)
    while contents.count < limit {
      let count = try state.expand(into: &piece, from: 0)
      if count == 0 {
        try budget.spend(
          contents.count, entryBytes: contents.count, packedBytes: packed.size)
        return LargeFile(contents)
      }
      contents.append(piece.span.extracting(0..<count))
    }
    contents = []
    return try ExpandedFile(packed, form, budget: budget).file
  }

  /// Fills an array with the bytes from an offset on; false where there are fewer.
  package func read(_ offset: Int, _ bytes: inout [UInt8]) -> Bool {
    let left = idle.withLock { idle in
      let found = idle.indices.filter { idle[$0].start <= offset }.max {
        idle[$0].start < idle[$1].start
      }
      return found.map { idle.remove(at: $0) }
    }
    let kept = places.last { $0.end <= offset }
    var place = left
    // A state that was kept may be nearer than where someone stopped.
    if left.map({ $0.end < kept?.end ?? 0 }) ?? true { place = kept?.copy() }
    guard let place else { return false }
    do throws(ContainerFailure) {
      guard try place.fill(&bytes, from: offset) else { return false }
    } catch {
      return false
    }
    idle.withLock { idle in
      idle.append(place)
      if idle.count > Self.mostIdle { idle.removeFirst() }
    }
    return true
  }
}

/// A place up to which a file was expanded, for one user at a time.
private final class InflationPlace: Sendable {
  private let state: Mutex<InflationState>

  init(_ state: consuming InflationState) { self.state = Mutex(state) }

  /// From where to where its last bytes are at hand.
  var start: Int { state.withLock { $0.end - $0.recent.count } }
  var end: Int { state.withLock { $0.end } }

  func copy() -> InflationPlace { state.withLock { $0.copy() } }

  /// How many bytes were expanded into an array, from its beginning on; fewer than it has at the end.
  func expand(into bytes: inout [UInt8]) throws(ContainerFailure) -> Int {
    try state.withLock { state throws(ContainerFailure) in try state.expand(into: &bytes, from: 0) }
  }

  func fill(_ bytes: inout [UInt8], from offset: Int) throws(ContainerFailure) -> Bool {
    try state.withLock { state throws(ContainerFailure) in try state.fill(&bytes, from: offset) }
  }
}

/// zlib at one place of a file.
@safe
struct InflationState: ~Copyable, Sendable {
  /// How many bytes have been expanded.
  private(set) var end = 0
  /// The last of them: whoever reads window by window goes back by a part of a line.
  private(set) var recent: [UInt8] = []
  /// Of nobody else.
  nonisolated(unsafe) private let stream: UnsafeMutablePointer<z_stream>
  private let packed: LargeFile
  private let form: Inflation.Form
  /// Packed bytes, those before `inputPlace` used; `packedEnd` is the offset behind them.
  private var input: [UInt8] = []
  private var inputPlace = 0
  private var packedEnd = 0
  private var isAtEnd = false

  private static let inputSize = 1 << 16
  private static let mostRecent = 1 << 20

  init(_ packed: LargeFile, _ form: Inflation.Form) {
    self.packed = packed
    self.form = form
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Where there is no memory for it, the first call of `inflate` says so.
    _ = unsafe cz_inflate_init(stream, form == .gzip ? 31 : -15)
  }

  private init(copyOf other: borrowing InflationState) {
    end = other.end
    packed = other.packed
    form = other.form
    input = other.input
    inputPlace = other.inputPlace
    packedEnd = other.packedEnd
    isAtEnd = other.isAtEnd
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    _ = unsafe inflateCopy(stream, other.stream)
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  fileprivate func copy() -> InflationPlace { InflationPlace(InflationState(copyOf: self)) }

  mutating func fill(_ bytes: inout [UInt8], from offset: Int) throws(ContainerFailure) -> Bool {
    guard offset >= end - recent.count else { return false }
    var skipped = [UInt8](repeating: 0, count: offset > end ? 1 << 18 : 0)
    while end < offset {
      if offset - end < skipped.count { skipped.removeLast(skipped.count - (offset - end)) }
      guard try expand(into: &skipped, from: 0) == skipped.count else { return false }
      recent = []
    }
    // `offset` may lie in what was expanded last.
    let known = recent.suffix(end - offset).prefix(bytes.count)
    bytes.replaceSubrange(0..<known.count, with: known)
    if known.count < bytes.count {
      guard try expand(into: &bytes, from: known.count) == bytes.count - known.count else {
        return false
      }
      recent = Array(bytes.suffix(Self.mostRecent))
    }
    return true
  }

  /// Fills an array from a place on and says how many bytes came, which are fewer at the end alone.
  mutating func expand(into bytes: inout [UInt8], from first: Int) throws(ContainerFailure) -> Int {
    var place = first
    while place < bytes.count, !isAtEnd { place += try step(&bytes, place) }
    end += place - first
    return place - first
  }

  private mutating func step(_ bytes: inout [UInt8], _ place: Int) throws(ContainerFailure) -> Int {
    if inputPlace == input.count, !(try takeInput()) { throw .endsInTheMiddle }
    var status: Int32 = Z_OK
    var made = 0
    unsafe input.withUnsafeMutableBufferPointer { given in
      unsafe bytes.withUnsafeMutableBufferPointer { room in
        if let from = given.baseAddress, let to = room.baseAddress {
          unsafe stream.pointee.next_in = from + inputPlace
          unsafe stream.pointee.next_out = to + place
        }
        unsafe stream.pointee.avail_in = UInt32(given.count - inputPlace)
        let free = min(room.count - place, 1 << 30)
        unsafe stream.pointee.avail_out = UInt32(free)
        status = unsafe inflate(stream, Z_NO_FLUSH)
        inputPlace = unsafe given.count - Int(stream.pointee.avail_in)
        made = unsafe free - Int(stream.pointee.avail_out)
      }
    }
    switch status {
    case Z_OK, Z_BUF_ERROR: return made
    case Z_STREAM_END:
      // Gzip files may be several, one after another; other bytes behind them mean nothing.
      isAtEnd = true
      guard form == .gzip else { return made }
      if input.count - inputPlace < 2 { _ = try takeInput() }
      if input[inputPlace...].starts(with: [0x1F, 0x8B]), unsafe inflateReset(stream) == Z_OK {
        isAtEnd = false
      }
      return made
    default:
      let text = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? ""
      throw text.hasSuffix("check") ? .wrongChecksum : .malformed(form: "deflate", line: nil)
    }
  }

  /// Keeps what was not used; false where nothing follows it.
  private mutating func takeInput() throws(ContainerFailure) -> Bool {
    let count = min(Self.inputSize, packed.size - packedEnd)
    guard count > 0 else { return false }
    var next = [UInt8](repeating: 0, count: count)
    guard packed.read(packedEnd, &next) else { throw .unreadable }
    input = Array(input[inputPlace...]) + next
    inputPlace = 0
    packedEnd += count
    return true
  }
}
