// One file of a known kind while it is read: first its rows, then what they mean together.
import KepiColumns
import KepiContainers
import KepiDiagnostics

struct KindReading: Sendable {
  let kind: ExportKind
  let path: String
  let source: RowSource
  let layout: TextLayout
  let effort: ReadEffort
  let width: Int
  let fixed: [String: FixedValue]
  let fixedSite: Marketplace?
  var remarks: [Phrase] = []
  let unusedHeaders: [String]

  /// A field of the kind that the file has a value for.
  struct Binding: Sendable {
    let field: ExportField
    /// `nil` where the value is not in a column of its own.
    let column: Int?
    let header: String
    let slot: Slot
    var isNegated = false
  }

  enum Slot: Equatable, Sendable {
    case text(Int)
    case numeric(Int)
  }

  let bindings: [Binding]
  /// Those whose cell holds for all lines of a row, by index.
  let rowBindings: [Int]
  /// Amounts of several cells: the binding of the field, and those that are added to it.
  let sums: [(sum: Int, addends: [Int])]
  /// Where a row says that it is no data.
  let skips: [(column: Int, header: String, names: TextNames)]
  /// How many rows each of `skips` has kept out, and how many were footers.
  var skipCounts: [Int]
  var footerCount = 0
  /// What a row of the file gives, where it is more than one line.
  let lineLayout: LineLayout?
  /// What fills the cells that have no value of their own, by the builder of their field.
  let fallbacks: [(builder: Int, text: String)]
  /// Columns that fill the cells that others lack.
  let alternatives: [BoundAlternative]
  /// Amounts that are multiplied by the units of their row, by their builders.
  let products: [(builder: Int, by: Int)]
  var texts: [TextBuilder]
  var numerics: [NumericBuilder]
  var signs = CurrencySigns()
  /// For each row the sign beside its amounts.
  var rowSigns: [UInt8] = []
  /// For each row the line it began on.
  var lines: [Int32] = []
  /// Whether those of the rows that stay are handed on.
  var keepsLines = false
  /// Rows that are wrong as a whole; they are in no builder.
  var rowRejects: [Reject] = []
  /// Rows with a cell that cannot be read, by row.
  var cellRejects: [Int: Reject] = [:]
  /// U+FFFD in the rows of a large file.
  var damagedCharacters = 0
  var fitting: RowFitting
  /// The first cells that the rows end before.
  let ends: Set<HeaderName>
  /// In lower case.
  let footers: [String]
  /// Whether a row that one of `ends` begins has been met.
  var isAtEnd = false

