// Delimited text, or the cells of a container, cut into rows without copying them.
import KepiContainers

/// Reads one row after another. Cells are ranges of the text.
struct DelimitedReader {
  struct Cell {
    var start: Int
    var end: Int
    /// Whether it stood in quotes and holds doubled ones, each of which means one.
    var hasDoubledQuotes: Bool
  }

  /// `CellMark.cellEnd` for the cells of a container, whose rows end by a mark of their own.
  let separator: UInt8
  /// Whether a quote at the beginning of a cell encloses it.
  let honoursQuotes: Bool
  let rowEnd: UInt8
  private let otherRowEnd: UInt8
  private let separators: BytePattern
  private let rowEnds: BytePattern
  private let otherRowEnds: BytePattern
  private(set) var position: Int
  /// The line at `position`, from 1.
  private(set) var line: Int
  /// Where the row read last began.
  private(set) var rowLine = 1
  /// A cell in quotes has no more bytes.
  private let longestCell: Int
  /// No quote that opens from the first offset on is closed before the second. Spares a damaged file
  /// a long search for each such quote.
  private var unclosed = (from: Int.max, upTo: Int.min)

  /// Whether a cell began with a quote that nothing closes before the end of the text, as near as
  /// that is: more of the text may close it.
  private(set) var hasUnclosedQuote = false
  /// Whether line ends part the rows, not marks of a container.
  var isText: Bool { separator != CellMark.cellEnd }

