// The cache of the built program: runs after one another and at once, and `kepi cache`.
import FoundationEssentials
import Glibc
import Testing

extension CommandTests {
  struct CacheCommandTests {
    private static let question = "source sales from \"a.csv\" { time: date }"

    /// An export that is worth keeping and old enough to be.
    private static func withExport() throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      let rows = (0..<4_000).map { number in
        let day = number % 28 + 1
        return "2026-09-\(day < 10 ? "0" : "")\(day),shop \(number % 7),\(number % 100)"
      }
      try folder.write("date,shop,units\n" + rows.joined(separator: "\n") + "\n", to: "a.csv")
      usleep(2_100_000)
      return folder
    }

    private static func arguments(_ options: [String] = []) -> [String] {
      options + [
        "--format", "csv", "-c", question, "-c", "sum(sales.units) as total by sales.shop over all",
        "-c", "show loads", "-c", "show cache",
      ]
    }

    private static func environment(_ folder: TemporaryFolder) -> [String: String] {
      ["XDG_CACHE_HOME": folder.path + "/.cache"]
    }

    private static func kept(in folder: TemporaryFolder) -> [String] {
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/.cache/kepi")
      return (names ?? []).sorted()
    }

    /// All but what is said of the cache itself.
    private static func answers(_ run: Run) -> String {
      let end = run.output.firstRange(of: "file,bytes,rows")?.lowerBound
      return String(run.output[..<(end ?? run.output.endIndex)])
    }

    @Test func `a second run opens what the first one kept`() throws {
      let folder = try Self.withExport()
      let environment = Self.environment(folder)
      func run(_ options: [String] = [], _ more: [String: String] = [:]) throws -> Run {
        try Run(
          .kepi, Self.arguments(options), in: folder,
          environment: environment.merging(more) { $1 })
      }
      let first = try run()
      #expect(first.ending == .exited(0) && first.output.contains("read, and kept now"))
      #expect(Self.kept(in: folder).map { $0.dropFirst(32) } == [".columns", ".stamp"])
      let second = try run()
      #expect(second.output.contains("from the cache"))
      let without = try run(["--no-cache"])
      let off = try run([], ["KEPI_CACHE": "off"])
      for other in [second, without, off] { #expect(Self.answers(other) == Self.answers(first)) }
      #expect(without.errors.contains("no cache in this run"))
      #expect(off.errors.contains("no cache in this run"))

      let shown = try Run(.kepi, ["cache"], in: folder, environment: environment)
      #expect(shown.ending == .exited(0))
      #expect(shown.output.contains("1 export,") && shown.output.contains("/a.csv\n"))
      let cleared = try Run(.kepi, ["cache", "clear"], in: folder, environment: environment)
      #expect(cleared.output.hasPrefix("removed 1 export from the cache in "))
      #expect(Self.kept(in: folder).isEmpty)
      #expect(try run().output.contains("read, and kept now"))
    }

    @Test func `runs at once leave one good file`() throws {
      let folder = try Self.withExport()
      let children = try (0..<4).map { _ in
        try Child(
          .kepi, Self.arguments(), in: folder.path, input: "",
          environment: Self.environment(folder).merging(["LC_ALL": "C"]) { $1 }, readsOutput: true)
      }
      let outputs = children.map { $0.readAll()[0].prefix { $0 != "\u{0}" } }
      let without = try Run(
        .kepi, Self.arguments(["--no-cache"]), in: folder, environment: Self.environment(folder))
      for output in outputs { #expect(output.hasPrefix(Self.answers(without))) }
      #expect(Self.kept(in: folder).map { $0.dropFirst(32) } == [".columns", ".stamp"])
    }

    @Test func `a full disk is done without`() throws {
      let folder = try Self.withExport()
      // No file may be larger than 8 kB, in blocks of 1 kB.
      let script =
        "ulimit -f 8; \"$0\" \"$@\""
      let run = try Run(
        .bash, ["-c", script, Child.path] + Self.arguments(), in: folder,
        environment: Self.environment(folder))
      let without = try Run(
        .kepi, Self.arguments(["--no-cache"]), in: folder, environment: Self.environment(folder))
      #expect(run.ending == .exited(0))
      #expect(Self.answers(run) == Self.answers(without))
      #expect(run.output.contains("the cache has no room for it"))
      #expect(Self.kept(in: folder).isEmpty)
    }

    @Test func `a folder that cannot be written to is done without`() throws {
      let folder = try Self.withExport()
      let run = try Run(
        .kepi, Self.arguments(), in: folder, environment: ["XDG_CACHE_HOME": "/proc/none"])
      #expect(run.ending == .exited(0) && run.output.contains("the cache has no room for it"))
      let homeless = try Run(.kepi, ["cache", "clear"], in: folder)
      #expect(homeless.ending == .exited(0) && homeless.output.contains("there is no cache"))
    }

    @Test(arguments: ["lots", "20", "0G", "-1G", "OFF"])
    func `a size that is none is refused`(_ written: String) throws {
      let run = try Run(.kepi, ["-c", "help"], environment: ["KEPI_CACHE": written])
      #expect(run.ending == .exited(2) && run.errors.contains("KEPI_CACHE is a size"))
    }
  }
}
