// How names and headers are compared: Unicode form NFKC, without case.

package enum NameFolding {
  /// The form two spellings of one name share.
  package static func key(_ text: String) -> String {
    // Interim: the compatibility mapping comes with the lexer.
    text.lowercased()
  }
}
