// From a path, pattern or definition to the files it names, read.
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiFormats
import KepiSemantics
import KepiSyntax

struct Loader {
  let workspace: Workspace
  let access: FileAccess
  let streams: SessionStreams
  let effort: ReadEffort
  /// Where what is read is kept between runs.
  let cache: StoreCache?
  /// What of the kinds decides how files are read, for the cache.
  let kindFacts: [String]
  let isCancelled: @Sendable () -> Bool
  private let recogniser: ExportRecogniser

  typealias Loaded = (files: [LoadedFile], diagnostics: [Diagnostic])

  init(
    workspace: Workspace, recogniser: ExportRecogniser, access: FileAccess, streams: SessionStreams,
    effort: ReadEffort, cache: StoreCache?, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.workspace = workspace
    self.access = access
    self.streams = streams
    self.effort = effort
    self.cache = cache
    kindFacts = cache == nil ? [] : workspace.ownKinds
    self.isCancelled = isCancelled
    self.recogniser = recogniser
  }

  /// A folder or an export named on the command line. A folder is searched and its unknown files
  /// are only noted, scripts not even that; a file that was named itself must be readable.
  func load(pathArgument path: String) -> Loaded {
    switch access.kind(path) {
    case nil:
      if path.contains(ExportReader.partMark) { return load(partArgument: path) }
      return (
        [],
        [
          Diagnostic(
            .error, .fileMissing,
            .about(path, Phrase("there is no such file or folder", zh: "没有这个文件或文件夹")))
        ]
      )
    case .folder:
      do {
        let files = try PathPattern("*").files(in: path, using: access)
          .filter { !$0.path.hasSuffix(".kepi") }
        return (read(files, .all, fixed: [:], as: nil), [])
      } catch {
        return ([], [Diagnostic(.error, .unreadableFile, .about(path, error.reason))])
      }
    case .file:
      let files = read([MatchedFile(path: path, values: [])], .all, fixed: [:], as: nil)
      return (files, unreadErrors(files, at: nil))
    }
  }

  private func load(partArgument path: String) -> Loaded {
    let (file, part) = PartSelection.parted(path)
    guard access.kind(file) == .file else {
      return ([], [Diagnostic(.error, .fileMissing, .about(file, .noSuchFile))])
    }
    let files = read([MatchedFile(path: file, values: [])], part, fixed: [:], as: nil)
    return (files, unreadErrors(files, at: nil))
  }

  func load(
    _ pattern: String, in folder: String, at span: SourceSpan, as name: Name?,
    settings: [SettingSyntax]
  ) -> Loaded {
    var fixed: [String: FixedValue] = [:]
    for setting in settings {
      guard let value = FixedValue(setting.value) else {
        return (
          [],
          [
            .error(
              .kindsDiffer,
              Phrase(
                "`\(setting.name.text)` is set to text, a number or a date",
                zh: "`\(setting.name.text)` 要设为文本、数字或日期"),
              at: setting.span)
          ]
        )
      }
      fixed[setting.name.last.key] = value
    }
    do {
      let (place, part) = PartSelection.parted(pattern)
      let matched = try PathPattern(place).files(in: folder, using: access)
      guard !matched.isEmpty else {
        return (
          [], [.error(.fileMissing, .noFile(place), at: span)]
        )
      }
      let files = read(matched, part, fixed: fixed, as: name)
      let isOneFile = matched.count == 1 && !place.contains { "*?{".contains($0) }
      // One file that was named itself must be readable; in a folder the others still count.
      return (files, isOneFile ? unreadErrors(files, at: span) : [])
    } catch {
      return ([], [.error(.unreadableFile, .about("\"\(pattern)\"", error.reason), at: span)])
    }
  }

  /// The files of a source of one's own.
  func load(_ own: OwnSource) -> Loaded {
    do {
      let (place, part) = PartSelection.parted(own.pattern)
      let matched = try PathPattern(place).files(in: "", using: access)
      guard !matched.isEmpty else {
        return (
          [], [.error(.fileMissing, .noFile(place), at: own.span)]
        )
      }
      let files = read(matched, part, fixed: [:], as: own.name)
      return (files, unreadErrors(files, at: own.span))
    } catch {
      return (
        [], [.error(.unreadableFile, .about("\"\(own.pattern)\"", error.reason), at: own.span)]
      )
    }
  }