  init(
    separator: UInt8, honoursQuotes: Bool, longestCell: Int = ReadEffort.longestCell,
    position: Int = 0, line: Int = 1
  ) {
    let isText = separator != CellMark.cellEnd
    self.separator = separator
    self.honoursQuotes = honoursQuotes && isText
    rowEnd = isText ? Self.lineFeed : CellMark.rowEnd
    otherRowEnd = isText ? Self.carriageReturn : CellMark.rowEnd
    separators = BytePattern(separator)
    rowEnds = BytePattern(rowEnd)
    otherRowEnds = BytePattern(otherRowEnd)
    self.longestCell = longestCell
    self.position = position
    self.line = line
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  /// Puts the next row that is not an empty line into `cells`; false at the end of the text. Line
  /// ends are LF, CRLF and CR; CR CR LF is an empty line between two rows.
  mutating func readRow(of text: Span<UInt8>, into cells: inout [Cell]) -> Bool {
    skipLineEnds(of: text)
    guard position < text.count else { return false }
    rowLine = line
    cells.removeAll(keepingCapacity: true)
    while true {
      cells.append(readCell(of: text))
      guard position < text.count else { return true }
      let byte = text[position]
      position += 1
      if byte != separator {
        if byte == Self.carriageReturn, position < text.count, text[position] == Self.lineFeed {
          position += 1
        }
        line += 1
        return true
      }
      if position == text.count {
        cells.append(Cell(start: position, end: position, hasDoubledQuotes: false))
        return true
      }
    }
  }

  /// Goes on behind rows that were read otherwise.
  mutating func skip(to position: Int, lines: Int) {
    self.position = position
    line += lines
  }

  /// Where a line begins behind an offset: past the next line end that no CRLF can be cut by.
  func lineStart(in text: Span<UInt8>, after offset: Int) -> Int? {
    var place = max(position, offset)
    while place < text.count, text[place] != rowEnd { place += 1 }
    return place + 1 < text.count ? place + 1 : nil
  }

  mutating func skipLineEnds(of text: Span<UInt8>) {
    while position < text.count {
      if text[position] == rowEnd {
        position += 1
      } else if text[position] == otherRowEnd {
        position += 1
        if position < text.count, text[position] == Self.lineFeed { position += 1 }
      } else {
        return
      }
      line += 1
    }
  }

  /// Leaves `position` at the separator or line end behind the cell, or at the end of the text.
  @inline(__always)
  private mutating func readCell(of text: Span<UInt8>) -> Cell {
    if honoursQuotes, position < text.count, text[position] == Self.quote,
      let cell = readQuotedCell(of: text)
    {
      return cell
    }
    let start = position
    var offset = position
    while offset &+ 8 <= text.count {
      let word = text.word(at: offset)
      let ends =
        separators.matches(in: word) | rowEnds.matches(in: word) | otherRowEnds.matches(in: word)
      if ends != 0 {
        offset &+= ends.trailingZeroBitCount &>> 3
        position = offset
        return Cell(start: start, end: offset, hasDoubledQuotes: false)
      }
      offset &+= 8
    }
    while offset < text.count {
      let byte = text[offset]
      if byte == separator || byte == rowEnd || byte == otherRowEnd { break }
      offset += 1
    }
    position = offset
    return Cell(start: start, end: offset, hasDoubledQuotes: false)
  }

  /// `nil`, with `position` as it was, where nothing closes the quote as far as a cell may reach: it
  /// is then a plain sign.
  private mutating func readQuotedCell(of text: Span<UInt8>) -> Cell? {
    let open = position
    let end = min(text.count, open + longestCell + 1)
    var offset = open + 1
    var lines = 0
    var hasDoubledQuotes = false
    // Behind the quotes that it begins with, a cell is closed where one before it would be.
    while offset + 1 < end, text[offset] == Self.quote, text[offset + 1] == Self.quote {
      hasDoubledQuotes = true
      offset += 2
    }
    if offset < end, text[offset] == Self.quote {
      if isClosed(text, by: offset) {
        position = offset + 1
        return Cell(start: open + 1, end: offset, hasDoubledQuotes: hasDoubledQuotes)
      }
      offset += 1
    }
    let isKnown = unclosed.from <= open && offset < unclosed.upTo
    if isKnown { offset = unclosed.upTo }
    while offset < end {
      let byte = text[offset]
      if byte == Self.quote {
        if offset + 1 < text.count, text[offset + 1] == Self.quote {
          hasDoubledQuotes = true
          offset += 2
          continue
        }
        if isClosed(text, by: offset) {
          if isKnown {
            (lines, hasDoubledQuotes) = Self.content(of: text, open + 1..<offset)
          }
          position = offset + 1
          line += lines
          return Cell(start: open + 1, end: offset, hasDoubledQuotes: hasDoubledQuotes)
        }
        // A quote in the middle of a quoted cell, written without doubling it, is a plain sign.
      } else if byte == Self.lineFeed {
        lines += 1
      } else if byte == Self.carriageReturn,
        offset + 1 >= text.count
          || text[offset + 1] != Self.lineFeed
      {
        lines += 1
      }
      offset += 1
    }
    if !isKnown { unclosed.from = open }
    unclosed.upTo = offset
    hasUnclosedQuote = hasUnclosedQuote || end == text.count
    return nil
  }

  /// Whether a quote ends its cell: what follows it does not go on.
  @inline(__always)
  private func isClosed(_ text: Span<UInt8>, by offset: Int) -> Bool {
    guard offset + 1 < text.count else { return true }
    let next = text[offset + 1]
    return next == separator || next == Self.lineFeed || next == Self.carriageReturn
  }

  /// The line ends of a cell in quotes, and whether any of its quotes is doubled.
  private static func content(of text: Span<UInt8>, _ range: Range<Int>) -> (Int, Bool) {
    var lines = 0
    var hasDoubledQuotes = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte == quote, text[offset + 1] == quote {
        hasDoubledQuotes = true
        offset += 1
      } else if byte == lineFeed || byte == carriageReturn && text[offset + 1] != lineFeed {
        lines += 1
      }
      offset += 1
    }
    return (lines, hasDoubledQuotes)
  }
}

extension DelimitedReader.Cell {
  /// The text of a cell: for headers and messages, not for the rows of a file.
  func text(in bytes: Span<UInt8>) -> String {
    var content: [UInt8] = []
    appendContent(of: bytes, to: &content)
    return String(decoding: content, as: UTF8.self)
  }

  /// Adds the bytes that the cell means.
  func appendContent(of bytes: Span<UInt8>, to content: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    var offset = start
    while offset < end {
      content.append(bytes[offset])
      offset += hasDoubledQuotes && bytes[offset] == quote ? 2 : 1
    }
  }
}
