// The tables in a file: itself, the sheets of a workbook, the entries of an archive, the lists of a
// JSON report.
import KepiContainers
import KepiDiagnostics

/// The text of a table: what its kind is told by, and where its rows come from.
struct PartText {
  /// All of it, or its first lines.
  let head: DecodedText
  let source: RowSource

  init(_ text: DecodedText) {
    head = text
    source = .text(text.bytes)
  }

  init(head: DecodedText, _ source: RowSource) {
    self.head = head
    self.source = source
  }

  /// What is wrong with rows that nobody took, where they are made while they are taken.
  func damage() -> ContainerFailure? {
    guard case .stream(_, let stream) = source else { return nil }
    do throws(ContainerFailure) {
      _ = try stream.finish()
      return nil
    } catch {
      return error
    }
  }
}

package struct FilePart {
  /// From the file inwards: `a.xlsx`, `Sheet1`. Empty for a file that is one table.
  package let names: [String]
  let content: Result<PartText, ReadFailure>
  /// The workbook or report that it is a table of; `nil` for a file by itself.
  let book: Int?
  /// Whether it stands beside others in what holds it.
  let hasOthers: Bool
}

/// Which parts of a file a path asks for, if it names any: `book.xlsx › Orders`.
package struct PartSelection: Sendable {
  /// From the file inwards. Empty asks for all.
  package let patterns: [String]
  private let fits: @Sendable (_ pattern: String, _ name: String) -> Bool

  package static let all = PartSelection([]) { _, _ in true }

  package init(
    _ patterns: [String], fits: @escaping @Sendable (_ pattern: String, _ name: String) -> Bool
  ) {
    self.patterns = patterns
    self.fits = fits
  }

  /// Whether a part is asked for, or may hold one that is.
  func mayHold(_ names: [String]) -> Bool {
    zip(patterns, names).allSatisfy { $0 == $1 || fits($0, $1) }
  }

  var isAll: Bool { patterns.isEmpty }

  func includes(_ names: [String]) -> Bool { names.count >= patterns.count && mayHold(names) }
}

/// Opens a file and hands out its parts one by one: only one at a time is in memory.
struct FileOpener {
  private let japanese: Bool
  private let selection: PartSelection
  private let effort: ReadEffort
  private let take: (FilePart) -> Bool
  private let budget: ExpansionBudget
  private var bookCount = 0
  private var usedNames: Set<[String]> = []
  /// Parts that were not asked for.
  private(set) var others: [[String]] = []

  /// An archive may hold archives, and those may hold none.
  private static let mostArchives = 2
  /// The lists of a large JSON report, each of which takes another look at the whole. One with more
  /// is no report of few tables, and they are held.
  private static let mostLargeLists = 8

  /// - Parameter take: false where the text is no UTF-8 throughout, which was only supposed.
  init(
    limits: ContainerLimits, japanese: Bool, selection: PartSelection, effort: ReadEffort,
    isCancelled: @escaping @Sendable () -> Bool, take: @escaping (FilePart) -> Bool
  ) {
    self.japanese = japanese
    self.selection = selection
    self.effort = effort
    self.take = take
    budget = ExpansionBudget(limits, isCancelled: isCancelled)
  }

  mutating func open(
    _ file: LargeFile, names: [String] = [], archives: Int = 0, hasOthers: Bool = false
  ) {
    guard file.size > 0 else { return fail(names, .empty) }
    do throws(ContainerFailure) {
      switch try FileForm(file) {
      case .zip: try openArchive(file, names, archives)
      case .gzip:
        guard archives < Self.mostArchives else { throw .nestedArchives }
        let inner = try ExpandedFile.contents(
          of: file, .gzip, inMemoryBelow: effort.leastLargeFile, budget: budget)
        open(inner, names: names, archives: archives + 1, hasOthers: hasOthers)
      case .other(let name): fail(names, .foreignFile(name))
      case .text, .json, .xml:
        if file.whole == nil, file.size >= effort.leastLargeFile {
          try openLargeText(file, names, hasOthers)
        } else {
          guard let bytes = file.whole ?? file.bytes(0..<file.size) else { throw .unreadable }
          try openText(DecodedText(bytes, japanese: japanese), names, hasOthers)
        }
      }
    } catch {
      fail(names, .container(error))
    }
  }

