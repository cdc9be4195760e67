// The rows that the numbers of a question were made of.
package import KepiColumns
package import KepiSemantics

/// What one source gave to the numbers of a question without groups.
package struct RowsBehind: Sendable {
  package struct Number: Sendable {
    package let aggregate: Aggregate
    /// What each row gave, by the row; those of others are left out.
    package let gifts: [Int32: Gift]
  }

  package struct Gift: Sendable {
    package let cell: Cell
    /// The amount as it stands in the row, where it was converted.
    package let original: Cell?
  }

  /// A column that the numbers or the conditions read, for each of the rows.
  package struct ReadColumn: Sendable {
    package let reference: ColumnReference
    package let values: [Value]
  }

  /// The key of the source.
  package let source: String
  package let numbers: [Number]
  /// In the order of the source's table, each once.
  package let rows: [Int32]
  /// Those of the conditions first.
  package let columns: [ReadColumn]
}

/// The rows of one aggregate while they are read.
struct RowsFound: Sendable {
  private(set) var gifts: [Int32: RowsBehind.Gift] = [:]

  mutating func add(_ rows: Rows, _ cells: (Int) -> (Cell, original: Cell?)) {
    for (place, row) in rows.numbers.enumerated() {
      let (cell, original) = cells(place)
      gifts[row] = RowsBehind.Gift(cell: cell, original: original)
    }
  }
}

extension Engine {
  /// - Parameter query: one without groups: all rows belong to its one line.
  package static func rows(
    behind query: ResolvedQuery, over store: Store,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(EngineFailure) -> [RowsBehind] {
    precondition(query.axes.isEmpty, "rows are asked for one line")
    var engine = Engine(query, store, effort: ScanEffort(workerCount: 1), isCancelled: isCancelled)
    try engine.askAttributes()
    let scan = try engine.scan(Level(axes: []), recordsRows: true)
    var found: [RowsBehind] = []
    for source in query.sources {
      var numbers: [RowsBehind.Number] = []
      for aggregate in query.aggregates where aggregate.source == source {
        for entry in scan.passes where entry.source == source {
          let result = entry.pass.result
          guard let place = result.accumulators.firstIndex(where: { $0.aggregate == aggregate })
          else { continue }
          numbers.append(
            RowsBehind.Number(aggregate: aggregate, gifts: result.found[place].gifts))
        }
      }
      let rows = Set(numbers.flatMap(\.gifts.keys)).sorted()
      found.append(
        RowsBehind(
          source: source, numbers: numbers, rows: rows,
          columns: try query.columnsRead(of: source, at: rows, in: store)))
    }
    return found
  }
}

extension ResolvedQuery {
  /// What the conditions and the numbers of a question read of a source, beside its day.
  fileprivate func columnsRead(
    of key: String, at rows: [Int32], in store: Store
  ) throws(EngineFailure) -> [RowsBehind.ReadColumn] {
    guard let source = store[key] else { throw .internalMismatch }
    let own = aggregates.filter { $0.source == key }
    let conditions = [filters[key]].compactMap { $0 } + own.compactMap(\.filter)
    var references: [ColumnReference] = []
    for expression in conditions + own.compactMap(\.key) + own.compactMap(\.argument) {
      for reference in expression.columns
      where reference.origin == .stored && !references.contains(reference)
        && (reference.column != source.schema.dayColumn || !reference.path.isEmpty)
      {
        references.append(reference)
      }
    }
    var evaluator = BlockEvaluator(SourceRows(source, in: store))
    var columns: [RowsBehind.ReadColumn] = []
    for reference in references {
      do throws(Overflow) {
        let vector = try evaluator.values(of: .column(reference), at: .list(rows))
        columns.append(
          RowsBehind.ReadColumn(
            reference: reference, values: rows.indices.map { vector.value(at: $0) }))
      } catch {
        throw .overflow
      }
    }
    return columns
  }
}

extension CurrencyTable {
  func mark(_ number: Int32) -> CurrencyMark {
    switch number {
    case Self.none: .none
    case Self.mixed: .mixed
    default: .one(codes[Int(number)])
    }
  }
}
