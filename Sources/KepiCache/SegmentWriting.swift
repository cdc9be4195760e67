// From what was read from an export to the bytes of a file of the cache.
import Glibc
import KepiColumns

/// The runs of numbers that follow the head, in the order of their places.
struct RunList {
  private(set) var runs: [Run] = []
  /// Where the next one begins, from the first on.
  private(set) var end = 0

  enum Run {
    case int8(Cells<Int8>)
    case int16(Cells<Int16>)
    case int32(Cells<Int32>)
    case int64(Cells<Int64>)
    case double(Cells<Double>)
    case word(Cells<UInt64>)
    case byte(Cells<UInt8>)
    case offset(Cells<UInt32>)

    func withBytes<Failure: Error>(_ body: (RawSpan) throws(Failure) -> Void) throws(Failure) {
      switch self {
      case .int8(let cells): try body(cells.bytes)
      case .int16(let cells): try body(cells.bytes)
      case .int32(let cells): try body(cells.bytes)
      case .int64(let cells): try body(cells.bytes)
      case .double(let cells): try body(cells.bytes)
      case .word(let cells): try body(cells.bytes)
      case .byte(let cells): try body(cells.bytes)
      case .offset(let cells): try body(cells.bytes)
      }
    }
  }

  mutating func add(_ run: Run, count: Int, width: Int) -> RunPlace {
    let place = RunPlace(offset: end, count: count)
    runs.append(run)
    end = Self.aligned(end + count * width)
    return place
  }

  static func aligned(_ offset: Int) -> Int {
    (offset + SegmentHeader.alignment - 1) & ~(SegmentHeader.alignment - 1)
  }
}

/// Writes a file by blocks, with a checksum of each.
struct BlockWriter {
  /// The disk is full, or fails, or the file would be larger than the system allows.
  struct Failure: Error {}

  private let descriptor: Int32
  private var block: [UInt8] = []
  private var offset = SegmentHeader.size
  private var checksums: [UInt64] = []

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    block.reserveCapacity(BlockChecksum.blockSize)
  }

  /// Writes a whole file. Its header comes last: a file that was not finished has none.
  static func write(head: [UInt8], _ list: RunList, to descriptor: Int32) throws(Failure) {
    var writer = BlockWriter(descriptor)
    try unsafe writer.add(head.span.bytes)
    try writer.align()
    for run in list.runs {
      try run.withBytes { (bytes) throws(Failure) in try writer.add(bytes) }
      try writer.align()
    }
    try writer.finish(headSize: head.count)
  }

  private mutating func add(_ bytes: RawSpan) throws(Failure) {
    var start = 0
    while start < bytes.byteCount {
      let count = min(bytes.byteCount - start, BlockChecksum.blockSize - block.count)
      let part = bytes.extracting(start..<start + count)
      unsafe part.withUnsafeBytes { unsafe block.append(contentsOf: $0) }
      start += count
      if block.count == BlockChecksum.blockSize { try flush() }
    }
  }

  private mutating func align() throws(Failure) {
    // Blocks hold whole alignments, so the place in the block tells.
    let rest = block.count % SegmentHeader.alignment
    if rest > 0 {
      block += Array(repeating: 0, count: SegmentHeader.alignment - rest)
      if block.count == BlockChecksum.blockSize { try flush() }
    }
  }

  private mutating func flush() throws(Failure) {
    guard !block.isEmpty else { return }
    checksums.append(BlockChecksum.of(block))
    try write(block, at: offset)
    offset += block.count
    block.removeAll(keepingCapacity: true)
  }

  private mutating func finish(headSize: Int) throws(Failure) {
    try flush()
    var packer = Packer()
    for checksum in checksums { packer.add(checksum) }
    try write(packer.bytes, at: offset)
    let header = SegmentHeader(
      headSize: headSize, bodyEnd: offset, checksum: BlockChecksum.of(checksums))
    try write(header.bytes, at: 0)
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        return unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure() }
      done += count
    }
  }
}
