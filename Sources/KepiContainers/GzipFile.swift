// A gzip file: one thing, packed.

package enum GzipFile {
  package static func contents(
    of bytes: [UInt8], budget: inout ExpansionBudget
  ) throws(ContainerFailure) -> [UInt8] {
    var contents: [UInt8] = []
    contents.reserveCapacity(statedSize(bytes, budget.limits))
    var spending = budget
    defer { budget = spending }
    try Inflation.expand(bytes, 0..<bytes.count, .gzip) { piece throws(ContainerFailure) in
      try spending.spend(
        piece.count, entryBytes: contents.count + piece.count, packedBytes: bytes.count)
      contents.append(piece)
    }
    return contents
  }

  /// What the end of a file says of its size, which saves growing into it step by step, each time
  /// with both in memory. It may be anything where the file is damaged or made to do harm.
  private static func statedSize(_ bytes: [UInt8], _ limits: ContainerLimits) -> Int {
    let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return min(size, bytes.count * min(limits.ratio, 32))
  }
}
