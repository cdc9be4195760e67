// One row of a sheet in the form that nearly every program writes, read without a parser of XML.

/// Reads `<row r="2"><c r="A2" s="1" t="s"><v>15</v></c>…</row>` and nothing that XML could mean
/// otherwise: what is read here is well formed, and means what the parser would say of it. All else
/// is left to the parser: prefixes, comments, rich text, line ends, rare attributes.
struct SheetRow {
  struct Cell {
    /// From 0; `nil` where the cell does not say.
    var column: Int?
    /// 0 where the cell does not say.
    var row = 0
    var style = -1
    var type = SheetReading.CellType.number
    var hasFormula = false
    /// Whether its text has `&amp;` and the like.
    var hasEntities = false
    /// Where its text is.
    var text = 0..<0
  }

  enum Outcome: Equatable {
    /// It is read, and ends before this offset.
    case read(end: Int)
    /// It may go on behind the end of the text.
    case cut
    /// It is for the parser.
    case other
  }

  /// `nil` where the row does not say.
  private(set) var number: Int?
  private(set) var cells: [Cell] = []
  private let mostText: Int

  /// So many zeros stand behind the text, for words that are read beyond its end. No piece of XML
  /// that is looked for is longer.
  static let margin = 32

  init(_ limits: ContainerLimits) { mostText = limits.cellBytes }

  /// How words of the text are spelt, the first letter lowest.
  private enum Word {
    static let row: UInt64 = 0x776F_723C  // <row
    static let rowEnd: UInt64 = 0x3E77_6F72_2F3C  // </row>
    static let cell: UInt64 = 0x633C  // <c
    static let cellEnd: UInt64 = 0x3E63_2F3C  // </c>
    static let value: UInt64 = 0x3E_763C  // <v>
    static let noValue: UInt64 = 0x3E2F_763C  // <v/>
    static let valueEnd: UInt64 = 0x3E63_2F3C_3E76_2F3C  // </v></c>
    static let formula: UInt64 = 0x3E_663C  // <f>
    static let formulaEnd: UInt64 = 0x3E66_2F3C  // </f>
    static let inline: UInt64 = 0x3E_743C_3E73_693C  // <is><t>
    static let inlineWith: UInt64 = 0x20_743C_3E73_693C  // <is><t, then a blank
    static let inlineEnd: UInt64 = 0x7369_2F3C_3E74_2F3C  // </t></is
    static let inlineEndRest: UInt64 = 0x3E_632F_3C3E  // ></c>
    static let sharedType: UInt64 = 0x2273  // s"
    static let textType: UInt64 = 0x2272_7473  // str"
    static let inlineType: UInt64 = 0x7453_656E_696C_6E69  // inlineSt
    static let inlineTypeRest: UInt64 = 0x2272  // r"
  }

  private static let space: StaticString = "xml:space=\"preserve\">"

  /// Reads the row that begins at an offset.
  ///
  /// - Parameter end: where the text ends; `margin` zeros follow it.
  mutating func read(_ text: Span<UInt8>, from start: Int, upTo end: Int) -> Outcome {
    precondition(end + Self.margin <= text.count, "zeros follow the text")
    number = nil
    cells.removeAll(keepingCapacity: true)
    var place = start
    if readAll(text, &place, upTo: end) { return .read(end: place) }
    // Where the rest of a word is missing it is not known what it is.
    return place + Self.margin > end ? .cut : .other
  }

  /// Leaves `place` where the form ends.
  private mutating func readAll(_ text: Span<UInt8>, _ place: inout Int, upTo end: Int) -> Bool {
    guard text.word(at: place, count: 4) == Word.row else { return false }
    place += 4
    var isEmpty = false
    guard readRowAttributes(text, &place, &isEmpty) else { return false }
    if isEmpty { return place <= end }
    while true {
      let word = text.word(at: place)
      if word.low(2) == Word.cell {
        place += 2
        guard readCell(text, &place) else { return false }
      } else if word.low(6) == Word.rowEnd {
        place += 6
        return place <= end
      } else {
        return false
      }
    }
  }

  // MARK: Attributes

