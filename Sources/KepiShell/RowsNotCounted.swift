// What a file has that is read and counted in no figure: orders that are no sales, refunds of no day.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiSemantics
import KepiSyntax

extension Workspace {
  /// The segments that say which rows of a source are sales, by their sources. One that is defined
  /// anew is still of the source that it ships with, unless it says otherwise.
  private var segmentsOfSales: [(segment: String, source: String)] {
    var found: [String: String] = [:]
    for definition in ShippedCatalogue.shared.catalogue.definitions + catalogue.definitions {
      if let source = definition.countedSource { found[definition.name.key] = source.key }
    }
    return found.map { (segment: $0.key, source: $0.value) }.sorted {
      ($0.source, $0.segment) < ($1.source, $1.segment)
    }
  }

  /// By the path of the file, what its rows are that those segments leave out.
  mutating func rowsNotSold() -> [String: Phrase] {
    var found: [String: Phrase] = [:]
    for (segment, name) in segmentsOfSales {
      guard case .segment(let condition)? = catalogue[segment]?.form,
        let source = source(named: name)
      else { continue }
      let model = model()
      guard let resolved = try? model.rowCondition(condition, on: source.loaded.schema) else {
        continue
      }
      let tests = resolved.conjuncts
      let store = store()
      let exports = files.compactMap(\.export).filter { $0.source.folded == name }
      for export in exports {
        // With all columns that the source has, whichever file they came from.
        let table =
          exports.count == 1 && export.table.rowCount == source.loaded.table.rowCount
          ? source.loaded.table
          : Table.stacked([source.loaded.table.rows([]), export.table])
        let loaded = LoadedSource(schema: source.loaded.schema, table: table)
        // Columns are read from the store, whichever rows are asked for.
        let others = store.sources.values.filter { $0.schema.key != loaded.schema.key }
        let reasons = loaded.reasons(tests, in: Store(others + [loaded]))
        guard !reasons.isEmpty else { continue }
        let count = reasons.reduce(0) { $0 + $1.count }
        found[export.path] = Phrase(
          (count == 1 ? "1 row" : "\(count) rows") + " that `\(segment)` leaves out: "
            + reasons.map { "\($0.count) with \($0.told)" }.joined(separator: ", "),
          zh: "\(count) 行不计入 `\(segment)`："
            + reasons.map { "\($0.told) \($0.count) 行" }.joined(separator: "，"))
      }
    }
    return found
  }
}

extension LoadedSource {
  /// For each condition the rows that fail it first, by the value that it reads: the most first.
  fileprivate func reasons(
    _ tests: [RowExpression], in store: Store
  ) -> [(count: Int, told: String)] {
    var left = (0..<table.rowCount).map { Int32(truncatingIfNeeded: $0) }
    var reasons: [(count: Int, told: String)] = []
    for test in tests {
      let failing = rows(left, failing: test, in: store)
      guard !failing.isEmpty else { continue }
      let gone = Set(failing)
      left = left.filter { !gone.contains($0) }
      guard let reference = test.columns.first else { continue }
      guard reference.path.isEmpty, let column = table[reference.column]?.column else {
        reasons.append((failing.count, "`\(reference.column)`"))
        continue
      }
      var counts: [String: Int] = [:]
      for row in failing { counts[column.value(at: Int(row)).plainText, default: 0] += 1 }
      // A code for each order says nothing; one word for all does.
      let values = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      guard values.count <= 2 else {
        reasons.append((failing.count, "`\(reference.column)`"))
        continue
      }
      for value in values {
        reasons.append((value.value, "`\(reference.column)` \(value.key)"))
      }
    }
    return reasons
  }
}

extension RowExpression {
  /// What all has to hold.
  fileprivate var conjuncts: [RowExpression] {
    if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}

extension LoadedExport {
  /// Refunds that an order has and no day goes with. What was given back, and when, stands in the
  /// settlements of the platform; orders have it to this day, whenever that was.
  var undatedRefunds: Phrase? {
    guard source.folded == "order_lines", let refunds = table["refunded_amount"]?.column else {
      return nil
    }
    let currencies = table["currency"]?.column
    var sums: [String: ExactNumber] = [:]
    var rowCount = 0
    for row in 0..<table.rowCount {
      guard case .exact(let amount) = refunds.value(at: row), amount != .zero else { continue }
      let currency = currencies.map { $0.value(at: row).plainText } ?? ""
      guard let sum = try? (sums[currency] ?? .zero).adding(amount) else { return nil }
      sums[currency] = sum
      rowCount += 1
    }
    guard rowCount > 0 else { return nil }
    let told = sums.sorted { $0.key < $1.key }.map { currency, sum in
      let decimals = max(sum.scale, CurrencyCodes.decimals(of: currency) ?? 2)
      let amount =
        ((try? sum.rescaled(to: decimals)).map {
          ExactNumber($0, scale: decimals)
        } ?? sum).plainText
      return currency.isEmpty ? amount : "\(amount) \(currency)"
    }
    return Phrase(
      "refunds of \(told.listed(in: .english)) on "
        + (rowCount == 1 ? "1 row" : "\(rowCount) rows")
        + " have no day and are in no figure: settlements date them",
      zh: "\(rowCount) 行的退款 \(told.listed(in: .chinese)) 没有日期，不计入任何指标：日期见结算报告")
  }
}
