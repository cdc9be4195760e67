// How many cells of a terminal a text takes, and how to fit it into fewer.

package enum CellWidth {
  package static func of(_ text: String) -> Int {
    // Nearly all text is ASCII, one cell a byte; graphemes are slow to find.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  package static func of(_ character: Character) -> Int {
    var sum = 0
    var isEmojiSequence = false
    for scalar in character.unicodeScalars {
      sum += of(scalar)
      isEmojiSequence = isEmojiSequence || scalar == "\u{200D}" || scalar == "\u{FE0F}"
      isEmojiSequence = isEmojiSequence || scalar.properties.isEmojiPresentation
    }
    // A family or a flag is drawn as one picture, whatever it is put together from.
    return isEmojiSequence ? min(2, max(sum, 2)) : sum
  }

  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0xA1 { return 1 }
    if ofAmbiguous == 2, isAmbiguous(scalar.value) { return 2 }
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // Vowels and finals inside a Hangul block.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return isWide(scalar.value) ? 2 : 1
  }

  /// What the line editor takes a sign for, as `wcwidth` says it: -1 for what has no place in a line.
  package static func ofTyped(_ value: Int32) -> Int32 {
    guard let scalar = Unicode.Scalar(UInt32(bitPattern: value)) else { return -1 }
    if value == 0 { return 0 }
    return value < 32 || (127..<160).contains(value) ? -1 : Int32(of(scalar))
  }

  /// The text in at most `cells` cells, with `…` at the end where something was cut.
  package static func cut(_ text: String, to cells: Int) -> String {
    guard of(text) > cells else { return text }
    var kept = ""
    var width = 1
    for character in text {
      width += of(character)
      if width > cells { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func isWide(_ value: UInt32) -> Bool { value >= 0x1100 && contains(value, wide) }

  static func contains(_ value: UInt32, _ ranges: [ClosedRange<UInt32>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }

  /// East Asian Wide and Fullwidth (Unicode Standard Annex 11), with the unassigned gaps between
  /// them. Emoji are told by their own property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