  private mutating func readRowAttributes(
    _ text: Span<UInt8>, _ place: inout Int, _ isEmpty: inout Bool
  ) -> Bool {
    var names: [Range<Int>] = []
    while true {
      switch text[place] {
      case UInt8(ascii: ">"):
        place += 1
        return true
      case UInt8(ascii: "/"):
        guard text[place + 1] == UInt8(ascii: ">") else { return false }
        place += 2
        isEmpty = true
        return true
      case UInt8(ascii: " "): place += 1
      default: return false
      }
      let start = place
      guard text[place].isLetter else { return false }
      while text[place].isLetter || text[place].isDigit || text[place] == UInt8(ascii: ":") {
        place += 1
      }
      let name = start..<place
      // One name twice is no XML; a prefix before `r` is for the parser.
      guard names.count < 16, text[place - 1] != UInt8(ascii: "r") || name.count == 1,
        names.allSatisfy({ !text.equal($0, name) }),
        text[place] == UInt8(ascii: "="), text[place + 1] == UInt8(ascii: "\"")
      else { return false }
      names.append(name)
      place += 2
      if name.count == 1, text[start] == UInt8(ascii: "r") {
        guard let stated = text.number(at: &place) else { return false }
        number = stated
      } else {
        while text[place].isPlain, text[place] != UInt8(ascii: "\"") { place += 1 }
      }
      guard text[place] == UInt8(ascii: "\"") else { return false }
      place += 1
    }
  }

  /// Reads a cell from behind its name on.
  private mutating func readCell(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    var cell = Cell()
    var hasType = false
    while text[place] != UInt8(ascii: ">") {
      if text[place] == UInt8(ascii: "/") {
        guard text[place + 1] == UInt8(ascii: ">") else { return false }
        place += 2
        cells.append(cell)
        return true
      }
      guard text[place] == UInt8(ascii: " "), text[place + 2] == UInt8(ascii: "="),
        text[place + 3] == UInt8(ascii: "\"")
      else { return false }
      let name = text[place + 1]
      place += 4
      switch name {
      case UInt8(ascii: "r"):
        guard cell.column == nil, let column = text.column(at: &place),
          let row = text.number(at: &place)
        else { return false }
        cell.column = column
        cell.row = row
      case UInt8(ascii: "s"):
        guard cell.style < 0, let style = text.number(at: &place) else { return false }
        cell.style = style
      case UInt8(ascii: "t"):
        guard !hasType, let type = Self.type(text, &place) else { return false }
        hasType = true
        cell.type = type
      default: return false
      }
      guard text[place] == UInt8(ascii: "\"") else { return false }
      place += 1
    }
    place += 1
    guard readContent(text, &place, of: &cell) else { return false }
    cells.append(cell)
    return true
  }

  private static func type(
    _ text: Span<UInt8>, _ place: inout Int
  ) -> SheetReading.CellType? {
    let word = text.word(at: place)
    if word.low(2) == Word.sharedType {
      place += 1
      return .shared
    }
    if word.low(4) == Word.textType {
      place += 3
      return .text
    }
    if word == Word.inlineType, text.word(at: place + 8, count: 2) == Word.inlineTypeRest {
      place += 9
      return .text
    }
    defer { place += 1 }
    switch text[place] {
    case UInt8(ascii: "n"): return .number
    case UInt8(ascii: "b"): return .truth
    case UInt8(ascii: "e"): return .error
    case UInt8(ascii: "d"): return .date
    default: return nil
    }
  }

  // MARK: Content

  private func readContent(
    _ text: Span<UInt8>, _ place: inout Int, of cell: inout Cell
  ) -> Bool {
    var word = text.word(at: place)
    if word.low(3) == Word.formula {
      place += 3
      var formula = Cell()
      guard readText(text, &place, of: &formula),
        text.word(at: place, count: 4) == Word.formulaEnd
      else { return false }
      place += 4
      cell.hasFormula = true
      word = text.word(at: place)
    }
    if word.low(3) == Word.value {
      place += 3
      guard readText(text, &place, of: &cell), text.word(at: place) == Word.valueEnd
      else { return false }
      place += 8
      return true
    }
    if word.low(4) == Word.cellEnd {
      place += 4
      return true
    }
    if word.low(4) == Word.noValue {
      guard text.word(at: place + 4, count: 4) == Word.cellEnd else { return false }
      place += 8
      return true
    }
    if word.low(7) == Word.inline {
      place += 7
    } else if word.low(7) == Word.inlineWith {
      let rest = place + 7..<place + 7 + Self.space.utf8CodeUnitCount
      guard rest.upperBound <= text.count, text.extracting(rest).equals(Self.space) else {
        return false
      }
      place = rest.upperBound
    } else {
      return false
    }
    guard readText(text, &place, of: &cell), text.word(at: place) == Word.inlineEnd,
      text.word(at: place + 8, count: 5) == Word.inlineEndRest
    else { return false }
    place += 13
    return true
  }

