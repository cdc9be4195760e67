// What differs between an answer of then and the same question asked now, and why.
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiReports

struct Verification {
  /// Sorts of difference, in the order in which they are told.
  enum Sort: String {
    case answer, file, period, data, definition, setting, version

    var word: Phrase {
      switch self {
      case .answer: Phrase("answer", zh: "结果")
      case .file: Phrase("file", zh: "文件")
      case .period: Phrase("period", zh: "时段")
      case .data: Phrase("data", zh: "数据")
      case .definition: Phrase("definition", zh: "口径")
      case .setting: Phrase("setting", zh: "设置")
      case .version: Phrase("version", zh: "版本")
      }
    }
  }

  struct Finding {
    let sort: Sort
    let name: String
    let what: Phrase
    let before: String?
    let now: String?
  }

  let path: String
  let stored: StoredReceipt
  private(set) var findings: [Finding] = []

  /// Whether a number, a line or the file itself is another than it was.
  var answerDiffers: Bool { findings.contains { $0.sort == .answer || $0.sort == .file } }

  /// - Parameters:
  ///   - answer: of now, with its origin; `nil` where the question cannot be asked any more.
  ///   - fileHash: of the file whose numbers these are; `nil` where it is gone.
  init(path: String, stored: StoredReceipt, answer: Answer?, fileHash: String?) {
    self.path = path
    self.stored = stored
    if let about = stored.about, about.sha256 != fileHash {
      add(
        .file, about.name,
        fileHash == nil
          ? Phrase("is gone", zh: "已不在")
          : Phrase("was changed after it was written", zh: "写出之后被改过"), about.sha256.short,
        fileHash?.short)
    }
    guard let answer, let origin = answer.receipt.origin else {
      add(.answer, stored.question, Phrase("cannot be asked any more", zh: "已无法再查询"))
      compareVersion(KepiVersion.current)
      return
    }
    compareRows(answer)
    comparePeriods(answer.receipt)
    compareFiles(origin)
    compareDays(origin)
    compareDefinitions(origin)
    for setting in stored.settings {
      let now = origin.settings.first { $0.name == setting.name }?.value
      if now != setting.value {
        add(.setting, setting.name, Phrase("is another", zh: "不同"), setting.value, now)
      }
    }
    compareVersion(origin.version)
  }

  private mutating func add(
    _ sort: Sort, _ name: String, _ what: Phrase, _ before: String? = nil, _ now: String? = nil
  ) {
    findings.append(Finding(sort: sort, name: name, what: what, before: before, now: now))
  }

  // MARK: The answer

  /// Lines are matched by what they are about, whatever their order.
  private mutating func compareRows(_ answer: Answer) {
    let values =
      (try? JSONValue.read(Array(JSONReport.rows(of: answer).joined(separator: "\n").utf8)))
    let now = values ?? []
    guard now.map(\.written) != stored.rows.map(\.written) else { return }
    func key(_ row: JSONValue) -> String {
      row.members.prefix(stored.keyCount).map(\.value.cellText).joined(separator: " ")
    }
    var numbers: [String: Int] = [:]
    func numbered(_ rows: [JSONValue]) -> [(key: String, row: JSONValue)] {
      numbers = [:]
      return rows.map { row in
        let name = key(row)
        numbers[name, default: 0] += 1
        let number = numbers[name] ?? 1
        return (number == 1 ? name : "\(name) (\(number))", row)
      }
    }
    let (old, new) = (numbered(stored.rows), numbered(now))
    let newRows = Dictionary(new.map { ($0.key, $0.row) }, uniquingKeysWith: { first, _ in first })
    let oldKeys = Set(old.map(\.key))
    let count = findings.count
    for (name, row) in old {
      guard let other = newRows[name] else {
        add(.answer, name, Phrase("this line is gone", zh: "这一行没有了"))
        continue
      }
      for member in row.members.dropFirst(stored.keyCount) {
        let value = other[member.name]
        if value?.written == member.value.written { continue }
        let place = name.isEmpty ? member.name : "\(name): \(member.name)"
        add(
          .answer, place, Phrase("changed", zh: "有变化"), member.value.cellText,
          value?.cellText ?? "-")
      }
      for member in other.members.dropFirst(stored.keyCount) where row[member.name] == nil {
        add(
          .answer, name.isEmpty ? member.name : "\(name): \(member.name)",
          Phrase("is new", zh: "是新的"), nil, member.value.cellText)
      }
    }
    for (name, _) in new where !oldKeys.contains(name) {
      add(.answer, name, Phrase("this line is new", zh: "这一行是新的"))
    }
    if findings.count == count {
      add(.answer, "", Phrase("the lines stand in another order", zh: "各行的顺序不同"))
    }
  }

