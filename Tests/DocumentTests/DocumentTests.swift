// The documents run: every command that they show gives what they show.
import KepiShell
import Testing

struct DocumentTests {
  /// The story of a settlement that differs from the ad report.
  private static let trust = "examples/settlement-and-ads/"

  static let documents: [String] = {
    let folders = [
      ("", "."), ("grammar/", "grammar"), ("examples/stories/", "examples/stories"),
      (trust, String(trust.dropLast())),
    ]
    return folders.flatMap { prefix, folder in
      ((try? PackageFiles.names(in: folder, endingIn: ".md")) ?? []).map { prefix + $0 }
    }
  }()

  @Test(arguments: documents)
  func commandsShowWhatTheDocumentSays(_ path: String) async throws {
    var document = MarkdownDocument(try PackageFiles.text(path))
    #expect(document.strayLines == [], "a console block begins with a command")
    let differences = await Self.differences(in: document)
    for case let (message, _)? in differences { Issue.record("\(path):\(message)") }
    guard PackageFiles.isRecording, differences.contains(where: { $0?.shown != nil }) else {
      return
    }
    document.rewrite(differences.map { $0?.shown })
    try PackageFiles.write(document.text, to: path)
    Issue.record("\(path) was recorded")
  }

  /// The README begins with the examples, and its test command is the one of every change.
  @Test(.enabled(if: documents.contains("README.md")))
  func setUpCommandsAreThoseInUse() throws {
    let document = MarkdownDocument(try PackageFiles.text("README.md"))
    let commands = document.blocks(in: "sh")
      .flatMap { document.lines[$0.range] }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    let first = try #require(commands.first)
    let examples = try KepiCommand.words(of: first).filter { $0.hasPrefix("examples") }
    #expect(!examples.isEmpty, "the first command asks the examples")
    for path in examples {
      #expect(FileAccess.inPackage.kind(path) != nil, "\(path) is not there")
    }
    let steps = try PackageFiles.text(".ci/run").split(separator: "\n").map(String.init)
    let tests = try #require(commands.first { $0.contains("swift test") })
    for step in tests.split(separator: " && ").map(String.init) {
      #expect(steps.contains(step), "\(step)")
    }
  }

  // MARK: What is compared

  /// `shown` is `nil` for a command that cannot be run here.
  typealias Difference = (message: String, shown: [String]?)

  /// One entry an exchange, `nil` where the document is right. Each exchange loads its files anew,
  /// so they run side by side.
  static func differences(in document: MarkdownDocument) async -> [Difference?] {
    await withTaskGroup(of: (place: Int, difference: Difference?).self) { group in
      let exchanges = document.exchanges
      for (place, exchange) in exchanges.enumerated() {
        group.addTask { (place, difference(of: exchange, in: document)) }
      }
      var differences: [Difference?] = exchanges.map { _ in nil }
      for await (place, difference) in group { differences[place] = difference }
      return differences
    }
  }

  private static func difference(
    of exchange: MarkdownDocument.Exchange, in document: MarkdownDocument
  ) -> Difference? {
    let place = "\(exchange.lineNumber): `\(exchange.command)`"
    do {
      let run = Run(try KepiCommand(shellLine: exchange.command))
      let shown = ShownLines.split(run.shown)
      guard !ShownLines.match(Array(document.lines[exchange.shown]), shown) else { return nil }
      return ("\(place) shows\n" + shown.joined(separator: "\n"), shown)
    } catch {
      return ("\(place) cannot be run: \(error)", nil)
    }
  }
}

/// The runner of documents, on a document of its own.
struct DocumentRunnerTests {
  private let document = MarkdownDocument(
    """
    # A document

    ```console
    $ kepi --no-init -c "help 'K0000'" \\
        -c 'show params'
    old

    $ kepi --no-init --format csv -c 'show settings'
    setting,value,choices,meaning
    …
    ```

    ````text
    ```console
    $ rm -r /
    ```
    ````
    """)

