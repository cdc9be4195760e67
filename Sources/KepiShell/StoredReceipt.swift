// An answer in a file, with the receipt that it was written with.
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiReports

struct StoredReceipt {
  struct File: Equatable {
    let path: String
    let sha256: String?
  }

  struct Definition: Equatable {
    let name: String
    let fingerprint: String
    let text: String
  }

  struct Coverage: Equatable {
    let place: String
    let rowCount: Int
    let days: Set<Int>
  }

  /// The file whose numbers these are and its hash, where it is another than the receipt's.
  let about: (name: String, sha256: String)?
  let columns: [String]
  /// How many columns, from the left, tell what a line is about.
  let keyCount: Int
  /// One object for each line, as our reports write it.
  let rows: [JSONValue]
  let version: String
  let language: Int
  let question: String
  let asOf: String?
  let periods: [String]
  let settings: [(name: String, value: String)]
  let setup: [Origin.Step]
  let files: [File]
  let definitions: [Definition]
  let coverage: [Coverage]

  /// All receipts of a file: a workbook has one for each sheet. `nil` where it is none.
  static func read(_ bytes: [UInt8]) -> [StoredReceipt]? {
    guard let values = try? JSONValue.read(bytes), !values.isEmpty else { return nil }
    let receipts = values.compactMap { StoredReceipt($0) }
    return receipts.count == values.count ? receipts : nil
  }

  /// `nil` where the parts are missing that are needed to ask again.
  init?(_ value: JSONValue) {
    guard let receipt = value["receipt"], let version = receipt["kepi"]?.text,
      let question = receipt["question"]?.text, value["rows"] != nil
    else { return nil }
    about = value["file"].flatMap { file in
      guard let name = file["name"]?.text, let hash = file["sha256"]?.text else { return nil }
      return (name, hash)
    }
    let heads = value["columns"]?.items ?? []
    columns = heads.compactMap { $0["name"]?.text }
    keyCount = heads.prefix { ["text", "date", "truth"].contains($0["unit"]?.text ?? "") }.count
    rows = value["rows"]?.items ?? []
    self.version = version
    language = receipt["language"]?.integer ?? 1
    self.question = question
    asOf = receipt["as_of"]?.text
    periods = (receipt["periods"]?.items ?? []).map { period in
      "\(period["first"]?.text ?? "") to \(period["last"]?.text ?? "")"
    }
    settings = (receipt["settings"]?.members ?? []).map { ($0.name, $0.value.text ?? "") }
    setup = (receipt["setup"]?.items ?? []).compactMap { Origin.Step($0) }
    files = (receipt["files"]?.items ?? []).compactMap { file in
      file["path"]?.text.map { File(path: $0, sha256: file["sha256"]?.text) }
    }
    definitions = (receipt["uses"]?.items ?? []).compactMap { used in
      guard let name = used["name"]?.text, let fingerprint = used["fingerprint"]?.text,
        let text = used["text"]?.text
      else { return nil }
      return Definition(name: name, fingerprint: fingerprint, text: text)
    }
    coverage = (receipt["coverage"]?.items ?? []).compactMap { Coverage($0) }
  }
}

extension StoredReceipt.Coverage {
  fileprivate init?(_ value: JSONValue) {
    guard let source = value["source"]?.text else { return nil }
    place = [source, value["store"]?.text, value["site"]?.text].compactMap { $0 }
      .joined(separator: " ")
    rowCount = value["rows"]?.integer ?? 0
    var numbers: Set<Int> = []
    for range in value["days"]?.items ?? [] {
      let ends = (range.text ?? "").split(separator: " ").filter { $0 != "to" }
        .compactMap { Day(text: $0) }
      guard let first = ends.first, let last = ends.last, first <= last else { continue }
      numbers.formUnion(first.number...last.number)
    }
    days = numbers
  }
}

extension Origin.Step {
  fileprivate init?(_ value: JSONValue) {
    if let path = value["path"]?.text {
      self = .path(path)
    } else if let path = value["script"]?.text {
      self = .script(path)
    } else if let text = value["statement"]?.text {
      self = .statement(text, folder: value["folder"]?.text ?? "")
    } else if let name = value["parameter"]?.text {
      self = .parameter(name, value: value["value"]?.text ?? "")
    } else if let day = value["as_of"]?.text {
      self = .asOf(day)
    } else {
      return nil
    }
  }
}

extension JSONValue {
  /// The same bytes that our reports write.
  var written: String {
    switch self {
    case .object(let members):
      "{" + members.map { JSONText.quoted($0.name) + ":" + $0.value.written }.joined(separator: ",")
        + "}"
    case .array(let items): JSONText.array(items.map(\.written))
    case .text(let text): JSONText.quoted(text)
    case .number(let digits): digits
    case .truth(let truth): truth ? "true" : "false"
    case .null: "null"
    }
  }

  /// As one cell of a line.
  var cellText: String {
    switch self {
    case .text(let text): text
    case .null: "-"
    case .object, .array, .number, .truth: written
    }
  }
}