  init(
    of export: RecognisedExport, path: String, text part: PartText,
    fixed: [String: FixedValue], effort: ReadEffort
  ) throws(ReadFailure) {
    let text = part.head
    kind = export.kind
    self.path = path
    source = part.source
    self.effort = effort
    layout = export.layout
    width = export.headers.count
    ends = Set(export.kind.ends.map(HeaderName.init))
    footers = export.kind.footers.map { $0.lowercased() }
    fitting = RowFitting(
      export.layout, of: text.bytes.span, headerWidth: export.headers.count,
      standsAlone: export.kind.ends.isEmpty)
    self.fixed = fixed
    for (name, value) in fixed.sorted(by: { $0.key < $1.key }) {
      guard Self.canBeSet(name, to: value, in: export.kind) else {
        throw .setting(
          name == "date"
            ? Phrase(
              "needs a day, a month, a week or a range as its `date`",
              zh: "的 `date` 要设为一天、一月、一周或一段日期")
            : Phrase(
              "has its own `\(name)`, which is not set by hand",
              zh: "自带 `\(name)`，不能另设"))
      }
    }
    if let name = fixed["site"]?.text {
      guard let site = Marketplace.named(name) else {
        throw .setting(
          Phrase(
            "is said to be of the site \"\(name)\", which is not known",
            zh: "设了未知的站点 \"\(name)\""))
      }
      fixedSite = site
    } else {
      fixedSite = nil
    }

    var columns: [HeaderName: [Int]] = [:]
    for (column, header) in export.headers.enumerated() {
      columns[HeaderName(header), default: []].append(column)
    }
    let privateNames = Set(kind.privateHeaders.map(HeaderName.init))
    var repeated: [(column: Int, count: Int)] = []
    /// The first of some headers that the file has, and how often.
    func found(_ headers: [String]) -> (column: Int, count: Int)? {
      for header in headers {
        let name = HeaderName(header)
        guard !privateNames.contains(name), let found = columns[name], let first = found.first
        else { continue }
        if found.count > 1, !repeated.contains(where: { $0.column == first }) {
          repeated.append((first, found.count))
        }
        return (first, found.count)
      }
      return nil
    }
    var bindings: [Binding] = []
    var texts: [TextBuilder] = []
    var numerics: [NumericBuilder] = []
    var fallbacks: [(builder: Int, text: String)] = []
    var alternatives: [BoundAlternative] = []
    var products: [(builder: Int, by: Int)] = []
    func makeSlot(_ field: ExportField) -> Slot {
      if let reading = field.numericReading {
        numerics.append(NumericBuilder(reading))
        return .numeric(numerics.count - 1)
      }
      texts.append(TextBuilder())
      return .text(texts.count - 1)
    }
    /// Under no name: it serves another field and stands in no table.
    func bindHidden(_ type: ExportField.FieldType, _ headers: [String]) -> Slot? {
      guard let place = found(headers) else { return nil }
      let field = ExportField(name: "", type: type, headers: headers)
      let slot = makeSlot(field)
      bindings.append(
        Binding(
          field: field, column: place.column, header: export.headers[place.column], slot: slot))
      return slot
    }
    let computed = Set(kind.sharedAmounts.map(\.field) + [kind.containedTax?.field ?? ""])
    for field in kind.fields {
      let place = found(field.headers)
      let fallback = field.fallback?.text(
        above: text.bytes[..<export.layout.headerStart], path: path, type: field.type)
      guard
        place != nil || fallback != nil || computed.contains(field.name)
          || field.alternatives.contains(where: { found($0.headers) != nil })
      else { continue }
      let slot = makeSlot(field)
      bindings.append(
        Binding(
          field: field, column: place?.column,
          header: place.map { export.headers[$0.column] } ?? "", slot: slot,
          isNegated: field.isNegated))
      if let fallback, case .text(let builder) = slot { fallbacks.append((builder, fallback)) }
      if case .numeric(let builder) = slot,
        case .numeric(let factor)? = bindHidden(.count, field.factors)
      {
        products.append((builder, factor))
      }
      for alternative in field.alternatives {
        let type = field.numericReading == nil ? .text : field.type
        guard let other = bindHidden(type, alternative.headers) else { continue }
        alternatives.append(
          BoundAlternative(
            field: field.name, slot: slot, other: other,
            addends: alternative.addends.compactMap { bindHidden(type, $0) },
            alternative: alternative))
      }
    }
    sums = Self.sums(
      &bindings, headers: export.headers, found: { found($0)?.column }, makeSlot: makeSlot)
    var skips: [(column: Int, header: String, names: TextNames)] = []
    for skip in export.kind.skips {
      guard let field = export.kind.fields.first(where: { $0.name == skip.field }),
        let column = found(export.kind.headers(of: field))?.column
      else { continue }
      skips.append((column, export.headers[column], TextNames(skip.texts)))
    }
    self.skips = skips
    skipCounts = Array(repeating: 0, count: skips.count)
    let lineLayout = LineLayout(
      kind, headers: export.headers, bindings: &bindings, found: { found($0)?.column },
      makeSlot: makeSlot)
    for place in repeated {
      remarks.append(
        Phrase(
          "the header `\(export.headers[place.column])` stands \(place.count) times; the first is "
            + "read",
          zh: "表头 `\(export.headers[place.column])` 出现 \(place.count) 次，只读第一个"))
    }
    self.lineLayout = lineLayout
    self.bindings = bindings
    rowBindings = bindings.indices.filter {
      bindings[$0].column != nil && lineLayout?.bindings.contains($0) != true
    }
    self.fallbacks = fallbacks
    self.alternatives = alternatives
    self.products = products
    self.texts = texts
    self.numerics = numerics

    let expected = TextNames(kind.readHeaders + kind.ignoredHeaders + kind.privateHeaders)
    unusedHeaders = export.headers.filter {
      let name = HeaderName($0)
      return !name.key.isEmpty && !expected.contains(name)
    }
    if text.damagedCharacters > 0 {
      remarks.append(.damagedCharacters(text.damagedCharacters))
    }
    remarks += text.remarks
  }

