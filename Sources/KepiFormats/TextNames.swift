// Some texts as headers are compared, and beginnings of texts.

struct TextNames {
  private let names: Set<HeaderName>
  /// Of the texts that end in `*`, without it.
  private let beginnings: [String]
  private let hasEmpty: Bool

  init(_ texts: [String]) {
    names = Set(texts.filter { !$0.hasSuffix("*") }.map(HeaderName.init))
    beginnings = texts.filter { $0.hasSuffix("*") }.map { HeaderName(String($0.dropLast())).key }
    hasEmpty = texts.contains("")
  }

  func contains(_ name: HeaderName) -> Bool { match(name) != nil }

  /// How much of a text its name or beginning is; a whole name is more than any beginning.
  func match(_ name: HeaderName) -> Int? {
    if names.contains(name) { return Int.max }
    return beginnings.filter { name.key.hasPrefix($0) }.map(\.count).max()
  }

  /// Whether the cell of a row is one of the texts.
  func contains(_ cell: DelimitedReader.Cell, of bytes: Span<UInt8>) -> Bool {
    let range = bytes.trimmedCell(bytes.withoutNumberMark(cell.start..<cell.end))
    guard !range.isEmpty else { return hasEmpty }
    // A cell as long is prose, and its beginning is enough.
    let text = String(decoding: range.prefix(400).map { bytes[$0] }, as: UTF8.self)
    return contains(HeaderName(text))
  }
}
