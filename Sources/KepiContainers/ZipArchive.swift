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
  private let bytes: [UInt8]
  /// Bytes before the archive, as a program that unpacks itself has.
  private let start: Int

  /// Reads the directory at the end of the archive.
  package init(_ bytes: [UInt8], limits: ContainerLimits) throws(ContainerFailure) {
    self.bytes = bytes
    let file = LittleEndian(bytes: bytes)
    // An archive that was cut has lost its end, where the directory is.
    guard let end = Self.endRecord(file) else { throw .endsInTheMiddle }
    var count = file.integer(end + 10, 2)
    var size = file.integer(end + 12, 4)
    var offset = file.integer(end + 16, 4)
    var directoryEnd = end
    // A ZIP64 archive says so by a locator before the end record.
    if end >= 20, file.integer(end - 20, 4) == 0x0706_4B50 {
      let stated = file.integer(end - 12, 8)
      guard
        let wide = [stated, end - 76].first(where: {
          $0 >= 0 && $0 <= end - 76 && file.integer($0, 4) == 0x0606_4B50
        })
      else { throw .malformed(form: "ZIP", line: nil) }
      count = file.integer(wide + 32, 8)
      size = file.integer(wide + 40, 8)
      offset = file.integer(wide + 48, 8)
      directoryEnd = wide
    }
    guard size >= 0, offset >= 0, size <= directoryEnd, offset <= directoryEnd - size else {
      throw .malformed(form: "ZIP", line: nil)
    }
    start = directoryEnd - size - offset
    guard count <= limits.entryCount else { throw .tooManyEntries(limit: limits.entryCount) }

    var entries: [Entry] = []
    var position = directoryEnd - size
    while position + 46 <= directoryEnd, file.integer(position, 4) == 0x0201_4B50 {
      guard entries.count < limits.entryCount else {
        throw .tooManyEntries(limit: limits.entryCount)
      }
      let nameLength = file.integer(position + 28, 2)
      let extraLength = file.integer(position + 30, 2)
      let commentLength = file.integer(position + 32, 2)
      let next = position + 46 + nameLength + extraLength + commentLength
      guard next <= directoryEnd else { throw .malformed(form: "ZIP", line: nil) }
      let extra = position + 46 + nameLength..<position + 46 + nameLength + extraLength
      entries.append(Self.entry(file, at: position, nameLength: nameLength, extra: extra))
      position = next
    }
    guard entries.count == count else { throw .malformed(form: "ZIP", line: nil) }
    // Entries that share their bytes are how a small archive expands without end.
    let packed = entries.reduce(0) { sum, entry in
      let (next, overflow) = sum.addingReportingOverflow(max(0, entry.packedBytes))
      return overflow ? .max : next
    }
    guard packed <= bytes.count,
      entries.allSatisfy({ $0.packedBytes >= 0 && $0.expandedBytes >= 0 })
    else { throw .malformed(form: "ZIP", line: nil) }
    self.entries = entries
  }

  /// Expands an entry and hands it on piece by piece. Size and checksum are those of the
  /// directory, or it throws at the end.
  package func expand(
    _ entry: Entry, budget: inout ExpansionBudget,
    _ body: (Span<UInt8>) throws(ContainerFailure) -> Void
  ) throws(ContainerFailure) {
    guard !entry.isEncrypted else { throw .encrypted }
    let range = try packedRange(of: entry)
    var checksum: UInt32 = 0
    var count = 0
    // Taken out while it is changed by the closure.
    var spending = budget
    defer { budget = spending }
    func take(_ piece: Span<UInt8>) throws(ContainerFailure) {
      count += piece.count
      try spending.spend(piece.count, entryBytes: count, packedBytes: entry.packedBytes)
      checksum = Inflation.checksum(checksum, piece)
      try body(piece)
    }
    switch entry.method {
    case 0:
      for offset in stride(from: range.lowerBound, to: range.upperBound, by: 65_536) {
        try take(bytes.span.extracting(offset..<min(offset + 65_536, range.upperBound)))
      }
    case 8 where entry.expandedBytes >= Self.leastAhead:
      try Inflation.expandAhead(bytes, range, .deflate, take)
    case 8: try Inflation.expand(bytes, range, .deflate, take)
    default: throw .unknownMethod(entry.method)
    }
    guard checksum == entry.checksum, count == entry.expandedBytes else { throw .wrongChecksum }
  }

  /// The whole of an entry at once: for what is small, or is text to be kept.
  package func contents(
    of entry: Entry, budget: inout ExpansionBudget
  ) throws(ContainerFailure) -> [UInt8] {
    var contents: [UInt8] = []
    // What the directory says may be a lie; a file of honest size is not moved again and again.
    contents.reserveCapacity(min(entry.expandedBytes, bytes.count * 20))
    try expand(entry, budget: &budget) { piece throws(ContainerFailure) in
      contents.append(piece)
    }
    return contents
  }

  private func packedRange(of entry: Entry) throws(ContainerFailure) -> Range<Int> {
    let file = LittleEndian(bytes: bytes)
    let (header, overflow) = start.addingReportingOverflow(entry.headerOffset)
    guard !overflow, header >= 0, header <= bytes.count - 30,
      file.integer(header, 4) == 0x0403_4B50
    else { throw .malformed(form: "ZIP", line: nil) }
    // Sizes may stand behind the data, but are always in the directory.
    let first = header + 30 + file.integer(header + 26, 2) + file.integer(header + 28, 2)
    guard first <= bytes.count, entry.packedBytes <= bytes.count - first else {
      throw .endsInTheMiddle
    }
    return first..<first + entry.packedBytes
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
      name: Array(file.bytes[position + 46..<position + 46 + nameLength]),
      isEncrypted: flags & 1 != 0 || method == 99, method: method,
      checksum: UInt32(file.integer(position + 16, 4)), packedBytes: packed,
      expandedBytes: expanded, headerOffset: offset)
  }

  /// Where the end record begins. A comment of up to 65,535 bytes may follow it.
  private static func endRecord(_ file: LittleEndian) -> Int? {
    let last = file.bytes.count - 22
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - 65_535), by: -1).first {
      file.integer($0, 4) == 0x0605_4B50
        && $0 + 22 + file.integer($0 + 20, 2) <= file.bytes.count
    }
  }
}

/// Numbers in the order of bytes that ZIP has.
private struct LittleEndian {
  let bytes: [UInt8]

  /// -1 where eight bytes do not fit 63 bits.
  func integer(_ offset: Int, _ width: Int) -> Int {
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return Int(exactly: value) ?? -1
  }
}
