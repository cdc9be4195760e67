// Amounts that stand in several cells of a row, or in several rows of an order.
import KepiColumns
import KepiDiagnostics

extension KindReading {
  /// Binds what is added to amounts, under no name: it stands in no table.
  static func sums(
    _ bindings: inout [Binding], headers: [String], found: ([String]) -> Int?,
    makeSlot: (ExportField) -> Slot
  ) -> [(sum: Int, addends: [Int])] {
    bindings.indices.filter { !bindings[$0].field.addends.isEmpty }.map { sum in
      var addends: [Int] = []
      for names in bindings[sum].field.addends {
        guard let column = found(names) else { continue }
        let hidden = ExportField(name: "", type: bindings[sum].field.type, headers: names)
        addends.append(bindings.count)
        bindings.append(
          Binding(
            field: hidden, column: column, header: headers[column], slot: makeSlot(hidden)))
      }
      return (sum, addends)
    }
  }

  /// A row without the first amount has none.
  mutating func addAmounts() {
    for (sum, addends) in sums {
      guard case .numeric(let builder) = bindings[sum].slot else { continue }
      for addend in addends {
        guard case .numeric(let other) = bindings[addend].slot else { continue }
        for row in lines.indices {
          guard let amount = numerics[builder].tenThousandths(row),
            let more = numerics[other].tenThousandths(row)
          else { continue }
          let (total, overflow) = amount.addingReportingOverflow(more)
          if overflow {
            reject(
              row, bindings[sum], text: nil,
              because: Phrase("the number is too large", zh: "数字太大"))
          } else {
            numerics[builder].replace(row, with: total)
          }
        }
      }
    }
  }

  mutating func measureHours() {
    for binding in bindings {
      guard case .hours(let units) = binding.field.type, case .numeric(let builder) = binding.slot
      else { continue }
      numerics[builder].divide(by: Double(units))
    }
  }

  /// Leaves amounts of an order, which each of its rows repeats, on the first row that has them.
  mutating func countOnce() {
    for entry in kind.once {
      var groups = RowGroups(rowCount: lines.count)
      for name in entry.key {
        switch slot(name) {
        case .text(let builder): groups.split(by: texts[builder].codes)
        case .numeric(let builder): groups.split(by: numerics[builder].finish())
        case nil: break
        }
      }
      /// Rows of no order repeat nothing.
      func isKnown(_ row: Int) -> Bool {
        guard case .text(let builder)? = entry.key.first.flatMap(slot) else { return true }
        return texts[builder].codes[row] != 0
      }
      for name in entry.fields {
        guard let binding = binding(name), case .numeric(let builder) = binding.slot else {
          continue
        }
        var first: [Int32: Int64] = [:]
        var apart: Set<Int32> = []
        for row in lines.indices where cellRejects[row] == nil {
          guard isKnown(row), let amount = numerics[builder].tenThousandths(row) else { continue }
          if let known = first[groups.ids[row]] {
            if known != amount { apart.insert(groups.ids[row]) }
            numerics[builder].makeAbsent(row)
          } else {
            first[groups.ids[row]] = amount
          }
        }
        guard !apart.isEmpty else { continue }
        remarks.append(
          Phrase(
            "`\(binding.header)` counts once for each \(entry.key[0]), but differs between the "
              + "rows of \(apart.count); the first counts",
            zh: "`\(binding.header)` 对每个 \(entry.key[0]) 只计一次，但有 \(apart.count) 个的各行不一致，"
              + "以第一行为准"))
      }
    }
  }
}

extension ExportKind.DecimalMark {
  var mark: NumberCell.DecimalMark {
    switch self {
    case .dot: .dot
    case .comma: .comma
    }
  }
}

extension ExportField.FieldType {
  /// Whether the mark that a kind names is that of such cells. Counts have no fractions, and shares
  /// are told by their sign.
  var isPlainNumber: Bool {
    switch self {
    case .money, .number, .hours: true
    case .text, .count, .percent, .currency, .site, .day, .dayRange, .periodEnd, .instant, .truth:
      false
    }
  }
}