  /// A file of which no table could be read is an error, and so is a table that is damaged.
  private func unreadErrors(_ files: [LoadedFile], at span: SourceSpan?) -> [Diagnostic] {
    let read = Set(files.filter { $0.export != nil }.map(\.file))
    return files.compactMap { file in
      guard case .unread(let reason, let trouble) = file.outcome else { return nil }
      let code: DiagnosticCode
      switch trouble {
      case .unknown, .stranger:
        if read.contains(file.file) { return nil }
        code = .unreadableFile
      case .damaged: code = .unreadableFile
      case .refused: code = .refusedFile
      }
      return Diagnostic(
        .error, code, .about(file.path, .theFile(reason)),
        at: span.map { [.init($0)] } ?? [],
        details: [
          Phrase("What can be read is listed by:   show kinds", zh: "可以读取的报告类型：   show kinds")
        ]
          + (trouble == .stranger
            ? [
              Phrase(
                "A source of one's own is drafted by:   describe \"\(file.path)\"",
                zh: "起草自己的数据源：   describe \"\(file.path)\"")
            ] : []))
    }
  }

  // MARK: Reading

  private func read(
    _ matched: [MatchedFile], _ part: PartSelection, fixed: [String: FixedValue], as name: Name?
  ) -> [LoadedFile] {
    let sizes = matched.map { access.size($0.path) ?? 0 }
    let teller = streams.progress.map { [isCancelled] show in
      // What is left behind must not draw over the prompt.
      LoadTeller(sizes: sizes, language: workspace.settings.language) { line in
        if !isCancelled() { show(line) }
      }
    }
    @Sendable func read(at place: Int, _ effort: ReadEffort) -> [LoadedFile] {
      if isCancelled() { return [] }
      let file = matched[place]
      teller?.begin(place, name: Paths.name(of: file.path))
      defer { teller?.end(place) }
      if let outcome = LoadedFile.Outcome.unfinished(file.path) {
        return [LoadedFile(file: file.path, path: file.path, outcome: outcome)]
      }
      var values = fixed
      for (dimension, value) in file.values where values[dimension.folded] == nil {
        values[dimension.folded] = FixedValue(.text(value), overrides: false)
      }
      var watch = ReadWatch(isCancelled: isCancelled)
      if let teller {
        watch = ReadWatch(isCancelled: isCancelled) { teller.note(place, bytes: $0) }
      }
      return self.read(file.path, part, values, as: name, effort, watch)
    }
    // All cores work in a large file; of small ones each takes one.
    let small = matched.indices.filter { sizes[$0] < effort.leastLargeFile }
    var files: [Int: [LoadedFile]] = [:]
    let together = effort.map(small.count) { number in
      read(at: small[number], small.count == 1 ? effort : effort.alone)
    }
    for (place, read) in zip(small, together) { files[place] = read }
    return matched.indices.flatMap { files[$0] ?? read(at: $0, effort) }
  }

  /// Reads a file, whatever the cache has.
  func parse(
    _ path: String, _ part: PartSelection, _ fixed: [String: FixedValue], as name: Name?,
    _ effort: ReadEffort, _ watch: ReadWatch, keepsLines: Bool = false
  ) -> [LoadedFile] {
    let reader = ExportReader(
      path: path, part: part, fixed: fixed, effort: effort, keepsLines: keepsLines, watch: watch)
    let manner = LoadedFile.Manner(fixed: fixed, name: name)
    let stamp = access.stamp(path)
    let own = ownSchema(of: name)
    func read(_ file: LargeFile) -> [PartReading] {
      own.map { reader.readPlain(file, $0) } ?? reader.read(file, by: recogniser)
    }
    do throws(FileAccess.Failure) {
      var parts: [PartReading] = []
      var isRead = false
      if let file = try access.open(path), file.size >= effort.leastLargeFile {
        parts = read(file)
        // A file that changed under us is read once more, by what says why where it fails.
        isRead = isCancelled() || !parts.contains(where: \.isUnreadable)
      }
      if !isRead { parts = read(LargeFile(try access.read(path))) }
      // What was stopped is not whole.
      if isCancelled() { return [] }
      return parts.map { part in
        LoadedFile(
          file: path, path: part.path, outcome: .init(part.outcome), manner: manner, stamp: stamp)
      }
    } catch {
      let reason = Phrase(
        "cannot be read: \(error.reason.english)", zh: "无法读取：\(error.reason.chinese)")
      let outcome = LoadedFile.Outcome.unread(reason, .damaged)
      return [LoadedFile(file: path, path: path, outcome: outcome)]
    }
  }

