// A case of the corpus: made-up files, statements over them, and all that should come of it.
import Foundation
import Testing

/// A text file of sections. The first line is the title; `--- NAME` begins a section:
///
/// - `file PATH`: a file of the made-up disk, as often as needed;
/// - `options`: `format: json`, `language: zh`, `as-of: 2026-03-31`, `param: NAME=VALUE`,
///   `path: FOLDER`, `columns: 80` for a terminal of that width, `blocks: yes` for one that shows
///   more than ASCII, `init: yes` to read `workspace.kepi`;
/// - `script`: the statements;
/// - `output`, `messages`: what is written, to the letter; not compared where they are left out;
/// - `status`: the exit status, 0 where it is left out.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  /// Below the folder of the corpus: `R07-zero-nothing-blank/never-seen.txt`.
  let path: String
  let title: String
  var sections: [(name: String, text: String)]

  var testDescription: String { "\(path): \(title)" }

  subscript(name: String) -> String? {
    get { sections.first { $0.name == name }?.text }
    set {
      guard let place = sections.firstIndex(where: { $0.name == name }) else { return }
      sections[place].text = newValue ?? ""
    }
  }

  /// The made-up disk.
  var files: [(path: String, text: String)] {
    sections.compactMap { section in
      guard section.name.hasPrefix("file ") else { return nil }
      return (String(section.name.dropFirst(5)), section.text)
    }
  }

  var options: [(name: String, value: String)] {
    (self["options"] ?? "").split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
      return (String(parts[0]), String(value))
    }
  }

  var status: Int32 { Int32((self["status"] ?? "0").filter(\.isNumber)) ?? 0 }

  // MARK: Text

  init(path: String, text: String) {
    self.path = path
    var title = ""
    var sections: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("--- ") {
        sections.append((String(line.dropFirst(4)), ""))
      } else if sections.isEmpty {
        title += title.isEmpty ? String(line) : " " + line
      } else {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    self.title = title
    self.sections = sections
  }

  var text: String { title + "\n" + sections.map { "--- \($0.name)\n\($0.text)" }.joined() }
}

enum Corpus {
  enum Recording: String { case off, messages, all }

  /// `UPDATE_GOLDEN=1` rewrites what is written to both streams, `UPDATE_GOLDEN=messages` only what
  /// goes to standard error. A recording run fails, so that recording never passes for checking.
  static let recording: Recording =
    switch ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] {
    case "1": .all
    case "messages": .messages
    default: .off
    }

  /// The files beside this one: recording writes where the reader of a difference looks.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Corpus")

  /// Files named `known-….txt` hold what is not right yet. They are read by people, not run.
  /// `CORPUS=R20` in the environment leaves only those whose path begins so.
  static let cases: [CorpusCase] = {
    let manager = FileManager.default
    let wanted = ProcessInfo.processInfo.environment["CORPUS"] ?? ""
    let groups = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    return groups.sorted().flatMap { group -> [CorpusCase] in
      let names = (try? manager.contentsOfDirectory(atPath: folder.path + "/" + group)) ?? []
      return names.sorted().compactMap { name in
        guard name.hasSuffix(".txt"), !name.hasPrefix("known-") else { return nil }
        let path = group + "/" + name
        guard path.hasPrefix(wanted) else { return nil }
        guard let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
        else { return nil }
        return CorpusCase(path: path, text: text)
      }
    }
  }()

  static func write(_ changed: CorpusCase) throws {
    try changed.text.write(
      to: folder.appending(path: changed.path), atomically: true, encoding: .utf8)
  }
}
