// An XLSX workbook: what its archive says about its sheets, and one sheet after another as cells.

/// Sheets are read as a stream; of the whole workbook only the shared texts and the formats of its
/// cells are kept.
package struct Workbook: Sendable {
  package struct Sheet: Equatable, Sendable {
    package let name: String
    package let isHidden: Bool
    /// `nil` where it is no worksheet: a chart, a dialogue.
    let entry: ZipArchive.Entry?

    /// Of its document.
    package var byteCount: Int { entry?.expandedBytes ?? 0 }
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
    _ archive: ZipArchive, budget: ExpansionBudget
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

    let book = try Self.parse(archive, archive.entries[bookPlace], BookHandler(), budget)
    var relations = RelationHandler()
    if let place = entry(folder + "_rels/workbook.xml.rels") {
      relations = try Self.parse(archive, place, relations, budget)
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
      formats = try Self.parse(archive, place, StyleHandler(), budget).formats
    }
    if let place = relations.relations.first(where: \.isSharedTexts).flatMap(target)
      ?? entry(folder + "sharedstrings.xml")
    {
      texts = try Self.parse(archive, place, SharedTexts(limits), budget).pool
    }
  }

  package func cells(
    of sheet: Sheet, budget: ExpansionBudget
  ) throws(ContainerFailure) -> CellTable {
    try cells(of: sheet, budget: budget, into: nil)
  }

  /// The same while it is taken block by block.
  package func rows(of sheet: Sheet, blockSize: Int, budget: ExpansionBudget) -> RowStream {
    RowStream(blockSize: blockSize) { sink throws(ContainerFailure) in
      try cells(of: sheet, budget: budget, into: sink)
    }
  }

  private func cells(
    of sheet: Sheet, budget: ExpansionBudget, into sink: RowSink?
  ) throws(ContainerFailure) -> CellTable {
    guard let entry = sheet.entry else { return CellTable() }
    let reading = SheetReading(
      texts: texts, formats: formats, datesFrom1904: datesFrom1904,
      writer: CellWriter(limits, into: sink), limits: limits)
    var parser = SheetParser(reading, limits: limits)
    try archive.expand(entry, budget: budget) { piece throws(ContainerFailure) in
      try parser.take(piece)
    }
    return try parser.finish()
  }

  /// Gives the handler as it is at the end.
  private static func parse<Handler: XMLHandler>(
    _ archive: ZipArchive, _ entry: ZipArchive.Entry, _ handler: Handler,
    _ budget: ExpansionBudget
  ) throws(ContainerFailure) -> Handler {
    let parser = XMLParser(handler, limits: budget.limits)
    try archive.expand(entry, budget: budget) { piece throws(ContainerFailure) in
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
