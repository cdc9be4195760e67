// The document of one sheet: rows of the usual form read directly, all else by the parser of XML.

/// The parser sees everything but the rows that `SheetRow` reads. Those are whole elements without
/// line ends, so that what it sees is well formed where the document is, and it counts lines right.
struct SheetParser: ~Copyable {
  private enum State {
    /// Before the rows.
    case head
    /// Between two rows, this many elements being open.
    case rows(depth: Int)
    /// Everything is for the parser.
    case parser
  }

  private let parser: XMLParser<SheetReading>
  private let limits: ContainerLimits
  private var row: SheetRow
  private var state = State.head
  /// What has not been read, from `place` to `end`, then zeros.
  private var text = Array(repeating: UInt8(0), count: SheetRow.margin)
  private var place = 0
  /// More than this has to be there before a row is tried again that was cut.
  private var cutCount = 0

  private var end: Int { text.count - SheetRow.margin }

  /// Rows are found before this many bytes, or the parser reads all.
  private static let longestHead = 1 << 18
  /// One that is longer is for the parser, which has limits of its own.
  private static let longestRow = 1 << 23
  /// How deep a row goes: its cells, their texts.
  private static let rowDepth = 4
  private static let rowsBegin = Array("<sheetData>".utf8)
  private static let rowBegin = Array("<row".utf8)
  private static let rowEnd = Array("</row>".utf8)

  init(_ reading: SheetReading, limits: ContainerLimits) {
    parser = XMLParser(reading, limits: limits)
    self.limits = limits
    row = SheetRow(limits)
  }

  mutating func take(_ piece: Span<UInt8>) throws(ContainerFailure) {
    if case .parser = state { return try parser.take(piece) }
    text.removeLast(SheetRow.margin)
    text.removeSubrange(..<place)
    place = 0
    text.append(piece)
    text.append(contentsOf: repeatElement(0, count: SheetRow.margin))
    if case .head = state { try readHead() }
    if case .rows(let depth) = state { try readRows(depth) }
  }

  mutating func finish() throws(ContainerFailure) -> CellTable {
    try giveRest()
    try parser.finish()
    return try parser.handler.finish()
  }

  // MARK: What the parser sees

  private mutating func give(upTo end: Int) throws(ContainerFailure) {
    guard place < end else { return }
    let start = place
    place = end
    try parser.take(text.span.extracting(start..<end))
  }

  /// From here on the parser reads all.
  private mutating func giveRest() throws(ContainerFailure) {
    state = .parser
    try give(upTo: end)
  }

  private mutating func readHead() throws(ContainerFailure) {
    if let found = text.span.range(of: Self.rowsBegin, in: place..<end) {
      let isPlain = Self.isUTF8(text.span.extracting(0..<found.lowerBound))
      try give(upTo: found.upperBound)
      // It may have stood in a comment.
      guard isPlain, parser.handler.isAtRows, parser.depth + Self.rowDepth <= limits.depth else {
        return try giveRest()
      }
      state = .rows(depth: parser.depth)
      return
    }
    if end - place > Self.longestHead { try giveRest() }
  }

  /// Whether a document says of no other encoding that it is its own.
  private static func isUTF8(_ head: Span<UInt8>) -> Bool {
    guard let found = head.range(of: Array("encoding".utf8), in: head.indices) else { return true }
    let stated = (found.upperBound..<min(head.count, found.upperBound + 8)).map { head[$0] | 0x20 }
    return String(decoding: stated, as: UTF8.self).dropFirst(2).hasPrefix("utf-8")
  }

  private mutating func readRows(_ depth: Int) throws(ContainerFailure) {
    // It does not change here, and is read while all else does.
    let text = text
    while end - place > cutCount {
      var next = place
      while next < end, text[next].isBlank { next += 1 }
      try give(upTo: next)
      guard end - place >= Self.rowBegin.count else { return }
      guard text.span.starts(with: Self.rowBegin, at: place) else { return try giveRest() }
      switch row.read(text.span, from: place, upTo: end) {
      case .read(let rowEnd):
        try parser.handler.take(row, of: text.span)
        place = rowEnd
        cutCount = 0
      case .cut:
        try waitForRow()
        return
      case .other: guard try giveRow(depth) else { return }
      }
    }
  }

  private mutating func waitForRow() throws(ContainerFailure) {
    let count = end - place
    guard count <= Self.longestRow else { return try giveRest() }
    // A row of many pieces is not begun anew with each of them.
    cutCount = count > 1 << 16 ? count * 2 : 0
  }

  /// Gives the parser a row; false where rows cannot be read on.
  private mutating func giveRow(_ depth: Int) throws(ContainerFailure) -> Bool {
    guard let found = text.span.range(of: Self.rowEnd, in: place..<end) else {
      try waitForRow()
      return false
    }
    // In a comment or a section of characters even the end of a row may be none.
    let isPlain = !text.span.hasMarkup(in: place..<found.upperBound)
    try give(upTo: found.upperBound)
    guard isPlain, parser.depth == depth else {
      try giveRest()
      return false
    }
    cutCount = 0
    return true
  }
}

extension Span<UInt8> {
  fileprivate func starts(with word: [UInt8], at place: Int) -> Bool {
    for offset in word.indices where self[place + offset] != word[offset] { return false }
    return true
  }

  fileprivate func range(of word: [UInt8], in range: Range<Int>) -> Range<Int>? {
    for place in range.dropLast(word.count - 1)
    where self[place] == word[0] && starts(with: word, at: place) {
      return place..<place + word.count
    }
    return nil
  }

  /// Whether `<!` or `<?` stands there.
  fileprivate func hasMarkup(in range: Range<Int>) -> Bool {
    range.dropLast().contains { place in
      self[place] == UInt8(ascii: "<")
        && (self[place + 1] == UInt8(ascii: "!") || self[place + 1] == UInt8(ascii: "?"))
    }
  }
}

extension UInt8 {
  /// Not CR: the parser holds one back until it knows what follows, and events would come late.
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 }
}
