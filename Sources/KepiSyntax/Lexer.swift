// Text to words. Every byte ends up in one token or in what stands between tokens.
package import KepiDiagnostics

package struct Lexer {
  private let source: SourceText
  private let bytes: [UInt8]
  private var position = 0
  private var items: [Item] = []
  private var diagnostics: [Diagnostic] = []

  /// What the first pass finds; whether a line end ends a statement is decided by the second.
  private enum Item {
    case token(Token)
    case trivia(Trivia)
    case lineEnd(SourceSpan)
  }

  package static func lex(_ text: SourceText) -> LexedText {
    var lexer = Lexer(text)
    lexer.scan()
    return lexer.arranged()
  }

  private init(_ text: SourceText) {
    source = text
    bytes = text.bytes
  }

  // MARK: Scalars

  /// The scalar at an offset and its length. A `SourceText` is made from a `String`, so its bytes
  /// are valid; a stray byte would still count as one unknown sign.
  private func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, offset + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{FFFD}", 1)
  }

  /// The plain form of the sign at an offset, so that `＝` reads as `=`.
  private func plain(at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    scalar(at: offset).map { (NameFolding.narrowed($0.value), $0.length) }
  }

  private func isPlain(_ sign: Unicode.Scalar, at offset: Int) -> Bool {
    plain(at: offset)?.value == sign
  }

  private func digit(at offset: Int) -> (value: Int, length: Int)? {
    guard let (sign, length) = plain(at: offset), ("0"..."9").contains(sign) else { return nil }
    return (Int(sign.value) - 0x30, length)
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    if scalar == "＿" { return true }
    return scalar.properties.isAlphabetic
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    if Self.isNameStart(scalar) { return true }
    if scalar.isASCII { return ("0"..."9").contains(scalar) }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  private func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(in: source.id, start..<end)
  }

  private func string(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func add(_ kind: Token.Kind, _ text: String, from start: Int) {
    items.append(.token(Token(kind, text, at: span(start, position))))
  }

  private mutating func add(_ kind: Trivia.Kind, from start: Int) {
    items.append(.trivia(Trivia(kind, at: span(start, position))))
  }

  // MARK: First pass

  private mutating func scan() {
    while let (sign, length) = scalar(at: position) {
      let start = position
      let plainSign = NameFolding.narrowed(sign)
      if sign == "\n" || sign == "\r" {
        position += length
        if sign == "\r", isPlain("\n", at: position) { position += 1 }
        items.append(.lineEnd(span(start, position)))
      } else if NameFolding.isBlank(sign) {
        while let (next, length) = scalar(at: position), NameFolding.isBlank(next) {
          position += length
        }
        add(.blank, from: start)
      } else if plainSign == "#" {
        scanComment(signLength: length)
      } else if plainSign == "`" {
        scanQuotedName(signLength: length)
      } else if isQuote(sign) {
        scanString(opening: sign, signLength: length)
      } else if ("0"..."9").contains(plainSign) {
        scanNumber()
      } else if Self.isNameStart(sign) {
        scanWord()
      } else if plainSign == "\\", let end = endOfContinuation(from: position + length) {
        position = end
        add(.lineEnd, from: start)
      } else {
        scanSign(plainSign, length: length)
      }
    }
    items.append(.token(Token(.end, "", at: span(bytes.count, bytes.count))))
  }

  private func endOfContinuation(from offset: Int) -> Int? {
    var offset = offset
    while let (sign, length) = scalar(at: offset), NameFolding.isBlank(sign) { offset += length }
    if isPlain("\r", at: offset), isPlain("\n", at: offset + 1) { return offset + 2 }
    return isPlain("\n", at: offset) || isPlain("\r", at: offset) ? offset + 1 : nil
  }

  private func endOfLine(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"),
      bytes[offset] != UInt8(ascii: "\r")
    {
      offset += 1
    }
    return offset
  }

  private mutating func scanComment(signLength: Int) {
    let start = position
    position = endOfLine(from: position)
    let next = start + signLength
    let isDocumentation = isPlain("#", at: next) && !isPlain("#", at: next + signLength)
    add(isDocumentation ? .documentation : .comment, from: start)
  }

  private mutating func scanWord() {
    let start = position
    while let (sign, length) = scalar(at: position), Self.isNamePart(sign) { position += length }
    let word = string(start, position)
    guard let keyword = Keyword.spelled(word) else { return add(.name, word, from: start) }
    add(keyword.isReserved ? .reserved(keyword) : .soft(keyword), word, from: start)
  }

  private mutating func scanQuotedName(signLength: Int) {
    let start = position
    let lineEnd = endOfLine(from: start)
    let inner = start + signLength
    var end = inner
    while end < lineEnd, !isPlain("`", at: end) { end += scalar(at: end)?.length ?? 1 }
    if end < lineEnd, end > inner {
      position = end + (scalar(at: end)?.length ?? 1)
      return add(.quotedName, string(inner, end), from: start)
    }
    if end < lineEnd {
      position = end + (scalar(at: end)?.length ?? 1)
      diagnostics.append(
        .error(
          .unclosedQuote,
          Phrase("there is no name between these backquotes", zh: "这对反引号之间没有名称"),
          at: span(start, position)))
      return add(.unknown, from: start)
    }
    // Nothing closes it: the name ends with its word, so that the rest of the line is still read.
    end = inner
    while let (sign, length) = scalar(at: end), Self.isNamePart(sign) { end += length }
    position = end
    diagnostics.append(
      .error(
        .unclosedQuote, Phrase("this backquote is never closed", zh: "这个反引号没有闭合"),
        at: span(start, position),
        mends: end > inner
          ? [.init(.closeIt, [.init(span(end, end), "`")])]
          : [.init(.withoutIt, [.init(span(start, inner), "")])]))
    if end > inner {
      add(.quotedName, string(inner, end), from: start)
    } else {
      add(.unknown, from: start)
    }
  }

  // MARK: Strings

  private func isQuote(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "\"", "＂", "“", "”", "„", "'", "‘", "’": true
    default: false
    }
  }

  private mutating func scanString(opening: Unicode.Scalar, signLength: Int) {
    let start = position
    if opening == "\"", scanPlainString() { return }
    let lineEnd = endOfLine(from: start)
    let closings: [Unicode.Scalar] =
      switch opening {
      case "\"", "＂": ["\"", "＂"]
      case "'", "‘", "’": ["'", "’"]
      default: ["”", "“", "\""]
      }
    var text = String.UnicodeScalarView()
    var offset = start + signLength
    while offset < lineEnd, let (sign, length) = scalar(at: offset) {
      if closings.contains(sign) {
        let isDoubled = sign == opening && sign != "“" && scalar(at: offset + length)?.value == sign
        guard isDoubled else {
          position = offset + length
          return addString(String(text), opening: opening, from: start)
        }
        offset += length
      }
      text.append(sign)
      offset += length
    }
    guard closings != ["'", "’"] else {
      position = start + signLength
      return addUnknown(from: start)
    }
    closeString(from: start, inner: start + signLength, lineEnd: lineEnd)
  }

  /// Most texts: plain quotes around what has no quote in it. False where it is not so.
  private mutating func scanPlainString() -> Bool {
    let start = position
    var offset = start + 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") { return false }
        // A wide quote behind it would double it, too.
        if offset + 1 < bytes.count, bytes[offset + 1] == 0xEF { return false }
        position = offset + 1
        add(.string, string(start + 1, offset), from: start)
        return true
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0xEF: return false
      default: offset += 1
      }
    }
    return false
  }

  private mutating func addString(_ text: String, opening: Unicode.Scalar, from start: Int) {
    if ["'", "‘", "’"].contains(opening) {
      let replacement = Lexer.quoted(text)
      diagnostics.append(
        .error(
          .otherLanguage, Phrase("text stands in double quotes", zh: "文本写在双引号中"),
          at: span(start, position),
          mends: [.init(.write, [.init(span(start, position), replacement)])]))
    }
    add(.string, text, from: start)
  }

  /// A text as the language writes it: in quotes, a quote doubled.
  package static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Nothing closes the quote. It is taken to end before the first clause word, bracket or comma,
  /// so that one forgotten sign leaves the rest of the question readable.
  private mutating func closeString(from start: Int, inner: Int, lineEnd: Int) {
    var end = inner
    var offset = inner
    while offset < lineEnd, let (sign, length) = scalar(at: offset) {
      let plainSign = NameFolding.narrowed(sign)
      if plainSign == ")" || plainSign == "]" || plainSign == "}" || plainSign == "#" { break }
      if Self.isNameStart(sign) {
        var wordEnd = offset
        while let (next, length) = scalar(at: wordEnd), Self.isNamePart(next) { wordEnd += length }
        let keyword = Keyword.spelled(string(offset, wordEnd))
        if end > inner, let keyword, keyword.isClauseWord || keyword == .and || keyword == .or {
          break
        }
        offset = wordEnd
        end = wordEnd
      } else {
        offset += length
        if !NameFolding.isBlank(sign), plainSign != "," { end = offset }
      }
    }
    position = end
    diagnostics.append(
      .error(
        .unclosedQuote, Phrase("this quote is never closed", zh: "这个引号没有闭合"),
        at: span(start, position), mends: [.init(.closeIt, [.init(span(end, end), "\"")])]))
    add(.string, string(inner, end), from: start)
  }

  // MARK: Numbers and dates

  private func digits(from offset: Int) -> (text: String, end: Int) {
    var text = ""
    var offset = offset
    while let (value, length) = digit(at: offset) {
      text += String(value)
      offset += length
    }
    return (text, offset)
  }

  private mutating func scanNumber() {
    let start = position
    if scanDate() { return }
    var (text, end) = digits(from: start)
    while isPlain("_", at: end) {
      let (group, groupEnd) = digits(from: end + (scalar(at: end)?.length ?? 1))
      guard !group.isEmpty else { break }
      text += "_" + group
      end = groupEnd
    }
    var kind = Token.Kind.integer
    if isPlain(".", at: end) {
      let (fraction, fractionEnd) = digits(from: end + (scalar(at: end)?.length ?? 1))
      if !fraction.isEmpty {
        kind = .number
        text += "." + fraction
        end = fractionEnd
      }
    }
    if let (sign, length) = plain(at: end), sign == "%" {
      kind = .percent
      text += "%"
      end += length
    }
    position = end
    if DecimalLiteral(written: text) == nil {
      diagnostics.append(
        .error(
          .badNumber, Phrase("a number has at most 18 digits", zh: "数字最多 18 位"),
          at: span(start, position)))
    }
    add(kind, text, from: start)
  }

  /// Four digits, a minus without blanks, and what a date goes on with.
  private mutating func scanDate() -> Bool {
    let start = position
    let (yearText, yearEnd) = digits(from: start)
    guard yearText.utf8.count == 4, isPlain("-", at: yearEnd), let year = Int(yearText) else {
      return false
    }
    let next = yearEnd + (scalar(at: yearEnd)?.length ?? 1)
    var letter = ""
    var rest = next
    if let (sign, length) = plain(at: next), "WwQqPp".unicodeScalars.contains(sign) {
      letter = String(sign).uppercased()
      rest += length
    }
    let (firstText, firstEnd) = digits(from: rest)
    guard let first = Int(firstText), firstText.utf8.count <= 2 else { return false }
    var text = "\(yearText)-\(letter)\(firstText)"
    var end = firstEnd
    var second: Int?
    var secondText = ""
    if letter.isEmpty, isPlain("-", at: firstEnd) {
      let (dayText, dayEnd) = digits(from: firstEnd + (scalar(at: firstEnd)?.length ?? 1))
      if let day = Int(dayText), dayText.utf8.count <= 2 {
        second = day
        secondText = dayText
        text += "-\(dayText)"
        end = dayEnd
      }
    }
    // `2026-8` with one digit is left to arithmetic, where `2026-8-5` can only be meant as a day.
    if letter.isEmpty, second == nil, firstText.utf8.count != 2 { return false }
    if let (sign, _) = scalar(at: end), Self.isNamePart(sign), sign.isASCII { return false }
    position = end
    let wanted = letter == "Q" ? 1 : 2
    if firstText.utf8.count != wanted || (second != nil && secondText.utf8.count != 2) {
      let padded = DateLiteral.padded(year: year, letter: letter, first, second)
      diagnostics.append(
        .error(
          .notADay,
          Phrase("a date has all its digits: \(padded)", zh: "日期要写全位数：\(padded)"),
          at: span(start, position),
          mends: [.init(.write, [.init(span(start, position), padded)])]))
      text = padded
    }
    if let problem = DateLiteral.problem(year: year, letter: letter, first, second) {
      let message = Phrase("\(text) \(problem.english)", zh: "\(text) \(problem.chinese)")
      diagnostics.append(.error(.notADay, message, at: span(start, position)))
    }
    add(.date, text, from: start)
    return true
  }

  // MARK: Signs

  private mutating func scanSign(_ sign: Unicode.Scalar, length: Int) {
    let start = position
    position += length
    switch sign {
    case ";": add(.separator, ";", from: start)
    case ",", "、": add(.symbol(.comma), ",", from: start)
    case ":": add(.symbol(.colon), ":", from: start)
    case "(": add(.symbol(.leftParenthesis), "(", from: start)
    case ")": add(.symbol(.rightParenthesis), ")", from: start)
    case "[", "【": add(.symbol(.leftBracket), "[", from: start)
    case "]", "】": add(.symbol(.rightBracket), "]", from: start)
    case "{": add(.symbol(.leftBrace), "{", from: start)
    case "}": add(.symbol(.rightBrace), "}", from: start)
    case "+": add(.symbol(.plus), "+", from: start)
    case "-", "−": add(.symbol(.minus), "-", from: start)
    case "*", "×": add(.symbol(.times), "*", from: start)
    case "/" where isPlain("/", at: position) || isPlain("*", at: position):
      scanForeignComment(from: start)
    case "/", "÷": add(.symbol(.divided), "/", from: start)
    case "≤": add(.symbol(.lessOrEqual), "<=", from: start)
    case "≥": add(.symbol(.greaterOrEqual), ">=", from: start)
    case "≠": add(.symbol(.notEqual), "!=", from: start)
    case ".": scanDot(from: start)
    case "=", "<", ">", "!", "&", "|": scanOperator(sign, from: start)
    default: addUnknown(from: start)
    }
  }

  private mutating func scanDot(from start: Int) {
    let (fraction, end) = digits(from: position)
    guard !fraction.isEmpty, !followsWord(start) else {
      return add(.symbol(.dot), ".", from: start)
    }
    position = end
    diagnostics.append(
      .error(
        .badNumber, Phrase("a number begins with a digit", zh: "小数点前面要有数字"),
        at: span(start, position), mends: [.init(.write, [.init(span(start, start), "0")])]))
    add(.number, "0." + fraction, from: start)
  }

  private func followsWord(_ offset: Int) -> Bool {
    guard case .token(let token)? = items.last else { return false }
    return token.span.end == offset && (token.isNameLike || token.kind == .integer)
  }

  /// `=`, `<`, `>`, `!` and the signs other languages have for `and`, `or`, `not` and `=`.
  private mutating func scanOperator(_ sign: Unicode.Scalar, from start: Int) {
    var written = String(sign)
    while written.count < 3, let (next, length) = plain(at: position),
      "=<>&|".unicodeScalars.contains(next), Self.operators[written + String(next)] != nil
    {
      written += String(next)
      position += length
    }
    guard let meant = Self.operators[written] else { return addUnknown(from: start) }
    if meant != written {
      diagnostics.append(
        .error(
          .otherLanguage,
          Phrase("`\(written)` is written `\(meant)`", zh: "`\(written)` 写作 `\(meant)`"),
          at: span(start, position),
          mends: [.init(.write, [.init(span(start, position), padded(meant, from: start))])]))
    }
    if let symbol = Symbol(rawValue: meant) {
      add(.symbol(symbol), meant, from: start)
    } else if let keyword = Keyword.spelled(meant) {
      add(.reserved(keyword), meant, from: start)
    }
  }

  /// A word that takes the place of a sign needs the blanks that the sign did without.
  private func padded(_ meant: String, from start: Int) -> String {
    guard Symbol(rawValue: meant) == nil else { return meant }
    let before = start == 0 || isBlankByte(bytes[start - 1]) ? "" : " "
    let after = position == bytes.count || isBlankByte(bytes[position]) ? "" : " "
    return before + meant + after
  }

  private func isBlankByte(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static let operators: [String: String] = [
    "=": "=", "==": "=", "===": "=", "!=": "!=", "!==": "!=", "<>": "!=", "<": "<", "<=": "<=",
    "=<": "<=", ">": ">", ">=": ">=", "=>": ">=", "&": "and", "&&": "and", "|": "or", "||": "or",
    "!": "not",
  ]

  private mutating func scanForeignComment(from start: Int) {
    let isLine = isPlain("/", at: position)
    position += 1
    let signEnd = position
    position = endOfLine(from: position)
    diagnostics.append(
      .error(
        .otherLanguage, Phrase("a comment begins with `#`", zh: "注释以 `#` 开头"),
        at: span(start, position),
        mends: isLine ? [.init(.write, [.init(span(start, signEnd), "#")])] : []))
    add(.unknown, from: start)
  }

  /// Reports signs that begin nothing, a run of them once.
  private mutating func addUnknown(from start: Int) {
    while let (sign, length) = plain(at: position), isUnknown(sign) { position += length }
    let written = string(start, position)
    var details: [Phrase] = []
    var mends = [Diagnostic.Mend(.withoutIt, [.init(span(start, position), "")])]
    if written == "%" || written == "％", let number = numberBefore(start) {
      mends = [.init(.write, [.init(span(number, start), "")])]
    } else if ["$", "€", "£", "¥", "￥"].contains(written) {
      details = [
        Phrase("A currency stands after its amount: 500 EUR.", zh: "币种写在金额后面：500 EUR")
      ]
      mends = []
    } else if written == "'" || written == "‘" || written == "’" {
      details = [Phrase("Text stands in double quotes: \"DE\".", zh: "文本写在双引号中：\"DE\"")]
    } else if written == "\\" {
      details = [
        Phrase(
          "`\\` goes on with the next line only where a line ends.",
          zh: "`\\` 只有在行末才表示下一行继续")
      ]
    }
    let message =
      written == "%" || written == "％"
      ? Phrase("`%` stands right after its number", zh: "`%` 要紧跟在数字后面")
      : Phrase("`\(written)` means nothing here", zh: "`\(written)` 在这里没有意义")
    diagnostics.append(
      .error(.unknownSign, message, at: span(start, position), details: details, mends: mends))
    add(.unknown, from: start)
  }

  private func numberBefore(_ offset: Int) -> Int? {
    guard items.count > 1, case .trivia(let blank) = items[items.count - 1], blank.kind == .blank,
      case .token(let token) = items[items.count - 2],
      token.kind == .integer || token.kind == .number
    else { return nil }
    return token.span.end
  }

  private func isUnknown(_ sign: Unicode.Scalar) -> Bool {
    if NameFolding.isBlank(sign) || Self.isNameStart(sign) || isQuote(sign) { return false }
    if sign == "\n" || sign == "\r" || ("0"..."9").contains(sign) { return false }
    return !"#`\\;,、:()[]【】{}+-−*×/÷≤≥≠.=<>!&|".unicodeScalars.contains(sign)
  }
}

