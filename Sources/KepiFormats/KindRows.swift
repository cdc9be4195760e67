// The rows of a file of a known kind, cell by cell into the columns of its fields.
import KepiColumns
import KepiContainers
import KepiDiagnostics

extension KindReading {
  mutating func readRows(_ watch: ReadWatch) throws(ReadFailure) {
    // What stands below the rows is looked at as well.
    if case .file(_, isSurveyed: false) = source, !ends.isEmpty { throw .notInParts }
    let reading = RowReading(
      source: source, reader: layout.reader, width: width, effort: effort, watch: watch)
    do throws(RowSourceFailure) {
      try reading.read(into: &self)
      remarks += try source.lateRemarks()
    } catch {
      throw ReadFailure(error)
    }
    if damagedCharacters > 0 { remarks.append(.damagedCharacters(damagedCharacters)) }
    remarks += fitting.remarks
  }
}

extension KindReading: RowTaker {
  /// Cells of a container carry marks, and the rows of some kinds have to be looked at one by one.
  var blockWidth: Int? {
    layout.isCells || lineLayout != nil || !ends.isEmpty || !footers.isEmpty || !skips.isEmpty
      || !fitting.takesOnly(width) ? nil : width
  }

  mutating func note(damagedCharacters count: Int) { damagedCharacters += count }

  mutating func reject(line: Int, because reason: Phrase) {
    rowRejects.append(Reject(line: line, column: nil, text: nil, reason: reason))
  }

  mutating func finishShare() {}

  // MARK: Many rows

  mutating func take(
    _ block: RowBlock, _ bytes: Span<UInt8>, line: Int, _ codes: inout [Int32]
  ) {
    let first = lines.count
    for row in 0..<block.rowCount { lines.append(Int32(truncatingIfNeeded: line + row)) }
    rowSigns.append(contentsOf: repeatElement(0, count: block.rowCount))
    for index in rowBindings {
      guard let column = bindings[index].column else { continue }
      switch bindings[index].slot {
      case .text(let builder): texts[builder].append(block, bytes, column: column, &codes)
      case .numeric(let builder):
        let told = numerics[builder].append(
          block, bytes, column: column, signs: &signs, isNegated: bindings[index].isNegated, &codes)
        for (row, outcome) in told {
          note(outcome, bytes, block.cell(row, column), row: first + row, binding: index)
        }
      }
    }
    fillColumnless(upTo: lines.count)
  }

  // MARK: One row

  mutating func take(
    row cells: inout [DelimitedReader.Cell], _ bytes: Span<UInt8>, line: Int,
    _ content: inout [UInt8]
  ) {
    if cells.areEmpty() { return }
    if !footers.isEmpty, cells.areFooter(footers, of: bytes) {
      footerCount += 1
      return
    }
    if !ends.isEmpty, let first = cells.first, ends.contains(HeaderName(first.text(in: bytes))) {
      isAtEnd = true
      return
    }
    guard fitting.fits(&cells) else {
      reject(line: line, because: .otherWidth(cells.count, header: width))
      return
    }
    if let skip = skips.firstIndex(where: { $0.names.contains(cells[$0.column], of: bytes) }) {
      skipCounts[skip] += 1
      return
    }
    guard let lineLayout else {
      store(cells, of: bytes, line: line, nil, &content)
      return
    }
    var isFirst = true
    for part in lineLayout.lines where part.isFilled(cells, of: bytes) {
      store(cells, of: bytes, line: line, part, isFirst: isFirst, &content)
      isFirst = false
    }
    if isFirst { store(cells, of: bytes, line: line, lineLayout.otherwise, &content) }
  }

  /// Appends one line: the cells that its row has for all of them, and its own.
  private mutating func store(
    _ cells: [DelimitedReader.Cell], of bytes: Span<UInt8>, line: Int, _ own: LineLayout.Line?,
    isFirst: Bool = true, _ content: inout [UInt8]
  ) {
    let row = lines.count
    lines.append(Int32(truncatingIfNeeded: line))
    rowSigns.append(0)
    for index in rowBindings {
      if let column = bindings[index].column {
        store(cells[column], of: bytes, row, index, &content)
      }
    }
    fillColumnless(upTo: row + 1)
    guard let lineLayout else { return }
    if let total = lineLayout.total, let column = bindings[total].column {
      if isFirst {
        store(cells[column], of: bytes, row, total, &content)
      } else {
        appendAbsent(bindings[total].slot)
      }
    }
    for part in own?.parts ?? [] {
      switch part.content {
      case .constant(let text): store(text.span, 0..<text.count, row: row, binding: part.binding)
      case .column(let column): store(cells[column], of: bytes, row, part.binding, &content)
      }
    }
    for slot in own?.absent ?? lineLayout.slots { appendAbsent(slot) }
  }

