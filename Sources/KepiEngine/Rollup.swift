// Sums of a source's rows by day and by texts of few values: what most questions need, made once.
package import KepiColumns
import KepiSemantics

/// One row for all rows of a source that share their day and some texts, such as store and site.
///
/// A question that needs no more than these columns reads it in place of the rows. Its sums are of
/// whole numbers, so the answer is the same to the last digit.
struct Rollup: Sendable {
  /// How many rows, out of all a row of the rollup stands for, count.
  struct Tally: Sendable {
    /// Those with a value; `nil` where all have one.
    let present: IntegerStorage?
    /// Those whose amount is not 0; `nil` for what is no money.
    let nonZero: IntegerStorage?
  }

  /// The source, with the days, the texts and the sums as the columns of its table.
  let source: LoadedSource
  /// How many rows each row stands for.
  let rowCounts: IntegerStorage
  /// By the name of the amount.
  let tallies: [String: Tally]

  /// Whether what is asked for can be read here as well.
  func answers(_ request: ScanRequest, of query: ResolvedQuery) -> Bool {
    let key = source.schema.key
    guard !request.recordsRows, query.children[key] == nil else { return false }
    var read = [query.filters[key]].compactMap { $0 }
    for axis in request.valueAxes {
      guard case .value(let expressions) = query.axes[axis].form, let own = expressions[key] else {
        return false
      }
      read.append(own)
    }
    for aggregate in request.aggregates {
      guard hasSum(of: aggregate) else { return false }
      read += [aggregate.filter, aggregate.key].compactMap { $0 }
    }
    return read.flatMap(\.columns).allSatisfy(isShared)
  }

  private func hasSum(of aggregate: Aggregate) -> Bool {
    guard let argument = aggregate.argument else { return aggregate.function == .count }
    guard case .column(let reference) = argument, reference.path.isEmpty,
      case .stored = reference.origin
    else { return false }
    if aggregate.function == .countDistinct { return isShared(reference) }
    guard let tally = tallies[reference.column] else { return false }
    if case .money(.column(let currency)) = reference.unit, source.table[currency] == nil {
      return false
    }
    return !reference.unit.isMoney || tally.nonZero != nil
  }

  /// Whether all rows that a row stands for have the same there. What a path of links leads to hangs
  /// on its first column and the day.
  private func isShared(_ reference: ColumnReference) -> Bool {
    guard case .stored = reference.origin else { return false }
    let own = reference.path.first ?? reference.column
    return source.table[own] != nil && tallies[own] == nil
  }
}

extension LoadedSource {
  /// Whether sums of it are being made behind the back of who asks.
  package var isRollingUp: Bool { rollupRoom.isInWork }

  /// The columns of its rollup, if it has one by now.
  package var rollupColumns: [Column] {
    guard let rollup = rollupRoom.rollup else { return [] }
    func counts(_ storage: IntegerStorage?) -> Column? {
      storage.map { .amount(AmountColumn(values: $0, scale: 0)) }
    }
    let tallies = rollup.tallies.values.flatMap { [$0.present, $0.nonZero] }
    return rollup.source.table.columns.map(\.column)
      + ([rollup.rowCounts] + tallies).compactMap(counts)
  }
}

/// When a source gets a rollup. It never shows in an answer.
package struct RollupRules: Sendable {
  package enum Making: Sendable {
    case never
    /// While others ask on, once a question had to read many rows.
    case inBackground
    /// Before the first question is answered.
    case atOnce
  }

  let making: Making
  /// Fewer rows than this are quickly read themselves.
  let leastRows: Int
  /// A rollup that has no more rows than the source by this factor is worth its memory.
  let leastRowsEach: Int

  package init(making: Making, leastRows: Int = 1 << 18, leastRowsEach: Int = 8) {
    self.making = making
    self.leastRows = leastRows
    self.leastRowsEach = leastRowsEach
  }

  package static let never = RollupRules(making: .never)
  package static let inBackground = RollupRules(making: .inBackground)
}
