// A value of a column that stands in none: fixed, above the header, or in the name of the file.
import KepiContainers

extension ExportField.Fallback {
  /// `nil` where the lines above the header, or the name, do not have it.
  func text(above preamble: ArraySlice<UInt8>, path: String, type: ExportField.FieldType)
    -> String?
  {
    switch self {
    case .constant(let text): text
    case .preamble(let words):
      if type.isDate, let days = Self.days(after: words, in: preamble) {
        days
      } else {
        Self.value(after: words, in: preamble, isWord: type == .currency)
      }
    case .fileName(let patterns):
      patterns.lazy.compactMap { FileNamePattern($0).match(path) }.first
    case .line(let distance):
      Self.firstCell(ofLine: distance, above: preamble).flatMap { text in
        // Reports of no fixed period say so there: `All time`.
        type.isDate && DateCell(text) == nil ? nil : text
      }
    }
  }

  /// Lines above the header are counted upwards from it; empty ones are none.
  private static func firstCell(
    ofLine distance: Int, above preamble: ArraySlice<UInt8>
  ) -> String? {
    let lines = preamble.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == CellMark.rowEnd }
    )
    // Without lines there is no range from the first to the last.
    guard distance > 0, distance <= lines.count else { return nil }
    let line = lines[lines.count - distance].prefix { $0 != CellMark.cellEnd && $0 != 0x09 }
    var text = Substring(String(decoding: line, as: UTF8.self))
    if text.hasPrefix("\"") {
      text = text.dropFirst().prefix { $0 != "\"" }
    } else {
      // Saved again, the line has as many cells as the rows.
      while let last = text.last, ",;".contains(last) { text.removeLast() }
    }
    let trimmed = String(text).trimmingCellBlanks
    return trimmed.isEmpty ? nil : trimmed
  }

  /// As much as is a day or a range of days of what stands behind one of some words:
  /// `Jan 1, 2022 to Mar 30, 2022 compared to …`.
  private static func days(
    after words: [String], in preamble: ArraySlice<UInt8>
  ) -> String? {
    for text in lines(of: preamble) {
      for word in words {
        guard let found = text.range(ofFolded: word) else { continue }
        // Maybe in the next cell.
        let rest = text[found.upperBound...].drop { isBetweenCells($0) }
          .prefix { $0 != "\"" && $0 != "\t" }
        var parts = rest.split(separator: " ").prefix(12)
        while !parts.isEmpty {
          let days = parts.joined(separator: " ")
          if DateCell(days) != nil { return days }
          parts.removeLast()
        }
      }
    }
    return nil
  }

  /// The lines above a header. Where cells of a container end there is a tab.
  private static func lines(of preamble: ArraySlice<UInt8>) -> [Substring] {
    preamble.split { $0 == 0x0A || $0 == 0x0D || $0 == CellMark.rowEnd }.map { line in
      let bytes = line.map { $0 == CellMark.cellEnd || $0 == CellMark.number ? 0x09 : $0 }
      return Substring(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func isBetweenCells(_ sign: Character) -> Bool {
    " \t\u{A0}:\",;|".contains(sign) || (sign.unicodeScalars.first?.value ?? 0x20) < 0x20
  }

  /// What stands behind the first of some words in the line that has it: to the end of a cell or of
  /// what is in brackets or quotes, or one word.
  private static func value(
    after words: [String], in preamble: ArraySlice<UInt8>, isWord: Bool
  ) -> String? {
    for text in lines(of: preamble) {
      for word in words {
        guard let found = text.range(ofFolded: word) else { continue }
        // Maybe in the next cell.
        let rest = text[found.upperBound...].drop { "=[".contains($0) || isBetweenCells($0) }
        let value = rest.prefix { sign in
          !"\",];".contains(sign) && (sign.unicodeScalars.first?.value ?? 0) >= 0x20
            && !(isWord && sign.isWhitespace)
        }
        let trimmed = String(value).trimmingCellBlanks
        if !trimmed.isEmpty { return trimmed }
      }
    }
    return nil
  }
}

extension Substring {
  /// Where a text stands, whatever its case.
  fileprivate func range(ofFolded word: String) -> Range<Index>? {
    let word = word.lowercased()
    var start = startIndex
    while start < endIndex {
      var end = start
      var rest = word[...]
      while end < endIndex, !rest.isEmpty {
        let sign = self[end].lowercased()
        guard rest.hasPrefix(sign) else { break }
        rest = rest.dropFirst(sign.count)
        end = index(after: end)
      }
      if rest.isEmpty { return start..<end }
      start = index(after: start)
    }
    return nil
  }
}

/// `bulk-*-{########-########}-*`: any text, one sign, one digit, and in braces what is meant.
struct FileNamePattern {
  private enum Sign: Equatable {
    case any, one, digit, open, close
    case plain(Character)
  }

  private let signs: [Sign]

  init(_ pattern: String) {
    signs = pattern.lowercased().map { sign in
      switch sign {
      case "*": .any
      case "?": .one
      case "#": .digit
      case "{": .open
      case "}": .close
      default: .plain(sign)
      }
    }
  }

  /// The part in braces; the path may have folders before the name.
  func match(_ path: String) -> String? {
    let name = Array(path.split(separator: "/").last ?? "")
    guard let range = match(name, from: 0, sign: 0, opened: nil, closed: nil) else { return nil }
    return String(name[range])
  }

  /// Whether a whole text is of the form, braces being none of it.
  func fits(_ text: String) -> Bool {
    match(Array(text), from: 0, sign: 0, opened: 0, closed: 0) != nil
  }

  private func match(
    _ name: [Character], from place: Int, sign: Int, opened: Int?, closed: Int?
  ) -> Range<Int>? {
    guard sign < signs.count else {
      guard place == name.count, let opened, let closed else { return nil }
      return opened..<closed
    }
    switch signs[sign] {
    case .open: return match(name, from: place, sign: sign + 1, opened: place, closed: closed)
    case .close: return match(name, from: place, sign: sign + 1, opened: opened, closed: place)
    case .any:
      for next in place...name.count {
        if let found = match(name, from: next, sign: sign + 1, opened: opened, closed: closed) {
          return found
        }
      }
      return nil
    case .one, .digit, .plain:
      guard place < name.count else { return nil }
      let fits =
        switch signs[sign] {
        case .digit: name[place].isASCII && name[place].isNumber
        case .plain(let plain): name[place].lowercased() == String(plain)
        case .any, .one, .open, .close: true
        }
      guard fits else { return nil }
      return match(name, from: place + 1, sign: sign + 1, opened: opened, closed: closed)
    }
  }
}

/// A text whose codes are not kept: each run of letters and digits with a digit in it, of three
/// signs or more, becomes `…`. Account numbers and transfers stand in such texts.
func maskingCodes(_ text: String) -> String {
  var result = ""
  var run = ""
  func flush() {
    let isCode = run.utf8.count >= 3 && run.utf8.contains(where: \.isDigit)
    result += isCode ? "…" : run
    run = ""
  }
  for sign in text {
    if sign.isASCII, sign.isLetter || sign.isNumber {
      run.append(sign)
    } else {
      flush()
      result.append(sign)
    }
  }
  flush()
  return result
}
