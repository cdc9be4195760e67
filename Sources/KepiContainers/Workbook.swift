// An XLSX workbook: what its archive says about its sheets, and one sheet after another as cells.

/// Sheets are read as a stream; of the whole workbook only the shared texts and the formats of its
/// cells are kept.
package struct Workbook {
  package struct Sheet: Equatable, Sendable {
    package let name: String
    package let isHidden: Bool
    /// `nil` where it is no worksheet: a chart, a dialogue.
    let entry: ZipArchive.Entry?

    package var isWorksheet: Bool { entry != nil }
  }

  package let sheets: [Sheet]
  private let archive: ZipArchive
  private var texts = SharedTexts.Pool()
  private var formats: [CellFormat] = []
  private let datesFrom1904: Bool
  private let limits: ContainerLimits

  /// Whether the entries of an archive are those of a workbook.
  package static func isWorkbook(_ archive: ZipArchive) -> Bool {
    archive.entries.contains { normalized($0.name).hasSuffix("xl/workbook.xml") }
  }

  package init(
    _ archive: ZipArchive, budget: inout ExpansionBudget
  ) throws(ContainerFailure) {
    self.archive = archive
    limits = budget.limits
    let names = archive.entries.map { Self.normalized($0.name) }
    func entry(_ name: String) -> ZipArchive.Entry? {
      names.firstIndex(of: name.lowercased()).map { archive.entries[$0] }
    }
    guard
      let bookPlace = names.firstIndex(of: "xl/workbook.xml")
        ?? names.firstIndex(where: { $0.hasSuffix("xl/workbook.xml") })
    else { throw .malformed(form: "XLSX", line: nil) }
    let folder = String(names[bookPlace].dropLast("workbook.xml".count))

    let book = try Self.parse(archive, archive.entries[bookPlace], BookHandler(), &budget)
    var relations = RelationHandler()
    if let place = entry(folder + "_rels/workbook.xml.rels") {
      relations = try Self.parse(archive, place, relations, &budget)
    }
    func target(_ relation: RelationHandler.Relation) -> ZipArchive.Entry? {
      relation.target.hasPrefix("/")
        ? entry(String(relation.target.dropFirst())) : entry(folder + relation.target)
    }

    datesFrom1904 = book.datesFrom1904
    sheets = book.sheets.enumerated().map { number, sheet in
      let relation = relations.relations.first { $0.id == sheet.relation }
      // Where the list of relations is missing the usual names are tried.
      let place =
        relation.map { $0.isWorksheet ? target($0) : nil }
        ?? entry(folder + "worksheets/sheet\(number + 1).xml")
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, entry: place)
    }
    if let place = relations.relations.first(where: \.isStyles).flatMap(target)
      ?? entry(folder + "styles.xml")
    {
      formats = try Self.parse(archive, place, StyleHandler(), &budget).formats
    }
    if let place = relations.relations.first(where: \.isSharedTexts).flatMap(target)
      ?? entry(folder + "sharedstrings.xml")
    {
      texts = try Self.parse(archive, place, SharedTexts(limits), &budget).pool
    }
  }

  package func cells(
    of sheet: Sheet, budget: inout ExpansionBudget
  ) throws(ContainerFailure) -> CellTable {
    guard let entry = sheet.entry else { return CellTable() }
    let reading = SheetReading(
      texts: texts, formats: formats, datesFrom1904: datesFrom1904, limits: limits)
    var read = try Self.parse(archive, entry, reading, &budget)
    return read.finish()
  }

  /// Gives the handler as it is at the end.
  private static func parse<Handler: XMLHandler>(
    _ archive: ZipArchive, _ entry: ZipArchive.Entry, _ handler: Handler,
    _ budget: inout ExpansionBudget
  ) throws(ContainerFailure) -> Handler {
    let parser = XMLParser(handler, limits: budget.limits)
    try archive.expand(entry, budget: &budget) { piece throws(ContainerFailure) in
      try parser.take(piece)
    }
    try parser.finish()
    return parser.handler
  }

  /// In lower case, with the slashes of archives.
  private static func normalized(_ name: [UInt8]) -> String {
    String(
      decoding: name.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self
    ).lowercased()
  }
}

/// `workbook.xml`: the sheets in their order.
private struct BookHandler: XMLHandler {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var datesFrom1904 = false

  mutating func begin(_ element: borrowing XMLElement) {
    if element.isNamed("sheet") {
      sheets.append(
        (
          element.text("name") ?? "", element.text("id") ?? "",
          element.text("state").map { $0 != "visible" } ?? false
        ))
    } else if element.isNamed("workbookPr") {
      datesFrom1904 = ["1", "true"].contains(element.text("date1904"))
    }
  }

