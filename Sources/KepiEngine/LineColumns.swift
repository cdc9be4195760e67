// Many plain lines of an answer, column by column: a line is made only where one is asked for.
package import KepiColumns

/// What lines hold. Each column has an entry for each line.
package struct LineColumns: Sendable {
  /// One name of `by`: codes of values.
  package struct Groups: Sendable {
    package let values: [Value]
    package var codes: [Int32]
  }

  /// One item of the question.
  package struct Numbers: Sendable {
    package enum Storage: Sendable {
      /// Digits, as `ExactNumber` has them.
      case exact([Int64], scale: Int)
      case approximate([Double])
    }

    package var storage: Storage
    /// Of all lines alike.
    package let currency: CurrencyMark
    /// `nil` where every line has a number. Where one has none it is 0.
    package var present: [Bool]?
  }

  package let count: Int
  package let groups: [Groups]
  package let numbers: [Numbers]
  /// The step of time of each line, and the days of each step.
  let steps: [Int32]
  let days: [ClosedRange<Day>?]
}

extension LineColumns.Numbers {
  package var isEmpty: Bool {
    switch storage {
    case .exact(let digits, _): digits.isEmpty
    case .approximate(let numbers): numbers.isEmpty
    }
  }

  package func cell(at line: Int) -> Cell {
    guard present?[line] ?? true else { return Cell(.blank, currency) }
    switch storage {
    case .exact(let digits, let scale):
      return Cell(.exact(ExactNumber(Int128(digits[line]), scale: scale)), currency)
    case .approximate(let numbers): return Cell(.approximate(numbers[line]), currency)
    }
  }

  /// Those of some lines, in their order.
  func taking(_ places: [Int32]) -> LineColumns.Numbers {
    var copy = self
    switch storage {
    case .exact(let digits, let scale):
      copy.storage = .exact(places.map { digits[Int($0)] }, scale: scale)
    case .approximate(let numbers):
      copy.storage = .approximate(places.map { numbers[Int($0)] })
    }
    copy.present = present.map { flags in places.map { flags[Int($0)] } }
    return copy
  }
}

/// The lines of an answer, in order.
package struct LineList: Sendable {
  private enum Storage: Sendable {
    case lines([QueryResult.Line])
    case columns(LineColumns)
  }

  private let storage: Storage

  package init(_ lines: [QueryResult.Line]) { storage = .lines(lines) }

  init(_ columns: LineColumns) { storage = .columns(columns) }

  /// Where lines are kept by columns.
  package var columns: LineColumns? {
    if case .columns(let columns) = storage { columns } else { nil }
  }

  package var kinds: [QueryResult.Line.Kind] {
    switch storage {
    case .lines(let lines): lines.map(\.kind)
    case .columns(let columns): Array(repeating: .plain, count: columns.count)
    }
  }

  /// What the lines have under one name of `by`.
  package func groups(at place: Int) -> [Value] {
    switch storage {
    case .lines(let lines): return lines.map { $0.groups[place] }
    case .columns(let columns):
      let groups = columns.groups[place]
      return groups.codes.map { groups.values[Int($0)] }
    }
  }
}

extension LineList: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .lines(let lines): lines.count
    case .columns(let columns): columns.count
    }
  }

  package subscript(line: Int) -> QueryResult.Line {
    switch storage {
    case .lines(let lines): lines[line]
    case .columns(let columns):
      QueryResult.Line(
        kind: .plain, groups: columns.groups.map { $0.values[Int($0.codes[line])] },
        cells: columns.numbers.map { $0.cell(at: line) },
        days: columns.days[Int(columns.steps[line])])
    }
  }
}

extension LineList: Equatable {
  package static func == (left: LineList, right: LineList) -> Bool { left.elementsEqual(right) }
}
