// Folders as disks have them: with pipes, and with links that lead back to where they stand.
import Foundation
import Glibc
import KepiShell
import Testing

struct DiskTests {
  /// A pipe would be waited for without end, and a link to a folder around it would be followed
  /// without end; both are left out. Links to other folders and files are followed.
  @Test func pipesAndLoops() throws {
    let files = FileManager.default
    let name = "kepi-tests-\(UInt64.random(in: .min ... .max))"
    let folder = files.temporaryDirectory.appending(path: name).path
    defer { try? files.removeItem(atPath: folder) }
    for path in ["week/old", "other"] {
      try files.createDirectory(atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
    }
    for path in ["week/a.csv", "week/old/b.csv", "other/c.csv"] {
      try Data("x,y\n".utf8).write(to: URL(filePath: "\(folder)/\(path)"))
    }
    let pipe = "\(folder)/week/pipe.csv"
    let status = unsafe mkfifo(pipe, 0o600)
    #expect(status == 0)
    for (link, target) in [
      ("week/self", "."), ("week/up", ".."), ("week/root", "/"), ("week/old/top", "../.."),
      ("week/file.csv", "a.csv"), ("week/lost.csv", "nowhere"), ("week/beside", "../other"),
      ("other/back", "../week"), ("week/pipe-too.csv", "pipe.csv"),
    ] {
      try files.createSymbolicLink(
        atPath: "\(folder)/\(link)", withDestinationPath: target)
    }
    let list = FileAccess.local.list
    #expect(try list("\(folder)/week") == ["a.csv", "beside", "file.csv", "lost.csv", "old"])
    #expect(try list("\(folder)/week/old") == ["b.csv"])
    #expect(try list("\(folder)/other") == ["back", "c.csv"])
    // By way of the link into the other folder, the one back would go round.
    #expect(try list("\(folder)/week/beside") == ["c.csv"])
    #expect(try list("\(folder)/other/back/old") == ["b.csv"])
  }
}