  mutating func end(_ name: Span<UInt8>) {}
  mutating func text(_ bytes: Span<UInt8>) {}
}

/// `workbook.xml.rels`: which part of the archive is what.
private struct RelationHandler: XMLHandler {
  struct Relation {
    let id: String
    let type: String
    let target: String

    var isWorksheet: Bool { type.hasSuffix("/worksheet") }
    var isStyles: Bool { type.hasSuffix("/styles") }
    var isSharedTexts: Bool { type.hasSuffix("/sharedStrings") }
  }

  private(set) var relations: [Relation] = []

  mutating func begin(_ element: borrowing XMLElement) {
    guard element.isNamed("Relationship") else { return }
    relations.append(
      Relation(
        id: element.text("Id") ?? "", type: element.text("Type") ?? "",
        target: element.text("Target") ?? ""))
  }

  mutating func end(_ name: Span<UInt8>) {}
  mutating func text(_ bytes: Span<UInt8>) {}
}

/// `styles.xml`: the format of each style that a cell may name.
private struct StyleHandler: XMLHandler {
  private(set) var formats: [CellFormat] = []
  private var codes: [Int: String] = [:]
  private var isInCellFormats = false

  mutating func begin(_ element: borrowing XMLElement) {
    if element.isNamed("numFmt") {
      if let id = element.text("numFmtId").flatMap({ Int($0) }) {
        codes[id] = element.text("formatCode") ?? ""
      }
    } else if element.isNamed("cellXfs") {
      isInCellFormats = true
    } else if isInCellFormats, element.isNamed("xf") {
      let id = element.text("numFmtId").flatMap { Int($0) } ?? 0
      formats.append(codes[id].map { CellFormat(code: $0) } ?? CellFormat(builtIn: id))
    }
  }

  mutating func end(_ name: Span<UInt8>) {
    if name.equals("cellXfs") { isInCellFormats = false }
  }

  mutating func text(_ bytes: Span<UInt8>) {}
}

/// What the format of a cell says of the number in it.
enum CellFormat: Equatable {
  case number, percent, date, time
  /// Hours counted beyond a day.
  case duration

  init(builtIn id: Int) {
    self =
      switch id {
      case 9, 10: .percent
      case 14...17, 22, 27...31, 36, 50...54, 57, 58: .date
      case 18...21, 32...35, 45, 47, 55, 56: .time
      case 46: .duration
      default: .number
      }
  }

  /// Reads `[$-409]d-mmm-yy;@`: letters of days and times outside quotes, brackets and escapes.
  init(code: String) {
    var isQuoted = false
    var isEscaped = false
    var bracket: [Character]?
    var letters: Set<Character> = []
    var previous: Character = " "
    let code = Array(code.lowercased())
    // The word for no format has letters of its own.
    guard String(code) != "general" else {
      self = .number
      return
    }
    for character in code {
      defer { previous = character }
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        if character == "\"" { isQuoted = false }
      } else if let open = bracket {
        if character == "]" {
          // `[h]` counts hours beyond a day; `[Red]` and `[$€-407]` say nothing of the value.
          if let first = open.first, "hms".contains(first), open.allSatisfy({ $0 == first }) {
            self = .duration
            return
          }
          bracket = nil
        } else {
          bracket = open + [character]
        }
      } else {
        switch character {
        case "\"": isQuoted = true
        case "\\", "_", "*": isEscaped = true
        case "[": bracket = []
        // Of positive numbers; the other sections are for other signs.
        case ";": self = Self.meaning(of: letters); return
        // `0.00E+00` is no era.
        case "+", "-": if previous == "e" { letters.remove("e") }
        case "y", "m", "d", "h", "s", "e", "%": letters.insert(character)
        default: break
        }
      }
    }
    self = Self.meaning(of: letters)
  }

  private static func meaning(of letters: Set<Character>) -> CellFormat {
    if letters.contains("y") || letters.contains("d") || letters.contains("e") { return .date }
    if letters.contains("h") || letters.contains("s") { return .time }
    if letters.contains("m") { return .date }
    return letters.contains("%") ? .percent : .number
  }
}

/// `sharedStrings.xml`: the texts of the workbook, each once.
private struct SharedTexts: XMLHandler {
  struct Pool {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// Where a text is in `bytes`; empty where there is none of that number.
    subscript(index: Int) -> Range<Int> {
      guard ends.indices.contains(index) else { return 0..<0 }
      return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }
  }

  private(set) var pool = Pool()
  private var isInText = false
  private var phoneticDepth = 0
  private let limits: ContainerLimits

