// A text, its name and its line starts: what a span points into.

/// A piece of query text that diagnostics can quote: a script, a line typed in the shell, or a
/// text that ships.
package struct SourceText: Equatable, Sendable {
  /// Which text of a session this is. Spans carry it, so that one diagnostic can point into two.
  package struct ID: Hashable, Sendable, Comparable {
    package let number: Int32
    package init(_ number: Int32) { self.number = number }
    package static func < (left: ID, right: ID) -> Bool { left.number < right.number }
  }

  package let id: ID
  /// What people know the text by: a path, or `<command line>`.
  package let name: String
  package let bytes: [UInt8]
  /// Byte offset at which each line begins. Never empty; the first is 0.
  package let lineStarts: [Int]

  package init(id: ID, name: String, text: String) {
    self.id = id
    self.name = name
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  package var span: SourceSpan { SourceSpan(in: id, 0..<bytes.count) }

  /// The text of a span, clamped to what there is.
  package func text(of span: SourceSpan) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Index of the line, from 0, that holds a byte offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its line end.
  package func lineRange(_ line: Int) -> Range<Int> {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }
}

/// A range of bytes in one text.
package struct SourceSpan: Hashable, Sendable {
  package let source: SourceText.ID
  package let start: Int
  package let end: Int

  package init(in source: SourceText.ID, _ range: Range<Int>) {
    self.source = source
    start = range.lowerBound
    end = range.upperBound
  }

  package var range: Range<Int> { start..<end }
  package var isEmpty: Bool { start == end }

  /// From the start of this span to the end of another one of the same text.
  package func joined(to other: SourceSpan) -> SourceSpan {
    guard other.source == source else { return self }
    return SourceSpan(in: source, min(start, other.start)..<max(end, other.end))
  }
}

/// The texts of a session, by number.
package struct SourceMap: Equatable, Sendable {
  package private(set) var texts: [SourceText] = []
  package init() {}

  package mutating func add(name: String, text: String) -> SourceText {
    let source = SourceText(id: SourceText.ID(Int32(texts.count)), name: name, text: text)
    texts.append(source)
    return source
  }

  package subscript(id: SourceText.ID) -> SourceText? {
    texts.indices.contains(Int(id.number)) ? texts[Int(id.number)] : nil
  }
}
