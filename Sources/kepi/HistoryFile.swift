// The file of what was typed: one JSON object a line, only ever added to.
import KepiShell

struct HistoryFile: Sendable {
  /// `nil` where there is no home for it; nothing is then kept.
  private let path: String?

  /// Under `$XDG_STATE_HOME`, or `~/.local/state` where that is not set.
  init() {
    path = Streams.userFile("kepi/history", under: "XDG_STATE_HOME", or: ".local/state")
  }

  /// The newest entries, oldest first. A line that is damaged is passed over, and what another shell
  /// writes at the same time stands between ours.
  func load() -> [History.Entry] {
    let limit = 1 << 20
    guard let path, let bytes = Streams.tail(ofFile: path, atMost: limit) else { return [] }
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    // Reading began in the middle of a line.
    if bytes.count == limit, !lines.isEmpty { lines.removeFirst() }
    var entries: [History.Entry] = []
    var places: [String: Int] = [:]
    for line in lines {
      guard let members = FlatObject(String(decoding: line, as: UTF8.self))?.members else {
        continue
      }
      let id = members["id"]
      if let text = members["text"] {
        if let id { places[id] = entries.count }
        entries.append(
          History.Entry(
            id: id, text: text, second: members["at"].flatMap { Int($0) },
            workspace: members["workspace"]))
      } else if let id, let place = places[id] {
        entries[place].outcome =
          members["outcome"].flatMap { Int32($0) }.flatMap { Outcome(rawValue: $0) }
        entries[place].milliseconds = members["ms"].flatMap { Int($0) }
      }
    }
    return entries
  }

  func append(_ entry: History.Entry) {
    var members = [("text", FlatObject.quoted(entry.text))]
    if let second = entry.second { members.append(("at", String(second))) }
    if let workspace = entry.workspace {
      members.append(("workspace", FlatObject.quoted(workspace)))
    }
    if let id = entry.id { members.append(("id", FlatObject.quoted(id))) }
    append(members)
  }

  /// What came of it, as a line of its own.
  func appendEnd(of entry: History.Entry) {
    guard let id = entry.id, let outcome = entry.outcome else { return }
    append([
      ("id", FlatObject.quoted(id)), ("outcome", String(outcome.rawValue)),
      ("ms", String(entry.milliseconds ?? 0)),
    ])
  }

  /// Nothing depends on history, so a disk that is full or read-only is passed over.
  private func append(_ members: [(name: String, value: String)]) {
    guard let path, let end = path.lastIndex(of: "/") else { return }
    let line = "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}\n"
    if Streams.append(line, toFile: path) { return }
    Streams.makeFolder(String(path[..<end]))
    _ = Streams.append(line, toFile: path)
  }
}

/// A JSON object of texts and numbers, which is all that a line of history is.
struct FlatObject {
  private(set) var members: [String: String] = [:]

  /// `nil` for what is damaged.
  init?(_ line: String) {
    var rest = line.unicodeScalars[...]
    guard rest.popFirst() == "{", line.unicodeScalars.last == "}" else { return nil }
    while true {
      guard rest.popFirst() == "\"", let name = Self.text(&rest), rest.popFirst() == ":" else {
        return nil
      }
      if rest.first == "\"" {
        rest.removeFirst()
        guard let value = Self.text(&rest) else { return nil }
        members[name] = value
      } else {
        let digits = rest.prefix { $0 != "," && $0 != "}" }
        members[name] = String(digits)
        rest = rest.dropFirst(digits.count)
      }
      switch rest.popFirst() {
      case ",": continue
      case "}" where rest.isEmpty: return
      default: return nil
      }
    }
  }

  /// Up to the closing quote, which is taken as well.
  private static func text(_ rest: inout Substring.UnicodeScalarView) -> String? {
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

  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
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
    return text + "\""
  }
}