// MARK: - Second pass

extension Lexer {
  /// Fuses `as of`, `in (` and `not in (`, and decides which line ends end a statement.
  private func arranged() -> LexedText {
    var tokens: [Token] = []
    var trivia: [Trivia] = []
    var open: [Symbol] = []
    var index = 0
    while index < items.count {
      switch items[index] {
      case .trivia(let piece): trivia.append(piece)
      case .lineEnd(let span):
        if endsStatement(at: index, after: tokens, open: &open) {
          tokens.append(Token(.separator, "\n", at: span))
        } else {
          trivia.append(Trivia(.lineEnd, at: span))
        }
      case .token(let token):
        let (fused, next) = fused(token, at: index)
        tokens.append(fused)
        update(&open, with: fused)
        index = next
        continue
      }
      index += 1
    }
    return LexedText(tokens: tokens, trivia: trivia, diagnostics: diagnostics)
  }

  /// The next token after an item; comments are passed over, line ends if asked.
  private func nextToken(after index: Int, acrossLines: Bool) -> (token: Token, index: Int)? {
    var index = index + 1
    while index < items.count {
      switch items[index] {
      case .token(let token): return (token, index)
      case .trivia(let piece):
        if piece.kind == .lineEnd, !acrossLines { return nil }
      case .lineEnd: if !acrossLines { return nil }
      }
      index += 1
    }
    return nil
  }

