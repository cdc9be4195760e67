// How much memory the rows of a source take.
import KepiColumns
import KepiEngine

extension Session {
  /// Bytes of each row, column by column, without the texts that rows share.
  package func columnWidths(of source: String) -> [(name: String, bytes: Double)] {
    guard let table = workspace.store()[source.folded]?.table else { return [] }
    return table.columns.map { ($0.name, $0.column.bytesPerRow) }
  }
}