  /// Whether a setting names days, or a column of text: numbers and days come from the file.
  static func canBeSet(_ name: String, to value: FixedValue, in kind: ExportKind) -> Bool {
    guard let text = value.text else { return name == "date" }
    guard name != "date", !text.isEmpty else { return false }
    return switch kind.fields.first(where: { $0.name == name })?.type {
    case .text, .currency, .site, nil: true
    case .count, .number, .percent, .money, .hours, .day, .dayRange, .periodEnd, .instant, .truth:
      false
    }
  }

  /// The first fault of a row is the one that is told. Where a kind has buyer data no cell is
  /// quoted: a row whose cells have slipped may hold some anywhere.
  mutating func reject(
    _ row: Int, _ binding: Binding, text: String?, because reason: Phrase
  ) {
    guard cellRejects[row] == nil else { return }
    cellRejects[row] = Reject(
      line: Int(lines[row]), column: binding.header,
      text: kind.privateHeaders.isEmpty ? text : nil, reason: reason)
  }

  // MARK: The file as a whole

  /// Looks between its steps whether to stop: those of a large file take seconds.
  mutating func finish(_ watch: ReadWatch) throws(ReadFailure) -> LoadedExport {
    func goOn() throws(ReadFailure) { if watch.isCancelled() { throw .stopped } }
    try goOn()
    carryDown()
    takeOtherTexts()
    for (builder, value) in fallbacks { texts[builder].fillAbsent(with: value) }
    countDamagedCodes()
    translateWords()
    for name in kind.maskedFields {
      if case .text(let builder)? = slot(name) { texts[builder].mapValues(maskingCodes) }
    }
    try goOn()
    let sites = resolveSites()
    try goOn()
    resolveNumbers(sites)
    addAmounts()
    takeOtherAmounts()
    try goOn()
    measureHours()
    // What rows repeat is on one of them before it is shared among all.
    countOnce()
    computeAmounts()
    try goOn()
    let currencies = resolveCurrencies(sites)
    try goOn()
    let days = resolveDays(sites, currencies)
    try goOn()
    let totals = takeSummaryRows()
    let strangers = rowsWithout(kind.filledFields).subtracting(totals)
    if lineLayout != nil { rejectWholeRows() }
    checkRowTotals()

    let isWhole = cellRejects.isEmpty && totals.isEmpty && strangers.isEmpty
    let kept = lines.indices.filter { row in
      isWhole || cellRejects[row] == nil && !totals.contains(row) && !strangers.contains(row)
    }
    try goOn()
    let columns = makeColumns(
      sites: sites, currencies: currencies, days: days,
      of: kept.count < lines.count ? kept : nil)
    // Of the lines of one row one is told.
    let rejects = (rowRejects + cellRejects.values.filter { !$0.reason.isEmpty })
      .sorted { $0.line < $1.line }
    var export = LoadedExport(
      path: path, kind: kind.name, source: kind.source,
      table: Table(rowCount: kept.count, columns: columns),
      rowsRead: kept.count + rejects.count, rejects: rejects, unusedHeaders: unusedHeaders,
      remarks: remarks,
      reportDay: kind.datedBy.flatMap { days[$0]?.newest }, uncertainty: kind.uncertainty,
      fixedColumns: fixed.keys.sorted())
    export.columnsNotThere = Set(
      kind.fields.filter { $0.numericReading != nil && slot($0.name) == nil }.map(\.name))
    export.rowsLeftOut = rowsLeftOut(
      totals: totals.count { cellRejects[$0] == nil },
      strangers: strangers.count { cellRejects[$0] == nil })
    if keepsLines { export.lines = kept.map { lines[$0] } }
    return export
  }

