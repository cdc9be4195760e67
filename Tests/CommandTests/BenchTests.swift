// The benchmark suite on a little data: whether its answers agree. Times are its own affair.
import Testing

extension CommandTests {
  struct BenchTests {
    @Test func `the suite holds together on a little data`() throws {
      let folder = try TemporaryFolder()
      let run = try Run(
        Tool(path: Tool.kepi.path + "-bench"),
        [
          "--rows", "20k", "--repeats", "1", "--folder", folder.path + "/data", "--json",
          folder.path + "/figures.json", "--kepi", Tool.kepi.path,
        ], in: folder)
      #expect(run.ending == .exited(0), "\(run.output)\n\(run.errors)")
      #expect(run.output.contains("answers compared: all agree"))
      let figures = folder.contents(of: "figures.json")
      // What was asked in one process and in another, and the sums that are known from writing.
      for name in [
        "q1", "q7", "drill", "distinct", "median", "stock", "rolling", "yoy", "others", "script",
      ] {
        #expect(figures.contains("\"\(name)\": {\"kepi\": "), "\(name)")
      }
      #expect(figures.contains("\"differences\": []"))
      #expect(figures.contains("first answer of a process"))
      #expect(!folder.contents(of: "data/20k/answers/kepi.q6.csv").isEmpty)
    }

    @Test func `the script is asked alone, of whole processes too`() throws {
      let folder = try TemporaryFolder()
      let run = try Run(
        Tool(path: Tool.kepi.path + "-bench"),
        [
          "--script", "--rows", "20k", "--repeats", "1", "--folder", folder.path + "/data",
          "--json", folder.path + "/figures.json", "--kepi", Tool.kepi.path,
        ], in: folder)
      #expect(run.ending == .exited(0), "\(run.output)\n\(run.errors)")
      #expect(run.output.contains("answers compared: all agree"))
      let figures = folder.contents(of: "figures.json")
      #expect(figures.contains("\"script\": {\"kepi\": "))
      #expect(figures.contains("\"script from disk\": {\"kepi\": "))
      #expect(!figures.contains("\"q1\""))
      let questions = folder.contents(of: "data/20k/script.kepi").split(separator: "\n")
        .filter { $0.contains(" over ") }
      #expect(questions.count == 200 && Set(questions).count == 200)
    }

    @Test func `loading is timed alone, with and without the process around it`() throws {
      let folder = try TemporaryFolder()
      let run = try Run(
        Tool(path: Tool.kepi.path + "-bench"),
        [
          "--load", "--no-peers", "--rows", "20k", "--repeats", "1", "--folder",
          folder.path + "/data", "--json", folder.path + "/figures.json", "--kepi", Tool.kepi.path,
        ], in: folder)
      #expect(run.ending == .exited(0), "\(run.output)\n\(run.errors)")
      let figures = folder.contents(of: "figures.json")
      #expect(figures.contains("\"load\": {\"kepi\": "))
      #expect(figures.contains("\"load, whole command\": {\"kepi\": "))
      #expect(!figures.contains("\"q1\""))
    }

    @Test func `a size that is none is refused`() throws {
      let run = try Run(
        Tool(path: Tool.kepi.path + "-bench"), ["--rows", "many"], in: try TemporaryFolder())
      #expect(run.ending == .exited(64))
      #expect(run.errors.contains("--rows many"))
    }
  }
}
