// What is in a file before it is loaded: how it is written, which kind it is and why, its columns.
package import KepiContainers

/// One table of a file, as far as it could be made out.
package struct FileInspection: Sendable {
  package struct Layout: Sendable {
    package let encoding: DecodedText.Encoding
    /// `nil` for the cells of a workbook or a JSON report, which no sign parts.
    package let separator: Character?
    /// From 1, as an editor counts.
    package let headerLine: Int
    /// Lines above the header that say something.
    package let linesAbove: Int
    package let headers: [String]
  }

  /// What becomes of a column.
  package enum Use: Sendable {
    /// Read into the field of this name.
    case field(ExportField)
    /// Part of a line of its own, as one sort of amount among several.
    case line
    case leftOut
    /// Buyers' data: dropped while reading.
    case isPrivate
    case unknown
  }

  package enum Outcome: Sendable {
    /// With the headers that the kind cannot be without, and what becomes of each header.
    case known(ExportKind, LoadedExport, evidence: [String], uses: [Use])
    /// Read as a table of one's own.
    case unknown(ReadFailure, LoadedExport)
    case unreadable(ReadFailure)
  }

  /// The file and, in a file with several, the part.
  package let path: String
  package let layout: Layout?
  package let outcome: Outcome
}

extension FileInspection.Layout {
  init(_ layout: TextLayout, headers: [String], of text: DecodedText) {
    encoding = text.encoding
    separator = layout.isCells ? nil : Character(Unicode.Scalar(layout.separator))
    self.headers = headers
    let above = text.bytes[..<layout.headerStart]
    headerLine = max(1, text.firstLine + above.count { $0 == UInt8(ascii: "\n") })
    linesAbove =
      layout.isCells
      ? headerLine - 1
      : above.split(separator: UInt8(ascii: "\n")).count { line in
        line.contains { $0 > 0x20 }
      }
  }
}

extension RecognisedExport {
  /// The headers of the file that the kind needs.
  fileprivate var evidence: [String] {
    var found: [String] = []
    for field in kind.fields where kind.needs.contains(field.name) {
      let names = Set(kind.headers(of: field).map(HeaderName.init))
      guard let header = headers.first(where: { names.contains(HeaderName($0)) }),
        !found.contains(header)
      else { continue }
      found.append(header)
    }
    return found
  }

  fileprivate var uses: [FileInspection.Use] {
    let privateNames = TextNames(kind.privateHeaders)
    let ignored = TextNames(kind.ignoredHeaders)
    let read = TextNames(kind.readHeaders)
    return headers.map { header in
      let name = HeaderName(header)
      if privateNames.contains(name) { return .isPrivate }
      let field = kind.fields.first { field in
        field.headers.contains { HeaderName($0) == name }
      }
      if let field { return .field(field) }
      if read.contains(name) { return .line }
      return ignored.contains(name) ? .leftOut : .unknown
    }
  }
}

/// Looks at the tables of a file without keeping them.
package struct FileInspector {
  private let path: String
  private let part: PartSelection
  private let recogniser: ExportRecogniser
  private let zone: String?
  private let watch: ReadWatch

  package init(
    path: String, part: PartSelection, recogniser: ExportRecogniser, zone: String?,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.path = path
    self.part = part
    self.recogniser = recogniser
    self.zone = zone
    watch = ReadWatch(isCancelled: isCancelled)
  }

  package func inspect(_ file: LargeFile) -> [FileInspection] {
    var found: [FileInspection] = []
    var opener = FileOpener(
      limits: .standard, japanese: false, selection: part, effort: .all,
      isCancelled: watch.isCancelled,
      take: { part in
        let path = ([path] + part.names).joined(separator: ExportReader.partMark)
        do throws(ReadFailure) {
          let text = try part.content.get()
          if part.hasOthers, !HeaderCandidate.holdsTable(text.head) { throw .noTable }
          found.append(try inspect(text, path))
        } catch {
          if error == .notInParts { return false }
          found.append(FileInspection(path: path, layout: nil, outcome: .unreadable(error)))
        }
        return true
      })
    opener.open(file)
    return found
  }

  private func inspect(_ text: PartText, _ path: String) throws(ReadFailure) -> FileInspection {
    do throws(ReadFailure) {
      let export = try recogniser.recognise(text.head)
      var reading = try KindReading(
        of: export, path: path, text: text, fixed: [:], effort: .all)
      try reading.readRows(watch)
      return FileInspection(
        path: path, layout: .init(export.layout, headers: export.headers, of: text.head),
        outcome: .known(
          export.kind, try reading.finish(watch), evidence: export.evidence, uses: export.uses))
    } catch {
      guard case .unknownExport = error else { throw error }
      let (headers, layout) = try ExportRecogniser.plainHeader(of: text.head)
      var schema = PlainSchema(source: "")
      schema.fromZone = zone
      var reading = try PlainReading(
        path: path, text: text, schema: schema, fixed: [:], effort: .all)
      try reading.readRows(watch)
      return FileInspection(
        path: path, layout: .init(layout, headers: headers, of: text.head),
        outcome: .unknown(error, try reading.finish(watch)))
    }
  }
}
