// A first draft of a `source` for a table of no known kind, to paste and to mend.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiSemantics
import KepiSyntax

struct SourceDraft {
  let name: String
  let key: [String]
  let time: String?
  /// Columns of money, each with a code or the column that has it.
  let money: [(column: String, currency: String)]
  /// Numbers that name something and are not added up.
  let texts: [String]
  private let path: String

  private static let idWords: Set<Substring> = [
    "id", "sku", "asin", "ean", "upc", "gtin", "isbn", "number", "no", "nr", "code", "zip", "plz",
  ]
  private static let moneyWords: Set<Substring> = [
    "price", "amount", "cost", "total", "sales", "revenue", "fee", "fees", "tax", "spend", "value",
    "turnover", "discount", "refund", "preis", "betrag", "kosten", "umsatz", "gebühr", "prix",
    "montant", "coût", "precio", "importe", "costo", "prezzo", "importo",
  ]
  private static let moneyParts = ["价", "金额", "费", "成本", "销售额", "価格", "金額", "費", "売上"]
  private static let dayWords: Set<Substring> = [
    "date", "day", "datum", "tag", "fecha", "data", "time", "ordered", "created", "jour",
  ]
  private static let dayParts = ["日期", "日付", "时间", "時間"]

  /// - Parameters:
  ///   - path: as the definition is to name it.
  ///   - taken: names of sources that there are.
  init(_ table: Table, path: String, taken: [String]) {
    self.path = path
    name = Self.name(for: path, taken: taken)
    let columns = table.columns
    func words(_ column: Table.NamedColumn) -> [Substring] {
      column.name.lowercased().split { !$0.isLetter }
    }
    func isFull(_ column: Table.NamedColumn) -> Bool {
      (0..<table.rowCount).allSatisfy { column.column.isPresent($0) }
    }

    let days = columns.filter { $0.unit.dateGrain != nil }
    let named = days.first { column in
      words(column).contains(where: Self.dayWords.contains)
        || Self.dayParts.contains(where: column.name.contains)
    }
    let time = (named ?? days.first(where: isFull) ?? days.first)?.name
    self.time = time

    let codes = columns.first { column in
      guard case .text(let texts) = column.column else { return false }
      let values = texts.dictionary.filter { !$0.isEmpty }
      return !values.isEmpty && values.allSatisfy { CurrencyCodes.isKnown($0) }
    }
    money = columns.compactMap { column in
      if case .money(.fixed(let code)) = column.unit { return (column.name, code) }
      guard let codes else { return nil }
      if case .money = column.unit { return (column.name, codes.name) }
      guard column.unit == .number || column.unit == .count else { return nil }
      let isMoney =
        words(column).contains(where: Self.moneyWords.contains)
        || Self.moneyParts.contains(where: column.name.contains)
      return isMoney ? (column.name, codes.name) : nil
    }
    let amounts = money.map(\.column)
    let numbers = columns.filter { column in
      column.unit == .count && !amounts.contains(column.name)
        && words(column).contains(where: Self.idWords.contains)
    }.map(\.name)
    texts = numbers

    // What tells rows apart: a name or number, by itself or with the day or another.
    let names = columns.filter { column in
      (column.unit == .text || numbers.contains(column.name)) && isFull(column)
        && column.name != codes?.name
    }
    let day = columns.filter { $0.name == time && isFull($0) }
    var candidates = names.map { [$0] }
    for (place, first) in names.enumerated() {
      candidates += day.map { [$0, first] }
      candidates += names[(place + 1)...].map { [first, $0] }
    }
    candidates += day.map { [$0] }
    key = candidates.first { Self.tellsApart($0, table.rowCount) }?.map(\.name) ?? []
  }

  private static func tellsApart(_ columns: [Table.NamedColumn], _ rowCount: Int) -> Bool {
    guard rowCount > 1 else { return false }
    var seen: Set<[Value]> = []
    return (0..<rowCount).allSatisfy { row in
      seen.insert(columns.map { $0.column.value(at: row) }).inserted
    }
  }

  private static func name(for path: String, taken: [String]) -> String {
    var file = Paths.name(of: path)
    if let end = file.lastIndex(of: "."), end != file.startIndex { file = String(file[..<end]) }
    let words = file.lowercased().split { !($0.isLetter || $0.isNumber) }
      .filter { !$0.allSatisfy(\.isNumber) }
    var name = words.joined(separator: "_")
    if name.isEmpty || name.first?.isNumber == true { name = "table_" + name }
    while name.hasSuffix("_") { name.removeLast() }
    let isTaken = { (name: String) in
      taken.contains { $0.folded == name.folded } || name.quotedAsName != name
        || Keyword.spelled(name) != nil
    }
    guard isTaken(name) else { return name }
    return isTaken("my_\(name)") ? "my_\(name)_2" : "my_\(name)"
  }

  /// In the one style.
  var text: String {
    var lines: [String] = []
    func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }
    /// `to` and `from` are words of a property.
    func quoted(_ name: String) -> String {
      Keyword.spelled(name) == nil ? name.quotedAsName : "`\(name)`"
    }
    if !key.isEmpty { lines.append("key: \(list(key))") }
    if let time { lines.append("time: \(quoted(time))") }
    if !money.isEmpty {
      let entries = money.map { "\(quoted($0.column)) in \(quoted($0.currency))" }
      lines.append("money: \(entries.joined(separator: ", "))")
    }
    if !texts.isEmpty { lines.append("text: \(list(texts))") }
    let head = "source \(name) from \(Lexer.quoted(path))"
    let text =
      lines.isEmpty ? head : "\(head) {\n" + lines.map { "  \($0)\n" }.joined() + "}"
    var texts = SourceMap()
    return SyntaxPrinter.format(texts.add(name: "<draft>", text: text + "\n"))
  }
}

extension Unit {
  /// The step of time that dates of this kind name.
  var dateGrain: Grain? { if case .date(let grain) = self { grain } else { nil } }
}