  // MARK: Why

  private mutating func comparePeriods(_ receipt: Receipt) {
    let now = receipt.periods.map { "\($0.first.text) to \($0.last.text)" }
    if now != stored.periods {
      add(
        .period, stored.question, Phrase("other days are meant", zh: "所指的日期不同"),
        stored.periods.joined(separator: ", "), now.joined(separator: ", "))
    }
    if stored.asOf != receipt.asOf?.text {
      add(
        .period, "as of", Phrase("the newest day moved", zh: "最新一天变了"), stored.asOf,
        receipt.asOf?.text)
    }
  }

  private mutating func compareFiles(_ origin: Origin) {
    for file in stored.files {
      guard let now = origin.files.first(where: { $0.path == file.path }) else {
        add(
          .data, file.path, Phrase("is not loaded any more", zh: "不再载入"), file.sha256?.short, nil)
        continue
      }
      guard now.sha256 != file.sha256 || file.sha256 == nil else { continue }
      switch now.state {
      case .asLoaded:
        add(
          .data, file.path, Phrase("holds something else", zh: "内容不同"), file.sha256?.short,
          now.sha256?.short)
      case .changed:
        add(
          .data, file.path,
          Phrase("changed since it was loaded: load it again", zh: "载入之后被改过：请重新载入"))
      case .gone: add(.data, file.path, Phrase("is gone", zh: "已不在"), file.sha256?.short, nil)
      }
    }
    for file in origin.files where !stored.files.contains(where: { $0.path == file.path }) {
      add(.data, file.path, Phrase("is new", zh: "是新的"), nil, file.sha256?.short)
    }
  }

  private mutating func compareDays(_ origin: Origin) {
    for place in stored.coverage {
      let name = place.place
      guard let now = origin.coverage.first(where: { $0.placeName == name }) else {
        add(.data, name, Phrase("has no day any more", zh: "已没有任何日期"))
        continue
      }
      let days = Set(now.days.flatMap { $0.lowerBound.number...$0.upperBound.number })
      let gone = DayList(place.days.subtracting(days).sorted())
      let new = DayList(days.subtracting(place.days).sorted())
      if !gone.ranges.isEmpty {
        let list = gone.phrase()
        add(.data, name, Phrase("lost \(list.english)", zh: "缺了 \(list.chinese)"))
      }
      if !new.ranges.isEmpty {
        let list = new.phrase()
        add(.data, name, Phrase("got \(list.english)", zh: "多了 \(list.chinese)"))
      }
      if gone.ranges.isEmpty, new.ranges.isEmpty, now.rowCount != place.rowCount {
        add(
          .data, name, Phrase("has another number of rows", zh: "行数不同"), "\(place.rowCount)",
          "\(now.rowCount)")
      }
    }
    for now in origin.coverage where !stored.coverage.contains(where: { $0.place == now.placeName })
    {
      add(.data, now.placeName, Phrase("is new", zh: "是新的"))
    }
  }

  private mutating func compareDefinitions(_ origin: Origin) {
    for definition in stored.definitions {
      guard let now = origin.definitions.first(where: { $0.name == definition.name }) else {
        add(
          .definition, definition.name, Phrase("is not used any more", zh: "不再使用"),
          definition.text, nil)
        continue
      }
      // One that says the same hangs on another that does not, and that one is told.
      guard now.text != definition.text else { continue }
      add(
        .definition, definition.name,
        Phrase(
          "\(definition.fingerprint) is now \(now.fingerprint)",
          zh: "\(definition.fingerprint) 变为 \(now.fingerprint)"), definition.text, now.text)
    }
    for now in origin.definitions where !stored.definitions.contains(where: { $0.name == now.name })
    {
      add(.definition, now.name, Phrase("is new", zh: "是新的"), nil, now.text)
    }
  }

