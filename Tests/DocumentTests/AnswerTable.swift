// An answer in CSV, read back.
import FoundationEssentials

struct AnswerTable: Equatable {
  let names: [String]
  let rows: [Row]

  /// The cells of a line by the names of their columns. A blank is an empty text.
  typealias Row = [String: String]

  init(csv text: String) {
    var records = Self.records(of: text)
    let header = records.isEmpty ? [] : records.removeFirst()
    names = header
    rows = records.map { record in
      Dictionary(zip(header, record)) { first, _ in first }
    }
  }

  /// RFC 4180: quotes around what holds commas, quotes and line feeds; doubled inside.
  private static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var signs = text.unicodeScalars.makeIterator()
    var sign = signs.next()
    while let current = sign {
      sign = signs.next()
      switch current {
      case "\"" where isQuoted && sign == "\"":
        field.unicodeScalars.append(current)
        sign = signs.next()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\n" where !isQuoted:
        records.append(record + [field])
        record = []
        field = ""
      default: field.unicodeScalars.append(current)
      }
    }
    return records
  }
}

extension AnswerTable.Row {
  /// The cells of these columns, joined as in `Nord/DE`.
  func place(_ columns: [String]) -> String {
    columns.map { self[$0] ?? "" }.joined(separator: "/")
  }
}

extension String {
  /// Numbers in one spelling, so that `2181.2` and `2181.20` are the same; texts as they are.
  var canonicalNumber: String {
    let isNumber = !isEmpty && utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
    guard isNumber, filter({ $0 == "." }).count < 2, dropFirst().allSatisfy({ $0 != "-" }),
      let number = Decimal(string: self)
    else { return self }
    return number.description
  }
}
