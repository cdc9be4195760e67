// A file of the cache, opened and found whole.
import KepiColumns

/// A mapped file every byte of which is as it was written.
struct OpenSegment: Sendable {
  let file: MappedFile
  /// As it was packed.
  let head: [UInt8]
  /// Where the runs begin.
  private let base: Int

  /// `nil` where there is no such file, or it is cut, damaged or of another version.
  ///
  /// - Parameter accepts: says by the head whether the file is the one meant; it is asked before the
  ///   rest is looked at.
  init?(path: String, workerCount: Int, accepts: ([UInt8]) -> Bool) {
    guard let file = MappedFile(path: path), file.byteCount > SegmentHeader.size else { return nil }
    let bytes = file.bytes
    guard
      let header = SegmentHeader(
        Self.copy(bytes, 0..<SegmentHeader.size), fileSize: file.byteCount)
    else { return nil }
    var checksums: [UInt64] = []
    var unpacker = Unpacker(Self.copy(bytes, Int(header.bodyEnd)..<file.byteCount))
    for _ in 0..<header.blockCount {
      guard let word = try? unpacker.word() else { return nil }
      checksums.append(word)
    }
    guard BlockChecksum.of(checksums) == header.checksum else { return nil }

    let headEnd = SegmentHeader.size + Int(header.headSize)
    let headBlocks = (Int(header.headSize) + BlockChecksum.blockSize - 1) / BlockChecksum.blockSize
    let bodyEnd = Int(header.bodyEnd)
    guard Self.isWhole(file, bodyEnd, checksums, 0..<headBlocks, workerCount: 1) else {
      return nil
    }
    let head = Self.copy(bytes, SegmentHeader.size..<headEnd)
    guard accepts(head),
      Self.isWhole(
        file, bodyEnd, checksums, headBlocks..<checksums.count, workerCount: workerCount)
    else { return nil }
    self.file = file
    self.head = head
    base = RunList.aligned(headEnd)
  }

  /// What a file says it is of, without a look at its columns.
  static func origin(ofFile path: String) -> SegmentOrigin? {
    var origin: SegmentOrigin?
    _ = OpenSegment(path: path, workerCount: 1) { head in
      var unpacker = Unpacker(head)
      origin = try? SegmentOrigin(&unpacker)
      return false
    }
    return origin
  }

  func cells<Element: BitwiseCopyable & Sendable>(
    _ place: RunPlace, of type: Element.Type = Element.self
  ) throws(Damage) -> Cells<Element> {
    guard place.offset >= 0, place.offset <= file.byteCount,
      let cells = Cells<Element>(file, at: base + place.offset, count: place.count)
    else { throw Damage() }
    return cells
  }

  private static func copy(_ bytes: RawSpan, _ range: Range<Int>) -> [UInt8] {
    let part = bytes.extracting(range)
    return unsafe part.withUnsafeBytes { unsafe Array($0) }
  }

  private static func isWhole(
    _ file: MappedFile, _ bodyEnd: Int, _ checksums: [UInt64], _ blocks: Range<Int>,
    workerCount: Int
  ) -> Bool {
    let found = SharedWords(count: blocks.count)
    return found.fill(workerCount: workerCount) { place in
      let block = blocks.lowerBound + place
      let start = SegmentHeader.size + block * BlockChecksum.blockSize
      let end = min(bodyEnd, start + BlockChecksum.blockSize)
      let bytes = file.bytes
      let checksum = BlockChecksum.of(bytes.extracting(start..<end))
      return checksum == checksums[block] ? checksum : nil
    }
  }
}
