// How a file of the cache is laid out.
import KepiColumns

/// A header, the packed head, runs of numbers, and a checksum of each block of all that.
///
///     0   header, of 64 bytes: below
///     64  head: what was read, and where each run lies
///     …   runs, each at a multiple of 64 bytes
///     …   a checksum of each block of 4 MiB from byte 64 on to here, 8 bytes each
///
/// Numbers are as the machine has them, and little-endian machines alone read them: a file is of one
/// machine. Every byte is under a checksum, and all are looked at each time a file is opened. That
/// costs 15 ms for 250 MB on two cores, which is less than people notice and than finding out later
/// which column is damaged. So a file may be written without waiting for the disk.
struct SegmentHeader: Equatable {
  static let size = 64
  static let alignment = 64
  /// To be raised by one when anything here, or in what is packed, changes.
  static let version: UInt64 = 2
  /// `KEPICOLS` in a file.
  static let magic: UInt64 = 0x534C_4F43_4950_454B

  var headSize: UInt64
  /// Where the checksums begin.
  var bodyEnd: UInt64
  /// Of all checksums of blocks.
  var checksum: UInt64

  var blockCount: Int {
    (Int(bodyEnd) - Self.size + BlockChecksum.blockSize - 1) / BlockChecksum.blockSize
  }

  var fileSize: Int { Int(bodyEnd) + 8 * blockCount }

  private var words: [UInt64] {
    [Self.magic, Self.version, headSize, bodyEnd, checksum, 0, 0]
  }

  var bytes: [UInt8] {
    var packer = Packer()
    for word in words + [BlockChecksum.of(words)] { packer.add(word) }
    return packer.bytes
  }

  init(headSize: Int, bodyEnd: Int, checksum: UInt64) {
    self.headSize = UInt64(headSize)
    self.bodyEnd = UInt64(bodyEnd)
    self.checksum = checksum
  }

  /// `nil` where the bytes are none of this version, or damaged.
  init?(_ bytes: [UInt8], fileSize: Int) {
    var unpacker = Unpacker(bytes)
    var words: [UInt64] = []
    for _ in 0..<8 {
      guard let word = try? unpacker.word() else { return nil }
      words.append(word)
    }
    guard words[0] == Self.magic, words[1] == Self.version, words[2] < UInt64(fileSize),
      words[3] <= UInt64(fileSize), words[3] >= UInt64(Self.size) + words[2]
    else { return nil }
    headSize = words[2]
    bodyEnd = words[3]
    checksum = words[4]
    guard self.bytes == bytes, self.fileSize == fileSize else { return nil }
  }
}

/// Where a run of numbers lies in a file.
struct RunPlace: Equatable {
  let offset: Int
  let count: Int

  func add(to packer: inout Packer) {
    packer.add(offset)
    packer.add(count)
  }

  init(offset: Int, count: Int) {
    self.offset = offset
    self.count = count
  }

  init(_ unpacker: inout Unpacker) throws(Damage) {
    offset = try unpacker.number()
    count = try unpacker.number()
  }
}
