import Glibc
import Testing

/// One after the other: a child must not inherit the pipes that another one is waiting on.
@Suite(.serialized) struct CommandTests {}

/// What a program did that ran to its end.
struct Run {
  let ending: Child.Ending?
  let output: String
  let errors: String

  init(
    _ arguments: [String], in folder: TemporaryFolder? = nil, input: String = "",
    readsOutput: Bool = true
  ) throws {
    try self.init(.kepi, arguments, in: folder, input: input, readsOutput: readsOutput)
  }

  init(
    _ tool: Tool, _ arguments: [String], in folder: TemporaryFolder? = nil, input: String = "",
    environment: [String: String] = [:], readsOutput: Bool = true
  ) throws {
    let usual = ["LC_ALL": "C", "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"]
    let child = try Child(
      tool, arguments, in: folder?.path ?? "/", input: input,
      environment: usual.merging(environment) { $1 }, readsOutput: readsOutput)
    let texts = child.readAll()
    ending = child.ending()
    output = readsOutput ? texts[0] : ""
    errors = texts.last ?? ""
  }
}

extension CommandTests {
  /// Options and exit status. To add a case, add a row.
  struct Invocations {
    struct Row: Sendable, CustomTestStringConvertible {
      let testDescription: String
      let arguments: [String]
      var input = ""
      let status: Int32
      /// Each must occur; none means that nothing may be written.
      var output: [String] = []
      var errors: [String] = []
    }

    @Test(arguments: [
      Row(
        testDescription: "the version", arguments: ["--version"], status: 0,
        output: ["kepi 0.1.0\n"]),
      Row(
        testDescription: "help", arguments: ["--help"], status: 0,
        output: ["USAGE: kepi", "-c <statement>", "--format", "--as-of", "--param", "--no-init"]),
      Row(
        testDescription: "an unknown option", arguments: ["--bogus"], status: 2,
        errors: ["--bogus", "Usage: kepi"]),
      Row(
        testDescription: "an unknown format", arguments: ["--format", "xml"], status: 2,
        errors: ["  - table\n", "  - xlsx\n"]),
      Row(
        testDescription: "a parameter without a value", arguments: ["--param", "x"], status: 2,
        errors: ["--param"]),
      Row(
        testDescription: "an option without its value", arguments: ["-c"], status: 2,
        errors: ["-c"]),
      Row(testDescription: "nothing to do", arguments: [], status: 0),
    ])
    func `without data`(_ row: Row) throws { try check(row, in: nil) }

    /// Two answers stand apart; what is said about them is not among them.
    private static let coverage = "2026-09-21 to 2026-09-22"
    private static let byStore = "store  clicks\n-----  ------\nNord       15\nSud         3\n"

