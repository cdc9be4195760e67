// From the bytes of a file to the tables of its sources.
package import KepiContainers
import KepiDiagnostics

/// What came of one table of a file.
package struct PartReading: Equatable, Sendable {
  package enum Outcome: Equatable, Sendable {
    case read(LoadedExport)
    /// Nothing is lost: beside a table that was read it is a cover sheet, a readme, a list of no
    /// known kind.
    case passedOver(ReadFailure)
    case unread(ReadFailure)
  }

  /// The file and, in a file with several, the part: `report.zip › a.csv`.
  package let path: String
  package let outcome: Outcome

  /// Whether the file could not be read to its end, whatever is in it.
  package var isUnreadable: Bool {
    if case .unread(.container(.unreadable)) = outcome { true } else { false }
  }
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
    read(LargeFile(bytes), by: recogniser)
  }

  /// The same of a file that need not be held: of a large table no more is in memory than the columns
  /// that are kept and a few windows of its text. None where reading was stopped.
  package func read(_ file: LargeFile, by recogniser: ExportRecogniser) -> [PartReading] {
    readParts(of: file) { path, text, _ throws(ReadFailure) in
      let export = try recogniser.recognise(text.head)
      var reading = try KindReading(
        of: export, path: path, text: text, fixed: fixed, effort: effort)
      reading.keepsLines = keepsLines
      try reading.readRows(watch)
      return try reading.finish(watch)
    }
  }

  private var isJapanese: Bool { fixed["site"]?.text.map { $0.uppercased() == "JP" } ?? false }

  /// Reads a file of one's own: its columns are those of its header, their types those that the
  /// cells fit. Of the tables of a workbook those are one source that have the same columns.
  package func readPlain(_ bytes: [UInt8], _ schema: PlainSchema) -> [PartReading] {
    readPlain(LargeFile(bytes), schema)
  }

  /// The same of a file that need not be held. None where reading was stopped.
  package func readPlain(_ file: LargeFile, _ schema: PlainSchema) -> [PartReading] {
    var books: [Int: (path: String, columns: Set<String>)] = [:]
    return readParts(of: file) { path, text, book throws(ReadFailure) in
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
      try reading.readRows(watch)
      var export = try reading.finish(watch)
      if keepsLines { export.lines = reading.lines }
      return export
    }
  }

  private func readParts(
    of file: LargeFile,
    _ read: (String, PartText, Int?) throws(ReadFailure) -> LoadedExport
  ) -> [PartReading] {
    var results: [(path: String, result: Result<LoadedExport, ReadFailure>)] = []
    withoutActuallyEscaping(read) { read in
      var opener = FileOpener(
        limits: limits, japanese: isJapanese, selection: part, effort: effort,
        isCancelled: watch.isCancelled,
        take: { part in
          let path = ([path] + part.names).joined(separator: Self.partMark)
          do throws(ReadFailure) {
            let text = try part.content.get()
            do throws(ReadFailure) {
              if part.hasOthers, !HeaderCandidate.holdsTable(text.head) { throw .noTable }
              results.append((path, .success(try read(path, text, part.book))))
            } catch {
              if error == .notInParts { return false }
              // Of a container that is damaged behind what was read nothing else is told.
              if error != .stopped, let damage = text.damage() { throw .container(damage) }
              throw error
            }
          } catch {
            results.append((path, .failure(error)))
          }
          return true
        })
      opener.open(file)
      if results.isEmpty, !watch.isCancelled() {
        let others = opener.others.map { $0.joined(separator: Self.partMark) }
        let name = part.patterns.joined(separator: Self.partMark)
        results.append((path, .failure(.noSuchPart(name, others: others))))
      }
    }
    // What was stopped is not whole.
    if watch.isCancelled() { return [] }
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