  /// The line of each row of a file that is loaded. It is read once more, since lines are asked for
  /// seldom and would be kept for all rows; `nil` where it has other rows by now.
  func lines(of file: LoadedFile) -> [Int32]? {
    guard let manner = file.manner, let export = file.export else { return nil }
    let (place, part) = PartSelection.parted(file.path)
    let again = parse(
      place, part, manner.fixed, as: manner.name, effort, ReadWatch(isCancelled: isCancelled),
      keepsLines: true)
    guard let found = again.first(where: { $0.path == file.path })?.export,
      found.table == export.table, found.lines.count == export.table.rowCount
    else { return nil }
    return found.lines
  }

  /// How a file of a source is read that no kind feeds.
  func ownSchema(of name: Name?) -> PlainSchema? {
    guard let name, isOwn(name) else { return nil }
    let source = workspace.ownSources.first { $0.name.key == name.key }
    return PlainSchema(of: name.text, source?.hints, zone: workspace.settings.timeZone)
  }

  /// Whether a source is one that no kind feeds.
  private func isOwn(_ name: Name) -> Bool {
    workspace.ownSources.contains { $0.name.key == name.key }
      || !workspace.kinds.contains { $0.source.folded == name.key }
  }
}

extension ExportReader {
  /// The tables of a file that is read by itself and no export: rates, targets. There is one at
  /// least, and none that is damaged.
  func tables(
    _ bytes: [UInt8], _ schema: PlainSchema
  ) throws(FileAccess.Failure) -> [Table] {
    var tables: [Table] = []
    for part in readPlain(bytes, schema) {
      switch part.outcome {
      case .read(let export): tables.append(export.table)
      case .passedOver: continue
      case .unread(let failure):
        if failure.isDamage || tables.isEmpty {
          throw FileAccess.Failure(.theFile(failure.reason))
        }
      }
    }
    return tables
  }
}

extension LoadedFile.Outcome {
  init(_ outcome: PartReading.Outcome) {
    switch outcome {
    case .read(let export): self = .read(export)
    case .passedOver(let failure): self = .passedOver(failure.reason)
    case .unread(let failure):
      let trouble: LoadedFile.Trouble =
        if failure.isGuard {
          .refused
        } else if failure.isDamage {
          .damaged
        } else if case .unknownExport = failure {
          .stranger
        } else {
          .unknown
        }
      self = .unread(failure.reason, trouble)
    }
  }
}

extension PartSelection {
  /// The pattern of the file, and which of its parts are meant: `book.xlsx › Orders`.
  static func parted(_ pattern: String) -> (file: String, part: PartSelection) {
    let names = pattern.components(by: ExportReader.partMark)
    let part = PartSelection(Array(names.dropFirst())) { pattern, name in
      PathPattern.match(pattern, name) != nil
    }
    return (names[0], part)
  }
}

extension String {
  /// Cut at each place where a mark stands.
  fileprivate func components(by mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

extension Phrase {
  fileprivate static func noFile(_ pattern: String) -> Phrase {
    Phrase("no file is named by \"\(pattern)\"", zh: "没有符合 \"\(pattern)\" 的文件")
  }
}

extension FixedValue {
  /// What `with` gives; `nil` for a value that no column can hold.
  init?(_ literal: LiteralSyntax) {
    switch literal {
    case .string(let text): self.init(.text(text), overrides: true)
    case .number(let number):
      self.init(
        .text(ExactNumber(Int128(number.digits), scale: number.scale).plainText), overrides: true)
    case .date(let date):
      guard let (days, _) = date.days(in: CalendarRules()) else { return nil }
      self.init(.days(first: days.lowerBound, last: days.upperBound), overrides: true)
    case .truth, .missing: return nil
    }
  }
}

extension PlainSchema {
  /// What the definition of a source says, if there is one.
  init(of source: String, _ hints: SourceHints?, zone: String?) {
    self.init(source: source)
    fromZone = zone
    guard let hints else { return }
    timeColumn = hints.timeColumn
    fromZone = hints.writtenZone ?? hints.zone ?? zone
    self.zone = hints.zone
    money = hints.money.map { entry in
      switch entry.currency {
      case .code(let code): MoneyColumn(column: entry.column, currency: .fixed(code))
      case .column(let name): MoneyColumn(column: entry.column, currency: .column(name))
      }
    }
    textColumns = hints.textColumns
    pointsColumns = hints.percentagePointColumns
  }
}