  private func rowsLeftOut(totals: Int, strangers: Int) -> [RowsLeftOut] {
    var found: [RowsLeftOut] = []
    func add(_ count: Int, _ reason: Phrase) {
      if count > 0 { found.append(RowsLeftOut(count: count, reason: reason)) }
    }
    add(totals, Phrase("with totals of the file", zh: "文件自己的合计"))
    add(footerCount, Phrase("with totals or notes at the end", zh: "结尾的合计或说明"))
    for (count, skip) in zip(skipCounts, skips) {
      add(
        count,
        Phrase("where `\(skip.header)` says they are no data", zh: "`\(skip.header)` 表明不是数据"))
    }
    let fields = kind.filledFields.map { "`\($0)`" }.joined(separator: ", ")
    add(strangers, Phrase("without \(fields)", zh: "\(fields) 为空"))
    return found
  }

  /// Gives rows the values that stand on the first row of their order, or above them in the file.
  private mutating func carryDown() {
    for carried in kind.carriedFields {
      guard case .text(let builder)? = slot(carried.field) else { continue }
      if let group = carried.group, case .text(let orders)? = slot(group) {
        let codes = texts[orders].codes
        texts[builder].carryDown { codes[$0] != 0 && codes[$0] != codes[$0 - 1] }
      } else {
        texts[builder].carryDown()
      }
    }
  }

  func slot(_ name: String) -> Slot? { binding(name)?.slot }

  func binding(_ name: String) -> Binding? { bindings.first { $0.field.name == name } }

  // MARK: Sites

  /// The site of each row.
  struct Sites {
    /// By code; 0 is absent.
    var places: [Marketplace?]
    var codes: [Int32]

    /// The one site of all rows that have one.
    var only: Marketplace? {
      var only: Int32 = 0
      for code in codes where code != 0 && code != only {
        guard only == 0 else { return nil }
        only = code
      }
      return only == 0 ? nil : places[Int(only)]
    }

    func place(_ row: Int) -> Marketplace? { places[Int(codes[row])] }
  }

  mutating func resolveSites() -> Sites {
    let rowCount = lines.count
    var sites = Sites(places: [nil], codes: Array(repeating: 0, count: rowCount))
    let own = bindings.first { $0.field.type == .site }
    if case .text(let builder)? = own?.slot, fixed["site"]?.overrides != true {
      var codes: [Int32] = [0]
      var unknown: [String] = []
      for value in texts[builder].values().dropFirst() {
        if let place = Marketplace.named(value) {
          let known = sites.places.firstIndex { $0?.code == place.code }
          codes.append(Int32(known ?? sites.places.count))
          if known == nil { sites.places.append(place) }
        } else {
          codes.append(0)
          // Sales outside Amazon's own shops, fulfilled by it.
          if !value.lowercased().hasPrefix("non-amazon") { unknown.append(value) }
        }
      }
      sites.codes = texts[builder].codes.map { codes[Int($0)] }
      if let first = unknown.first {
        let isShown = kind.privateHeaders.isEmpty
        remarks.append(
          Phrase(
            counted(unknown.count, "name") + " of a site not known"
              + (isShown ? ", `\(first)` first" : ""),
            zh: "\(unknown.count) 个站点名称未知" + (isShown ? "，第一个是 `\(first)`" : "")))
      }
    }
    guard let fixedSite else { return sites }
    let code: Int32
    if let known = sites.places.firstIndex(where: { $0?.code == fixedSite.code }) {
      code = Int32(known)
    } else {
      code = Int32(sites.places.count)
      sites.places.append(fixedSite)
    }
    for row in 0..<rowCount where sites.codes[row] == 0 { sites.codes[row] = code }
    return sites
  }