    @Test(arguments: [
      Row(
        testDescription: "two statements", arguments: ["-c", "clicks by store", "-c", "orders"],
        status: 2, errors: ["orders"]),
      Row(
        testDescription: "two questions, the folder by default",
        arguments: ["-c", "clicks by store", "-c", "clicks"], status: 0,
        output: [byStore + "\nclicks\n------\n    18\n"], errors: [coverage]),
      Row(
        testDescription: "Chinese in the C locale", arguments: [".", "-c", "点击量 按 广告活动"],
        status: 0, output: ["夏季促销      10\n"], errors: [coverage]),
      Row(
        testDescription: "CSV",
        arguments: [".", "--format", "csv", "-c", "acos by site", "-c", "clicks by campaign"],
        status: 0, output: ["site,acos\nDE,0.3\nFR,0.1\n\ncampaign,clicks\n夏季促销,10\nAuto,8\n"],
        errors: [coverage]),
      Row(
        testDescription: "JSON, an object a line",
        arguments: [".", "--format", "json", "-c", "acos by site", "-c", "clicks"], status: 0,
        output: [#""rows":[{"site":"DE","acos":0.3},{"site":"FR","acos":0.1}]"#, "}\n{"]),
      Row(
        testDescription: "statements from standard input", arguments: ["."],
        input: "clicks\n  by store\nset format csv\nclicks\n", status: 0,
        output: [byStore + "\nclicks\n18\n"], errors: [coverage]),
      Row(
        testDescription: "a script", arguments: ["few.kepi"], status: 1,
        output: [
          "failed K0801: \"few\"   clicks: expected < best (5), actual 3 to 15   1 of 2 pass, by store",
          "few.kepi:2:14\n  store   clicks   limit\n  Nord        15       5\n",
          "1 check: 0 passed, 1 failed\n",
        ]),
      Row(
        testDescription: "a folder and a script", arguments: [".", "few.kepi"], status: 1,
        output: ["failed K0801: \"few\""]),
      Row(
        testDescription: "a parameter", arguments: ["few.kepi", "--param", "best=100"], status: 0,
        output: ["passed: \"few\"", "2 of 2 pass"]),
      Row(
        testDescription: "an unknown parameter",
        arguments: ["few.kepi", "--param", "bset=100"], status: 2,
        output: ["1 check: 0 passed, 0 failed, 1 not run; 1 error\n"],
        errors: ["--param bset: there is no such parameter", "`best`"]),
      Row(
        testDescription: "a check that fails in front of what is not understood",
        arguments: ["few.kepi", "-c", "clicks by nonsense"], status: 2,
        output: ["1 check: 0 passed, 0 failed, 1 not run; 1 error\n"], errors: ["`nonsense`"]),
      Row(
        testDescription: "an answer behind a check that fails",
        arguments: ["few.kepi", "-c", "clicks by store"], status: 1,
        output: ["failed", byStore], errors: [coverage]),
      Row(
        testDescription: "the day that the past hangs on",
        arguments: [".", "--as-of", "2026-09-21", "-c", "clicks over last 1 day"], status: 0,
        output: ["    13\n"], errors: ["as of 2026-09-21, as asked"]),
      Row(
        testDescription: "the same in Chinese",
        arguments: [
          ".", "--language", "zh", "--as-of", "2026-09-21", "-c", "clicks over last 1 day",
        ],
        status: 0, output: ["    13\n"], errors: ["截至日 2026-09-21，按指定"]),
      Row(
        testDescription: "a language that is none",
        arguments: [".", "--language", "fr"], status: 2, errors: ["'en' and 'zh'"]),
      Row(
        testDescription: "a day that is none", arguments: [".", "--as-of", "2026-13-01"],
        status: 2, errors: ["--as-of 2026-13-01"]),
      Row(
        testDescription: "what the workspace says of a folder",
        arguments: [".", "-c", "acos by store"],
        status: 0, output: ["Nord", "Sud"], errors: [coverage]),
      Row(
        testDescription: "a folder without its workspace",
        arguments: [".", "--no-init", "-c", "clicks by store"], status: 0,
        output: ["-          16\n"], errors: [coverage]),
      Row(
        testDescription: "a file that is missing",
        arguments: ["nix.csv", "-c", "clicks by store"], status: 3, output: [byStore],
        errors: ["nix.csv: there is no such file"]),
      Row(
        testDescription: "a script that is missing", arguments: ["nix.kepi"], status: 3,
        errors: ["nix.kepi: there is no such file"]),
      Row(
        testDescription: "a file of no known kind", arguments: ["more/odd.csv"], status: 3,
        errors: ["more/odd.csv"]),
      Row(
        testDescription: "a file of no known kind in a folder",
        arguments: ["more", "-c", "clicks"], status: 0, output: ["     1\n"],
        errors: ["one file was not read", "more/odd.csv"]),
      Row(
        testDescription: "a misspelt word", arguments: [".", "-c", "clicks by stroe"], status: 2,
        errors: ["`stroe`", "^^^^^", "store"]),
    ])
    func `over two stores`(_ row: Row) throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write("param best = 5\ncheck \"few\": clicks < best by store\n", to: "few.kepi")
      try folder.write("a,b\n1,2\n", to: "more/odd.csv")
      try folder.write(
        TemporaryFolder.ads(["2026-09-21,EUR,Auto,All,LAMP,B1,1,1,1.00,1.00,0,0"]),
        to: "more/ads.csv")
      try check(row, in: folder)
    }

    private func check(_ row: Row, in folder: TemporaryFolder?) throws {
      let run = try Run(row.arguments, in: folder, input: row.input)
      #expect(run.ending == .exited(row.status))
      #expect(row.output.isEmpty == run.output.isEmpty, "\(run.output)")
      #expect(row.errors.isEmpty == run.errors.isEmpty, "\(run.errors)")
      for part in row.output { #expect(run.output.contains(part)) }
      for part in row.errors { #expect(run.errors.contains(part)) }
    }

    @Test func `a pipe gets whole lines without colours`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      let names = (1...12).map { "clicks as a_rather_long_name_for_a_column_\($0)" }
      let question = names.joined(separator: ", ") + " by store, campaign"
      let run = try Run([".", "-c", question], in: folder)
      #expect(run.output.split(separator: "\n").count == 5)
      #expect(run.output.contains("a_rather_long_name_for_a_column_12\n"))
      #expect(!(run.output + run.errors).contains("\u{1b}"))
    }

    @Test(arguments: [["--help"], [".", "-c", "clicks by store", "-c", "clicks by site"]])
    func `a closed pipe is no error`(_ arguments: [String]) throws {
      let folder = try TemporaryFolder.withTwoStores()
      let run = try Run(arguments, in: folder, readsOutput: false)
      #expect(run.ending == .exited(0))
      #expect(run.errors == "")
    }

    @Test func `Ctrl-C ends a script`() throws {
      let folder = try TemporaryFolder.withManyProducts()
      let child = try Child(
        .kepi, [".", "-c", "show loads", "-c", TemporaryFolder.endlessQuestion], in: folder.path,
        input: "", environment: [:], readsOutput: true)
      // Once the first answer is there the second statement runs.
      #expect(!child.readSome(by: Deadline()).isEmpty)
      child.signal(SIGINT)
      #expect(child.ending() == .exited(130))
      #expect(child.readAll().last?.contains("stopped") == true)
    }

    @Test func `Ctrl-C ends a load`() throws {
      let folder = try TemporaryFolder.withManyProducts(times: 10)
      let child = try Child(
        .kepi, [".", "-c", TemporaryFolder.endlessQuestion], in: folder.path, input: "",
        environment: [:],
        readsOutput: true)
      child.waitUntilItHandles(SIGINT)
      usleep(200_000)
      child.signal(SIGINT)
      #expect(child.ending() == .exited(130))
      #expect(child.readAll()[0] == "")
    }
  }
}
