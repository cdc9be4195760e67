// From the bytes of a file to a table of its source.

package enum ExportReader {
  /// Finds out which kind a file is, from its first rows.
  package static func recognise(
    _ bytes: [UInt8], by recogniser: ExportRecogniser
  ) throws(ReadFailure) -> RecognisedExport {
    // Of a large file the beginning is enough: the header is in its first 30 rows.
    try recogniser.recognise(text(of: Array(bytes.prefix(1 << 20)), fixed: [:]))
  }

  /// Reads a file of one of the kinds of `recogniser`. `fixed` names columns of the table, and
  /// `date` its days.
  package static func read(
    path: String, bytes: [UInt8], by recogniser: ExportRecogniser,
    fixed: [String: FixedValue] = [:]
  ) throws(ReadFailure) -> LoadedExport {
    let text = try text(of: bytes, fixed: fixed)
    let export = try recogniser.recognise(text)
    var reading = try KindReading(of: export, path: path, text: text, fixed: fixed)
    reading.readRows()
    return reading.finish()
  }

  package static func read(
    path: String, bytes: [UInt8], kinds: [ExportKind], fixed: [String: FixedValue] = [:]
  ) throws(ReadFailure) -> LoadedExport {
    try read(path: path, bytes: bytes, by: ExportRecogniser(kinds: kinds), fixed: fixed)
  }

  /// Reads a file of one's own: its columns are those of its header, their types those that the
  /// cells fit.
  package static func readPlain(
    path: String, bytes: [UInt8], schema: PlainSchema, fixed: [String: FixedValue] = [:]
  ) throws(ReadFailure) -> LoadedExport {
    let text = try text(of: bytes, fixed: fixed)
    var reading = try PlainReading(path: path, text: text, schema: schema, fixed: fixed)
    reading.readRows()
    return reading.finish()
  }

  static func text(
    of bytes: [UInt8], fixed: [String: FixedValue]
  ) throws(ReadFailure) -> DecodedText {
    guard !bytes.isEmpty else { throw .empty }
    if let container = ContainerFormat.name(of: bytes) { throw .container(container) }
    return DecodedText(
      bytes, japanese: fixed["site"]?.text.map { $0.uppercased() == "JP" } ?? false)
  }
}

extension FixedValue {
  var text: String? {
    switch content {
    case .text(let text): text
    case .days: nil
    }
  }
}