  // MARK: Numbers

  mutating func resolveNumbers(_ sites: Sites) {
    let money = bindings.reduce(into: MarkEvidence()) { sum, binding in
      if case .money = binding.field.type, case .numeric(let builder) = binding.slot {
        sum = sum + numerics[builder].evidence
      }
    }
    let siteMark: NumberCell.DecimalMark =
      (fixedSite ?? sites.only)?.decimalComma == true ? .comma : .dot
    for binding in bindings {
      guard case .numeric(let builder) = binding.slot, numerics[builder].hasWaiting else {
        continue
      }
      let own = numerics[builder].evidence
      let declared = binding.field.type.isPlainNumber ? kind.decimalMark?.mark : nil
      if declared == nil, own.isContradictory {
        for row in numerics[builder].giveUpWaiting() {
          reject(
            row, binding, text: nil,
            because: Phrase(
              "the cell may be a thousand or a fraction: the column is written both ways",
              zh: "这一列有两种写法，分不清是千位还是小数"))
        }
        continue
      }
      let rule: DoubtRule
      switch (declared ?? own.mark, binding.field.type) {
      case (let mark?, _): rule = .mark(mark)
      case (nil, .count): rule = .groups
      // A share with three decimals is likelier than one of more than a thousand percent.
      case (nil, .percent): rule = .decimals
      case (nil, _): rule = .mark(money.mark ?? siteMark)
      }
      for row in numerics[builder].resolve(as: rule) {
        reject(row, binding, text: nil, because: Phrase("the number is too large", zh: "数字太大"))
      }
    }
  }

  // MARK: Words

  /// Puts the word of the source where a file has that of its language.
  private mutating func translateWords() {
    let names = kind.words.map(\.field)
    for name in names.enumerated().filter({ names.firstIndex(of: $0.element) == $0.offset })
      .map(\.element)
    {
      guard case .text(let builder)? = slot(name) else { continue }
      let words =
        kind.words.filter { $0.field == name }
        // A word is one of its own spellings: in other cases it is written, too.
        .map { entry in
          (entry.word, TextNames(entry.spellings + (entry.word.isEmpty ? [] : [entry.word])))
        } as [(word: String, names: TextNames)]
      texts[builder].mapValues { text in
        guard !text.isEmpty else { return text }
        let key = HeaderName(text)
        // The more a spelling says, the sooner it is meant.
        let best = words.enumerated().compactMap { place, entry in
          entry.names.match(key).map { (length: $0, place: place) }
        }.max { ($0.length, -$0.place) < ($1.length, -$1.place) }
        return best.map { words[$0.place].word } ?? text
      }
      for entry in kind.words where entry.field == name {
        guard case .text(let evidence)? = entry.evidence.flatMap(slot) else { continue }
        let codes = texts[evidence].codes
        texts[builder].set(entry.word) { codes[$0] != 0 }
      }
    }
  }

  // MARK: Rows of several lines

  /// A row with a cell that cannot be read is left out with all of its lines, and counts once.
  private mutating func rejectWholeRows() {
    guard !cellRejects.isEmpty else { return }
    let rejected = Set(cellRejects.values.map(\.line))
    var told: Set<Int> = []
    for row in lines.indices where rejected.contains(Int(lines[row])) {
      let line = Int(lines[row])
      if let reject = cellRejects[row], told.insert(line).inserted {
        cellRejects[row] = reject
      } else {
        cellRejects[row] = Reject(line: line, column: nil, text: nil, reason: .empty)
      }
    }
  }

