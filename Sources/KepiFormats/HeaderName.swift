// A header as it is compared: without what differs from download to download.
import KepiDiagnostics

package struct HeaderName: Hashable, Sendable {
  /// Folded: two headers that mean one column have one key.
  package let key: String
  /// What stood in brackets at the end: `€` in `7 Tage, Umsatz gesamt (€)`; an ISO code where the
  /// sign has one meaning.
  let sign: CurrencySign?

  package static func == (left: HeaderName, right: HeaderName) -> Bool { left.key == right.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  package init(_ text: String) {
    if let plain = Self.plainKey(text) {
      key = plain
      sign = nil
      return
    }
    var scalars: [Unicode.Scalar] = []
    for scalar in NameFolding.key(text).unicodeScalars {
      switch scalar {
      case "\u{FEFF}": continue
      case " ", "\t", "\u{A0}", "\u{202F}", "\u{3000}", "\r", "\n", "\u{2007}", "\u{2009}":
        if let last = scalars.last, last != " " { scalars.append(" ") }
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
        scalars.append("-")
      case "\u{2018}", "\u{2019}", "\u{00B4}", "`": scalars.append("'")
      case "\u{201C}", "\u{201D}", "\u{201E}": scalars.append("\"")
      case "\u{FF08}": scalars.append("(")
      case "\u{FF09}": scalars.append(")")
      default: scalars.append(scalar)
      }
    }
    Self.trim(&scalars)
    // Written with its quotes where a reader took them for plain signs.
    if scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" {
      scalars.removeFirst()
      scalars.removeLast()
      Self.trim(&scalars)
    }
    if scalars.last == ":" {
      scalars.removeLast()
      Self.trim(&scalars)
    }
    sign = Self.takeBracketedSign(&scalars)
    key = String(String.UnicodeScalarView(scalars))
  }

  /// The key of a header of ASCII letters, digits and the signs that mean themselves: nearly all of
  /// them, and folding needs no tables for them. `nil` for any other.
  private static func plainKey(_ text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, first.isPlainInHeader,
      first != 0x20, last.isPlainInHeader, last != 0x20
    else { return nil }
    var previous: UInt8 = 0
    var hasCapital = false
    for byte in bytes {
      guard byte.isPlainInHeader, byte != 0x20 || previous != 0x20 else { return nil }
      hasCapital = hasCapital || byte &- 0x41 < 26
      previous = byte
    }
    return hasCapital ? text.lowercased() : text
  }

  private static func trim(_ scalars: inout [Unicode.Scalar]) {
    while scalars.last == " " { scalars.removeLast() }
    while scalars.first == " " { scalars.removeFirst() }
  }

  /// Removes a currency or number sign in brackets from the end.
  private static func takeBracketedSign(_ scalars: inout [Unicode.Scalar]) -> CurrencySign? {
    guard scalars.last == ")", let open = scalars.lastIndex(of: "("), open > 0 else { return nil }
    let inside = String(String.UnicodeScalarView(scalars[(open + 1)..<(scalars.count - 1)]))
    let sign = CurrencySign(inside)
    // An R in brackets is a trade mark sooner than the rand.
    guard inside != "r", sign != nil || inside == "#" else { return nil }
    scalars.removeSubrange(open...)
    trim(&scalars)
    return sign
  }
}

extension UInt8 {
  /// Letters, digits, blanks and `- _ . / # & % ,`: no quote, colon or bracket.
  fileprivate var isPlainInHeader: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "%"), UInt8(ascii: ","):
      true
    default: false
    }
  }
}
