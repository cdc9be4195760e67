// The table of contents of a ZIP archive, and its entries expanded.

package struct ZipArchive: Sendable {
  package struct Entry: Equatable, Sendable {
    /// As stored: UTF-8 where the archive says so, else in whatever encoding its maker used.
    package let name: [UInt8]
    package let isEncrypted: Bool
    let method: Int
    let checksum: UInt32
    let packedBytes: Int
    let expandedBytes: Int
    let headerOffset: Int

    package var isFolder: Bool { name.last == UInt8(ascii: "/") }
  }

  /// Fewer bytes are expanded sooner than a thread begins.
  private static let leastAhead = 1 << 20

  package let entries: [Entry]
  private let file: LargeFile
  /// Bytes before the archive, as a program that unpacks itself has.
  private let start: Int

  /// What a directory of the most entries may take, by far: it is held whole.
  private static let mostDirectory = 1 << 25
  /// Bytes at the end of an archive where its end record is looked for: a comment of up to 65,535
  /// bytes may follow it, and the one of a large archive stands before it.
  private static let tailSize = 65_535 + 22 + 76

  package init(_ bytes: [UInt8], limits: ContainerLimits) throws(ContainerFailure) {
    try self.init(LargeFile(bytes), limits: limits)
  }

  /// Reads the directory at the end of the archive.
  package init(_ archive: LargeFile, limits: ContainerLimits) throws(ContainerFailure) {
    file = archive
    let tailStart = max(0, archive.size - Self.tailSize)
    guard let tail = archive.bytes(tailStart..<archive.size) else { throw .unreadable }
    let file = LittleEndian(bytes: tail, start: tailStart)
    // An archive that was cut has lost its end, where the directory is.
    guard let end = Self.endRecord(file) else { throw .endsInTheMiddle }
    var count = file.integer(end + 10, 2)
    var size = file.integer(end + 12, 4)
    var offset = file.integer(end + 16, 4)
    var directoryEnd = end
    // A ZIP64 archive says so by a locator before the end record.
    if end >= tailStart + 20, file.integer(end - 20, 4) == 0x0706_4B50 {
      let stated = file.integer(end - 12, 8)
      var wide: (record: LittleEndian, place: Int)?
      for place in [stated, end - 76] where wide == nil && place >= 0 && place <= end - 76 {
        guard let bytes = archive.bytes(place..<place + 56) else { throw .unreadable }
        let record = LittleEndian(bytes: bytes, start: place)
        if record.integer(place, 4) == 0x0606_4B50 { wide = (record, place) }
      }
      guard let (record, place) = wide else { throw .malformed(form: "ZIP", line: nil) }
      count = record.integer(place + 32, 8)
      size = record.integer(place + 40, 8)
      offset = record.integer(place + 48, 8)
      directoryEnd = place
    }
    guard size >= 0, offset >= 0, size <= directoryEnd, offset <= directoryEnd - size else {
      throw .malformed(form: "ZIP", line: nil)
    }
    start = directoryEnd - size - offset
    guard count <= limits.entryCount else { throw .tooManyEntries(limit: limits.entryCount) }

    guard size <= Self.mostDirectory else { throw .tooManyEntries(limit: limits.entryCount) }
    var entries: [Entry] = []
    var position = directoryEnd - size
    guard let bytes = archive.bytes(position..<directoryEnd) else { throw .unreadable }
    let directory = LittleEndian(bytes: bytes, start: position)
    while position + 46 <= directoryEnd, directory.integer(position, 4) == 0x0201_4B50 {
      guard entries.count < limits.entryCount else {
        throw .tooManyEntries(limit: limits.entryCount)
      }
      let nameLength = directory.integer(position + 28, 2)
      let extraLength = directory.integer(position + 30, 2)
      let commentLength = directory.integer(position + 32, 2)
      let next = position + 46 + nameLength + extraLength + commentLength
      guard next <= directoryEnd else { throw .malformed(form: "ZIP", line: nil) }
      let extra = position + 46 + nameLength..<position + 46 + nameLength + extraLength
      entries.append(Self.entry(directory, at: position, nameLength: nameLength, extra: extra))
      position = next
    }
    guard entries.count == count else { throw .malformed(form: "ZIP", line: nil) }
    // Entries that share their bytes are how a small archive expands without end.
    let packed = entries.reduce(0) { sum, entry in
      let (next, overflow) = sum.addingReportingOverflow(max(0, entry.packedBytes))
      return overflow ? .max : next
    }
    guard packed <= archive.size,
      entries.allSatisfy({ $0.packedBytes >= 0 && $0.expandedBytes >= 0 })
    else { throw .malformed(form: "ZIP", line: nil) }
    self.entries = entries
  }

  /// Expands an entry and hands it on piece by piece. Size and checksum are those of the
  /// directory, or it throws at the end.
  package func expand(
    _ entry: Entry, budget: ExpansionBudget,
    _ body: (Span<UInt8>) throws(ContainerFailure) -> Void
  ) throws(ContainerFailure) {
    let packed = try packed(entry)
    var checksum: UInt32 = 0
    var count = 0
    func take(_ piece: Span<UInt8>) throws(ContainerFailure) {
      count += piece.count
      try budget.spend(piece.count, entryBytes: count, packedBytes: entry.packedBytes)
      // What is made room for is no less than what comes.
      guard count <= entry.expandedBytes else { throw .wrongChecksum }
      checksum = Inflation.checksum(checksum, piece)
      try body(piece)
    }
    switch entry.method {
    case 0: try packed.forEachPiece(of: 65_536, take)
    case 8 where entry.expandedBytes >= Self.leastAhead:
      try Inflation.expandAhead(packed, .deflate, take)
    case 8: try Inflation.expand(packed, .deflate, take)
    default: throw .unknownMethod(entry.method)
    }
    guard checksum == entry.checksum, count == entry.expandedBytes else { throw .wrongChecksum }
  }

  /// The contents of an entry: in memory where it has fewer than so many bytes.
  package func contents(
    of entry: Entry, inMemoryBelow limit: Int, budget: ExpansionBudget
  ) throws(ContainerFailure) -> LargeFile {
    guard entry.expandedBytes >= limit else {
      var contents: [UInt8] = []
      // What the directory says may be a lie; a file of honest size is not moved again and again.
      contents.reserveCapacity(min(entry.expandedBytes, entry.packedBytes * 20))
      try expand(entry, budget: budget) { piece throws(ContainerFailure) in
        contents.append(piece)
      }
      return LargeFile(contents)
    }
    let packed = try packed(entry)
    guard entry.method == 8 else {
      try expand(entry, budget: budget) { _ in }
      return packed
    }
    return try ExpandedFile(
      packed, .deflate, stated: (entry.checksum, entry.expandedBytes), budget: budget
    ).file
  }

  /// The bytes of an entry as they are stored.
  private func packed(_ entry: Entry) throws(ContainerFailure) -> LargeFile {
    guard !entry.isEncrypted else { throw .encrypted }
    let (header, overflow) = start.addingReportingOverflow(entry.headerOffset)
    guard !overflow, header >= 0, header <= file.size - 30 else {
      throw .malformed(form: "ZIP", line: nil)
    }
    guard let bytes = file.bytes(header..<header + 30) else { throw .unreadable }
    let fields = LittleEndian(bytes: bytes, start: header)
    guard fields.integer(header, 4) == 0x0403_4B50 else {
      throw .malformed(form: "ZIP", line: nil)
    }
    // Sizes may stand behind the data, but are always in the directory.
    let first = header + 30 + fields.integer(header + 26, 2) + fields.integer(header + 28, 2)
    guard first <= file.size, entry.packedBytes <= file.size - first else {
      throw .endsInTheMiddle
    }
    return file.part(first..<first + entry.packedBytes)
  }

  private static func entry(
    _ file: LittleEndian, at position: Int, nameLength: Int, extra: Range<Int>
  ) -> Entry {
    let flags = file.integer(position + 8, 2)
    let method = file.integer(position + 10, 2)
    var packed = file.integer(position + 20, 4)
    var expanded = file.integer(position + 24, 4)
    var offset = file.integer(position + 42, 4)
    // Field 1 of the extra part has, in this order, what does not fit 32 bits.
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let length = file.integer(place + 2, 2)
      let end = min(place + 4 + length, extra.upperBound)
      if file.integer(place, 2) == 1 {
        var field = place + 4
        func wide(_ value: inout Int) {
          guard value == 0xFFFF_FFFF, field + 8 <= end else { return }
          value = file.integer(field, 8)
          field += 8
        }
        wide(&expanded)
        wide(&packed)
        wide(&offset)
      }
      place = end
    }
    return Entry(
      name: file.text(position + 46, nameLength),
      isEncrypted: flags & 1 != 0 || method == 99, method: method,
      checksum: UInt32(file.integer(position + 16, 4)), packedBytes: packed,
      expandedBytes: expanded, headerOffset: offset)
  }

  /// Where the end record begins.
  private static func endRecord(_ file: LittleEndian) -> Int? {
    let last = file.end - 22
    guard last >= file.start else { return nil }
    return stride(from: last, through: max(file.start, last - 65_535), by: -1).first {
      file.integer($0, 4) == 0x0605_4B50 && $0 + 22 + file.integer($0 + 20, 2) <= file.end
    }
  }
}

/// Some bytes of an archive, with numbers in the order of bytes that ZIP has.
private struct LittleEndian {
  let bytes: [UInt8]
  /// Where they begin in the archive.
  let start: Int

  var end: Int { start + bytes.count }

  /// -1 where eight bytes do not fit 63 bits.
  func integer(_ offset: Int, _ width: Int) -> Int {
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(bytes[offset - start + index]) << UInt64(8 * index) }
    return Int(exactly: value) ?? -1
  }

  func text(_ offset: Int, _ count: Int) -> [UInt8] {
    Array(bytes[offset - start..<offset - start + count])
  }
}
