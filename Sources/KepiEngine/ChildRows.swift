// The children of a source's rows: the lines of an order (R14).
import KepiColumns
import KepiSemantics

struct ChildRows {
  let children: ResolvedQuery.Children
  var evaluator: BlockEvaluator
  private let parentKeys: Column?
  /// The child rows of each parent key, in order.
  private let rows: [Value: [Int32]]

  init(_ children: ResolvedQuery.Children, of parent: LoadedSource, in rows: SourceRows) {
    self.children = children
    evaluator = BlockEvaluator(rows)
    parentKeys = parent.table[children.parentColumn]?.column
    var index: [Value: [Int32]] = [:]
    if let keys = rows.source.table[children.linkColumn]?.column {
      for row in 0..<rows.rowCount {
        let key = keys.value(at: row)
        if !key.isBlank { index[key, default: []].append(Int32(row)) }
      }
    }
    self.rows = index
  }

  func hasChildren(_ parent: Int) -> Bool {
    parentKeys.map { rows[$0.value(at: parent)] != nil } ?? false
  }

  /// The children of a parent; those that meet the conditions on children, or all.
  mutating func children(of parent: Int, isFiltered: Bool) throws(Overflow) -> [Int32] {
    guard let key = parentKeys?.value(at: parent), let found = rows[key] else { return [] }
    guard isFiltered, let filter = children.filter else { return found }
    return try evaluator.select(.list(found), where: filter).numbers
  }
}
