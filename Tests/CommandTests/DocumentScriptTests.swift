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

    @Test func `what moved is shown when an export changes`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write("clicks by store\n", to: "daily.kepi")
      let shell = try TerminalSession(
        ["watch", ".", "daily.kepi", "--format", "csv", "--quiet"], in: folder, waits: false)
      shell.expect(containing: "Sud,3\n")
      try folder.write(
        TemporaryFolder.ads(["2026-09-21,EUR,Auto,All,LAMP,B1,300,4,3.00,30.00,2,2"]),
        to: "Sud/FR/ads.csv")
      shell.expect(containing: "changed: Sud/FR/ads.csv\n- Sud,3\n+ Sud,4\n")
      #expect(!shell.text.contains("- Nord"))
      try folder.write("clicks by site\n", to: "daily.kepi")
      shell.expect(containing: "changed: daily.kepi\n- store,clicks\n")
      shell.expect(containing: "+ FR,4\n")
      shell.type(Key.interrupt)
      #expect(shell.ending() == .exited(130))
      let nothing = try run(["watch", "."], in: folder)
      #expect(nothing.ending == .exited(2))
    }
  }
}
