// The columns that files of a kind will have, known before any is read.
import KepiColumns
import KepiFormats

extension ExportKind {
  /// As the reader makes them: the fields, and what a path may add.
  var tableColumns: [(name: String, unit: Unit)] {
    var columns: [(name: String, unit: Unit)] = []
    func add(_ name: String, _ unit: Unit) {
      if !columns.contains(where: { $0.name == name }) { columns.append((name, unit)) }
    }
    for field in fields {
      switch field.type {
      case .text, .currency, .site: add(field.name, .text)
      case .count: add(field.name, .count)
      case .number, .hours: add(field.name, .number)
      case .percent: add(field.name, .percent)
      case .money(let currencyField):
        add(field.name, .money(.column(currencyField ?? "currency")))
        if currencyField == nil { add("currency", .text) }
      case .day, .instant, .periodEnd: add(field.name, .date(.day))
      case .dayRange(let lastField, _):
        add(field.name, .date(.day))
        add(lastField, .date(.day))
      case .truth: add(field.name, .truth)
      }
    }
    for name in ["store", "site", "platform"] { add(name, .text) }
    // A file without days takes them from `with date = …`.
    add("day", .date(.day))
    return columns
  }
}
