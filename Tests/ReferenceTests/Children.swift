// Parents by their children (R14): a row stands once beside each of its children.
import KepiDiagnostics
import KepiSyntax

extension Evaluator {
  func rows(
    of source: Source, withChildrenFor expressions: [ExpressionSyntax]
  ) throws -> [RowRef] {
    try source.rows.indices.flatMap { try expanded(RowRef($0), of: source, for: expressions) }
  }

  /// The row with each of the children that some expressions speak of. None where it has none.
  func expanded(
    _ row: RowRef, of source: Source, for expressions: [ExpressionSyntax]
  ) throws -> [RowRef] {
    guard parents.contains(source.name) else { return [row] }
    var names: [String] = []
    for expression in expressions {
      try forEachName(in: expression, of: source) { parts in
        let isOwn =
          parts[0] == source.name || source.links.contains { $0.target == parts[0] }
        guard !isOwn, let child = child(of: source, reaching: parts[0]) else { return }
        if !names.contains(child), row.children[child] == nil { names.append(child) }
      }
    }
    var result = [row]
    for name in names {
      let child = try self.source(name)
      guard let link = child.links.first(where: { $0.target == source.name }) else { continue }
      result = result.flatMap { row in
        let wanted = source.rows[row.index][link.targetColumn] ?? .blank
        return child.rows.indices.compactMap { index -> RowRef? in
          guard !wanted.isBlank, child.rows[index][link.column] == wanted else { return nil }
          if let writtenAsOf, let day = child.day(of: index), day > writtenAsOf { return nil }
          var row = row
          row.children[name] = index
          return row
        }
      }
    }
    return result
  }

  /// Calls `body` with each column that an expression over rows names, its source first, the names
  /// behind dimensions and segments included.
  func forEachName(
    in expression: ExpressionSyntax, of source: Source, _ body: ([String]) throws -> Void
  ) throws {
    switch expression.form {
    case .name(let path):
      let parts = path.parts.map(\.text)
      if parts.count > 1 { return try body(parts) }
      if let alternatives = definitions.dimensions[parts[0]] {
        guard let known = try known(alternatives, to: source) else {
          return try body([source.name, parts[0]])
        }
        try forEachName(in: known, of: source, body)
      } else if let segment = definitions.segments[parts[0]] {
        try forEachName(in: segment, of: source, body)
      } else if definitions.constants[parts[0]] == nil {
        try body([source.name, parts[0]])
      }
    case .literal, .quantity, .absent: break
    // A metric of a thing is of no one column.
    case .context: try body([source.name, ""])
    case .call(_, _, let arguments):
      for argument in arguments { try forEachName(in: argument, of: source, body) }
    case .negated(let inner), .not(let inner), .parenthesised(let inner), .like(let inner, _, _),
      .isMissing(let inner, _):
      try forEachName(in: inner, of: source, body)
    case .binary(_, let left, let right):
      try forEachName(in: left, of: source, body)
      try forEachName(in: right, of: source, body)
    case .between(let first, let second, let third),
      .conditional(let first, let second, let third):
      for part in [first, second, third] { try forEachName(in: part, of: source, body) }
    case .membership(let inner, _, let list):
      for part in [inner] + list { try forEachName(in: part, of: source, body) }
    }
  }
}