  @Test func exchangesAreFound() throws {
    let exchanges = document.exchanges
    #expect(exchanges.map(\.lineNumber) == [4, 8])
    #expect(exchanges.map { document.text(of: $0.shown) }.first == "old")
    #expect(exchanges.map(\.shown.count) == [1, 2])
    let first = try KepiCommand(shellLine: try #require(exchanges.first).command)
    #expect(first.statements == ["help 'K0000'", "show params"])
    #expect(!first.options.readsInit)
    #expect(document.strayLines == [])
  }

  @Test func aDifferenceIsFoundAndRewritten() async throws {
    let differences = await DocumentTests.differences(in: document)
    #expect(differences.map { $0 != nil } == [true, false])
    var rewritten = document
    rewritten.rewrite(differences.map { $0?.shown })
    #expect(await DocumentTests.differences(in: rewritten).allSatisfy { $0 == nil })
    rewritten.rewrite([nil, ["a", "b", "c"]])
    #expect(rewritten.text.contains("'show settings'\na\n…\n```\n"))
  }

  @Test func aCommandThatCannotBeRunIsSaid() async {
    let document = MarkdownDocument("```console\n$ kepi examples\n$ kepi -c help\n…\n```")
    let messages = await DocumentTests.differences(in: document).map { $0?.message }
    #expect(messages == ["2: `kepi examples` cannot be run: noStatement", nil])
  }

  @Test func linesLeftOut() {
    func match(_ shown: [String], _ actual: [String]) -> Bool {
      ShownLines.match(shown, actual)
    }
    #expect(match(["a", "…", "d"], ["a", "b", "c", "d"]))
    #expect(match(["…"], ["a", "b"]))
    #expect(match(["…", "b", "…"], ["a", "b", "b"]))
    #expect(!match(["a", "…"], ["a"]), "a sign for lines that are there would lie")
    #expect(!match(["a", "…", "d"], ["a", "b", "c"]))
    #expect(!match(["a"], ["a", "b"]))
    #expect(match([], []))
  }

  @Test func linesLeftOutStayLeftOut() {
    func rewritten(_ old: [String], _ new: [String]) -> [String] {
      ShownLines.rewritten(old, as: new)
    }
    #expect(rewritten(["a", "…", "d"], ["A", "b", "c", "D"]) == ["A", "…", "D"])
    #expect(
      rewritten(["…", "head", "1", "2", "…"], ["note", "head", "1", "3", "end"])
        == ["…", "head", "1", "3", "…"])
    #expect(rewritten(["…", "gone", "…"], ["a", "b", "c"]) == ["a", "b", "c"])
    #expect(rewritten(["a", "…", "c"], ["a", "c"]) == ["a", "c"])
    #expect(rewritten(["a", "…", "c"], ["d"]) == ["d"])
    #expect(rewritten(["a"], ["d", "e"]) == ["d", "e"])
  }

  @Test func shellLines() throws {
    let command = try KepiCommand(
      shellLine:
        #"kepi a/b --format=json --as-of 2026-09-27 --param x="1 = 1" -c 'b = "DE"' c.kepi"#)
    #expect(command.paths == ["a/b", "c.kepi"])
    #expect(command.options.format == .json)
    #expect(command.options.asOf == "2026-09-27")
    #expect(command.options.parameters.map(\.name) == ["x"])
    #expect(command.options.parameters.map(\.value) == ["1 = 1"])
    #expect(command.statements == [#"b = "DE""#])
    #expect(throws: KepiCommand.Mistake.openQuote) { try KepiCommand(shellLine: "kepi -c 'a") }
    #expect(throws: KepiCommand.Mistake.notKepi("ls -l")) { try KepiCommand(shellLine: "ls -l") }
    #expect(throws: KepiCommand.Mistake.unknownOption("--all")) {
      try KepiCommand(shellLine: "kepi --all")
    }
    #expect(throws: KepiCommand.Mistake.withoutValue("-c")) {
      try KepiCommand(shellLine: "kepi -c")
    }
    #expect(throws: KepiCommand.Mistake.noStatement) { try KepiCommand(shellLine: "kepi examples") }
  }
}
