// The folder in which what was read is kept between runs.
import Glibc
import KepiColumns
package import KepiFormats

/// Nothing here throws: where the folder cannot be made, read or written, all works without it.
///
/// A file of columns is written under another name and moved to its place when whole, so that a name
/// never leads to half a file; of two programs that write the same, the later one stands. Files in
/// their place are never written to, only replaced or removed, which those who have them mapped do
/// not notice.
package struct CacheFolder: Sendable {
  package let path: String
  /// Of all files together. Those not used for longest make room.
  package let byteLimit: Int
  /// Exports of fewer bytes are read again each time, which is about as fast.
  package var leastExport = 1 << 15
  /// Of fewer rows nothing is kept that was put together of several files.
  package var leastMerged = 200_000
  /// See `FileSighting`.
  package var tick = FileSighting.tick
  package var workerCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  /// Told of each file of columns that is written.
  package var noteWriting: (@Sendable (_ name: String) -> Void)?

  package static let usualLimit = 20_000_000_000
  /// What is left free on the disk for others.
  private static let leastFree = 1 << 30

  package init(path: String, byteLimit: Int = usualLimit) {
    self.path = path
    self.byteLimit = byteLimit
  }

  private enum Ending {
    static let columns = ".columns"
    static let stamp = ".stamp"
    static let part = ".part"
  }

  private func file(_ key: String, _ ending: String) -> String {
    // A whole hash would make names that some file systems of the network find too long.
    path + "/" + key.prefix(32) + ending
  }

  // MARK: Opening

  /// What reading an export gave, if it is kept and the export is still the same.
  /// - Parameter key: of 64 hexadecimal digits: a hash of all that decides how it is read.
  package func segment(key: String, of export: String) -> Opened? {
    guard isOurs, let sighting = FileSighting(export, tick: tick) else { return nil }
    let known = Stamp(contentsOf: file(key, Ending.stamp))
    var found: SegmentOrigin?
    let file = OpenSegment(path: file(key, Ending.columns), workerCount: workerCount) { head in
      var unpacker = Unpacker(head)
      guard let origin = try? SegmentOrigin(&unpacker), origin.key == key,
        origin.byteCount == sighting.facts.byteCount
      else { return false }
      found = origin
      if let known, known.facts == sighting.facts { return known.contentHash == origin.contentHash }
      // It may have been touched, copied to its place, unpacked once more: its content decides.
      return origin.contentHash == contentHash(of: export, sighting)
    }
    guard let file, let found, let segment = try? Segment(file) else { return nil }
    if known?.facts != sighting.facts, sighting.isSettled {
      write(Stamp(facts: sighting.facts, contentHash: found.contentHash), key)
    }
    markUsed(key)
    return Opened(
      segment: segment, byteCount: file.file.byteCount, contentHash: found.contentHash)
  }

  package struct Opened: Sendable {
    package let segment: Segment
    /// Of the file of columns.
    package let byteCount: Int
    /// Of the export.
    package let contentHash: UInt64
  }

  /// The rows of several files as they were put together before, if that was of the same ones.
  /// - Parameter name: what one such table has in common with the next, which takes its place.
  /// - Parameter key: a hash of all that it is made of.
  package func merged(name: String, key: String) -> MergedSource? {
    guard isOurs else { return nil }
    let file = OpenSegment(path: file(name, Ending.columns), workerCount: workerCount) { head in
      var unpacker = Unpacker(head)
      return (try? SegmentOrigin(&unpacker))?.key == key
    }
    guard let file, let merged = try? MergedSource(file) else { return nil }
    markUsed(name)
    return merged
  }

  /// `nil` where it changed meanwhile, too.
  private func contentHash(of export: String, _ sighting: FileSighting) -> UInt64? {
    let hash = ContentChecksum.of(
      export, byteCount: sighting.facts.byteCount, workerCount: workerCount)
    return FileFacts(export) == sighting.facts ? hash : nil
  }

  /// Which files were used last is told by the times of modification, to the hour.
  private func markUsed(_ name: String) {
    let path = file(name, Ending.columns)
    guard let facts = FileFacts(path), FileFacts.now - facts.modified > Self.hour else { return }
    unsafe utimensat(AT_FDCWD, path, nil, 0)
  }

  private static let hour = 3_600 * 1_000_000_000

  // MARK: Keeping

  package enum Keeping: Equatable, Sendable {
    case kept(byteCount: Int, contentHash: UInt64)
    /// It reads as fast as it opens.
    case small
    /// It was written to a moment ago, or while it was read.
    case young
    /// There is no room for it, or the folder cannot be written to.
    case noRoom
  }

  /// Keeps what reading an export gave.
  /// - Parameter sighting: of before it was read.
  package func keep(
    _ segment: Segment, key: String, of export: String, _ sighting: FileSighting
  ) -> Keeping {
    guard sighting.facts.byteCount >= leastExport else { return .small }
    guard sighting.isSettled, let hash = contentHash(of: export, sighting) else { return .young }
    let origin = SegmentOrigin(
      key: key, path: Self.absolute(export), byteCount: sighting.facts.byteCount,
      contentHash: hash)
    guard let packed = segment.packed(origin), let size = write(packed, name: key) else {
      return .noRoom
    }
    write(Stamp(facts: sighting.facts, contentHash: hash), key)
    return .kept(byteCount: size, contentHash: hash)
  }

  /// Keeps the rows of several files as they were put together.
  package func keep(_ merged: MergedSource, name: String, key: String) {
    let origin = SegmentOrigin(key: key, path: "", byteCount: 0, contentHash: 0)
    guard let packed = merged.packed(origin) else { return }
    _ = write(packed, name: name)
  }

  /// Gives the bytes of the file; `nil` where it could not be written.
  private func write(_ packed: (head: [UInt8], runs: RunList), name: String) -> Int? {
    let size = packed.head.count + packed.runs.end
    guard size < byteLimit, make(), hasRoom(for: size) else { return nil }
    let isWritten = write(to: file(name, Ending.columns)) { descriptor in
      (try? BlockWriter.write(head: packed.head, packed.runs, to: descriptor)) != nil
    }
    if isWritten { noteWriting?(name) }
    return isWritten ? size : nil
  }

  private func write(_ stamp: Stamp, _ key: String) {
    _ = write(to: file(key, Ending.stamp)) { descriptor in
      unsafe stamp.bytes.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
      }
    }
  }

  /// Writes a file beside its place and moves it there; nothing is left where that fails.
  ///
  /// It is not waited for the disk: after a loss of power the file may hold anything, which its
  /// checksums tell, and is read again.
  private func write(to place: String, _ body: (Int32) -> Bool) -> Bool {
    let number = UInt64.random(in: .min ... .max)
    let part = "\(place).\(getpid())-\(String(number, radix: 36))\(Ending.part)"
    let descriptor = unsafe open(
      part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
    guard descriptor >= 0 else { return false }
    let isWritten = body(descriptor)
    // Some file systems tell only now that there was no room.
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, unsafe rename(part, place) == 0 else {
      unsafe unlink(part)
      return false
    }
    return true
  }

  private func hasRoom(for byteCount: Int) -> Bool {
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else { return false }
    return Int(status.f_bavail) * Int(status.f_frsize) >= byteCount + Self.leastFree
  }

  /// Makes the folder, for its owner alone.
  private func make() -> Bool {
    var whole = ""
    for name in path.split(separator: "/") {
      whole += "/" + name
      if unsafe mkdir(whole, mode_t(0o700)) != 0, errno != EEXIST { return false }
    }
    return isOurs
  }

  /// Whether it is a folder that no one else can write to: numbers are believed that stand there.
  private var isOurs: Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  // MARK: Looking after it

  package struct Entry: Equatable, Sendable {
    package let key: String
    /// The file that was read, empty for the rows of several; `nil` where what is kept is damaged.
    package let export: String?
    package let byteCount: Int
    /// Nanoseconds since 1970.
    package let lastUsed: Int
  }

  /// What is kept, that used last first.
  package func entries() -> [Entry] {
    names().filter { $0.hasSuffix(Ending.columns) }.compactMap { name -> Entry? in
      let key = String(name.dropLast(Ending.columns.count))
      guard let facts = FileFacts(path + "/" + name) else { return nil }
      return Entry(
        key: key, export: OpenSegment.origin(ofFile: path + "/" + name)?.path,
        byteCount: facts.byteCount, lastUsed: facts.modified)
    }.sorted { ($1.lastUsed, $1.key) < ($0.lastUsed, $0.key) }
  }

  /// Removes all that is kept; other files in the folder stay.
  /// - Returns: how many exports that were, and the bytes that are free now.
  @discardableResult
  package func clear() -> (count: Int, byteCount: Int) {
    var result = (count: 0, byteCount: 0)
    for name in names() {
      let size = FileFacts(path + "/" + name)?.byteCount ?? 0
      guard unsafe unlink(path + "/" + name) == 0 else { continue }
      result.byteCount += size
      if name.hasSuffix(Ending.columns) { result.count += 1 }
    }
    return result
  }

  /// Removes what is more than the limit allows. To be called once for all that was kept: it looks
  /// at the whole folder.
  package func makeRoom() {
    // What a program left that was ended while it wrote.
    for name in names() where name.hasSuffix(Ending.part) {
      if let facts = FileFacts(path + "/" + name), FileFacts.now - facts.modified > Self.hour {
        unsafe unlink(path + "/" + name)
      }
    }
    var files: [(key: String, byteCount: Int, lastUsed: Int)] = []
    for name in names() where name.hasSuffix(Ending.columns) {
      let key = String(name.dropLast(Ending.columns.count))
      guard let facts = FileFacts(path + "/" + name) else { continue }
      files.append((key, facts.byteCount, facts.modified))
    }
    var total = files.reduce(0) { $0 + $1.byteCount }
    for old in files.sorted(by: { ($0.lastUsed, $0.key) < ($1.lastUsed, $1.key) })
    where total > byteLimit {
      unsafe unlink(file(old.key, Ending.columns))
      unsafe unlink(file(old.key, Ending.stamp))
      total -= old.byteCount
    }
  }

  /// Of the files in the folder those that are ours by their names, ascending.
  private func names() -> [String] {
    guard isOurs, let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
        unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      let key = name.utf8.prefix { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      let ending = String(name.dropFirst(key.count))
      guard key.count == 32,
        [Ending.columns, Ending.stamp].contains(ending) || ending.hasSuffix(Ending.part)
      else { continue }
      names.append(name)
    }
    return names.sorted()
  }

  /// A path without links; as it stands where there is nothing.
  package static func absolute(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}

/// What an export was when its content was last looked at. Kept beside the columns: a file that was
/// touched needs a new stamp and no new columns.
private struct Stamp {
  let facts: FileFacts
  let contentHash: UInt64

  private static let magic: UInt64 = 0x31_5054_5349_504B

  init(facts: FileFacts, contentHash: UInt64) {
    self.facts = facts
    self.contentHash = contentHash
  }

  var bytes: [UInt8] {
    var packer = Packer()
    packer.add(Self.magic)
    facts.add(to: &packer)
    packer.add(contentHash)
    packer.add(BlockChecksum.of(packer.bytes))
    return packer.bytes
  }

  /// `nil` for a file that is none, or damaged.
  init?(contentsOf path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
    guard count > 0 else { return nil }
    var unpacker = Unpacker(Array(bytes.prefix(count)))
    guard let magic = try? unpacker.word(), magic == Self.magic,
      let facts = try? FileFacts(&unpacker), let hash = try? unpacker.word()
    else { return nil }
    self.facts = facts
    contentHash = hash
    guard self.bytes == Array(bytes.prefix(count)) else { return nil }
  }
}
