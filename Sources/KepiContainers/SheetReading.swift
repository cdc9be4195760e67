// The cells of one sheet, as its elements say them.

/// One sheet. The range it states is ignored, and so is everything that cells do not say themselves:
/// programs write one row as many, leave places out, or state a single cell for all.
struct SheetReading: XMLHandler {
  enum CellType { case number, shared, text, truth, error, date }
  /// Where the text between tags belongs.
  private enum Place { case none, value, inlineText }

  private let texts: SharedTexts.Pool
  private let formats: [CellFormat]
  private let datesFrom1904: Bool
  private let limits: ContainerLimits
  private var writer: CellWriter
  private var table = CellTable()

  /// The number that the row was last given, which need not be the one it has.
  private var statedRow = 0
  private var column = -1
  private var type = CellType.number
  private var format = CellFormat.number
  private var hasFormula = false
  private var place = Place.none
  private var isInCell = false
  private var phoneticDepth = 0
  private var value: [UInt8] = []
  /// Whether the event told last was that the rows begin.
  private(set) var isAtRows = false
  /// Rows mostly have the day of the row above.
  private var lastDate: (value: [UInt8], format: CellFormat, text: [UInt8]?) = ([], .date, nil)

  init(
    texts: SharedTexts.Pool, formats: [CellFormat], datesFrom1904: Bool, writer: CellWriter,
    limits: ContainerLimits
  ) {
    self.texts = texts
    self.formats = formats
    self.datesFrom1904 = datesFrom1904
    self.limits = limits
    self.writer = writer
  }

  mutating func finish() throws(ContainerFailure) -> CellTable {
    table.bytes = try writer.finish()
    return table
  }

  mutating func begin(_ element: borrowing XMLElement) throws(ContainerFailure) {
    isAtRows = element.isNamed("sheetData")
    if isInCell {
      if element.isNamed("v") {
        place = .value
      } else if element.isNamed("t") {
        place = phoneticDepth == 0 ? .inlineText : .none
      } else if element.isNamed("f") {
        hasFormula = true
      } else if element.isNamed("rPh") {
        phoneticDepth += 1
      }
    } else if element.isNamed("c") {
      try beginCell(element)
    } else if element.isNamed("row") {
      // One that is named again goes on.
      try openRow(Self.integer(element.value("r")) ?? writer.row + 1)
    }
  }

  private mutating func openRow(_ number: Int) throws(ContainerFailure) {
    guard number != statedRow else { return }
    statedRow = number
    column = -1
    try writer.open(row: number)
  }

  private mutating func beginCell(_ element: borrowing XMLElement) throws(ContainerFailure) {
    isInCell = true
    hasFormula = false
    value.removeAll(keepingCapacity: true)
    var place: (column: Int, row: Int?)?
    if let reference = element.value("r") { place = Self.place(reference) }
    try openCell(place?.column, row: place?.row)
    format = format(ofStyle: Self.integer(element.value("s")) ?? -1)
    type = .number
    guard let word = element.value("t") else { return }
    if word.equals("s") {
      type = .shared
    } else if word.equals("inlineStr") || word.equals("str") {
      type = .text
    } else if word.equals("b") {
      type = .truth
    } else if word.equals("e") {
      type = .error
    } else if word.equals("d") {
      type = .date
    }
  }

  private mutating func openCell(_ column: Int?, row: Int?) throws(ContainerFailure) {
    self.column += 1
    if let column {
      if let row { try openRow(row) }
      self.column = column
    }
    if writer.row == 0 { try openRow(1) }
  }

