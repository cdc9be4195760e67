// The answer of a question, before it is laid out for anyone.
package import KepiColumns

package struct QueryResult: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package enum Kind: Equatable, Sendable { case plain, others, total }

    package let kind: Kind
    /// One for each name of `by`. A grain gives the first day of its step.
    package let groups: [Value]
    /// One for each item of the question.
    package let cells: [Cell]
    /// Days of the line; `nil` for sources without time.
    package let days: ClosedRange<Day>?
  }

  /// Rows of a source that a question read and kept.
  package struct Use: Equatable, Sendable {
    package let source: String
    package let rowsRead: Int
    package let rowsKept: Int
    package let undatedRows: Int
    package let childlessRows: Int
  }

  /// Money in several currencies where one was wanted.
  package struct Mix: Equatable, Sendable {
    /// Place of the item.
    package let item: Int
    package let lineCount: Int
    /// Rows of each currency, most first.
    package let rows: [(code: String, count: Int)]

    package static func == (left: Mix, right: Mix) -> Bool {
      left.item == right.item && left.lineCount == right.lineCount
        && left.rows.elementsEqual(right.rows, by: ==)
    }
  }

  /// Rows that a sum had to leave out.
  package struct Omission: Equatable, Sendable {
    package let source: String
    package let rowCount: Int
    package let amount: ExactNumber
  }

  /// What a mean over days is over: the days that have rows, of all (R12).
  package struct DayShare: Equatable, Sendable {
    /// Place of the item.
    package let item: Int
    package let dayCount: Int
    package let wholeDayCount: Int
  }

  package var lines: LineList
  package let uses: [Use]
  package let mixes: [Mix]
  package let omissions: [Omission]
  package let dayShares: [DayShare]
  package let zeroDenominators: Int
  /// Lines that the filling would have made, where that was too many.
  package let unfilledLineCount: Int?
}

package enum EngineFailure: Error, Equatable {
  case cancelled
  /// A total that does not fit 64 bits.
  case overflow
  /// More groups than fit the memory that a question may take. So many had been found by then.
  case tooLarge(groupCount: Int)
  /// Every line's amounts are in several currencies.
  case currenciesMixed(QueryResult.Mix)
  /// Rows that cover several days would be cut (R5).
  case rowsCut(source: String, rows: ClosedRange<Day>, at: Day)
  /// A source that the question reads is not there. Ours: the resolver checks it.
  case internalMismatch
}