  /// Whether only blanks stand between two items, so that fusing them loses no comment.
  private func isOnlyBlank(between index: Int, and next: Int) -> Bool {
    items[(index + 1)..<next].allSatisfy {
      switch $0 {
      case .trivia(let piece): piece.kind == .blank || piece.kind == .lineEnd
      case .lineEnd: true
      case .token: false
      }
    }
  }

  private func fused(_ token: Token, at index: Int) -> (Token, next: Int) {
    guard case .reserved(let keyword) = token.kind else { return (token, index + 1) }
    switch keyword {
    case .as:
      guard let (next, nextIndex) = nextToken(after: index, acrossLines: true),
        next.kind == .soft(.of), NameFolding.key(next.text) == Keyword.of.english,
        isOnlyBlank(between: index, and: nextIndex)
      else { break }
      return (
        Token(.reserved(.asOf), "as of", at: token.span.joined(to: next.span)), nextIndex + 1
      )
    case .in:
      guard let (next, _) = nextToken(after: index, acrossLines: true),
        next.kind == .symbol(.leftParenthesis)
      else { break }
      return (Token(.inList, token.text, at: token.span), index + 1)
    case .not:
      guard let (next, nextIndex) = nextToken(after: index, acrossLines: true),
        next.kind == .reserved(.in), isOnlyBlank(between: index, and: nextIndex),
        let (third, _) = nextToken(after: nextIndex, acrossLines: true),
        third.kind == .symbol(.leftParenthesis)
      else { break }
      return (
        Token(.notInList, token.text, at: token.span.joined(to: next.span)), nextIndex + 1
      )
    default: break
    }
    return (token, index + 1)
  }

