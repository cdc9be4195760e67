// One file, read: its rows as columns, and what was left out.
package import KepiColumns
package import KepiDiagnostics

package struct LoadedExport: Equatable, Sendable {
  /// The path as it was named.
  package let path: String
  package let kind: String?
  package let source: String
  /// Columns named after the fields of the source. `day` is the row's day, or the first of its
  /// days; `until`, where it is present, the last.
  package let table: Table
  package let rowsRead: Int
  /// Rows left out, in order of line. `rowsRead` is the rows of the table plus those named here.
  package let rejects: [Reject]
  /// Cells that did not fit their column, in order of line. Their rows are in the table, with the
  /// cell absent.
  package let unreadCells: [Reject]
  /// Headers that were neither mapped, nor private, nor left out on purpose.
  package let unusedHeaders: [String]
  /// What a reader of `show loads` should know: a total that does not match, a damaged cell.
  package let remarks: [Phrase]
  /// The day that the report itself is of, where it says one: of two that overlap the later wins.
  package let reportDay: Day?
  /// What is not known for certain about files of this kind.
  package let uncertainty: Phrase?
  /// Columns that a path or a `with` set, not the file.
  package let fixedColumns: [String]
  /// Columns of numbers that its kind may have and it has not: no cell of theirs says anything.
  package var columnsNotThere: Set<String> = []
  /// Rows of the file that are no data by the words of its kind: totals, notes, explanations.
  package var rowsLeftOut: [RowsLeftOut] = []
  /// The line of the file that each row of the table stands on; empty where that was not asked.
  package var lines: [Int32] = []

  package init(
    path: String, kind: String?, source: String, table: Table, rowsRead: Int, rejects: [Reject],
    unreadCells: [Reject] = [], unusedHeaders: [String], remarks: [Phrase], reportDay: Day? = nil,
    uncertainty: Phrase? = nil, fixedColumns: [String] = []
  ) {
    self.path = path
    self.kind = kind
    self.source = source
    self.table = table
    self.rowsRead = rowsRead
    self.rejects = rejects
    self.unreadCells = unreadCells
    self.unusedHeaders = unusedHeaders
    self.remarks = remarks
    self.reportDay = reportDay
    self.uncertainty = uncertainty
    self.fixedColumns = fixedColumns
  }
}

/// Rows that are in no table and no loss, and how they are told: `whose \`asin\` is empty`.
package struct RowsLeftOut: Equatable, Sendable {
  package let count: Int
  package let reason: Phrase

  package init(count: Int, reason: Phrase) {
    self.count = count
    self.reason = reason
  }
}

/// A row, or a cell, that could not be read.
package struct Reject: Equatable, Sendable {
  /// From 1, as an editor counts.
  package let line: Int
  /// The header of the cell at fault; `nil` where the whole row is.
  package let column: String?
  /// The cell as it stands; `nil` where it may hold buyer data.
  package let text: String?
  package let reason: Phrase

  package init(line: Int, column: String?, text: String?, reason: Phrase) {
    self.line = line
    self.column = column
    self.text = text
    self.reason = reason
  }

  /// The same where its line counts from another.
  func shifted(by lineCount: Int) -> Reject {
    Reject(line: line + lineCount, column: column, text: text, reason: reason)
  }
}
