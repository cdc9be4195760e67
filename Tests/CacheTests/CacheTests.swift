// The cache by itself: what is kept comes back the same or not at all.
import Dispatch
import FoundationEssentials
import KepiCache
import KepiColumns
import KepiFormats
import Synchronization
import Testing

struct CacheTests {
  // MARK: There and back

  @Test(arguments: [0, 1, 63, 64, 65, 5_000, 200_000])
  func `what is kept comes back`(_ rowCount: Int) throws {
    let place = try Place()
    let cache = place.cache()
    let segment = MadeSegments.make(rowCount: rowCount)
    #expect(cache.segment(key: Place.key, of: place.export) == nil)
    let kept = try place.keep(segment, in: cache)
    let found = try #require(cache.segment(key: Place.key, of: place.export))
    #expect(found.segment == segment)
    #expect(
      try FileManager.default.attributesOfItem(
        atPath: place.columns(in: cache))[.size] as? Int == found.byteCount)
    if case .kept = kept {} else { Issue.record("\(kept)") }
    // Of another way to read the file nothing is kept.
    #expect(cache.segment(key: String(Place.key.reversed()), of: place.export) == nil)
  }

  /// What is added to one of these has to be packed as well, and the version of the form raised.
  @Test func `all fields are known`() throws {
    guard case .read(let export) = MadeSegments.make(rowCount: 1).parts[0].outcome else { return }
    let column = try #require(export.table.columns.first)
    let merged = MergedSource(
      table: export.table, files: [.init(path: "", kept: 0, replaced: 0, overlapped: 0, copies: 0)])
    for (value, count) in [
      (export as Any, 15), (export.table, 2), (column, 3), (export.rejects[0], 4), (merged, 2),
      (merged.files[0], 5),
    ] {
      #expect(Mirror(reflecting: value).children.count == count, "\(type(of: value))")
    }
  }

  @Test func `only its owner can read it`() throws {
    let place = try Place()
    let cache = place.cache()
    _ = try place.keep(MadeSegments.make(rowCount: 3), in: cache)
    let files = try place.names(in: cache).map { cache.path + "/" + $0 }
    #expect(files.count == 2)
    for (path, mode) in files.map({ ($0, 0o600) }) + [(cache.path, 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
    }
  }

  @Test func `rows of several files come back`() throws {
    let place = try Place()
    let cache = place.cache()
    guard case .read(let export) = MadeSegments.make(rowCount: 900).parts[0].outcome else { return }
    let merged = MergedSource(
      table: export.table,
      files: [
        .init(path: "a.csv", kept: 899, replaced: 5, overlapped: 2, copies: 0),
        .init(path: "b.csv", kept: 1, replaced: 0, overlapped: 0, copies: 7),
      ])
    let others = String(repeating: "f", count: 64)
    cache.keep(merged, name: Place.key, key: Place.key)
    #expect(cache.merged(name: Place.key, key: Place.key) == merged)
    #expect(cache.merged(name: Place.key, key: others) == nil)
    #expect(cache.segment(key: Place.key, of: place.export) == nil)
    // What it is made of changed: it takes the place of the one before.
    cache.keep(merged, name: Place.key, key: others)
    #expect(cache.merged(name: Place.key, key: others) == merged)
    #expect(cache.merged(name: Place.key, key: Place.key) == nil)
    #expect(cache.entries().map(\.export) == [""])
  }

  // MARK: Damage

  @Test func `a file that is cut is read again`() throws {
    let place = try Place()
    let cache = place.cache()
    _ = try place.keep(MadeSegments.make(rowCount: 700), in: cache)
    let path = try place.columns(in: cache)
    let whole = try Data(contentsOf: URL(filePath: path))
    var random = SplitMix(seed: 5)
    let sizes =
      [0, 1, 7, 63, 64, 65, whole.count - 1, whole.count - 8, whole.count - 9]
      + (0..<60).map { _ in Int.random(in: 0..<whole.count, using: &random) }
    for size in sizes {
      try whole.prefix(size).write(to: URL(filePath: path))
      #expect(cache.segment(key: Place.key, of: place.export) == nil, "\(size) bytes")
    }
    try (whole + Data([0])).write(to: URL(filePath: path))
    #expect(cache.segment(key: Place.key, of: place.export) == nil, "one byte more")
    try whole.write(to: URL(filePath: path))
    #expect(cache.segment(key: Place.key, of: place.export) != nil)
  }

  @Test func `a file in which a byte is another is read again`() throws {
    let place = try Place()
    let cache = place.cache()
    // More than one block.
    _ = try place.keep(MadeSegments.make(rowCount: 150_000), in: cache)
    let path = try place.columns(in: cache)
    let whole = try Data(contentsOf: URL(filePath: path))
    #expect(whole.count > 5 << 20)
    var random = SplitMix(seed: 6)
    let places = Array(0..<130) + (whole.count - 24..<whole.count)
    for number in 0..<250 {
      var damaged = whole
      // Byte by byte where it matters most, then anywhere, one or several.
      if number < places.count {
        damaged[places[number]] ^= UInt8(1) << UInt8.random(in: 0...7, using: &random)
      } else {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          damaged[Int.random(in: 0..<whole.count, using: &random)] ^=
            UInt8.random(in: 1...255, using: &random)
        }
      }
      guard damaged != whole else { continue }
      try damaged.write(to: URL(filePath: path))
      #expect(cache.segment(key: Place.key, of: place.export) == nil, "damage \(number)")
    }
  }

  @Test func `a damaged stamp costs a look at the export`() throws {
    let place = try Place()
    let cache = place.cache()
    let segment = MadeSegments.make(rowCount: 9)
    _ = try place.keep(segment, in: cache)
    let stamp = try #require(place.names(in: cache).first { $0.hasSuffix(".stamp") })
    for bytes in [Data(), Data([1, 2, 3]), Data(repeating: 0xFF, count: 300)] {
      try bytes.write(to: URL(filePath: cache.path + "/" + stamp))
      #expect(cache.segment(key: Place.key, of: place.export)?.segment == segment)
    }
  }

  // MARK: The export changes

  @Test func `an export that changed is read again`() throws {
    let place = try Place(export: "day,units\n2026-09-01,5\n")
    let cache = place.cache()
    _ = try place.keep(MadeSegments.make(rowCount: 2), in: cache)
    // As long as it was.
    try place.write("day,units\n2026-09-01,6\n")
    #expect(cache.segment(key: Place.key, of: place.export) == nil)
    try place.touch()
    #expect(cache.segment(key: Place.key, of: place.export) == nil)
    // Longer.
    try place.write("day,units\n2026-09-01,5\n2026-09-02,5\n")
    #expect(cache.segment(key: Place.key, of: place.export) == nil)
    try FileManager.default.removeItem(atPath: place.export)
    #expect(cache.segment(key: Place.key, of: place.export) == nil)
  }

  @Test func `an export that was only touched is not read again`() throws {
    let place = try Place()
    let cache = place.cache()
    let segment = MadeSegments.make(rowCount: 2)
    _ = try place.keep(segment, in: cache)
    let stamp = cache.path + "/" + (try #require(place.names(in: cache).last))
    let before = try Data(contentsOf: URL(filePath: stamp))
    try place.touch()
    #expect(cache.segment(key: Place.key, of: place.export)?.segment == segment)
    // Next time its times tell.
    #expect(try Data(contentsOf: URL(filePath: stamp)) != before)
    // The same bytes in another file.
    try place.write("day,units\n2026-09-01,5\n")
    #expect(cache.segment(key: Place.key, of: place.export)?.segment == segment)
  }

  @Test func `an export written a moment ago is not kept`() throws {
    let place = try Place()
    var cache = place.cache()
    cache.tick = 3_600_000_000_000
    #expect(try place.keep(MadeSegments.make(rowCount: 2), in: cache) == .young)
    #expect(!FileManager.default.fileExists(atPath: cache.path))
  }

  @Test func `an export that changes while it is read is not kept`() throws {
    let place = try Place()
    let cache = place.cache()
    let sighting = try #require(FileSighting(place.export, tick: 0))
    try place.write("day,units\n2026-09-01,7\n")
    let kept = cache.keep(
      MadeSegments.make(rowCount: 2), key: Place.key, of: place.export, sighting)
    #expect(kept == .young)
  }

  // MARK: The folder

  @Test func `small exports are not kept`() throws {
    let place = try Place()
    var cache = place.cache()
    cache.leastExport = 100
    #expect(try place.keep(MadeSegments.make(rowCount: 2), in: cache) == .small)
  }

  @Test func `what was not used for longest makes room`() throws {
    let place = try Place()
    let segment = MadeSegments.make(rowCount: 2_000)
    guard case .kept(let size, _) = try place.keep(segment, in: place.cache()) else {
      Issue.record("not kept")
      return
    }
    let cache = place.cache(byteLimit: size * 7 / 2)
    let keys = (1...5).map { number in
      String(repeating: String(number), count: 64)
    }
    cache.clear()
    for key in keys {
      _ = try place.keep(segment, in: cache, key: key)
      // A second apart, so that there is an order.
      let columns = cache.path + "/" + key.prefix(32) + ".columns"
      try FileManager.default.setAttributes(
        [
          .modificationDate: Date(
            timeIntervalSince1970: 1_700_000_000 + (Double(key.prefix(1)) ?? 0))
        ], ofItemAtPath: columns)
    }
    cache.makeRoom()
    let left = keys.filter { cache.segment(key: $0, of: place.export) != nil }
    #expect(left == Array(keys.suffix(3)))
    #expect(cache.entries().count == 3)
    // Larger than all that is allowed.
    #expect(try place.keep(segment, in: place.cache(byteLimit: size / 2)) == .noRoom)
  }

  @Test func `clearing leaves what is not ours`() throws {
    let place = try Place()
    let cache = place.cache()
    _ = try place.keep(MadeSegments.make(rowCount: 2), in: cache)
    for name in ["notes.txt", Place.key.prefix(32) + ".columns.1-a.part", "a.columns"] {
      try Data("x".utf8).write(to: URL(filePath: cache.path + "/" + name))
    }
    #expect(cache.entries().map(\.export) == [CacheFolder.absolute(place.export)])
    #expect(cache.clear().count == 1)
    #expect(try place.names(in: cache) == ["a.columns", "notes.txt"])
    #expect(cache.clear() == (0, 0))
  }

  @Test func `a folder that cannot be made is done without`() throws {
    let place = try Place()
    var cache = CacheFolder(path: place.export + "/kepi")
    cache.leastExport = 0
    cache.tick = 0
    #expect(try place.keep(MadeSegments.make(rowCount: 2), in: cache) == .noRoom)
    #expect(cache.segment(key: Place.key, of: place.export) == nil)
    #expect(cache.entries().isEmpty && cache.clear() == (0, 0))
  }

  @Test func `a folder that others can write to is not believed`() throws {
    let place = try Place()
    let cache = place.cache()
    _ = try place.keep(MadeSegments.make(rowCount: 2), in: cache)
    #expect(cache.segment(key: Place.key, of: place.export) != nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: cache.path)
    #expect(cache.segment(key: Place.key, of: place.export) == nil)
    #expect(try place.keep(MadeSegments.make(rowCount: 2), in: cache) == .noRoom)
  }

  @Test func `many may read and write at once`() throws {
    let place = try Place()
    let cache = place.cache()
    let segment = MadeSegments.make(rowCount: 3_000)
    let export = place.export
    let sighting = try #require(FileSighting(export, tick: 0))
    let counts = Mutex((right: 0, wrong: 0))
    DispatchQueue.concurrentPerform(iterations: 60) { number in
      if number % 3 == 0 {
        _ = cache.keep(segment, key: Place.key, of: export, sighting)
      } else if let found = cache.segment(key: Place.key, of: export) {
        counts.withLock {
          if found.segment == segment { $0.right += 1 } else { $0.wrong += 1 }
        }
      }
    }
    let found = counts.withLock { $0 }
    #expect(found.wrong == 0 && found.right > 0)
    #expect(try place.names(in: cache).count == 2)
  }
}
