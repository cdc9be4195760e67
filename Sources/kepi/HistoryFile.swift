// What was typed in earlier sessions: a file with one JSON object a line.

struct HistoryFile {
  /// `nil` where there is no home for it; nothing is then kept.
  private let path: String?

  /// Under `$XDG_STATE_HOME`, or `~/.local/state` where that is not set.
  init() {
    let folder = Streams.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Streams.environment("HOME").map { $0 + "/.local/state" }
    path = (folder ?? home).map { $0 + "/kepi/history" }
  }

  /// The newest entries, oldest first. A line that is damaged is passed over.
  func load() -> [String] {
    let limit = 1 << 20
    guard let path, let bytes = Streams.tail(ofFile: path, atMost: limit) else { return [] }
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    // Reading began in the middle of a line.
    if bytes.count == limit, !lines.isEmpty { lines.removeFirst() }
    return lines.compactMap { HistoryFile.entry(String(decoding: $0, as: UTF8.self)) }
  }

  /// Nothing depends on history, so a disk that is full or read-only is passed over.
  func append(_ statement: String) {
    guard let path, let end = path.lastIndex(of: "/") else { return }
    let line = HistoryFile.line(statement)
    if Streams.append(line, toFile: path) { return }
    Streams.makeFolder(String(path[..<end]))
    _ = Streams.append(line, toFile: path)
  }

  static func line(_ statement: String) -> String {
    var text = #"{"text":""#
    for scalar in statement.unicodeScalars {
      switch scalar {
      case "\"": text += #"\""#
      case "\\": text += #"\\"#
      case "\n": text += #"\n"#
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        text += #"\u"# + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\"}\n"
  }

  /// The other way round. Objects may have more members after the text.
  static func entry(_ line: String) -> String? {
    let start = #"{"text":""#
    guard line.hasPrefix(start) else { return nil }
    var rest = line.unicodeScalars.dropFirst(start.unicodeScalars.count)
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(text)
      case "\\":
        switch rest.popFirst() {
        case "n": text.append("\n")
        case "t": text.append("\t")
        case "u":
          guard let code = UInt32(String(rest.prefix(4)), radix: 16),
            let scalar = Unicode.Scalar(code)
          else { return nil }
          text.append(scalar)
          rest = rest.dropFirst(4)
        case let other?: text.append(other)
        case nil: return nil
        }
      default: text.append(scalar)
      }
    }
    return nil
  }
}
