// How one row of a file gives several lines of its source: an amount of each sort is a column.

struct LineLayout: Sendable {
  struct Part: Sendable {
    enum Content: Sendable {
      case constant([UInt8])
      case column(Int)
    }

    let content: Content
    /// Among the bindings of the reading.
    let binding: Int
  }

  struct Line: Sendable {
    let parts: [Part]
    /// The column whose cell makes the line.
    let key: Int
    /// Slots of other lines' fields, empty here.
    let absent: [KindReading.Slot]

    /// Whether the cell that the line is there for has a value other than zero.
    func isFilled(_ cells: [DelimitedReader.Cell], of text: Span<UInt8>) -> Bool {
      let range = text.trimmedCell(text.withoutNumberMark(cells[key].start..<cells[key].end))
      for offset in range {
        let byte = text[offset]
        // Some write `-0` as well.
        if byte != UInt8(ascii: "0"), byte != UInt8(ascii: "."), byte != UInt8(ascii: ","),
          byte != UInt8(ascii: "-")
        {
          return !text.isMissingMark(range)
        }
      }
      return false
    }
  }

  let lines: [Line]
  /// The line of a row in which none of them is filled.
  let otherwise: Line?
  /// All slots that lines fill.
  let slots: [KindReading.Slot]
  /// The bindings that lines and the total use.
  let bindings: Set<Int>
  /// The binding of what a row states as the sum of its lines.
  let total: Int?

  /// `nil` where a row of the kind is a line. Adds what the lines read to `bindings`.
  init?(
    _ kind: ExportKind, headers: [String], bindings: inout [KindReading.Binding],
    found: ([String]) -> Int?, makeSlot: (ExportField) -> KindReading.Slot
  ) {
    guard !kind.lines.isEmpty else { return nil }
    var slots: [String: KindReading.Slot] = [:]
    var order: [KindReading.Slot] = []
    var used: Set<Int> = []
    /// Fields that have a fallback are bound already.
    func slot(of field: ExportField) -> KindReading.Slot {
      if let slot = slots[field.name] { return slot }
      let slot = bindings.first { $0.field.name == field.name }?.slot ?? makeSlot(field)
      slots[field.name] = slot
      order.append(slot)
      return slot
    }
    func reading(
      _ line: ExportKind.Line
    ) -> (parts: [Part], key: Int, filled: [KindReading.Slot])? {
      // A file without promotions lacks their columns, and with them their lines. Of what else a line
      // says a file may lack some, not all: several may be there for the same column.
      let others = line.parts.dropLast().filter { !$0.headers.isEmpty }
      guard let key = line.parts.last.flatMap({ found($0.headers) }),
        others.isEmpty || others.contains(where: { found($0.headers) != nil })
      else { return nil }
      var parts: [Part] = []
      var filled: [KindReading.Slot] = []
      for part in line.parts {
        guard let field = kind.fields.first(where: { $0.name == part.field }) else { continue }
        let slot = slot(of: field)
        let content: Part.Content
        var column: Int?
        switch part.content {
        case .constant(let text): content = .constant(Array(text.utf8))
        case .headers(let names):
          guard let place = found(names) else { continue }
          (content, column) = (.column(place), place)
        }
        used.insert(bindings.count)
        parts.append(Part(content: content, binding: bindings.count))
        filled.append(slot)
        bindings.append(
          KindReading.Binding(
            field: field, column: column, header: column.map { headers[$0] } ?? "", slot: slot,
            isNegated: part.isNegated))
      }
      return (parts, key, filled)
    }
    let read = kind.lines.compactMap(reading)
    let last = kind.otherwise.flatMap(reading)
    func line(_ read: (parts: [Part], key: Int, filled: [KindReading.Slot])) -> Line {
      Line(
        parts: read.parts, key: read.key,
        absent: order.filter { slot in !read.filled.contains { $0 == slot } })
    }
    lines = read.map(line)
    otherwise = last.map(line)
    self.slots = order
    if let total = kind.rowTotal, let column = found(total.headers),
      let field = kind.fields.first(where: { $0.name == total.field })
    {
      used.insert(bindings.count)
      self.total = bindings.count
      // Under a name of its own: it is compared and stands in no table.
      let hidden = ExportField(name: "", type: field.type, headers: total.headers)
      bindings.append(
        KindReading.Binding(
          field: hidden, column: column, header: headers[column], slot: makeSlot(hidden)))
    } else {
      total = nil
    }
    self.bindings = used
  }
}
