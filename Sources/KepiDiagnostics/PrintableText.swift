// Text that a terminal may be given: nothing in it moves the cursor or turns the writing round.

extension String {
  /// The text with control characters spelled out, as `\n` or `\u{1b}`.
  package var printable: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isUnprintable {
        switch scalar {
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        default: text += "\\u{\(String(scalar.value, radix: 16))}"
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension String {
  /// The same of whole lines, which stay lines.
  package var printableLines: String {
    guard unicodeScalars.contains(where: { $0 != "\n" && $0.isUnprintable }) else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
      .joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  var isUnprintable: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return true
    case .format:
      // Joiners and tags build letters and emoji. The rest is marks of direction and the like.
      return !(value == 0x200C || value == 0x200D || (0xE0020...0xE007F).contains(value))
    default: return false
    }
  }
}