  private mutating func compareVersion(_ version: String) {
    guard version != stored.version else { return }
    add(.version, "kepi", Phrase("is another", zh: "不同"), stored.version, version)
  }

  // MARK: Told

  private static let greatestLineCount = 8

  /// A line that says whether it holds, and below it what differs and why.
  func text(in language: Language) -> String {
    func said(_ phrase: Phrase) -> String { phrase.text(in: language) }
    let files = Set(stored.files.map(\.path)).count
    let counts = Phrase(
      "\(stored.rows.count) lines, \(files) files, \(stored.definitions.count) definitions",
      zh: "\(stored.rows.count) 行，\(files) 个文件，\(stored.definitions.count) 个口径")
    let head =
      findings.isEmpty
      ? Phrase("same: \(path)", zh: "一致：\(path)")
      : answerDiffers
        ? Phrase("differs: \(path)", zh: "不一致：\(path)")
        : Phrase("same numbers: \(path)", zh: "数值一致：\(path)")
    var lines = ["\(said(head))   \(stored.question)"]
    if findings.isEmpty { lines.append("  " + said(counts)) }
    for sort in [Sort.answer, .file, .period, .data, .definition, .setting, .version] {
      let own = findings.filter { $0.sort == sort }
      for finding in own.prefix(Self.greatestLineCount) {
        lines.append("  \(said(sort.word))  \(said(finding.phrase))")
        guard sort == .definition else { continue }
        if let before = finding.before { lines.append("    - \(before)") }
        if let now = finding.now { lines.append("    + \(now)") }
      }
      if own.count > Self.greatestLineCount {
        let rest = own.count - Self.greatestLineCount
        lines.append(
          "  \(said(sort.word))  \(said(Phrase("and \(rest) more", zh: "还有 \(rest) 处")))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// For programs: a line for each difference.
  static func answer(_ verifications: [Verification]) -> Answer {
    let rows = verifications.flatMap { one in one.findings.map { (one, $0) } }
    func column(_ name: String, _ texts: [String?]) -> Table.NamedColumn {
      Table.NamedColumn(name: name, unit: .text, column: .text(TextColumn(texts)))
    }
    return Answer(
      table: Table(
        rowCount: rows.count,
        columns: [
          column("file", rows.map { $0.0.path }), column("sort", rows.map { $0.1.sort.rawValue }),
          column("name", rows.map { $0.1.name }),
          column("difference", rows.map { $0.1.what.english }),
          column("before", rows.map { $0.1.before }), column("now", rows.map { $0.1.now }),
        ]), groupingCount: 6, lines: rows.map { _ in .plain }, receipt: .none)
  }
}

extension Verification.Finding {
  /// `Nord: ad_spend 100.00, now 101.20`
  fileprivate var phrase: Phrase {
    if sort == .definition || before == nil && now == nil {
      return Phrase("\(name) \(what.english)", zh: "\(name) \(what.chinese)")
    }
    let change: Phrase
    switch (before, now) {
    case (let before?, let now?):
      change = Phrase("\(before), now \(now)", zh: "\(before)，现为 \(now)")
    case (let before?, nil): change = Phrase("was \(before)", zh: "原为 \(before)")
    case (nil, let now?): change = Phrase("now \(now)", zh: "现为 \(now)")
    case (nil, nil): change = .empty
    }
    return sort == .answer
      ? Phrase("\(name) \(change.english)", zh: "\(name) \(change.chinese)")
      : Phrase(
        "\(name) \(what.english): \(change.english)",
        zh: "\(name) \(what.chinese)：\(change.chinese)")
  }
}

extension String {
  /// Of a hash, as much as people compare.
  fileprivate var short: String { String(prefix(12)) }
}

extension Origin.Coverage {
  fileprivate var placeName: String {
    [source, store, site].compactMap { $0 }.joined(separator: " ")
  }
}
