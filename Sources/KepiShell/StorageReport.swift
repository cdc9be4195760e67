// How much memory the rows of a source take.
import KepiColumns
import KepiEngine

extension Session {
  /// Bytes of each row, column by column, without the texts that rows share.
  package func columnWidths(of source: String) -> [(name: String, bytes: Double)] {
    guard let table = workspace.store()[source.folded]?.table else { return [] }
    return table.columns.map { ($0.name, $0.column.bytesPerRow) }
  }

  /// Bytes that the rollup of a source takes for each row of the source; 0 where there is none.
  package func rollupWidth(of source: String) -> Double {
    guard let loaded = workspace.store()[source.folded], loaded.table.rowCount > 0 else { return 0 }
    let bytes = loaded.rollupColumns.reduce(0) { $0 + $1.bytesPerRow * Double($1.count) }
    return bytes / Double(loaded.table.rowCount)
  }

  /// Whether rollups are being made, which takes a core from questions.
  package var isRollingUp: Bool {
    workspace.store().sources.values.contains { $0.isRollingUp }
  }
}
