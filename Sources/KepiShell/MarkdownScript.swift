// A Markdown document as a script: its fences are run, and the fence behind one says what came of it.

package struct MarkdownScript {
  /// A fence with `kepi` behind its backticks.
  package struct Fence: Equatable, Sendable {
    /// The lines inside, counted from 0.
    let body: Range<Int>
    /// The line behind the one that closes it.
    let end: Int
    package let purpose: Purpose
    /// The lines inside the fence of `output` or `text` that follows, with nothing but blank lines
    /// between; `nil` where there is none.
    let expected: Range<Int>?

    package var mustFail: Bool {
      if case .refused = purpose { true } else { false }
    }

    /// Where it begins, counted from 1 as editors do.
    package var line: Int { body.lowerBound }
  }

  /// What is done with the statements of a fence.
  package enum Purpose: Equatable, Sendable {
    case run
    /// Marked `error`, perhaps with a code, or `refused` as in lessons: it is there to be refused.
    case refused(code: String?)
    /// Marked `sketch`: it tells of files or names that are not there, and is only parsed.
    case sketch

    fileprivate init(_ marks: ArraySlice<Substring>) {
      switch marks.first {
      case "error", "refused": self = .refused(code: marks.dropFirst().first.map(String.init))
      case "sketch": self = .sketch
      default: self = .run
      }
    }
  }

  /// What came of a fence.
  package struct Result: Sendable {
    package let fence: Fence
    package let outcome: Outcome
    /// Whole lines.
    package let answer: String

    /// Whether it went well, or failed as it is marked to.
    package var isWell: Bool {
      guard case .refused(let code) = fence.purpose else { return outcome == .success }
      guard outcome != .success else { return false }
      return code.map { code in
        answer.split(whereSeparator: { " :：\n".contains($0) }).contains { $0 == code }
      } ?? true
    }
  }

  private let lines: [Substring]
  package let fences: [Fence]

  package init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    var fences: [Fence] = []
    var place = 0
    while place < lines.count {
      guard let opening = Opening(lines[place]) else {
        place += 1
        continue
      }
      let close = opening.close(in: lines, after: place)
      let end = min(close + 1, lines.count)
      if opening.words.first == "kepi" {
        var next = end
        while next < lines.count, lines[next].allSatisfy(\.isWhitespace) { next += 1 }
        var expected: Range<Int>?
        if next < lines.count, let answer = Opening(lines[next]),
          answer.words.first == "output" || answer.words.first == "text"
        {
          expected = next + 1..<max(next + 1, answer.close(in: lines, after: next))
        }
        fences.append(
          Fence(
            body: place + 1..<max(place + 1, close), end: end,
            purpose: Purpose(opening.words.dropFirst()), expected: expected))
      }
      place = end
    }
    self.fences = fences
  }

  /// A line of three or more backticks or tildes, and the words behind them.
  private struct Opening {
    let mark: Character
    let count: Int
    let words: [Substring]

    init?(_ line: Substring) {
      let text = line.drop { $0 == " " }
      guard line.count - text.count < 4, let mark = text.first, mark == "`" || mark == "~" else {
        return nil
      }
      let count = text.prefix { $0 == mark }.count
      guard count >= 3 else { return nil }
      self.mark = mark
      self.count = count
      words = text.dropFirst(count).split(whereSeparator: \.isWhitespace)
      if mark == "`", words.contains(where: { $0.contains("`") }) { return nil }
    }

    /// The line that closes it; the end of the document where none does.
    func close(in lines: [Substring], after place: Int) -> Int {
      lines.indices.dropFirst(place + 1).first { index in
        guard let other = Opening(lines[index]) else { return false }
        return other.mark == mark && other.count >= count && other.words.isEmpty
      } ?? lines.count
    }
  }

  // MARK: Running

  /// Runs the fences in order, until one is interrupted.
  ///
  /// - Parameter run: takes a script, with what is to be done with it, and gives what came of it. The
  ///   lines of the script are those of the document, so that places in messages are places in it.
  package func run(
    _ run: (String, Purpose) -> (outcome: Outcome, answer: String)
  ) -> [Result] {
    var results: [Result] = []
    for fence in fences {
      let blank = String(repeating: "\n", count: fence.body.lowerBound)
      let script = blank + lines[fence.body].joined(separator: "\n") + "\n"
      let (outcome, answer) = run(script, fence.purpose)
      results.append(Result(fence: fence, outcome: outcome, answer: answer))
      if outcome == .interrupted || outcome == .timedOut { break }
    }
    return results
  }

  package enum Form: Sendable {
    /// To be read: every answer, and all of it.
    case whole
    /// To be kept: answers where there were some, and `…` where lines were left out.
    case asWritten
  }

  /// The document with what came of its fences in place of what stood there.
  package func text(with results: [Result], _ form: Form) -> String {
    var text = ""
    var place = 0
    func copy(upTo end: Int) {
      for line in lines[min(place, end)..<end] { text += "\(line)\n" }
      place = max(place, end)
    }
    for result in results {
      if let expected = result.fence.expected {
        copy(upTo: expected.lowerBound)
        switch form {
        case .whole: text += result.answer
        case .asWritten:
          let old = lines[expected].map(String.init)
          for line in ShownLines.rewritten(old, as: ShownLines.split(result.answer)) {
            text += line + "\n"
          }
        }
        place = expected.upperBound
      } else if form == .whole, !result.answer.isEmpty {
        copy(upTo: result.fence.end)
        // Longer than any fence in the answer itself.
        var mark = "```"
        while result.answer.contains(mark) { mark += "`" }
        text += "\n\(mark)output\n\(result.answer)\(mark)\n"
      }
    }
    copy(upTo: lines.count)
    return text
  }

  /// What a fence says that it gives and does not: the lines that differ, `- ` before those that
  /// stand in the document and `+ ` before those that came. Empty where it gives just that.
  package func difference(_ result: Result) -> [String] {
    guard let expected = result.fence.expected else { return [] }
    let answer = ShownLines.split(result.answer)
    guard !ShownLines.match(lines[expected].map(String.init), answer) else { return [] }
    let old = lines[expected].map(String.init)
    return LineDifference.between(old, ShownLines.rewritten(old, as: answer))
  }
}
