// Texts of the language from all over the package, and the files of the package.
import Foundation

enum Package {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }

  static func files(in folder: String, endingIn ending: String) -> [String] {
    let url = root.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }
}

struct Example {
  let place: String
  let text: String
}

enum Examples {
  static func all() throws -> [Example] {
    documents + scripts + corpus
  }

  /// `kepi` blocks of documents, and what stands after `-c` in their commands.
  private static var documents: [Example] {
    let paths = ["README.md"] + Package.files(in: "grammar", endingIn: ".md")
    return paths.flatMap { path in
      var found: [Example] = []
      let parts = Package.text(path).components(separatedBy: "```")
      for block in parts.indices where block % 2 == 1 {
        if parts[block].hasPrefix("kepi\n") {
          found.append(Example(place: path, text: String(parts[block].dropFirst(5))))
        } else if parts[block].hasPrefix("console\n"), !parts[block].contains("error K") {
          let words = parts[block].components(separatedBy: "-c '").dropFirst()
          found += words.map {
            Example(place: path, text: $0.components(separatedBy: "'").first ?? "")
          }
        }
      }
      return found
    }
  }

  private static var scripts: [Example] {
    let paths = ["examples", "examples/exports"].flatMap {
      Package.files(in: $0, endingIn: ".kepi")
    }
    return paths.map { Example(place: $0, text: Package.text($0)) }
  }

  /// The texts of the syntax corpus that have nothing wrong with them.
  private static var corpus: [Example] {
    let paths = Package.files(in: "Tests/SyntaxTests/Corpus", endingIn: ".txt")
    return paths.filter { !$0.hasSuffix("messages.txt") }.flatMap { path in
      Package.text(path).components(separatedBy: "--- query\n").dropFirst().map { part in
        let ends = part.components(separatedBy: "\n--- ").first ?? part
        return Example(place: path, text: ends.components(separatedBy: "\n=== ").first ?? ends)
      }
    }
  }
}