  private func update(_ open: inout [Symbol], with token: Token) {
    switch token.kind {
    case .symbol(let symbol) where symbol.closing != nil: open.append(symbol)
    case .symbol(let symbol) where symbol.isClosing:
      // A parenthesis does not close across a brace; a brace closes all that is open inside.
      var depth = open.count
      while depth > 0 {
        depth -= 1
        if open[depth].closing == symbol { return open.removeSubrange(depth...) }
        if open[depth] == .leftBrace { return }
      }
    case .separator:
      while let last = open.last, last != .leftBrace { open.removeLast() }
    default: break
    }
  }

  private func endsStatement(at index: Int, after tokens: [Token], open: inout [Symbol]) -> Bool {
    guard let last = tokens.last, last.kind != .separator else { return false }
    let next = nextToken(after: index, acrossLines: true)
    let isInList = open.last == .leftParenthesis || open.last == .leftBracket
    let begins = next.map { beginsStatement($0.token, at: $0.index) } ?? false
    if isInList {
      // No list holds a statement word before a name: the bracket was never closed.
      guard begins else { return false }
      while let last = open.last, last != .leftBrace { open.removeLast() }
      return true
    }
    if goesOn(after: last), !isTopic(tokens) { return begins && open.isEmpty }
    if let next, let keyword = next.token.keyword, keyword.isReserved || next.token.kind == .inList
    {
      return !keyword.continuesStatement
    }
    return true
  }

