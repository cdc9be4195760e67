// Rows of a text found many at a time: where their cells end, as long as nothing special comes.

/// Some rows in which a separator always parts two cells and a line end always two rows, each with
/// as many cells as the others.
struct RowBlock {
  /// How many cells a row has.
  let width: Int
  private let search: ByteSearch
  private let rowEnd: UInt8
  /// Bytes that need a closer look; `nil` where they are like others.
  private let quotes: BytePattern?
  private let returns: BytePattern?
  /// The offset that all ends are counted from.
  private(set) var base = 0
  /// One before the first cell, then the end of each cell, row after row.
  private(set) var ends: [Int32] = []
  private(set) var rowCount = 0
  private var returnPlaces: [Int32] = []
  /// Whether rows end with CR and LF.
  private var isCRLF = false

  init(_ reader: DelimitedReader, width: Int) {
    self.width = width
    rowEnd = reader.rowEnd
    let quote = reader.honoursQuotes ? UInt8(ascii: "\"") : nil
    let carriageReturn = reader.isText ? Self.carriageReturn : nil
    search = ByteSearch(
      separator: reader.separator, rowEnd: rowEnd, special: (quote, carriageReturn))
    quotes = quote.map { BytePattern($0) }
    returns = carriageReturn.map { BytePattern($0) }
  }

  private static let carriageReturn = UInt8(ascii: "\r")
  /// How much is looked through at a time: it stays in the cache while one column after the other is
  /// taken from it.
  static let size = 1 << 16
  /// So much stands behind each cell of a block: words are read beyond its end.
  private static let margin = 128

  /// Where the last row ends, behind its line end.
  var end: Int {
    rowCount == 0 ? base : base + Int(ends[rowCount * width]) + gap(at: 0)
  }

  /// How far a cell begins behind the end of the one before.
  @inline(__always)
  func gap(at column: Int) -> Int { column == 0 && isCRLF ? 2 : 1 }

  func cell(_ row: Int, _ column: Int) -> Range<Int> {
    let place = row * width + column
    return base + Int(ends[place]) + gap(at: column)..<base + Int(ends[place + 1])
  }

  /// Finds the rows from an offset on, where a row begins, up to the first that is special: with a
  /// quote, another number of cells, none but empty ones. They end before `limit` and some way
  /// before the end of the text.
  mutating func scan(_ text: Span<UInt8>, from start: Int, upTo limit: Int) {
    rowCount = 0
    base = start
    isCRLF = false
    returnPlaces.removeAll(keepingCapacity: true)
    let limit = min(limit, start + Self.size, text.count - Self.margin)
    guard 0 <= start, start < limit else { return }
    let room = limit - start + Self.margin
    if ends.count < room { ends = Array(repeating: 0, count: room) }
    let (found, rowEndCount) = findEnds(text, upTo: limit)
    rowCount = found / width
    guard rowCount > 0 else { return }
    isCRLF =
      returns != nil && ends[width] > 0
      && text[base + Int(ends[width]) - 1] == Self.carriageReturn
    dropSpecialRows(text, isRegular: rowEndCount == rowCount)
    while rowCount > 0, end > limit { rowCount -= 1 }
  }

