// A folder of its own for each test, with an export and a cache beside it.
import FoundationEssentials
import KepiCache

final class Place {
  let path: String
  var export: String { path + "/a.csv" }
  /// 64 digits, as keys are.
  static let key = String(repeating: "0123456789abcdef", count: 4)

  init(export text: String = "day,units\n2026-09-01,5\n") throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "kepi-cache-\(UInt64.random(in: .min ... .max))").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write(text)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Without a least size, and without waiting until a file is settled.
  func cache(byteLimit: Int = CacheFolder.usualLimit) -> CacheFolder {
    var cache = CacheFolder(path: path + "/cache/kepi", byteLimit: byteLimit)
    cache.leastExport = 0
    cache.tick = 0
    return cache
  }

  func write(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: export)) }

  /// Gives the export the time of another day.
  func touch() throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: export)
  }

  func keep(_ segment: Segment, in cache: CacheFolder, key: String = Place.key) throws
    -> CacheFolder.Keeping
  {
    struct NoExport: Error {}
    guard let sighting = FileSighting(export, tick: cache.tick) else { throw NoExport() }
    return cache.keep(segment, key: key, of: export, sighting)
  }

  func names(in cache: CacheFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cache.path).sorted()
  }

  /// The file of columns, where there is one.
  func columns(in cache: CacheFolder) throws -> String {
    struct NoFile: Error {}
    guard let name = try names(in: cache).first(where: { $0.hasSuffix(".columns") }) else {
      throw NoFile()
    }
    return cache.path + "/" + name
  }
}
