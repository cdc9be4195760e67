// Which rows of a column a loop runs over.

/// Rows in order: a stretch, or a list of those chosen. A row may stand in a list several times.
package enum Rows: Equatable, Sendable {
  case range(Range<Int>)
  case list([Int32])

  package static let none = Rows.range(0..<0)

  package var count: Int {
    switch self {
    case .range(let range): range.count
    case .list(let rows): rows.count
    }
  }

  package var isEmpty: Bool { count == 0 }

  /// Written out.
  package var numbers: [Int32] {
    switch self {
    case .range(let range): range.map { Int32(truncatingIfNeeded: $0) }
    case .list(let rows): rows
    }
  }

  /// Those at some places.
  package subscript(places: Range<Int>) -> Rows {
    switch self {
    case .range(let range):
      .range(range.lowerBound + places.lowerBound..<range.lowerBound + places.upperBound)
    case .list(let rows): .list(Array(rows[places]))
    }
  }

  /// Some of them, by their places.
  package func subset(_ places: [Int]) -> Rows {
    switch self {
    case .range(let range):
      .list(places.map { Int32(truncatingIfNeeded: range.lowerBound + $0) })
    case .list(let rows): .list(places.map { rows[$0] })
    }
  }
}

/// Which groups some rows belong to: all to one, or each to its own.
package enum Groups: Equatable, Sendable {
  case one(Int)
  case each([Int32])

  package subscript(place: Int) -> Int {
    switch self {
    case .one(let group): group
    case .each(let groups): Int(groups[place])
    }
  }

  package func subset(_ places: [Int]) -> Groups {
    switch self {
    case .one: self
    case .each(let groups): .each(places.map { groups[$0] })
    }
  }
}

extension IntegerStorage {
  /// The numbers of some rows, widened.
  package func values(_ rows: Rows) -> [Int64] {
    switch self {
    case .int8(let values): Self.widened(values, rows)
    case .int16(let values): Self.widened(values, rows)
    case .int32(let values): Self.widened(values, rows)
    case .int64(let values): Self.widened(values, rows)
    }
  }

  /// The same where they are known to be codes or days, which fit.
  package func narrowValues(_ rows: Rows) -> [Int32] {
    switch self {
    case .int8(let values): Self.narrowed(values, rows)
    case .int16(let values): Self.narrowed(values, rows)
    case .int32(let values): Self.narrowed(values, rows)
    case .int64(let values): Self.narrowed(values, rows)
    }
  }

  @inline(__always)
  private static func widened<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Rows
  ) -> [Int64] {
    let values = values.span
    var result = [Int64](repeating: 0, count: rows.count)
    switch rows {
    case .range(let range):
      for place in result.indices {
        result[place] = Int64(truncatingIfNeeded: values[range.lowerBound + place])
      }
    case .list(let list):
      for place in list.indices {
        result[place] = Int64(truncatingIfNeeded: values[Int(list[place])])
      }
    }
    return result
  }

  @inline(__always)
  private static func narrowed<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Rows
  ) -> [Int32] {
    let values = values.span
    var result = [Int32](repeating: 0, count: rows.count)
    switch rows {
    case .range(let range):
      for place in result.indices {
        result[place] = Int32(truncatingIfNeeded: values[range.lowerBound + place])
      }
    case .list(let list):
      for place in list.indices {
        result[place] = Int32(truncatingIfNeeded: values[Int(list[place])])
      }
    }
    return result
  }
}

extension Bitmap {
  /// Whether each of some rows is present.
  package func flags(_ rows: Rows) -> [Bool] {
    switch rows {
    case .range(let range): range.map { self[$0] }
    case .list(let list): list.map { self[Int($0)] }
    }
  }
}
