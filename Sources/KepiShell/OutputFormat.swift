// The forms of an answer: one list for the option, the setting, files and completion.
import KepiSyntax

/// How answers are written.
package enum OutputFormat: String, CaseIterable, Sendable {
  case table, box, vertical, csv, tsv, json, ndjson, markdown, html, xlsx

  /// By its name, whatever the case.
  init?(word: Name) { self.init(rawValue: word.key) }

  /// Endings of the files that take it, the usual one first.
  var fileEndings: [String] {
    switch self {
    case .table: ["txt"]
    case .box, .vertical: []
    case .csv: ["csv"]
    case .tsv: ["tsv", "tab"]
    case .json: ["json"]
    case .ndjson: ["ndjson", "jsonl"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .xlsx: ["xlsx"]
    }
  }

  /// The form that the ending of a file names.
  init?(ofFile path: String) {
    guard
      let format = Self.allCases.first(where: { $0.fileEndings.contains(Self.ending(of: path)) })
    else { return nil }
    self = format
  }

  static func ending(of path: String) -> String {
    let parts = Paths.name(of: path).split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  }

  /// The usual ending of each form that files take.
  static let knownEndings = allCases.compactMap(\.fileEndings.first)

  /// Whoever reads answers as JSON reads what is said about them as JSON, too.
  var isJSON: Bool {
    switch self {
    case .json, .ndjson: true
    case .table, .box, .vertical, .csv, .tsv, .markdown, .html, .xlsx: false
    }
  }

  /// Whether people read it where it is written: lists and marks are then in their language.
  var isForPeople: Bool {
    switch self {
    case .table, .box, .vertical: true
    case .csv, .tsv, .json, .ndjson, .markdown, .html, .xlsx: false
    }
  }
}

/// Whom csv and tsv are written for.
package enum DelimitedAudience: String, CaseIterable, Sendable {
  case programs
  /// UTF-8 is announced, and what begins like a formula is made harmless.
  case spreadsheets
}
