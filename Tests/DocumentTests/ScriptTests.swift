// The scripts under examples/ run as they stand, and show what is written down for each.
import KepiShell
import Testing

struct ScriptTests {
  static let scripts = (try? PackageFiles.names(in: "examples", endingIn: ".kepi")) ?? []

  @Test func scriptsAreFound() { #expect(!Self.scripts.isEmpty) }

  /// As `kepi examples/NAME` at a terminal in the root of the package. A status other than 0 is
  /// said in the first line.
  @Test(arguments: scripts)
  func aScriptShowsItsGolden(_ name: String) throws {
    let run = Run(KepiCommand(options: .init(), paths: ["examples/\(name)"], statements: []))
    let status = run.outcome == .success ? "" : "# exit status \(run.outcome.rawValue)\n"
    let shown = status + run.shown
    let path = "Tests/DocumentTests/Golden/\(name.dropLast(".kepi".count)).txt"
    let golden = FileAccess.inPackage.kind(path) == .file ? try PackageFiles.text(path) : nil
    guard shown != golden else { return }
    if PackageFiles.isRecording {
      try PackageFiles.write(shown, to: path)
      Issue.record("\(path) was recorded")
    } else {
      let (new, old) = (ShownLines.split(shown), ShownLines.split(golden ?? ""))
      let place = zip(new, old).prefix { $0 == $1 }.count
      Issue.record(
        """
        \(golden == nil ? "there is no \(path)" : "\(path) differs"), from line \(place + 1):
        - \(old.dropFirst(place).first ?? "(the end)")
        + \(new.dropFirst(place).first ?? "(the end)")
        """)
    }
  }

  /// Goldens of scripts that are gone would never be looked at again.
  @Test func everyGoldenHasItsScript() throws {
    let goldens = try PackageFiles.names(in: "Tests/DocumentTests/Golden", endingIn: ".txt")
    let names = Set(Self.scripts.map { $0.dropLast(".kepi".count) + ".txt" })
    #expect(goldens.filter { !names.contains($0[...]) } == [])
  }
}
