// What the definition of a source of one's own says about its columns.
package import KepiColumns

/// Columns are named as definitions name them; case and width of letters do not matter.
package struct PlainSchema: Equatable, Sendable {
  package struct MoneyColumn: Equatable, Sendable {
    package let column: String
    package let currency: Currency

    package init(column: String, currency: Currency) {
      self.column = column
      self.currency = currency
    }
  }

  package var source: String
  /// The column of `time:`.
  package var timeColumn: String?
  /// The zone that times without an offset are in.
  package var fromZone: String?
  /// The zone that days are counted in.
  package var zone: String?
  package var money: [MoneyColumn] = []
  /// Columns that are text even where they look like numbers.
  package var textColumns: [String] = []
  /// Columns of percentage points: `4.81` is 4.81 %.
  package var pointsColumns: [String] = []

  package init(source: String) { self.source = source }
}