  /// Counts the ends found before the first quote, and the rows among them.
  private mutating func findEnds(
    _ text: Span<UInt8>, upTo limit: Int
  ) -> (cells: Int, rows: Int) {
    // Moved out and back, so that it is never copied.
    var places = ends
    ends = []
    defer { ends = places }
    places[0] = -1
    var count = 1
    var rows = 0
    var offset = 0
    var closeLooks = 0
    while base &+ offset < limit {
      if closeLooks == 0 {
        let size = (limit &- base &- offset &+ 63) & ~63
        let seen = unsafe search.list(
          text, from: base &+ offset, size: size, base: offset, into: &places, &count, &rows)
        // Where rows end with CR and LF all need a closer look.
        if seen == 0 { closeLooks = 16 }
        offset &+= seen
        guard base &+ offset < limit else { break }
      } else {
        closeLooks &-= 1
      }
      // 64 bytes that need a closer look, or all of them where they cannot be looked through at once.
      var ends = places.mutableSpan
      let found = unsafe search.matches(in: text, at: base &+ offset)
      var mask = found.ends
      var hasQuote: UInt64 = 0
      var hasReturn: UInt64 = 0
      if found.mayBeSpecial {
        for place in stride(from: offset, to: offset + 64, by: 8) {
          let word = text.word(at: base + place)
          if let quotes { hasQuote |= quotes.matches(in: word) }
          if let returns { hasReturn |= returns.matches(in: word) }
        }
      }
      if hasQuote != 0 { break }
      if hasReturn != 0 { noteReturns(text, offset) }
      rows &+= found.rowEnds.nonzeroBitCount
      var left = mask.nonzeroBitCount
      let end = count &+ left
      while left > 0 {
        // Eight at a time: a loop whose length changes from word to word is guessed wrong too often.
        for place in 0..<8 {
          unsafe ends[unchecked: count &+ place] =
            Int32(truncatingIfNeeded: offset &+ mask.trailingZeroBitCount)
          mask &= mask &- 1
        }
        count &+= 8
        left &-= 8
      }
      count = end
      offset &+= 64
    }
    return (count &- 1, rows)
  }

  private mutating func noteReturns(_ text: Span<UInt8>, _ offset: Int) {
    for place in offset..<offset + 64 where text[base + place] == Self.carriageReturn {
      returnPlaces.append(Int32(truncatingIfNeeded: place))
    }
  }

  /// Whether each row, if all of them end at a place that is known, has a line end there and is not
  /// empty. Without a question in the loop it takes half of the time: they are asked of nearly all.
  private func hasOnlyPlainRows(_ text: Span<UInt8>, _ emptyLength: Int) -> Bool {
    let ends = self.ends.span
    let last = rowCount &* width
    precondition(last < ends.count && base &+ Int(ends[last]) < text.count)
    // Of bytes that are no line end; then of rows that are empty.
    var strange: UInt8 = 0
    var isEmpty: UInt8 = 0
    var start = ends[0]
    for place in stride(from: width, through: last, by: width) {
      // Ends go up, so that none is behind the last, which was looked at.
      let end = unsafe ends[unchecked: place]
      strange |= unsafe text[unchecked: base &+ Int(end)] ^ rowEnd
      isEmpty |= Int(end &- start &- 1) == emptyLength ? 1 : 0
      start = end
    }
    return strange | isEmpty == 0
  }

  /// Keeps the rows before the first that is special.
  ///
  /// - Parameter isRegular: whether there are as many line ends as rows, so that none stands inside
  ///   of one if one stands behind each.
  private mutating func dropSpecialRows(_ text: Span<UInt8>, isRegular: Bool) {
    let emptyLength = width &- 1 &+ (isCRLF ? 1 : 0)
    if isRegular, !isCRLF, returnPlaces.isEmpty, hasOnlyPlainRows(text, emptyLength) { return }
    var nextReturn = 0
    for row in 0..<rowCount {
      let first = row &* width
      let end = Int(ends[first &+ width])
      var isSpecial =
        text[base &+ end] != rowEnd || end &- Int(ends[first]) &- 1 == emptyLength
      if isCRLF {
        isSpecial =
          isSpecial || nextReturn == returnPlaces.count
          || Int(returnPlaces[nextReturn]) != end &- 1
        nextReturn &+= 1
      } else if nextReturn < returnPlaces.count, Int(returnPlaces[nextReturn]) < end {
        isSpecial = true
      }
      if !isRegular {
        var place = first &+ 1
        while place < first &+ width, !isSpecial {
          isSpecial = text[base &+ Int(ends[place])] == rowEnd
          place &+= 1
        }
      }
      guard !isSpecial else {
        rowCount = row
        break
      }
    }
    guard isCRLF else { return }
    // The CR of a row is no part of its last cell.
    for row in 0...rowCount { ends[row * width] -= 1 }
  }
}
