// What each part of a line is while it is typed, for the colours of the shell.
import KepiDiagnostics
import KepiSyntax

package struct TypedPart: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case keyword, name, function, number, text, comment, unknown
  }

  /// In Unicode scalars, as editors count.
  package let scalars: Range<Int>
  package let kind: Kind

  static func parts(of text: String) -> [TypedPart] {
    var texts = SourceMap()
    let source = texts.add(name: "<shell>", text: text)
    // Places are bytes there and scalars here: each byte counts where a scalar begins.
    var places = Array(repeating: 0, count: source.bytes.count + 1)
    var count = 0
    for (offset, byte) in source.bytes.enumerated() {
      if byte & 0xC0 != 0x80 { count += 1 }
      places[offset] = count - 1
    }
    places[source.bytes.count] = count
    return ScriptSyntax.highlight(source).compactMap { range in
      guard let kind = Kind(range.kind), range.span.end <= source.bytes.count else { return nil }
      return TypedPart(scalars: places[range.span.start]..<places[range.span.end], kind: kind)
    }
  }
}

extension TypedPart.Kind {
  fileprivate init?(_ kind: HighlightedRange.Class) {
    switch kind {
    case .keyword: self = .keyword
    case .name: self = .name
    case .function: self = .function
    case .number, .date: self = .number
    case .string: self = .text
    case .comment, .documentation: self = .comment
    case .unknown: self = .unknown
    case .sign: return nil
    }
  }
}
