// The XML reports that are known, as tables with the headers of their flat twins.

package enum XMLTables {
  /// The text is UTF-8, whatever it says. `nil` where the document is of no known form. The first
  /// row of the cells is the header.
  ///
  /// - Errors: those of the parser; `malformed` where a known form lacks its parts.
  package static func table(
    of text: [UInt8], limits: ContainerLimits
  ) throws(ContainerFailure) -> CellTable? {
    let table = try table(of: LargeFile(text), limits: limits, isCancelled: { false }, into: nil)
    return table.bytes.isEmpty ? nil : table
  }

  /// The same of a large document, block by block: none where it is of no known form.
  package static func rows(
    of text: LargeFile, blockSize: Int, budget: ExpansionBudget
  ) -> RowStream {
    RowStream(blockSize: blockSize) { sink throws(ContainerFailure) in
      try table(of: text, limits: budget.limits, isCancelled: budget.isCancelled, into: sink)
    }
  }

  private static func table(
    of text: LargeFile, limits: ContainerLimits, isCancelled: () -> Bool, into sink: RowSink?
  ) throws(ContainerFailure) -> CellTable {
    let parser = XMLParser(ReportHandler(limits, into: sink), limits: limits, isUTF8: true)
    try text.forEachPiece(of: 1 << 18) { piece throws(ContainerFailure) in
      if isCancelled() { throw .stopped }
      try parser.take(piece)
    }
    try parser.finish()
    return try parser.handler.finish()
  }
}

/// Keeps the open elements and the values found in each, and has a form write rows when one closes.
struct ReportHandler: XMLHandler {
  /// An element that is open: its attributes and the values of its leaves, by name.
  struct Level {
    let name: String
    var values: [(name: String, text: String)]
    var text: [UInt8] = []
    var hasChildren = false

    subscript(name: String) -> String? { values.first { $0.name == name }?.text }

    var trimmedText: String {
      let blanks = Array(" \t\r\n".utf8)
      guard let first = text.firstIndex(where: { !blanks.contains($0) }),
        let last = text.lastIndex(where: { !blanks.contains($0) })
      else { return "" }
      return String(decoding: text[first...last], as: UTF8.self)
    }
  }

  private let limits: ContainerLimits
  private var levels: [Level] = []
  private var form: Form?
  private var writer: CellWriter
  /// Rows of the part of the report that is open.
  private var held: [[String: String]] = []

  private static let mostHeld = 10_000

  init(_ limits: ContainerLimits, into sink: RowSink?) {
    self.limits = limits
    writer = CellWriter(limits, into: sink)
  }

  /// Without rows where there is none below the header.
  mutating func finish() throws(ContainerFailure) -> CellTable {
    guard form != nil, writer.row > 1 else { return CellTable() }
    return CellTable(bytes: try writer.finish())
  }

  mutating func begin(_ element: borrowing XMLElement) throws(ContainerFailure) {
    let name = String(copying: element.name)
    var values: [(name: String, text: String)] = []
    for number in 0..<element.attributeCount {
      values.append(
        (
          String(copying: element.attributeName(number)),
          String(copying: element.attributeValue(number))
        ))
    }
    if form == nil, let found = Form.all.first(where: { $0.element == name }) {
      form = found
      try writer.openNext()
      for (column, header) in found.headers.enumerated() {
        try writer.write(Array(header.utf8), at: column)
      }
    }
    if !levels.isEmpty { levels[levels.count - 1].hasChildren = true }
    levels.append(Level(name: name, values: values))
  }

  mutating func text(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    guard let last = levels.indices.last, !levels[last].hasChildren else { return }
    guard levels[last].text.count + bytes.count <= limits.cellBytes else {
      throw .cellTooLong(limit: limits.cellBytes)
    }
    for index in bytes.indices { levels[last].text.append(bytes[index]) }
  }

  mutating func end(_ name: Span<UInt8>) throws(ContainerFailure) {
    guard let form else {
      levels.removeLast()
      return
    }
    held += form.rows(levels)
    let parent = levels.dropLast().last?.name
    // One element with rows without end must not fill the memory.
    if parent == form.element || !form.holdsRows || held.count > Self.mostHeld {
      for row in held { try write(form.completed(row, levels), of: form) }
      held.removeAll(keepingCapacity: true)
    }
    guard let closed = levels.popLast(), let parent = levels.indices.last else { return }
    levels[parent].values += form.hoisted(closed)
    guard !closed.hasChildren else { return }
    // A leaf is a value of the element around it, and so are its attributes: `Amount`,
    // `Amount.currency`.
    let text = closed.trimmedText
    if !text.isEmpty { levels[parent].values.append((closed.name, text)) }
    for value in closed.values {
      levels[parent].values.append(("\(closed.name).\(value.name)", value.text))
    }
  }

  private mutating func write(
    _ row: [String: String], of form: Form
  ) throws(ContainerFailure) {
    try writer.openNext()
    for (column, header) in form.headers.enumerated() {
      guard let value = row[header] else { continue }
      try writer.write(Array(value.utf8), at: column)
    }
  }

  /// A report that is known by one of its elements.
  struct Form {
    let element: String
    let headers: [String]
    /// What of an element that closes holds for all that follows it in the element around it.
    let hoisted: (Level) -> [(name: String, text: String)]
    /// The rows, by header, that come of the last of the levels as it closes.
    let rows: ([Level]) -> [[String: String]]
    /// Whether rows wait until the part of the report that they stand in is closed, which may say
    /// more of them.
    var holdsRows = false
    /// A row with what the part that closes, the last of the levels, says of it.
    var completed: ([String: String], [Level]) -> [String: String] = { row, _ in row }

    static var all: [Form] { [settlement, rates] }

    /// Amazon's settlement as XML, written as the flat file V2: one row for each amount of an item,
    /// an order or the account, and one with the total.
    static var settlement: Form {
      Form(
        element: "SettlementReport",
        headers: [
          "settlement-id", "settlement-start-date", "settlement-end-date", "deposit-date",
          "total-amount", "currency", "transaction-type", "order-id", "merchant-order-id",
          "adjustment-id", "shipment-id", "marketplace-name", "amount-type", "amount-description",
          "amount", "fulfillment-id", "posted-date-time", "order-item-code",
          "merchant-order-item-id", "merchant-adjustment-item-id", "sku", "quantity-purchased",
          "promotion-id",
        ], hoisted: SettlementRow.hoisted, rows: SettlementRow.rows, holdsRows: true,
        completed: SettlementRow.completed)
    }

    /// The reference rates of the European Central Bank.
    static var rates: Form {
      Form(
        element: "Cube", headers: ["time", "currency", "rate"], hoisted: { _ in [] }
      ) { levels in
        guard let level = levels.last, level.name == "Cube", let currency = level["currency"],
          let rate = level["rate"]
        else { return [] }
        let time = levels.reversed().lazy.compactMap { $0["time"] }.first
        return [["time": time ?? "", "currency": currency, "rate": rate]]
      }
    }
  }
}
