// `kepi format` on files: what is rewritten, what is left alone, and the exit status.
import Testing

extension CommandTests {
  struct Formatting {
    private let loose = "metric x=1+2\n# a remark\nx   by store\n"
    private let tidy = "language 1\nmetric x = 1 + 2\n# a remark\nx by store\n"

    @Test func `a file is rewritten, and then nothing is left to do`() throws {
      let folder = try TemporaryFolder()
      try folder.write(loose, to: "a.kepi")
      let path = "\(folder.path)/a.kepi"
      for _ in 0..<2 {
        let run = try Run(["format", path])
        #expect(run.ending == .exited(0))
        #expect(run.output + run.errors == "")
        #expect(folder.contents(of: "a.kepi") == tidy)
      }
      #expect(try Run(["format", "--check", path]).ending == .exited(0))
    }

    @Test func `a check names the file and leaves it`() throws {
      let folder = try TemporaryFolder()
      try folder.write(loose, to: "a.kepi")
      try folder.write(tidy, to: "b.kepi")
      let paths = ["a", "b"].map { "\(folder.path)/\($0).kepi" }
      let run = try Run(["format", "--check"] + paths)
      #expect(run.ending == .exited(1))
      #expect(run.output == paths[0] + "\n")
      #expect(run.errors == "")
      #expect(folder.contents(of: "a.kepi") == loose)
    }

    @Test func `keywords are translated`() throws {
      let folder = try TemporaryFolder()
      try folder.write(loose, to: "a.kepi")
      let path = "\(folder.path)/a.kepi"
      #expect(try Run(["format", "--language", "zh", path]).ending == .exited(0))
      #expect(
        folder.contents(of: "a.kepi") == "语言 1\n指标 x = 1 + 2\n# a remark\nx 按 store\n")
      #expect(try Run(["format", "--language", "en", path]).ending == .exited(0))
      #expect(folder.contents(of: "a.kepi") == tidy)
    }

    @Test func `a mistake leaves the file alone and spoils no other`() throws {
      let folder = try TemporaryFolder()
      try folder.write("x by by\n", to: "a.kepi")
      try folder.write(loose, to: "b.kepi")
      let paths = ["a", "b", "missing"].map { "\(folder.path)/\($0).kepi" }
      let run = try Run(["format"] + paths)
      #expect(run.ending == .exited(2))
      #expect(run.output == "")
      #expect(run.errors.contains("a.kepi:1:6"))
      #expect(run.errors.contains("missing.kepi: there is no such file"))
      #expect(folder.contents(of: "a.kepi") == "x by by\n")
      #expect(folder.contents(of: "b.kepi") == tidy)
    }

    @Test(
      arguments: [
        (["format"], 2), (["format", "--bogus"], 2), (["format", "--language", "fr", "x"], 2),
        (["format", "/nowhere/a.kepi"], 3), (["format", "/"], 3), (["format", "--help"], 0),
      ] as [([String], Int32)])
    func statuses(_ arguments: [String], _ status: Int32) throws {
      let run = try Run(arguments)
      #expect(run.ending == .exited(status))
      #expect(run.output.isEmpty == (status != 0))
      #expect(run.errors.isEmpty == (status == 0))
    }
  }
}