  private func format(ofStyle style: Int) -> CellFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }

  /// Takes a row that was read without the parser.
  mutating func take(
    _ row: borrowing SheetRow, of text: Span<UInt8>
  ) throws(ContainerFailure) {
    try openRow(row.number ?? writer.row + 1)
    let shared = texts.bytes
    for cell in row.cells {
      try openCell(cell.column, row: cell.row)
      format = format(ofStyle: cell.style)
      type = cell.type
      hasFormula = cell.hasFormula
      if cell.hasEntities {
        value.removeAll(keepingCapacity: true)
        SheetRow.append(text, cell.text, to: &value)
        let value = value
        try endCell(value.span, shared.span)
      } else {
        try endCell(text.extracting(cell.text), shared.span)
      }
    }
  }

  mutating func end(_ name: Span<UInt8>) throws(ContainerFailure) {
    isAtRows = false
    guard isInCell else { return }
    if name.equals("c") {
      isInCell = false
      place = .none
      phoneticDepth = 0
      let value = value
      let shared = texts.bytes
      try endCell(value.span, shared.span)
    } else if name.equals("v") || name.equals("t") {
      place = .none
    } else if name.equals("rPh") {
      phoneticDepth -= 1
    }
  }

  mutating func text(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    switch place {
    case .none: return
    case .value, .inlineText:
      guard value.count + bytes.count <= limits.cellBytes else {
        throw .cellTooLong(limit: limits.cellBytes)
      }
      value.append(bytes)
    }
  }

  /// - Parameter shared: the bytes of all texts that are shared.
  private mutating func endCell(
    _ value: Span<UInt8>, _ shared: Span<UInt8>
  ) throws(ContainerFailure) {
    guard !value.isEmpty else {
      if hasFormula { table.unresolvedFormulas += 1 }
      return
    }
    guard column < CellWriter.mostColumns else { return }
    switch type {
    case .error: table.errorCells += 1
    case .truth:
      try writer.write(value.equals("1") ? Self.trueText.span : Self.falseText.span, at: column)
    case .date: try writer.write(value, at: column)
    case .text:
      guard EscapedText.mayStand(in: value) else { return try writer.write(value, at: column) }
      var text: [UInt8] = []
      text.append(value)
      EscapedText.resolve(&text, from: 0)
      try writer.write(text.span, at: column)
    case .shared:
      guard let index = Self.integer(value) else { return }
      try writer.write(shared.extracting(texts[index]), at: column)
    case .number: try writeNumber(value)
    }
  }

  private static let trueText = Array("true".utf8)
  private static let falseText = Array("false".utf8)

  private mutating func writeNumber(_ value: Span<UInt8>) throws(ContainerFailure) {
    switch format {
    case .date, .time, .duration:
      if format != lastDate.format || !value.equals(lastDate.value) {
        var digits: [UInt8] = []
        digits.append(value)
        let date = SerialDate(
          digits, from1904: datesFrom1904, isDuration: format == .duration)
        lastDate = (digits, format, date.map { Array($0.text.utf8) })
      }
      if let text = lastDate.text { return try writer.write(text.span, at: column) }
    case .number, .percent: break
    }
    // Most are written as they stand.
    if format != .percent, NumberText.isPlain(value) {
      return try writer.write(value, at: column, mark: CellMark.number)
    }
    var content: [UInt8] = []
    if NumberText.append(value, isPercent: format == .percent, to: &content) {
      try writer.write(content.span, at: column, mark: CellMark.number)
    } else {
      // Some programs put texts where only numbers belong.
      try writer.write(value, at: column)
    }
  }

  /// `nil` where it is not a number of up to nine digits.
  private static func integer(_ bytes: Span<UInt8>?) -> Int? {
    guard let bytes, 1...9 ~= bytes.count else { return nil }
    var number = 0
    for place in bytes.indices {
      let byte = bytes[place]
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// `AB12` is column 27 of row 12, columns from 0.
  private static func place(_ reference: Span<UInt8>) -> (column: Int, row: Int?)? {
    var column = 0
    var letters = 0
    for place in reference.indices {
      let letter = reference[place] | 0x20
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter), letters < 3 else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "a")) + 1
      letters += 1
    }
    guard letters > 0 else { return nil }
    return (column - 1, integer(reference.extracting(letters..<reference.count)))
  }
}