  /// Compares the sum of each row's lines with the total that the row states.
  private mutating func checkRowTotals() {
    guard let rowTotal = kind.rowTotal, let binding = lineLayout?.total,
      case .numeric(let total) = bindings[binding].slot,
      case .numeric(let part)? = slot(rowTotal.field)
    else { return }
    var apart = 0
    var first: (line: Int32, stated: Int64, sum: Int64)?
    var row = 0
    while row < lines.count {
      let line = lines[row]
      let stated = numerics[total].tenThousandths(row)
      var sum: Int64 = 0
      var isRejected = false
      while row < lines.count, lines[row] == line {
        sum &+= numerics[part].tenThousandths(row) ?? 0
        isRejected = isRejected || cellRejects[row] != nil
        row += 1
      }
      if let stated, stated != sum, !isRejected {
        apart += 1
        first = first ?? (line, stated, sum)
      }
    }
    if let first {
      let (sum, stated) = (decimalText(first.sum), decimalText(first.stated))
      remarks.append(
        Phrase(
          counted(apart, "row") + " whose amounts are not its total; the first is line "
            + "\(first.line): \(sum) against \(stated)",
          zh: "\(apart) 行的金额之和与合计不符，第一处在第 \(first.line) 行：\(sum)，合计 \(stated)"))
    }
  }

  /// Rows in which one of some fields is empty.
  private func rowsWithout(_ names: [String]) -> Set<Int> {
    var rows: Set<Int> = []
    for name in names {
      switch slot(name) {
      case .text(let builder)?:
        let codes = texts[builder].codes
        rows.formUnion(lines.indices.filter { codes[$0] == 0 })
      case .numeric(let builder)?:
        // A cell that cannot be read is not an empty one.
        rows.formUnion(
          lines.indices.filter { !numerics[builder].presence[$0] && cellRejects[$0] == nil })
      case nil: break
      }
    }
    return rows
  }

  // MARK: Totals of the file

  /// The rows that are the file's own totals, each compared with the rows it sums.
  mutating func takeSummaryRows() -> Set<Int> {
    guard let summary = kind.summary, case .numeric(let total)? = slot(summary.field),
      case .numeric(let part)? = slot(summary.sums)
    else { return [] }
    var group: Int?
    if case .whole(let names) = kind.replacement, let name = names.first,
      case .text(let builder)? = slot(name)
    {
      group = builder
    }
    func key(_ row: Int) -> Int32 { group.map { texts[$0].codes[row] } ?? 0 }

    var rows: Set<Int> = []
    // By code: a dictionary of them was looked into once for each row.
    var sums = Array(repeating: Int64(0), count: group.map { texts[$0].valueCount + 1 } ?? 1)
    for row in lines.indices where cellRejects.isEmpty || cellRejects[row] == nil {
      if numerics[total].presence[row] {
        rows.insert(row)
      } else {
        sums[Int(key(row))] &+= numerics[part].tenThousandths(row) ?? 0
      }
    }
    for row in rows.sorted() {
      let stated = numerics[total].tenThousandths(row) ?? 0
      let sum = sums[Int(key(row))]
      if stated != sum {
        remarks.append(
          Phrase(
            "the rows add up to \(decimalText(sum)), the total of the file is "
              + "\(decimalText(stated)): \(decimalText(stated &- sum)) apart",
            zh: "各行合计 \(decimalText(sum))，文件中的合计为 \(decimalText(stated))，"
              + "相差 \(decimalText(stated &- sum))"))
      }
    }
    return rows
  }
}