  private mutating func openText(
    _ text: DecodedText, _ names: [String], _ hasOthers: Bool
  ) throws(ContainerFailure) {
    switch FileForm(text) {
    case .json:
      guard text.bytes.count < effort.leastLargeFile else {
        return try openLargeJSON(
          LargeFile(text.bytes), damagedCharacters: text.damagedCharacters,
          serviceAnswer: text.serviceAnswer, names, hasOthers)
      }
      try openJSON(
        LargeFile(text.bytes), damagedCharacters: text.damagedCharacters,
        serviceAnswer: text.serviceAnswer, names, hasOthers)
    case .xml:
      guard text.bytes.count < effort.leastLargeFile else {
        return try openLargeXML(
          LargeFile(text.bytes), damagedCharacters: text.damagedCharacters, names, hasOthers)
      }
      guard let table = try XMLTables.table(of: text.bytes, limits: budget.limits) else {
        return failUnknownXML(names)
      }
      let cells = DecodedText(
        table, headerIsFirst: true, damagedCharacters: text.damagedCharacters)
      add(names, PartText(cells), hasOthers: hasOthers)
    case .other(let name): fail(names, .foreignFile(name))
    case .text, .zip, .gzip: add(names, PartText(text), hasOthers: hasOthers)
    }
  }

  private mutating func openJSON(
    _ text: LargeFile, damagedCharacters: Int, serviceAnswer: String?, _ names: [String],
    _ hasOthers: Bool
  ) throws(ContainerFailure) {
    let lists = try JSONTables(
      text, limits: budget.limits, isCancelled: budget.isCancelled
    ).lists
    guard !lists.isEmpty else {
      return fail(names, serviceAnswer.map { .failedDownload($0) } ?? .noRecords)
    }
    bookCount += 1
    for list in lists {
      let cells = DecodedText(
        list.cells, headerIsFirst: true, damagedCharacters: damagedCharacters)
      add(
        list.name.isEmpty ? names : names + [list.name], PartText(cells), book: bookCount,
        hasOthers: hasOthers || lists.count > 1)
    }
  }

  private func failUnknownXML(_ names: [String]) {
    fail(
      names,
      .foreignFile(
        Phrase("an XML document of a form that is not known", zh: "格式未知的 XML 文档")))
  }

  // MARK: What is not held

  private mutating func openLargeText(
    _ file: LargeFile, _ names: [String], _ hasOthers: Bool
  ) throws(ContainerFailure) {
    // Most are plain UTF-8, which shows while the rows are read.
    if selection.includes(names), let (text, rest) = try supposedUTF8(file),
      take(
        FilePart(
          names: names, content: .success(PartText(head: text, .file(rest, isSurveyed: false))),
          book: nil, hasOthers: hasOthers))
    {
      return
    }
    let text = try TextFile(
      file, japanese: japanese, windowSize: effort.windowSize, isCancelled: budget.isCancelled)
    guard let head = text.head else { throw .unreadable }
    switch FileForm(head) {
    case .json:
      try openLargeJSON(
        text.file, damagedCharacters: text.damagedCharacters,
        serviceAnswer: text.file.size == head.bytes.count ? head.serviceAnswer : nil, names,
        hasOthers)
    case .xml:
      try openLargeXML(text.file, damagedCharacters: text.damagedCharacters, names, hasOthers)
    case .other(let name): fail(names, .foreignFile(name))
    case .text, .zip, .gzip:
      add(
        names, PartText(head: head, .file(text.file, isSurveyed: true)), hasOthers: hasOthers)
    }
  }

