// The tables in a file: itself, the sheets of a workbook, the entries of an archive, the lists of a
// JSON report.
import KepiContainers
import KepiDiagnostics

package struct FilePart {
  /// From the file inwards: `a.xlsx`, `Sheet1`. Empty for a file that is one table.
  package let names: [String]
  package let content: Result<DecodedText, ReadFailure>
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
  private let isCancelled: () -> Bool
  private let take: (FilePart) -> Void
  private var budget: ExpansionBudget
  private var bookCount = 0
  private var usedNames: Set<[String]> = []
  /// Parts that were not asked for.
  private(set) var others: [[String]] = []

  /// An archive may hold archives, and those may hold none.
  private static let mostArchives = 2

  init(
    limits: ContainerLimits, japanese: Bool, selection: PartSelection,
    isCancelled: @escaping () -> Bool, take: @escaping (FilePart) -> Void
  ) {
    self.japanese = japanese
    self.selection = selection
    self.isCancelled = isCancelled
    self.take = take
    budget = ExpansionBudget(limits, isCancelled: isCancelled)
  }

  mutating func open(
    _ bytes: [UInt8], names: [String] = [], archives: Int = 0, hasOthers: Bool = false
  ) {
    guard !bytes.isEmpty else { return fail(names, .empty) }
    do throws(ContainerFailure) {
      switch FileForm(bytes) {
      case .zip: try openArchive(bytes, names, archives)
      case .gzip:
        guard archives < Self.mostArchives else { throw .nestedArchives }
        let inner = try GzipFile.contents(of: bytes, budget: &budget)
        open(inner, names: names, archives: archives + 1, hasOthers: hasOthers)
      case .other(let name): fail(names, .foreignFile(name))
      case .text, .json, .xml:
        try openText(DecodedText(bytes, japanese: japanese), names, hasOthers)
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
      let lists = try JSONTables(
        text.bytes, limits: budget.limits, isCancelled: isCancelled
      ).lists
      guard !lists.isEmpty else {
        return fail(names, text.serviceAnswer.map { .failedDownload($0) } ?? .noRecords)
      }
      bookCount += 1
      for list in lists {
        let cells = DecodedText(
          list.cells, headerIsFirst: true, damagedCharacters: text.damagedCharacters)
        add(
          list.name.isEmpty ? names : names + [list.name], cells, book: bookCount,
          hasOthers: hasOthers || lists.count > 1)
      }
    case .xml:
      guard let table = try XMLTables.table(of: text.bytes, limits: budget.limits) else {
        return fail(
          names,
          .foreignFile(
            Phrase("an XML document of a form that is not known", zh: "格式未知的 XML 文档")))
      }
      let cells = DecodedText(
        table, headerIsFirst: true, damagedCharacters: text.damagedCharacters)
      add(names, cells, hasOthers: hasOthers)
    case .other(let name): fail(names, .foreignFile(name))
    case .text, .zip, .gzip: add(names, text, hasOthers: hasOthers)
    }
  }

  private mutating func openArchive(
    _ bytes: [UInt8], _ names: [String], _ archives: Int
  ) throws(ContainerFailure) {
    let archive = try ZipArchive(bytes, limits: budget.limits)
    if Workbook.isWorkbook(archive) { return try openWorkbook(archive, names) }
    if let name = archive.foreignName { return fail(names, .foreignFile(name)) }
    guard archives < Self.mostArchives else { throw .nestedArchives }
    let entries = archive.entries.filter { !$0.isFolder && !$0.isOfTheSystem }
    guard !entries.isEmpty else { return fail(names, .empty) }
    for entry in entries {
      let inner = names + [unique(names, entry.displayName)]
      guard isAskedFor(inner, selection.mayHold) else { continue }
      let contents: [UInt8]
      do throws(ContainerFailure) {
        contents = try archive.contents(of: entry, budget: &budget)
      } catch {
        fail(inner, .container(error))
        // What guards the whole file has been met; the rest would only meet it again.
        if case .tooLarge = error { return }
        continue
      }
      if entry.isReadMe, case .text = FileForm(contents) {
        fail(inner, .noTable)
      } else {
        open(contents, names: inner, archives: archives + 1, hasOthers: entries.count > 1)
      }
    }
  }

  private mutating func openWorkbook(
    _ archive: ZipArchive, _ names: [String]
  ) throws(ContainerFailure) {
    let workbook = try Workbook(archive, budget: &budget)
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
        let cells = try workbook.cells(of: sheet, budget: &budget)
        add(
          inner, DecodedText(cells, headerIsFirst: false), book: book,
          hasOthers: workbook.sheets.count > 1)
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
    guard !isCancelled() else { return false }
    if fits(names) { return true }
    others.append(names)
    return false
  }

  private mutating func add(
    _ names: [String], _ text: DecodedText, book: Int? = nil, hasOthers: Bool
  ) {
    guard isAskedFor(names, selection.includes) else { return }
    take(FilePart(names: names, content: .success(text), book: book, hasOthers: hasOthers))
  }

  private func fail(_ names: [String], _ failure: ReadFailure) {
    take(FilePart(names: names, content: .failure(failure), book: nil, hasOthers: false))
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