  init(_ limits: ContainerLimits) { self.limits = limits }

  mutating func begin(_ element: borrowing XMLElement) {
    if element.isNamed("t") {
      isInText = phoneticDepth == 0
    } else if element.isNamed("rPh") {
      phoneticDepth += 1
    }
  }

  mutating func end(_ name: Span<UInt8>) {
    if name.equals("t") {
      isInText = false
    } else if name.equals("rPh") {
      phoneticDepth -= 1
    } else if name.equals("si") {
      EscapedText.resolve(&pool.bytes, from: pool.ends.last ?? 0)
      pool.ends.append(pool.bytes.count)
    }
  }

  mutating func text(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    guard isInText else { return }
    pool.bytes.append(bytes)
    guard pool.bytes.count <= limits.tableBytes else {
      throw .tooLarge(limit: limits.tableBytes)
    }
  }
}

/// Characters that XML cannot hold, written `_x000D_`.
private enum EscapedText {
  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    let mark: [UInt8] = [UInt8(ascii: "_"), UInt8(ascii: "x")]
    guard let first = bytes[start...].firstIndex(of: mark[0]), bytes.count >= first + 7 else {
      return
    }
    var output: [UInt8] = []
    var index = first
    while index < bytes.count {
      if index + 7 <= bytes.count, bytes[index] == mark[0], bytes[index + 1] | 0x20 == mark[1],
        bytes[index + 6] == mark[0],
        let value = UInt32(
          String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        output.append(contentsOf: String(scalar).utf8)
        index += 7
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    bytes.replaceSubrange(first..., with: output)
  }
}

/// One sheet. The range it states is ignored, and so is everything that cells do not say themselves:
/// programs write one row as many, leave places out, or state a single cell for all.
private struct SheetReading: XMLHandler {
  private enum CellType { case number, shared, text, truth, error, date }
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
  /// Rows mostly have the day of the row above.
  private var lastDate: (value: [UInt8], format: CellFormat, text: [UInt8]?) = ([], .date, nil)

  init(
    texts: SharedTexts.Pool, formats: [CellFormat], datesFrom1904: Bool, limits: ContainerLimits
  ) {
    self.texts = texts
    self.formats = formats
    self.datesFrom1904 = datesFrom1904
    self.limits = limits
    writer = CellWriter(limits)
  }

  mutating func finish() -> CellTable {
    table.bytes = writer.takeFinished()
    return table
  }

  mutating func begin(_ element: borrowing XMLElement) throws(ContainerFailure) {
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
    column += 1
    if let reference = element.value("r"), let place = Self.place(reference) {
      if let row = place.row { try openRow(row) }
      column = place.column
    }
    if writer.row == 0 { try openRow(1) }
    format = .number
    if let style = Self.integer(element.value("s")), formats.indices.contains(style) {
      format = formats[style]
    }
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

  mutating func end(_ name: Span<UInt8>) throws(ContainerFailure) {
    guard isInCell else { return }
    if name.equals("c") {
      isInCell = false
      place = .none
      phoneticDepth = 0
      try endCell()
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

  private mutating func endCell() throws(ContainerFailure) {
    guard !value.isEmpty else {
      if hasFormula { table.unresolvedFormulas += 1 }
      return
    }
    guard column < CellWriter.mostColumns else { return }
    switch type {
    case .error: table.errorCells += 1
    case .truth:
      let truth = Array((value == [UInt8(ascii: "1")] ? "true" : "false").utf8)
      try writer.write(truth, at: column)
    case .date: try writer.write(value, at: column)
    case .text:
      EscapedText.resolve(&value, from: 0)
      try writer.write(value, at: column)
    case .shared:
      guard let index = Self.integer(value.span) else { return }
      try writer.write(texts.bytes, texts[index], at: column)
    case .number: try writeNumber()
    }
  }

  private mutating func writeNumber() throws(ContainerFailure) {
    switch format {
    case .date, .time, .duration:
      if value != lastDate.value || format != lastDate.format {
        let isDuration = format == .duration
        let date = SerialDate(value, from1904: datesFrom1904, isDuration: isDuration)
        lastDate = (value, format, date.map { Array($0.text.utf8) })
      }
      if let text = lastDate.text { return try writer.write(text, at: column) }
    case .number, .percent: break
    }
    // Most are written as they stand.
    if format != .percent, NumberText.isPlain(value.span) {
      return try writer.write(value, at: column, mark: CellMark.number)
    }
    var content: [UInt8] = []
    if NumberText.append(value.span, isPercent: format == .percent, to: &content) {
      try writer.write(content, at: column, mark: CellMark.number)
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
