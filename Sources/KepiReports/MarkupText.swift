// Texts as HTML and XML take them, between tags and in quotation marks.
import KepiDiagnostics

extension String {
  /// Control characters have no form in XML, so they are spelled out before.
  package var markup: String {
    var result = ""
    for scalar in printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // These are no characters to XML.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
