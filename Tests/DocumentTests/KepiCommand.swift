// `kepi …` as a shell line, and what the program makes of it.
import KepiDiagnostics
import KepiShell

struct KepiCommand {
  var options = SessionOptions()
  var paths: [String] = []
  var statements: [String] = []

  enum Mistake: Error, Equatable {
    case openQuote
    case notKepi(String)
    case unknownOption(String)
    case withoutValue(String)
    case noStatement
  }

  init(options: SessionOptions, paths: [String], statements: [String]) {
    self.options = options
    self.paths = paths
    self.statements = statements
  }

  /// Options as the executable has them. A command without a statement or a script would wait for
  /// someone to type.
  init(shellLine: String) throws(Mistake) {
    var words = try Self.words(of: shellLine)[...]
    guard words.popFirst() == "kepi" else { throw .notKepi(shellLine) }
    while let word = words.popFirst() {
      var name = word
      var given: String?
      if word.hasPrefix("--"), let sign = word.firstIndex(of: "=") {
        name = String(word[..<sign])
        given = String(word[word.index(after: sign)...])
      }
      func value() throws(Mistake) -> String {
        guard let value = given ?? words.popFirst() else { throw .withoutValue(name) }
        return value
      }
      switch name {
      case "-c": statements.append(try value())
      case "--format":
        let written = try value()
        guard let format = OutputFormat(rawValue: written) else {
          throw .unknownOption("\(name) \(written)")
        }
        options.format = format
      case "--language":
        let written = try value()
        guard let language = Language(rawValue: written) else {
          throw .unknownOption("\(name) \(written)")
        }
        options.language = language
      case "--as-of": options.asOf = try value()
      case "--param":
        let parts = try value().split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw .withoutValue(name) }
        options.parameters.append((name: parts[0], value: parts[1]))
      case "--no-init": options.readsInit = false
      case _ where name.hasPrefix("-"): throw .unknownOption(name)
      default: paths.append(word)
      }
    }
    guard !statements.isEmpty || paths.contains(where: { $0.hasSuffix(".kepi") }) else {
      throw .noStatement
    }
  }

  /// The words of a shell line: parted by blanks, joined by quotes. A backslash stands for the next
  /// sign, except in single quotes.
  static func words(of line: String) throws(Mistake) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for sign in line {
      if isEscaped {
        // A line that ends in a backslash goes on below.
        if sign != "\n" { word = (word ?? "") + String(sign) }
        isEscaped = false
      } else if sign == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if sign == open { quote = nil } else { word = (word ?? "") + String(sign) }
      } else if sign == "'" || sign == "\"" {
        quote = sign
        word = word ?? ""
      } else if sign == " " || sign == "\t" || sign == "\n" {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(sign)
      }
    }
    guard quote == nil, !isEscaped else { throw .openQuote }
    if let whole = word { words.append(whole) }
    return words
  }
}
