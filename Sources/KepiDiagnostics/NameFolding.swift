// How names and headers are compared: Unicode form NFKC, without case.

package enum NameFolding {
  /// The form two spellings of one name share. Composed and decomposed letters stay as they are:
  /// comparing and hashing a `String` already treats them alike.
  package static func key(_ text: String) -> String {
    var isASCII = true
    var hasCapital = false
    for byte in text.utf8 {
      isASCII = isASCII && byte < 0x80
      hasCapital = hasCapital || byte &- 0x41 < 26
    }
    // Names of catalogues are small letters: folding them gives the text itself.
    if isASCII { return hasCapital ? text.lowercased() : text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return String(folded)
  }

  /// A sign or digit in its plain, narrow form: `＝` as `=`.
  package static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value)
      ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }

  /// Whether a scalar leaves a blank: all the spaces that office programs put into headers.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    // A byte order mark and its kin are blanks to the lexer but nothing within a name.
    guard !scalar.properties.isDefaultIgnorableCodePoint else { return }
    if isBlank(scalar) {
      folded.append(" ")
    } else if let mapped = CompatibilityTable.mapping[scalar.value] {
      folded.append(contentsOf: mapped.lowercased().unicodeScalars)
    } else {
      switch scalar {
      // Half-width voicing marks join the kana before them.
      case "\u{FF9E}": folded.append("\u{3099}")
      case "\u{FF9F}": folded.append("\u{309A}")
      // Lower case has these two where case folding has one form.
      case "ß", "ẞ": folded.append(contentsOf: "ss".unicodeScalars)
      case "ς": folded.append("σ")
      default:
        folded.append(contentsOf: narrowed(scalar).properties.lowercaseMapping.unicodeScalars)
      }
    }
  }
}