  /// Reads text up to the next tag, eight bytes at a time.
  private func readText(_ text: Span<UInt8>, _ place: inout Int, of cell: inout Cell) -> Bool {
    let start = place
    var isWide = false
    while true {
      let word = text.word(at: place)
      let ends = word.places(of: UInt8(ascii: "<"))
      // What stands in the bytes before the first tag.
      let before = ends == 0 ? ~0 : (ends & (0 &- ends)) &- 1
      let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      // A `>` may end what only the parser knows, line ends are counted by it.
      guard (controls | word.places(of: UInt8(ascii: ">"))) & before == 0 else { return false }
      if word.places(of: UInt8(ascii: "&")) & before != 0 { cell.hasEntities = true }
      if word & before & 0x8080_8080_8080_8080 != 0 { isWide = true }
      guard ends == 0 else {
        place += ends.trailingZeroBitCount >> 3
        break
      }
      place += 8
      guard place + 8 <= text.count, place - start <= mostText else { return false }
    }
    cell.text = start..<place
    return cell.text.count <= mostText && (!isWide || text.isCharacters(cell.text))
      && (!cell.hasEntities || text.hasOnlyNamedEntities(cell.text))
  }

  /// The text of a cell with what its entities stand for.
  static func append(_ text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var place = range.lowerBound
    while place < range.upperBound {
      if text[place] == UInt8(ascii: "&"), let entity = text.entity(at: place) {
        output.append(entity.meaning)
        place += entity.count
      } else {
        output.append(text[place])
        place += 1
      }
    }
  }
}

extension Span<UInt8> {
  /// The eight bytes from an offset on, the first of them lowest.
  @inline(__always)
  fileprivate func word(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The same of fewer; the others are zero.
  @inline(__always)
  fileprivate func word(at offset: Int, count: Int) -> UInt64 { word(at: offset).low(count) }

  fileprivate func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where self[left.lowerBound + offset] != self[right.lowerBound + offset] {
      return false
    }
    return true
  }

  /// A number of up to nine digits.
  @inline(__always)
  fileprivate func number(at place: inout Int) -> Int? {
    let start = place
    var number = 0
    while self[place].isDigit, place - start < 9 {
      number = number * 10 + Int(self[place] - UInt8(ascii: "0"))
      place += 1
    }
    return place > start ? number : nil
  }

  /// The column, from 0, that up to three capital letters stand for.
  @inline(__always)
  fileprivate func column(at place: inout Int) -> Int? {
    let start = place
    var column = 0
    while UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self[place], place - start < 3 {
      column = column * 26 + Int(self[place] - UInt8(ascii: "A")) + 1
      place += 1
    }
    return place > start ? column - 1 : nil
  }

  /// Whether bytes are UTF-8 of characters that XML may have.
  fileprivate func isCharacters(_ range: Range<Int>) -> Bool {
    do {
      _ = try UTF8Span(validating: extracting(range))
    } catch {
      return false
    }
    // U+FFFE and U+FFFF are none.
    for place in range.dropLast(2)
    where self[place] == 0xEF && self[place + 1] == 0xBF && self[place + 2] >= 0xBE {
      return false
    }
    return true
  }

  fileprivate func hasOnlyNamedEntities(_ range: Range<Int>) -> Bool {
    range.allSatisfy { self[$0] != UInt8(ascii: "&") || entity(at: $0) != nil }
  }

  /// What an entity that XML itself has stands for, and how many bytes it is.
  fileprivate func entity(at place: Int) -> (meaning: UInt8, count: Int)? {
    let word = word(at: place)
    if word.low(5) == 0x3B_706D_6126 { return (UInt8(ascii: "&"), 5) }  // &amp;
    if word.low(4) == 0x3B74_6C26 { return (UInt8(ascii: "<"), 4) }  // &lt;
    if word.low(4) == 0x3B74_6726 { return (UInt8(ascii: ">"), 4) }  // &gt;
    if word.low(6) == 0x3B74_6F75_7126 { return (UInt8(ascii: "\""), 6) }  // &quot;
    if word.low(6) == 0x3B73_6F70_6126 { return (UInt8(ascii: "'"), 6) }  // &apos;
    return nil
  }
}

extension UInt64 {
  /// Its lowest bytes, fewer than eight.
  @inline(__always)
  fileprivate func low(_ count: Int) -> UInt64 {
    self & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1)
  }

  /// The highest bit of each byte that is a given one, right up to the first of them.
  @inline(__always)
  fileprivate func places(of byte: UInt8) -> UInt64 {
    let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}

extension UInt8 {
  @inline(__always)
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  @inline(__always)
  fileprivate var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }

  /// Whether it means itself in the value of an attribute.
  fileprivate var isPlain: Bool {
    self >= 0x20 && self < 0x80 && self != UInt8(ascii: "<") && self != UInt8(ascii: "&")
  }
}