  /// The first lines, and the file without the mark that it may begin with, where both look as if the
  /// whole were delimited text in UTF-8.
  private func supposedUTF8(
    _ file: LargeFile
  ) throws(ContainerFailure) -> (text: DecodedText, file: LargeFile)? {
    guard let bytes = TextFile.head(of: file) else { throw .unreadable }
    var text = DecodedText(bytes, japanese: japanese)
    text.isHead = bytes.count < file.size
    guard text.encoding == .utf8, text.damagedCharacters == 0, case .text = FileForm(text) else {
      return nil
    }
    // What is decoded is shorter by the mark alone.
    return (text, file.dropping(bytes.count - text.bytes.count))
  }

  private mutating func openLargeJSON(
    _ text: LargeFile, damagedCharacters: Int, serviceAnswer: String?, _ names: [String],
    _ hasOthers: Bool
  ) throws(ContainerFailure) {
    let outline = try JSONOutline(text, budget: budget)
    guard (1...Self.mostLargeLists).contains(outline.lists.count) else {
      return try openJSON(
        text, damagedCharacters: damagedCharacters, serviceAnswer: serviceAnswer, names, hasOthers)
    }
    bookCount += 1
    for list in outline.lists {
      let names = list.name.isEmpty ? names : names + [list.name]
      guard isAskedFor(names, selection.includes) else { continue }
      let stream = outline.rows(of: list, blockSize: effort.blockSize)
      add(
        names, try table(of: stream, headerIsFirst: true, damagedCharacters: damagedCharacters),
        book: bookCount, hasOthers: hasOthers || outline.lists.count > 1)
    }
  }

  private mutating func openLargeXML(
    _ text: LargeFile, damagedCharacters: Int, _ names: [String], _ hasOthers: Bool
  ) throws(ContainerFailure) {
    let stream = XMLTables.rows(of: text, blockSize: effort.blockSize, budget: budget)
    let table = try self.table(
      of: stream, headerIsFirst: true, damagedCharacters: damagedCharacters)
    guard !table.head.bytes.isEmpty else { return failUnknownXML(names) }
    add(names, table, hasOthers: hasOthers)
  }

  /// Takes as many rows as tell the kind. Where there are no others they are all.
  private func table(
    of stream: RowStream, headerIsFirst: Bool, damagedCharacters: Int = 0
  ) throws(ContainerFailure) -> PartText {
    var head: [UInt8] = []
    var rowCount = 0
    while rowCount < RecognisedExport.mostHeadRows, head.count < TextFile.headSize {
      guard let rows = try stream.next() else {
        var table = try stream.finish()
        table.bytes = head
        return PartText(
          DecodedText(table, headerIsFirst: headerIsFirst, damagedCharacters: damagedCharacters))
      }
      rowCount += rows.count { $0 == CellMark.rowEnd }
      head += rows
    }
    var table = CellTable()
    table.bytes = head
    let text = DecodedText(
      table, headerIsFirst: headerIsFirst, damagedCharacters: damagedCharacters)
    return PartText(head: text, .stream(head: head, stream))
  }

  // MARK: Archives

  private mutating func openArchive(
    _ file: LargeFile, _ names: [String], _ archives: Int
  ) throws(ContainerFailure) {
    let archive = try ZipArchive(file, limits: budget.limits)
    if Workbook.isWorkbook(archive) { return try openWorkbook(archive, names) }
    if let name = archive.foreignName { return fail(names, .foreignFile(name)) }
    guard archives < Self.mostArchives else { throw .nestedArchives }
    let entries = archive.entries.filter { !$0.isFolder && !$0.isOfTheSystem }
    guard !entries.isEmpty else { return fail(names, .empty) }
    for entry in entries {
      let inner = names + [unique(names, entry.displayName)]
      guard isAskedFor(inner, selection.mayHold) else { continue }
      do throws(ContainerFailure) {
        let contents = try archive.contents(
          of: entry, inMemoryBelow: effort.leastLargeFile, budget: budget)
        if entry.isReadMe, case .text = try FileForm(contents) {
          fail(inner, .noTable)
        } else {
          open(contents, names: inner, archives: archives + 1, hasOthers: entries.count > 1)
        }
      } catch {
        fail(inner, .container(error))
        // What guards the whole file has been met; the rest would only meet it again.
        if case .tooLarge = error { return }
      }
    }
  }

