import FoundationEssentials
import Glibc
import Testing

extension CommandTests {
  /// `kepi report.md`: a document whose fences are run.
  struct DocumentScriptTests {
    private static let document = """
      # Clicks

      ```kepi
      metric double_clicks = 2 * clicks
      ```

      By store:

      ```kepi
      点击量, double_clicks by store
      ```

      ```output
      old
      ```

      And what is refused:

      ~~~kepi error K0301
      clicks by shopp
      ~~~

      ```sh
      not run
      ```

      """

    private func folder(_ document: String = Self.document) throws -> TemporaryFolder {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write(document, to: "report.md")
      return folder
    }

    private func run(
      _ arguments: [String], in folder: TemporaryFolder
    ) throws -> (ending: Child.Ending?, output: String, errors: String) {
      let child = try Child(
        .kepi, arguments, in: folder.path, input: "",
        environment: ["PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.state], readsOutput: true)
      let texts = child.readAll()
      return (child.ending(), texts[0], texts[1])
    }

    @Test func `the text is shown with the answers`() throws {
      let result = try run([".", "report.md", "--format", "csv", "--quiet"], in: folder())
      #expect(result.ending == .exited(0))
      #expect(result.output.contains("```output\nstore,点击量,double_clicks\n"))
      #expect(result.output.contains("By store:\n"))
      #expect(result.output.contains("\nNord,15,30\n"))
      #expect(!result.output.contains("old\n"))
      // A place in the answer is one of the document.
      #expect(result.output.contains("report.md:20:"))
      #expect(result.output.contains("error K0301"))
      #expect(result.output.contains("not run\n"))
    }

    @Test func `an answer that is no longer what stands there is told, and accepted`() throws {
      let folder = try folder()
      let arguments = [".", "report.md", "--format", "csv", "--quiet"]
      let first = try run(arguments + ["--check"], in: folder)
      #expect(first.ending == .exited(1))
      #expect(first.output == "")
      #expect(first.errors.contains("report.md:9: the answer is no longer what the document says"))
      #expect(first.errors.contains("  - old\n"))
      #expect(first.errors.contains("  + Nord,15,30\n"))
      let accepted = try run(arguments + ["--accept"], in: folder)
      #expect(accepted.ending == .exited(0))
      #expect(folder.contents(of: "report.md").contains("Sud,3,6\n```\n\nAnd what"))
      #expect(try run(arguments + ["--check"], in: folder).ending == .exited(0))
      // Nothing else is touched.
      let text = folder.contents(of: "report.md")
      #expect(text.hasPrefix("# Clicks\n\n```kepi\n") && text.hasSuffix("not run\n```\n"))
    }

    @Test func `a mistake fails the document, and so does one that is not made`() throws {
      let broken = try folder("```kepi\nclicks by shopp\n```\n")
      let result = try run([".", "report.md"], in: broken)
      #expect(result.ending == .exited(2))
      #expect(result.errors.contains("report.md:2:11"))
      let before = broken.contents(of: "report.md")
      #expect(try run([".", "report.md", "--accept"], in: broken).ending == .exited(2))
      #expect(broken.contents(of: "report.md") == before)
      for mark in ["error", "error K0301", "error K0501"] {
        let fine = try folder("```kepi \(mark)\nclicks by store\n```\n")
        let other = try run([".", "report.md"], in: fine)
        #expect(other.ending == .exited(1), "\(mark)")
        #expect(other.errors.contains("report.md:1: the fence is marked to fail"), "\(mark)")
      }
      let elsewhere = try folder("```kepi error K0501\nclicks by shopp\n```\n")
      #expect(try run([".", "report.md"], in: elsewhere).ending == .exited(1))
      let check = try folder("```kepi\ncheck clicks > 1000\n```\n")
      #expect(try run([".", "report.md"], in: check).ending == .exited(1))
      #expect(try run(["none.md"], in: check).ending == .exited(3))
      #expect(try run([".", "--check", "-c", "clicks"], in: check).ending == .exited(2))
    }

    @Test func `what an answer leaves out stays left out`() throws {
      let document = """
        ```kepi
        load "{store}/{site}"
        ```

        ```kepi
        clicks by store
        ```

        ```output
        store  clicks
        …
        Sud         9

        …
        ```

        ```kepi sketch
        metric share = sum(till.amount) / sum(vault.amount)
        ```

        ```kepi refused
        clicks by shopp
        ```

        """
      let folder = try folder(document)
      let checked = try run(["--no-init", "report.md", "--check"], in: folder)
      #expect(checked.ending == .exited(1))
      #expect(checked.errors.contains("  - Sud         9\n  + Sud         3\n"))
      #expect(!checked.errors.contains("Nord"))
      #expect(try run(["--no-init", "report.md", "--accept"], in: folder).ending == .exited(0))
      #expect(
        folder.contents(of: "report.md")
          == document.replacing("Sud         9", with: "Sud         3"))
      #expect(try run(["--no-init", "report.md", "--check"], in: folder).ending == .exited(0))
      let shown = try run(["--no-init", "report.md"], in: folder)
      #expect(shown.output.contains("\nNord       15\nSud         3\n\nall: 2026-09-21"))
      // A sketch is parsed, and no more.
      let broken = try self.folder("```kepi sketch\nclicks by by store\n```\n")
      #expect(try run(["report.md"], in: broken).ending == .exited(2))
    }

    @Test func `checks are counted and reported over a whole document`() throws {
      let folder = try folder(
        "```kepi\nparam least = 1\ncheck clicks > least\n```\n\n```kepi\ncheck clicks > 1000\n```\n"
      )
      let arguments = [".", "report.md", "--report", "tap=checks.tap"]
      let result = try run(arguments + ["--param", "least=2"], in: folder)
      #expect(result.ending == .exited(1))
      #expect(result.errors.hasSuffix("2 checks: 1 passed, 1 failed\n"))
      let report = folder.contents(of: "checks.tap")
      #expect(report.contains("\nok 1 - ") && report.contains("\nnot ok 2 - "))
      let unknown = try run([".", "report.md", "--param", "most=2"], in: folder)
      #expect(unknown.ending == .exited(2))
      #expect(unknown.errors.contains("--param most"))
    }

    private static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    /// By the very command that they tell their readers to type.
    @Test(arguments: [
      "README.md", "grammar/manual.md", "examples/stories/mix.md", "examples/stories/profit.md",
      "examples/settlement-and-ads/README.md",
    ])
    func `the documents of Kepi say what it answers`(_ path: String) throws {
      let records = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
      let child = try Child(
        .kepi, [path, records ? "--accept" : "--check"], in: Self.root, input: "",
        environment: ["PATH": "/usr/bin:/bin"], readsOutput: true)
      let texts = child.readAll()
      #expect(child.ending() == .exited(0))
      #expect(texts == ["", ""])
      #expect(!records, "\(path) was recorded")
    }

    @Test func `what moved is shown when an export changes`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      func clicks(_ number: Int) -> String {
        TemporaryFolder.ads(["2026-09-21,EUR,Auto,All,LAMP,B1,300,\(number),3.00,30.00,2,2"])
      }
      try folder.write("clicks by store\n", to: "daily.kepi")
      let shell = try TerminalSession(
        ["watch", ".", "daily.kepi", "--format", "csv", "--quiet"], in: folder,
        environment: ["XDG_CACHE_HOME": folder.path + "/.cache"], waits: false)
      shell.expect("Nord,15\nSud,3")
      try folder.write(clicks(4), to: "Sud/FR/ads.csv")
      shell.expect("changed: Sud/FR/ads.csv\n- Sud,3\n+ Sud,4")
      #expect(!shell.text.contains("- Nord"))
      // Written in two pieces, as a slow download is.
      let text = clicks(5)
      try folder.write(String(text.dropLast(20)), to: "Sud/FR/ads.csv")
      usleep(200_000)
      try folder.write(text, to: "Sud/FR/ads.csv")
      shell.expect("\n+ Sud,5")
      // Another file in its place, of the same size.
      try folder.write(clicks(6), to: "Sud/FR/.next")
      #expect(unsafe rename(folder.path + "/Sud/FR/.next", folder.path + "/Sud/FR/ads.csv") == 0)
      shell.expect("changed: Sud/FR/ads.csv\n- Sud,5\n+ Sud,6")
      #expect(unsafe unlink(folder.path + "/Sud/FR/ads.csv") == 0)
      shell.expect("\n- Sud,6")
      try folder.write(clicks(7), to: "Sud/FR/ads.csv")
      shell.expect("\n+ Sud,7")
      // A store that was not there, and a mistake that is mended.
      try folder.write(clicks(2), to: "West/UK/ads.csv")
      shell.expect("\n+ West,2")
      try folder.write("clicks by shopp\n", to: "daily.kepi")
      shell.expect(containing: "+ error K0301")
      try folder.write("clicks by site\n", to: "daily.kepi")
      shell.expect("\n+ UK,2")
      shell.type(Key.interrupt)
      #expect(shell.ending() == .exited(130))
      let nothing = try run(["watch", "."], in: folder)
      #expect(nothing.ending == .exited(2))
    }

    @Test func `what the script writes itself does not wake it`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write(
        "load \".\"\nexport to \"out/week.csv\" clicks by campaign\nclicks by campaign\n",
        to: "daily.kepi")
      let shell = try TerminalSession(
        ["watch", "daily.kepi", "--no-init"], in: folder, waits: false)
      shell.expect(containing: "夏季促销")
      sleep(2)
      #expect(!shell.text.contains("changed:"))
      shell.type(Key.interrupt)
      #expect(shell.ending() == .exited(130))
    }
  }
}