extension Phrase {
  static func unknownDateOrder(_ path: String) -> Phrase {
    Phrase(
      "day and month cannot be told apart; `load \"\(path)\" with site = \"UK\"` reads "
        + "the day first, `site = \"US\"` the month",
      zh: "分不清日和月；`load \"\(path)\" with site = \"UK\"` 按日在前读取，"
        + "`site = \"US\"` 按月在前")
  }

  static func damagedCharacters(_ count: Int) -> Phrase {
    Phrase(
      counted(count, "character") + " cut or damaged and shown as \u{FFFD}",
      zh: "\(count) 个字符被截断或损坏，显示为 \u{FFFD}")
  }

  static func otherWidth(_ count: Int, header width: Int) -> Phrase {
    Phrase(
      "the row has \(count) cells, the header \(width)", zh: "这一行有 \(count) 个单元格，表头有 \(width) 个")
  }

  static func longerRow(than byteCount: Int) -> Phrase {
    let size = ContainerFailure.size(byteCount)
    return Phrase("the row is longer than \(size)", zh: "这一行超过 \(size)")
  }

  static func notOfType(_ type: ExportField.FieldType) -> Phrase {
    Phrase("the cell is not \(type.noun.english)", zh: "单元格不是\(type.noun.chinese)")
  }

  static func moneyNotOfType(_ type: ExportField.FieldType) -> Phrase {
    Phrase(
      "the cell is an amount of money, not \(type.noun.english)",
      zh: "单元格是金额，不是\(type.noun.chinese)")
  }
}

/// `1 row`, `2 rows`.
func counted(_ count: Int, _ thing: String) -> String {
  count == 1 ? "1 \(thing)" : "\(count) \(thing)s"
}

/// `nil` where the word says neither.
func truthValue(_ word: String) -> Bool? {
  switch word.lowercased() {
  case "true", "yes", "y", "1", "ja", "wahr", "是": true
  case "false", "no", "n", "0", "nein", "falsch", "否": false
  default: nil
  }
}

/// Ten-thousandths, with at least two decimals: `-1242.20`.
func decimalText(_ tenThousandths: Int64) -> String {
  let digits = padded(Int(clamping: tenThousandths.magnitude), 5)
  var fraction = digits.suffix(4)
  while fraction.count > 2, fraction.last == "0" { fraction.removeLast() }
  return (tenThousandths < 0 ? "-" : "") + digits.dropLast(4) + "." + fraction
}

extension ExportField {
  var numericReading: NumericBuilder.Reading? {
    switch type {
    case .count, .money: .amount
    case .number: .number(isPoints: false)
    case .percent(let points): .number(isPoints: points)
    case .hours: .number(isPoints: false)
    case .text, .currency, .site, .day, .dayRange, .periodEnd, .instant, .truth: nil
    }
  }

  /// The field that holds the currency of this one; `nil` where it is no money.
  var moneyCurrencyField: String? {
    if case .money(let field) = type { field ?? "currency" } else { nil }
  }
}

extension ExportField.FieldType {
  var isDate: Bool {
    switch self {
    case .day, .dayRange, .instant: true
    // Words, which need the days of another field first.
    case .periodEnd: false
    case .text, .count, .number, .percent, .money, .currency, .site, .truth, .hours: false
    }
  }

  fileprivate var noun: Phrase {
    switch self {
    case .text: Phrase("text", zh: "文本")
    case .count: Phrase("a count", zh: "个数")
    case .number, .hours: Phrase("a number", zh: "数字")
    case .percent: Phrase("a percentage", zh: "百分比")
    case .money: Phrase("an amount", zh: "金额")
    case .currency: Phrase("a currency", zh: "币种")
    case .site: Phrase("a site", zh: "站点")
    case .day, .instant: Phrase("a day", zh: "日期")
    case .dayRange: Phrase("a range of days", zh: "一段日期")
    case .periodEnd: Phrase("a day, a week or a month", zh: "日、周或月")
    case .truth: Phrase("true or false", zh: "是或否")
    }
  }
}
