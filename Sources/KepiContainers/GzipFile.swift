// A gzip file: one thing, packed.

package enum GzipFile {
  package static func contents(
    of bytes: [UInt8], budget: inout ExpansionBudget
  ) throws(ContainerFailure) -> [UInt8] {
    var contents: [UInt8] = []
    var spending = budget
    defer { budget = spending }
    try Inflation.expand(bytes, 0..<bytes.count, .gzip) { piece throws(ContainerFailure) in
      try spending.spend(
        piece.count, entryBytes: contents.count + piece.count, packedBytes: bytes.count)
      for index in piece.indices { contents.append(piece[index]) }
    }
    return contents
  }
}
