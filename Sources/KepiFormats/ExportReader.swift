// From the bytes of a file to the tables of its sources.
package import KepiContainers
import KepiDiagnostics

/// What came of one table of a file.
package struct PartReading: Sendable {
  package enum Outcome: Sendable {
    case read(LoadedExport)
    /// Nothing is lost: beside a table that was read it is a cover sheet, a readme, a list of no
    /// known kind.
    case passedOver(ReadFailure)
    case unread(ReadFailure)
  }

  /// The file and, in a file with several, the part: `report.zip › a.csv`.
  package let path: String
  package let outcome: Outcome
}

package struct ExportReader {
  private let path: String
  private let part: PartSelection
  private let fixed: [String: FixedValue]
  private let limits: ContainerLimits
  private let effort: ReadEffort
  private let keepsLines: Bool
  private let watch: ReadWatch

  /// `fixed` names columns of the table, and `date` its days. `keepsLines` says that the line of
  /// every row is wanted.
  package init(
    path: String, part: PartSelection = .all, fixed: [String: FixedValue] = [:],
    limits: ContainerLimits = .standard, effort: ReadEffort = .all,
    keepsLines: Bool = false, watch: ReadWatch = ReadWatch()
  ) {
    self.path = path
    self.part = part
    self.fixed = fixed
    self.limits = limits
    self.effort = effort
    self.keepsLines = keepsLines
    self.watch = watch
  }

  /// Between a file and a part of it: no path has it.
  package static let partMark = " › "

  /// Reads the tables of a file that are of one of the kinds of `recogniser`.
  package func read(_ bytes: [UInt8], by recogniser: ExportRecogniser) -> [PartReading] {
    readParts(of: bytes) { path, text, _ throws(ReadFailure) in
      let export = try recogniser.recognise(text)
      return try read(export, path: path, text: text)
    }
  }

  /// Reads a large file of one of the kinds of `recogniser` part by part, without ever holding all
  /// of it; `nil` where it is to be read whole, as for a file of one's own, and so that what is no
  /// export is told by its whole text.
  package func read(_ file: LargeFile, by recogniser: ExportRecogniser) -> PartReading? {
    guard part.isAll, let text = largeText(of: file),
      let (head, rest) = Self.head(of: text, japanese: isJapanese),
      let export = try? recogniser.recognise(head),
      // What stands below the rows is looked at as well.
      export.kind.ends.isEmpty
    else { return nil }
    do throws(ReadFailure) {
      return PartReading(
        path: path, outcome: .read(try read(export, path: path, text: head, file: rest)))
    } catch {
      return error == .stopped ? nil : PartReading(path: path, outcome: .unread(error))
    }
  }

  private func read(
    _ export: RecognisedExport, path: String, text: DecodedText, file: LargeFile? = nil
  ) throws(ReadFailure) -> LoadedExport {
    var reading = try KindReading(
      of: export, path: path, text: text, file: file, fixed: fixed, effort: effort)
    reading.keepsLines = keepsLines
    do throws(RowSourceFailure) {
      try reading.readRows(watch)
    } catch {
      throw .stopped
    }
    return try reading.finish(watch)
  }

  private var isJapanese: Bool { fixed["site"]?.text.map { $0.uppercased() == "JP" } ?? false }

  /// Reads a file of one's own: its columns are those of its header, their types those that the
  /// cells fit. Of the tables of a workbook those are one source that have the same columns.
  package func readPlain(_ bytes: [UInt8], _ schema: PlainSchema) -> [PartReading] {
    var books: [Int: (path: String, columns: Set<String>)] = [:]
    return readParts(of: bytes) { path, text, book throws(ReadFailure) in
      var reading = try PlainReading(
        path: path, text: text, schema: schema, fixed: fixed, effort: effort)
      if let book {
        let columns = Set(reading.columnNames.map { NameFolding.key($0) })
        if let first = books[book] {
          let shared = columns.intersection(first.columns).count
          guard shared * 2 > max(columns.count, first.columns.count) else {
            throw .otherColumns(than: first.path)
          }
        } else {
          books[book] = (path, columns)
        }
      }
      do throws(RowSourceFailure) {
        try reading.readRows(watch)
      } catch {
        throw .stopped
      }
      var export = try reading.finish(watch)
      if keepsLines { export.lines = reading.lines }
      return export
    }
  }

  /// Reads a large file of one's own part by part, without ever holding all of it; `nil` where it is
  /// to be read whole (an archive, a workbook, JSON, another encoding than UTF-8) or reading was
  /// stopped.
  package func readPlain(_ file: LargeFile, _ schema: PlainSchema) -> PartReading? {
    guard part.isAll, let text = largeText(of: file),
      let (head, rest) = Self.head(of: text, japanese: false)
    else { return nil }
    do throws(ReadFailure) {
      var reading = try PlainReading(
        path: path, text: head, file: rest, schema: schema, fixed: fixed, effort: effort)
      do throws(RowSourceFailure) {
        try reading.readRows(watch)
      } catch {
        return nil
      }
      var export = try reading.finish(watch)
      if keepsLines { export.lines = reading.lines }
      return PartReading(path: path, outcome: .read(export))
    } catch {
      return error == .stopped ? nil : PartReading(path: path, outcome: .unread(error))
    }
  }

  /// The file itself, or its text where it is packed by gzip; `nil` where that is small, no text or
  /// damaged.
  private func largeText(of file: LargeFile) -> LargeFile? {
    guard file.size >= effort.leastLargeFile / Self.mostPacked else { return nil }
    guard file.size > 2, file.bytes(0..<2) == [0x1F, 0x8B] else {
      return file.size >= effort.leastLargeFile ? file : nil
    }
    guard
      let head = try? ExpandedFile.head(
        Self.formSize, packedSize: file.size, source: file.read),
      case .text = FileForm(head), case .text = FileForm(DecodedText(head))
    else { return nil }
    var budget = ExpansionBudget(limits, isCancelled: watch.isCancelled)
    guard
      let expanded = try? ExpandedFile(
        packedSize: file.size, budget: &budget, source: file.read),
      expanded.size >= effort.leastLargeFile
    else { return nil }
    return LargeFile(size: expanded.size) { offset, bytes in expanded.read(offset, &bytes) }
  }

  /// Reports are packed to a twentieth at most.
  private static let mostPacked = 20
  /// Enough to tell text from other things.
  private static let formSize = 1 << 12

  /// Enough to find a header and the form of the rows.
  private static let headSize = 1 << 20

  /// The first lines, and the file without the mark that it may begin with.
  private static func head(
    of file: LargeFile, japanese: Bool
  ) -> (text: DecodedText, file: LargeFile)? {
    guard var bytes = file.bytes(0..<min(file.size, headSize)) else { return nil }
    if bytes.count < file.size {
      guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
      bytes.removeLast(bytes.count - end - 1)
    }
    guard case .text = FileForm(bytes) else { return nil }
    let text = DecodedText(bytes, japanese: japanese)
    guard text.encoding == .utf8, text.damagedCharacters == 0, case .text = FileForm(text) else {
      return nil
    }
    // What is decoded is shorter by the mark alone.
    return (text, file.dropping(bytes.count - text.bytes.count))
  }

  private func readParts(
    of bytes: [UInt8],
    _ read: (String, DecodedText, Int?) throws(ReadFailure) -> LoadedExport
  ) -> [PartReading] {
    var results: [(path: String, result: Result<LoadedExport, ReadFailure>)] = []
    withoutActuallyEscaping(read) { read in
      var opener = FileOpener(
        limits: limits, japanese: isJapanese, selection: part, isCancelled: watch.isCancelled,
        take: { part in
          let path = ([path] + part.names).joined(separator: Self.partMark)
          do throws(ReadFailure) {
            let text = try part.content.get()
            if part.hasOthers, !HeaderCandidate.holdsTable(text) { throw .noTable }
            results.append((path, .success(try read(path, text, part.book))))
          } catch {
            results.append((path, .failure(error)))
          }
        })
      opener.open(bytes)
      if results.isEmpty, !watch.isCancelled() {
        let others = opener.others.map { $0.joined(separator: Self.partMark) }
        let name = part.patterns.joined(separator: Self.partMark)
        results.append((path, .failure(.noSuchPart(name, others: others))))
      }
    }
    let isAnyRead = results.contains { if case .success = $0.result { true } else { false } }
    return results.map { path, result in
      switch result {
      case .success(let export): PartReading(path: path, outcome: .read(export))
      case .failure(let failure):
        PartReading(
          path: path,
          outcome: isAnyRead && failure.losesNothing ? .passedOver(failure) : .unread(failure))
      }
    }
  }
}

extension FixedValue {
  var text: String? {
    switch content {
    case .text(let text): text
    case .days: nil
    }
  }
}
