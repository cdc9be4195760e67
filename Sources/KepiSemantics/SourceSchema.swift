// What a source looks like: its columns, its time, its links, and what is loaded of it.
package import KepiColumns
import KepiDiagnostics

package struct SourceSchema: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package let name: String
    package let unit: Unit
    /// Whether a file that is loaded has it. Others are known from the kinds that feed the source.
    package let isLoaded: Bool

    package init(name: String, unit: Unit, isLoaded: Bool = true) {
      self.name = name
      self.unit = unit
      self.isLoaded = isLoaded
    }
  }

  /// A many-to-one link: each value of `column` names at most one row of `target`.
  package struct Link: Equatable, Sendable {
    package let column: String
    package let target: String
    package let targetColumn: String

    package init(column: String, target: String, targetColumn: String) {
      self.column = column
      self.target = target
      self.targetColumn = targetColumn
    }
  }

  /// A row of the source holds from one day to another. An empty end is open.
  package struct Validity: Equatable, Sendable {
    package let firstColumn: String
    package let lastColumn: String
    /// `valid: from to last` includes the last day, `valid: from before end` does not.
    package let includesLast: Bool

    package init(firstColumn: String, lastColumn: String, includesLast: Bool) {
      self.firstColumn = firstColumn
      self.lastColumn = lastColumn
      self.includesLast = includesLast
    }
  }

  /// What is known of the rows that are loaded.
  package struct Extent: Equatable, Sendable {
    package let rowCount: Int
    /// First and last day covered; `nil` for a source without time or without a dated row.
    package let days: ClosedRange<Day>?
    /// The coarsest step that a row covers, where rows cover more than a day.
    package let step: Step

    package init(rowCount: Int, days: ClosedRange<Day>?, step: Step) {
      self.rowCount = rowCount
      self.days = days
      self.step = step
    }
  }

  package enum Step: Equatable, Sendable {
    case day
    /// Each row covers one whole step of a grain.
    case grain(Grain)
    /// Rows cover stretches of their own.
    case stretches
  }

  package let name: String
  /// The name folded.
  package let key: String
  package var columns: [Column] { didSet { places = Self.places(of: columns) } }
  /// Where each column stands, by its folded name: formulas look them up by the thousand.
  private var places: [String: Int]
  /// The column of the row's day, or of the first of its days.
  package let dayColumn: String?
  /// The column of the last of its days.
  package let lastDayColumn: String?
  package let links: [Link]
  package let validity: Validity?
  /// Coverage is counted for each value of this column by itself.
  package let coverageColumn: String?
  package let extent: Extent?
  /// How people get the files that feed it, for the message that nothing is loaded.
  package let fedBy: [String]

  package init(
    name: String, columns: [Column], dayColumn: String? = nil, lastDayColumn: String? = nil,
    links: [Link] = [], validity: Validity? = nil, coverageColumn: String? = nil,
    extent: Extent? = nil, fedBy: [String] = []
  ) {
    self.name = name
    key = NameFolding.key(name)
    self.columns = columns
    places = Self.places(of: columns)
    self.dayColumn = dayColumn
    self.lastDayColumn = lastDayColumn
    self.links = links
    self.validity = validity
    self.coverageColumn = coverageColumn
    self.extent = extent
    self.fedBy = fedBy
  }

  package var isLoaded: Bool { extent != nil }

  package func column(named key: String) -> Column? { places[key].map { columns[$0] } }

  private static func places(of columns: [Column]) -> [String: Int] {
    Dictionary(
      columns.enumerated().map { (NameFolding.key($0.element.name), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}