  private func goesOn(after token: Token) -> Bool {
    switch token.kind {
    case .symbol(let symbol): !symbol.isClosing
    case .reserved(let keyword): keyword != .missing && keyword != .true && keyword != .false
    case .inList, .notInList: true
    case .soft, .name, .quotedName, .integer, .number, .percent, .date, .string, .separator, .end:
      false
    }
  }

  /// `help by`: a whole statement, whose reserved word is what it asks about.
  private func isTopic(_ tokens: [Token]) -> Bool {
    guard tokens.count >= 2, let word = tokens[tokens.count - 2].keyword,
      word == .help || word == .describe
    else { return false }
    return tokens.count == 2 || tokens[tokens.count - 3].kind == .separator
  }

  /// `metric acos`, `load "…"`: a statement word with a name or a text after it on its line.
  private func beginsStatement(_ token: Token, at index: Int) -> Bool {
    guard case .soft(let keyword) = token.kind, keyword.isStatementWord,
      let (next, nextIndex) = nextToken(after: index, acrossLines: false)
    else { return false }
    if next.isNameLike || next.kind == .string { return true }
    // `metric top =`: a reserved word is being defined.
    guard case .reserved = next.kind else { return false }
    return nextToken(after: nextIndex, acrossLines: false)?.token.kind == .symbol(.equal)
  }
}

