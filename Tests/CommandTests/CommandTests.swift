import Testing

/// One after the other: a child must not inherit the pipes that another one is waiting on.
@Suite(.serialized) struct CommandTests {}

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
        errors: ["'table', 'csv' or 'json'"]),
      Row(
        testDescription: "a parameter without a value", arguments: ["--param", "x"], status: 2,
        errors: ["--param"]),
      Row(
        testDescription: "an option without its value", arguments: ["-c"], status: 2,
        errors: ["-c"]),
      Row(testDescription: "nothing to do", arguments: [], status: 0),
    ])
    func invocation(_ row: Row) throws {
      let (ending, output, errors) = try CommandTests.run(row.arguments, input: row.input)
      #expect(ending == .exited(row.status))
      #expect(row.output.isEmpty == output.isEmpty, "\(output)")
      #expect(row.errors.isEmpty == errors.isEmpty, "\(errors)")
      for part in row.output { #expect(output.contains(part)) }
      for part in row.errors { #expect(errors.contains(part)) }
    }

    @Test func `a closed pipe is no error`() throws {
      let (ending, _, errors) = try CommandTests.run(["--help"], readsOutput: false)
      #expect(ending == .exited(0))
      #expect(errors == "")
    }

  }

  static func run(
    _ arguments: [String], input: String = "", readsOutput: Bool = true
  ) throws -> (Child.Ending?, output: String, errors: String) {
    var child = try Child(
      arguments, input: input, environment: ["LC_ALL": "C", "PATH": "/usr/bin:/bin"],
      readsOutput: readsOutput)
    let texts = child.readAll()
    let deadline = Deadline()
    while !deadline.isOver {
      if let ending = child.poll() {
        return (ending, readsOutput ? texts[0] : "", texts.last ?? "")
      }
    }
    return (nil, texts[0], texts.last ?? "")
  }
}
