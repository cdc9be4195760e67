// A Markdown text with code that can be run: its fenced blocks, and the commands in them.

import KepiShell

struct MarkdownDocument {
  private(set) var lines: [String]

  struct Block {
    /// The word after the fence.
    let language: String
    /// Places of the lines between the fences.
    let range: Range<Int>
  }

  /// A command in a `console` block, and what is shown below it.
  struct Exchange {
    let command: String
    /// Counted from one.
    let lineNumber: Int
    /// Places of the lines below the command, without empty ones at the end.
    let shown: Range<Int>
  }

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var text: String { lines.joined(separator: "\n") }

  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (fence: Substring, language: String, start: Int)?
    for (place, line) in lines.enumerated() {
      let fence = line.prefix { $0 == "`" }
      guard fence.count >= 3 else { continue }
      let rest = line.dropFirst(fence.count).filter { $0 != " " }
      if let (opening, language, start) = open {
        guard fence.count >= opening.count, rest.isEmpty else { continue }
        blocks.append(Block(language: language, range: start..<place))
        open = nil
      } else {
        open = (fence, rest, place + 1)
      }
    }
    return blocks
  }

  func blocks(in language: String) -> [Block] { blocks.filter { $0.language == language } }

  func text(of range: Range<Int>) -> String { lines[range].joined(separator: "\n") }

  /// All exchanges in order. A command goes on over lines while a quote is open.
  var exchanges: [Exchange] {
    blocks(in: "console").flatMap { block in
      var exchanges: [Exchange] = []
      var place = block.range.lowerBound
      while place < block.range.upperBound {
        guard lines[place].hasPrefix("$ ") else {
          place += 1
          continue
        }
        let start = place
        var command = String(lines[place].dropFirst(2))
        place += 1
        while place < block.range.upperBound, (try? KepiCommand.words(of: command)) == nil {
          command += "\n" + lines[place]
          place += 1
        }
        let first = place
        while place < block.range.upperBound, !lines[place].hasPrefix("$ ") { place += 1 }
        var end = place
        while end > first, lines[end - 1].isEmpty { end -= 1 }
        exchanges.append(
          Exchange(command: command, lineNumber: start + 1, shown: first..<end))
      }
      return exchanges
    }
  }

  /// Lines of `console` blocks that stand before the first command.
  var strayLines: [String] {
    blocks(in: "console").flatMap { block in
      lines[block.range].prefix { !$0.hasPrefix("$ ") }
    }
  }

  /// Puts what was shown in the place of what stands there, one entry an exchange, `nil` where
  /// nothing changes.
  mutating func rewrite(_ shown: [[String]?]) {
    for (exchange, new) in zip(exchanges, shown).reversed() {
      guard let new else { continue }
      let old = Array(lines[exchange.shown])
      lines.replaceSubrange(exchange.shown, with: ShownLines.rewritten(old, as: new))
    }
  }
}
