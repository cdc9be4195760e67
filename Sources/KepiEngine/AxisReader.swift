// The code of each row on one axis.
import KepiColumns
import KepiSemantics

/// Gives each row its code on one axis.
struct AxisReader {
  let axis: Int
  private let expression: RowExpression
  /// Whether another source has texts on this axis: numbers are matched with them as written (R3).
  private let asText: Bool
  /// For an axis over one text column: the axis code of each entry of its dictionary.
  private var table: [Int32]? {
    didSet { codeCount = table.map { Int($0.max() ?? 0) + 1 } }
  }
  /// Whether the axis codes are those of the column.
  private var isIdentity = false
  private var text: TextColumn?
  private var links: [Int32]?
  private var offsets: CodeOffsets?

  init(_ query: ResolvedQuery, _ axis: Int, source: LoadedSource) throws(EngineFailure) {
    guard case .value(let expressions) = query.axes[axis].form,
      let expression = expressions[source.schema.key]
    else { throw .internalMismatch }
    self.axis = axis
    self.expression = expression
    asText = query.axes[axis].unit == .text && expression.unit != .text
  }

  /// Makes the codes of all texts of the column beforehand, where the axis is over one.
  mutating func prepare(
    _ evaluator: inout BlockEvaluator, _ domain: inout AxisDomain
  ) throws(EngineFailure) {
    guard let reference = expression.soleTextColumn, expression.unit == .text,
      let (column, map) = evaluator.column(reference), case .text(let text) = column
    else { return }
    self.text = text
    links = map
    if case .column = expression, domain.adopt(text.dictionary) {
      table = text.dictionary.indices.map { Int32(truncatingIfNeeded: $0) }
      isIdentity = true
      return
    }
    var codes: [Int32] = []
    codes.reserveCapacity(text.dictionary.count)
    do throws(Overflow) {
      for (code, entry) in text.dictionary.enumerated() {
        codes.append(
          domain.code(
            of: try expression.value(reading: { _ in code == 0 ? .blank : .text(entry) })))
      }
    } catch {
      throw .overflow
    }
    table = codes
  }

  /// One more than the greatest code that a row can have; `nil` where only the rows tell.
  private(set) var codeCount: Int?

  /// The same with its codes multiplied, to be parts of where records begin.
  func scaled(by factor: Int32) -> AxisReader {
    var copy = self
    if isIdentity, let codeCount {
      copy.offsets = CodeOffsets(codeCount: codeCount, times: factor)
    } else {
      copy.offsets = table.map { codes in CodeOffsets(codes.map { $0 &* factor }) }
    }
    return copy
  }

  /// Moves the records of some rows by what their codes stand for.
  func addOffsets(_ rows: Rows, to starts: inout RecordStarts) {
    guard let offsets, let text else { return }
    if let links {
      starts.add(rows, linkedBy: links, to: text.codes, offsets)
    } else {
      starts.add(rows, of: text.codes, offsets)
    }
  }

  /// Adds the codes of some rows, times a factor, to their sums.
  func addCodes(_ rows: Rows, times factor: Int32, to sums: inout [Int32]) {
    guard let table, let text else { return }
    guard let links else {
      return text.codes.addCodes(rows, from: table, times: factor, to: &sums)
    }
    for (place, row) in rows.numbers.enumerated() {
      let at = links[Int(row)]
      sums[place] += table[at < 0 ? 0 : Int(text.codes[Int(at)])] * factor
    }
  }

  mutating func codes(
    _ rows: Rows, _ evaluator: inout BlockEvaluator, _ domain: inout AxisDomain
  ) throws(EngineFailure) -> [Int32] {
    if table != nil {
      var sums = [Int32](repeating: 0, count: rows.count)
      addCodes(rows, times: 1, to: &sums)
      return sums
    }
    do {
      let vector = try evaluator.values(of: expression, at: rows)
      return (0..<rows.count).map { place in
        let value = vector.value(at: place)
        return domain.code(of: asText ? value.presentText.map { .text($0) } ?? .blank : value)
      }
    } catch {
      throw .overflow
    }
  }
}