  /// A fallback stands in no column, nor does what the file has under other headers alone; such
  /// cells are filled in the end.
  private mutating func fillColumnless(upTo rowCount: Int) {
    for (builder, _) in fallbacks { texts[builder].appendAbsent(upTo: rowCount) }
    for alternative in alternatives {
      switch alternative.slot {
      case .text(let builder): texts[builder].appendAbsent(upTo: rowCount)
      case .numeric(let builder): numerics[builder].appendAbsent(upTo: rowCount)
      }
    }
  }

  private mutating func store(
    _ cell: DelimitedReader.Cell, of bytes: Span<UInt8>, _ row: Int, _ binding: Int,
    _ content: inout [UInt8]
  ) {
    guard cell.hasDoubledQuotes else {
      return store(bytes, cell.start..<cell.end, row: row, binding: binding)
    }
    content.removeAll(keepingCapacity: true)
    cell.appendContent(of: bytes, to: &content)
    store(content.span, 0..<content.count, row: row, binding: binding)
  }

  private mutating func appendAbsent(_ slot: Slot) {
    switch slot {
    case .text(let builder): texts[builder].appendAbsent()
    case .numeric(let builder): numerics[builder].appendAbsent()
    }
  }

  private mutating func store(
    _ bytes: Span<UInt8>, _ range: Range<Int>, row: Int, binding index: Int
  ) {
    switch bindings[index].slot {
    case .text(let builder): texts[builder].append(bytes, bytes.withoutNumberMark(range))
    case .numeric(let builder):
      let outcome = numerics[builder].append(
        bytes, range, signs: &signs, isNegated: bindings[index].isNegated)
      note(outcome, bytes, range, row: row, binding: index)
    }
  }

  /// What a cell of numbers says of its row.
  private mutating func note(
    _ outcome: NumericBuilder.Outcome, _ bytes: Span<UInt8>, _ range: Range<Int>, row: Int,
    binding index: Int
  ) {
    switch outcome {
    case .absent: break
    case .damaged:
      let shown = String(
        decoding: bytes.withoutNumberMark(bytes.trimmedBlanks(range)).prefix(80).map {
          bytes[$0]
        }, as: UTF8.self)
      reject(
        row, bindings[index], text: shown,
        because: .notOfType(bindings[index].field.type))
    case .read(let sign):
      guard sign != 0 else { break }
      guard case .money = bindings[index].field.type else {
        reject(
          row, bindings[index], text: nil,
          because: .moneyNotOfType(bindings[index].field.type))
        break
      }
      if rowSigns[row] == 0 {
        rowSigns[row] = sign
      } else if rowSigns[row] != sign,
        signs.signs[Int(sign)]?.code(site: fixedSite)
          != signs.signs[Int(rowSigns[row])]?.code(site: fixedSite)
      {
        reject(
          row, bindings[index], text: nil,
          because: Phrase("the row has amounts in two currencies", zh: "这一行有两种币种的金额"))
      }
    }
  }

  // MARK: Shares

  mutating func shiftLines(by count: Int) {
    guard count != 0 else { return }
    let shift = Int32(truncatingIfNeeded: count)
    for row in lines.indices { lines[row] += shift }
    rowRejects = rowRejects.map { $0.shifted(by: count) }
    cellRejects = cellRejects.mapValues { $0.shifted(by: count) }
  }

  /// Texts and signs get the numbers that they have where one share is all.
  mutating func join(_ shares: [KindReading], _ effort: ReadEffort) -> Bool {
    guard let first = shares.first else { return true }
    let rest = shares.dropFirst()
    var signs = first.signs
    var signPlaces: [[UInt8]] = []
    for share in rest {
      guard let places = signs.indices(of: share.signs) else { return false }
      signPlaces.append(places)
    }
    self = first
    self.signs = signs
    guard !rest.isEmpty else { return true }
    for (share, places) in zip(rest, signPlaces) {
      let start = lines.count
      lines += share.lines
      rowSigns += share.rowSigns.lazy.map { places[Int($0)] }
      rowRejects += share.rowRejects
      for (row, reject) in share.cellRejects { cellRejects[start + row] = reject }
      damagedCharacters += share.damagedCharacters
      footerCount += share.footerCount
      for skip in skipCounts.indices { skipCounts[skip] += share.skipCounts[skip] }
      fitting.add(share.fitting)
      isAtEnd = isAtEnd || share.isAtEnd
    }
    let textCount = texts.count
    let joined = effort.map(textCount + numerics.count) { number -> JoinedColumn in
      if number < textCount {
        var builder = first.texts[number]
        for share in rest { builder.append(share.texts[number]) }
        return .text(builder)
      }
      var builder = first.numerics[number - textCount]
      for share in rest { builder.append(share.numerics[number - textCount]) }
      return .numeric(builder)
    }
    texts = joined.compactMap { if case .text(let builder) = $0 { builder } else { nil } }
    numerics = joined.compactMap { if case .numeric(let builder) = $0 { builder } else { nil } }
    return true
  }

  private enum JoinedColumn: Sendable {
    case text(TextBuilder)
    case numeric(NumericBuilder)
  }
}