  private mutating func openWorkbook(
    _ archive: ZipArchive, _ names: [String]
  ) throws(ContainerFailure) {
    let workbook = try Workbook(archive, budget: budget)
    guard !workbook.sheets.isEmpty else { return fail(names, .empty) }
    bookCount += 1
    let book = bookCount
    for sheet in workbook.sheets {
      let inner = names + [unique(names, sheet.name.withoutControls)]
      guard isAskedFor(inner, selection.includes) else { continue }
      guard sheet.isWorksheet else {
        fail(inner, .noTable)
        continue
      }
      guard !sheet.isHidden else {
        fail(inner, .hiddenSheet)
        continue
      }
      do throws(ContainerFailure) {
        let cells: PartText
        if sheet.byteCount < effort.leastLargeFile {
          cells = PartText(
            DecodedText(try workbook.cells(of: sheet, budget: budget), headerIsFirst: false))
        } else {
          let stream = workbook.rows(of: sheet, blockSize: effort.blockSize, budget: budget)
          cells = try table(of: stream, headerIsFirst: false)
        }
        add(inner, cells, book: book, hasOthers: workbook.sheets.count > 1)
      } catch {
        fail(inner, .container(error))
      }
    }
  }

  /// Two parts of one name would be taken for one.
  private mutating func unique(_ names: [String], _ name: String) -> String {
    var unique = name
    var number = 2
    while !usedNames.insert(names + [unique]).inserted {
      unique = "\(name) (\(number))"
      number += 1
    }
    return unique
  }

  private mutating func isAskedFor(_ names: [String], _ fits: ([String]) -> Bool) -> Bool {
    guard !budget.isCancelled() else { return false }
    if fits(names) { return true }
    others.append(names)
    return false
  }

  private mutating func add(
    _ names: [String], _ text: PartText, book: Int? = nil, hasOthers: Bool
  ) {
    guard isAskedFor(names, selection.includes) else { return }
    _ = take(FilePart(names: names, content: .success(text), book: book, hasOthers: hasOthers))
  }

  private func fail(_ names: [String], _ failure: ReadFailure) {
    _ = take(FilePart(names: names, content: .failure(failure), book: nil, hasOthers: false))
  }
}

extension ZipArchive.Entry {
  /// Archives written in China or Japan do not say how their names are encoded.
  fileprivate var displayName: String { DecodedText(name).text.withoutControls }

  private var lastName: String {
    String(displayName.split(separator: "/").last ?? "")
  }

  /// What a system adds to an archive beside the files of people.
  fileprivate var isOfTheSystem: Bool {
    displayName.hasPrefix("__MACOSX/") || lastName.hasPrefix("._")
      || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(lastName)
  }

  /// Prose that comes with a report.
  fileprivate var isReadMe: Bool {
    let name = lastName.lowercased()
    return name.hasPrefix("readme") || name.hasPrefix("read me") || name.hasPrefix("license")
      || name.hasSuffix(".md")
  }
}

extension DecodedText {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What a short JSON document without records says under one of the names that services use for
  /// it: `{"code": 102, "msg": "token expired"}` comes in place of a workbook, under its name.
  fileprivate var serviceAnswer: String? {
    guard bytes.count <= 4096 else { return nil }
    let text = Substring(text)
    for name in ["message", "msg", "error_description", "errmsg", "error_msg", "error"] {
      guard let found = text.firstRange(of: "\"\(name)\"") else { continue }
      let rest = text[found.upperBound...].drop { $0 == " " || $0 == ":" }
      guard rest.first == "\"" else { continue }
      let message = rest.dropFirst().prefix { $0 != "\"" && $0 != "\\" }.prefix(120)
      if !message.isEmpty { return String(message).withoutControls }
    }
    return nil
  }
}

extension String {
  /// Names of parts are shown on terminals.
  fileprivate var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.value < 0x20 || 0x7F...0x9F ~= $0.value ? "\u{FFFD}" : $0 }))
  }
}
