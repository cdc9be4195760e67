// `fx`: a table of exchange rates, read from a file of days, currencies and rates.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiSemantics
import KepiSyntax

struct RateSource: Sendable {
  let name: Name
  /// Which files it is read from.
  let pattern: String?
  /// `nil` where the file or its columns could not be read; that has been said.
  let table: RateTable?

  private static let properties = [
    "base", "base_per_unit", "currency", "doc", "gaps", "label", "time", "units_per_base",
  ]

  init(
    _ name: Name, pattern: String?, _ block: [PropertySyntax], span: SourceSpan,
    reading access: FileAccess, reporting diagnostics: inout [Diagnostic]
  ) {
    self.name = name
    self.pattern = pattern
    var base: String?
    var gaps = RateTable.Gaps.previous
    var rate: (column: String, isPerBase: Bool)?
    var dayColumn = "date"
    var currencyColumn = "currency"
    for property in block {
      guard case .values(let phrases) = property.form, let word = phrases.first?.soleName else {
        continue
      }
      switch property.name.key {
      case "base": base = word.text.uppercased()
      case "gaps":
        guard let known = RateTable.Gaps(rawValue: word.key) else {
          diagnostics.append(
            Problem.badProperty(
              property.name, word.span,
              wants: Phrase("gaps: previous or blank", zh: "gaps: previous 或 blank")
            )
            .diagnostic)
          continue
        }
        gaps = known
      case "base_per_unit": rate = (word.text, false)
      case "units_per_base": rate = (word.text, true)
      case "time": dayColumn = word.text
      case "currency": currencyColumn = word.text
      case "doc", "label": continue
      default:
        diagnostics.append(
          Problem.unknownProperty(property.name, known: Self.properties).diagnostic)
      }
    }
    if let pattern, let known = Self.published(name.text, pattern, access) {
      table = known
      return
    }
    guard let base, let rate, let pattern else {
      diagnostics.append(
        .error(
          .noRates,
          Phrase(
            "`\(name.text)` needs a file, its base and the column of its rates",
            zh: "`\(name.text)` 需要文件、基准币种和汇率列"), at: span,
          details: [.forExample("fx ecb from \"rates.csv\" { base: EUR; units_per_base: rate }")])
      )
      table = nil
      return
    }
    do {
      table = try Self.read(
        name.text, pattern, base, gaps, rate, dayColumn, currencyColumn, access)
    } catch {
      diagnostics.append(.error(.unreadableFile, .about(pattern, error.reason), at: span))
      table = nil
    }
  }

  /// The table of files that a central bank publishes, whose form is known; `nil` for others.
  private static func published(
    _ name: String, _ pattern: String, _ access: FileAccess
  ) -> RateTable? {
    let (place, part) = PartSelection.parted(pattern)
    guard let files = try? PathPattern(place).files(in: "", using: access), !files.isEmpty else {
      return nil
    }
    var tables: [Table] = []
    for file in files {
      guard let bytes = try? access.read(file.path) else { return nil }
      for part in ExportReader(path: file.path, part: part).read(bytes, by: .shipped) {
        guard case .read(let export) = part.outcome, export.source == sourceName else { return nil }
        tables.append(export.table)
      }
    }
    return RateTable(name, published: Table.stacked(tables))
  }

  /// The source that files of central banks feed.
  static let sourceName = "exchange_rates"

  private static func read(
    _ name: String, _ pattern: String, _ base: String, _ gaps: RateTable.Gaps,
    _ rate: (column: String, isPerBase: Bool), _ dayColumn: String, _ currencyColumn: String,
    _ access: FileAccess
  ) throws(FileAccess.Failure) -> RateTable {
    var worth: [(currency: String, day: Day, value: Double)] = []
    let (place, part) = PartSelection.parted(pattern)
    let files = try PathPattern(place).files(in: "", using: access)
    guard !files.isEmpty else { throw FileAccess.Failure(.noSuchFile) }
    for file in files {
      var schema = PlainSchema(source: name)
      schema.timeColumn = dayColumn
      schema.textColumns = [currencyColumn]
      let table = Table.stacked(
        try ExportReader(path: file.path, part: part).tables(
          try access.read(file.path), schema))
      guard case .date(let days) = table.column(folded: dayColumn)?.column else {
        throw FileAccess.Failure(
          Phrase(
            "there is no column of days called `\(dayColumn)`", zh: "没有叫 `\(dayColumn)` 的日期列"))
      }
      guard case .text(let codes) = table.column(folded: currencyColumn)?.column else {
        throw FileAccess.Failure(
          Phrase(
            "there is no column of currencies called `\(currencyColumn)`",
            zh: "没有叫 `\(currencyColumn)` 的币种列"))
      }
      guard let rates = table.column(folded: rate.column)?.column else {
        throw FileAccess.Failure(
          Phrase(
            "there is no column of rates called `\(rate.column)`", zh: "没有叫 `\(rate.column)` 的汇率列"))
      }
      for row in 0..<table.rowCount {
        guard let day = days[row], let code = codes[row], let value = rates.number(at: row),
          value > 0
        else { continue }
        worth.append((code.uppercased(), day, rate.isPerBase ? 1 / value : value))
      }
    }
    return RateTable(name: name, base: base, gaps: gaps, worth: worth)
  }
}

extension RateTable {
  /// Of the rows of files of central banks; `nil` where there are none.
  init?(_ name: String, published table: Table) {
    guard case .date(let days)? = table["day"]?.column,
      case .text(let bases)? = table["base"]?.column,
      case .text(let codes)? = table["currency"]?.column,
      let rates = table["units_per_base"]?.column
    else { return nil }
    var found: [(currency: String, day: Day, value: Double)] = []
    let base = (0..<table.rowCount).lazy.compactMap { bases[$0] }.first
    for row in 0..<table.rowCount {
      // Two bases are no one table; the first is taken.
      guard bases[row] == base, let day = days[row], let code = codes[row],
        let value = rates.number(at: row), value > 0
      else { continue }
      found.append((code, day, value))
    }
    guard let base, !found.isEmpty else { return nil }
    self.init(name: name, base: base, unitsPerBase: found)
  }
}

extension Column {
  fileprivate func number(at row: Int) -> Double? {
    switch self {
    case .amount(let column):
      column[row].map { ExactNumber(Int128($0), scale: column.scale).double }
    case .number(let column): column[row]
    case .text, .date: nil
    }
  }
}