// MARK: - Names

extension Lexer {
  /// Whether a name can stand without backquotes.
  package static func isPlainName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, Self.isNameStart(first) else { return false }
    return text.unicodeScalars.allSatisfy(isNamePart) && Keyword.spelled(text)?.isReserved != true
  }

  /// A name that holds Chinese keywords, with blanks around them: `广告成本占比按店铺` gives
  /// `广告成本占比 按 店铺` and the first of the keywords. `nil` where it holds none.
  ///
  /// Only for names that are otherwise unknown: a name may well hold such signs.
  package static func spacedForm(of name: String) -> (keyword: String, text: String)? {
    let letters = Array(name)
    var words: [String] = []
    var current = ""
    var first: String?
    var expectsPeriod = false
    var index = 0
    while index < letters.count {
      let rest = String(letters[index...])
      let found = runTogether.first { rest.hasPrefix($0) }
      let period = expectsPeriod && current.isEmpty ? periodWords.first { rest.hasPrefix($0) } : nil
      guard let word = found ?? period else {
        current.append(letters[index])
        index += 1
        continue
      }
      if !current.isEmpty { words.append(current) }
      current = ""
      words.append(word)
      first = first ?? word
      expectsPeriod = Keyword.spelled(word) == .over || Keyword.spelled(word) == .vs
      index += word.count
    }
    if !current.isEmpty { words.append(current) }
    guard let first, words.count > 1 else { return nil }
    return (first, words.joined(separator: " "))
  }

  // Longest first. Keywords of one sign that are part of many ordinary words (前, 限, 是) are left
  // out; 按 is the one without which no question can be asked.
  private static let runTogether = [
    "期间", "其中", "对比", "命名", "条件", "排序", "折算", "填充", "介于", "属于", "截至", "按",
  ]
  private static let periodWords = ["最近", "上期", "上", "本"]
}
