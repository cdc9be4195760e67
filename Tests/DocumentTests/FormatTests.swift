// Layout never changes an answer: the example scripts run as written and laid out anew.
import KepiDiagnostics
import KepiShell
import Testing

struct FormatTests {
  static let scripts =
    ScriptTests.scripts.map { "examples/\($0)" } + ["examples/exports/workspace.kepi"]

  @Test(arguments: scripts)
  func examplesAreInTheOneStyle(_ path: String) throws {
    let bytes = try FileAccess.inPackage.read(path)
    #expect(ScriptFormatter(language: nil).format(bytes, named: path) == .unchanged)
  }

  @Test(arguments: scripts, [Language.chinese, .english])
  func translatingBackGivesTheSame(_ path: String, _ language: Language) throws {
    let first = Self.formatted(try FileAccess.inPackage.read(path), language)
    #expect(Self.formatted(first, language) == first, "twice is once")
    let other = Self.formatted(first, language == .chinese ? .english : .chinese)
    #expect(Self.formatted(other, language) == first)
  }

  /// In Chinese, since all scripts but some lines of it are in English already.
  @Test(arguments: ScriptTests.scripts)
  func answersStay(_ name: String) throws {
    let plain = Run.csv(["examples/\(name)"], [])
    let run = Run.csv(["examples/\(name)"], [], files: Self.files(in: .chinese))
    #expect(run.outcome == plain.outcome)
    #expect(run.answers == plain.answers)
  }

  @Test(arguments: [
    ("", "language 1\n"),
    ("#!/usr/bin/env kepi\nacos\n", "#!/usr/bin/env kepi\nlanguage 1\nacos\n"),
    ("\u{FEFF}acos\r\nby store\r\n", "language 1\nacos by store\n"),
    ("语言 1\nacos 按 store", "语言 1\nacos 按 store\n"),
    ("acos 按 store", "language 1\nacos 按 store\n"),
    ("# one\n\n\n\n## two\nlet a=1  # three", "language 1\n# one\n\n## two\nlet a = 1  # three\n"),
  ])
  func layouts(_ written: String, _ expected: String) {
    let formatted = Self.formatted(Array(written.utf8), nil)
    #expect(String(decoding: formatted, as: UTF8.self) == expected)
    #expect(Self.formatted(formatted, nil) == formatted)
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61], Array("acos by by\n".utf8), Array("language 2\n".utf8)])
  func whatCannotBeReadIsLeftAlone(_ bytes: [UInt8]) {
    guard case .refused(let message) = ScriptFormatter(language: nil).format(bytes, named: "a")
    else {
      Issue.record("this was laid out")
      return
    }
    #expect(message.hasPrefix("error K"))
  }

  private static func formatted(_ bytes: [UInt8], _ language: Language?) -> [UInt8] {
    switch ScriptFormatter(language: language).format(bytes, named: "a") {
    case .changed(let text): Array(text.utf8)
    case .unchanged, .refused: bytes
    }
  }

  /// The package with each script in another language.
  private static func files(in language: Language) -> FileAccess {
    FileAccess(
      read: { path throws(FileAccess.Failure) in
        let bytes = try FileAccess.inPackage.read(path)
        return path.hasSuffix(".kepi") ? formatted(bytes, language) : bytes
      },
      list: FileAccess.inPackage.list, kind: FileAccess.inPackage.kind)
  }
}
