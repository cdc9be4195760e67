// The files of this package, by their paths from its root, wherever the tests are started.
import FoundationEssentials
import KepiShell

enum PackageFiles {
  static let root = Paths.simplified(#filePath + "/../../..")

  /// Whether goldens are written anew instead of compared. What was recorded then fails, so that
  /// recording never passes for checking.
  static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  static func path(_ path: String) -> String { Paths.join(root, path) }

  static func text(_ path: String) throws -> String {
    String(decoding: try FileAccess.inPackage.read(path), as: UTF8.self)
  }

  static func names(in folder: String, endingIn ending: String) throws -> [String] {
    try FileAccess.inPackage.list(folder).filter { $0.hasSuffix(ending) }
  }

  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: Self.path(path)))
  }
}

extension FileAccess {
  /// The disk as a program sees it that was started in the root of the package.
  static let inPackage = FileAccess(
    read: { path throws(Failure) in try FileAccess.local.read(PackageFiles.path(path)) },
    list: { path throws(Failure) in try FileAccess.local.list(PackageFiles.path(path)) },
    kind: { FileAccess.local.kind(PackageFiles.path($0)) })
}
