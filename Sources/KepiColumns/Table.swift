// Columns side by side: what is loaded and what is answered.

package struct Table: Equatable, Sendable {
  package struct NamedColumn: Equatable, Sendable {
    package let name: String
    package let unit: Unit
    package let column: Column

    package init(name: String, unit: Unit, column: Column) {
      self.name = name
      self.unit = unit
      self.column = column
    }
  }

  package let rowCount: Int
  package let columns: [NamedColumn]

  package init(rowCount: Int, columns: [NamedColumn]) {
    precondition(columns.allSatisfy { $0.column.count == rowCount }, "columns have one length")
    self.rowCount = rowCount
    self.columns = columns
  }

  package subscript(name: String) -> NamedColumn? { columns.first { $0.name == name } }
}
