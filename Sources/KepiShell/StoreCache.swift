// Loading through the cache: what was read from a file before is opened, what was not is kept.
import Dispatch
import KepiCache
import KepiColumns
import KepiFormats
import KepiSemantics
import KepiSyntax
import Synchronization

/// The cache of a session. What was read is written to it while questions are answered already.
final class StoreCache: Sendable {
  let folder: CacheFolder
  private let queue = DispatchQueue(label: "kepi.cache")
  private let hasGrown = Atomic(false)
  /// By the key of what was to be kept.
  private let results = Mutex<[String: CacheFolder.Keeping]>([:])
  /// What was put together and is not written yet, by its name.
  private let waiting = Mutex<[String: (merged: MergedSource, key: String)]>([:])

  init(_ folder: CacheFolder) { self.folder = folder }

  func keep(_ segment: Segment, key: String, of place: String, _ sighting: FileSighting) {
    queue.async { [folder] in
      let result = folder.keep(segment, key: key, of: place, sighting)
      self.results.withLock { $0[key] = result }
      if case .kept = result { self.hasGrown.store(true, ordering: .relaxed) }
    }
  }

  /// It is written by `keepMerged`: of a source whose files are loaded one by one all but the last
  /// would be written in vain.
  func keep(_ merged: MergedSource, name: String, key: String) {
    waiting.withLock { $0[name] = (merged, key) }
  }

  /// What was put together before, of more files than what waits under the name.
  func merged(name: String, key: String) -> MergedSource? {
    guard let known = folder.merged(name: name, key: key) else { return nil }
    _ = waiting.withLock { $0.removeValue(forKey: name) }
    return known
  }

  /// Begins to write what was put together: the statements at hand are through.
  func keepMerged() {
    let isWaiting = waiting.withLock { !$0.isEmpty }
    if isWaiting { queue.async { self.writeMerged() } }
  }

  private func writeMerged() {
    let waiting = waiting.withLock { waiting in
      defer { waiting = [:] }
      return waiting
    }
    for (name, (merged, key)) in waiting.sorted(by: { $0.key < $1.key }) {
      folder.keep(merged, name: name, key: key)
      hasGrown.store(true, ordering: .relaxed)
    }
  }

  /// What came of keeping something; it is waited for.
  func result(of key: String) -> CacheFolder.Keeping? {
    queue.sync {}
    return results.withLock { $0[key] }
  }

  /// Waits until all is written, and makes room for it.
  func finish() {
    queue.sync {
      writeMerged()
      if hasGrown.exchange(false, ordering: .relaxed) { folder.makeRoom() }
    }
  }
}

extension LoadedFile {
  /// What a file has to do with the cache.
  enum CacheUse: Sendable {
    case opened(CacheFolder.Opened, key: String)
    /// It was read, and given to the cache.
    case given(key: String)
  }

  /// Tells what was read, and how, from all else; `nil` where it is not kept. Waits for that.
  fileprivate func identity(in cache: StoreCache) -> String? {
    switch cacheUse {
    case .opened(let opened, let key): return "\(key) \(opened.contentHash)"
    case .given(let key):
      guard case .kept(_, let hash)? = cache.result(of: key) else { return nil }
      return "\(key) \(hash)"
    case nil: return nil
    }
  }
}

extension Loader {
  /// The tables of a file, from the cache where they are kept there and the file is the same.
  ///
  /// What is said about a file must not differ: all of it is kept, or nothing.
  func read(
    _ path: String, _ part: PartSelection, _ fixed: [String: FixedValue], as name: Name?,
    _ effort: ReadEffort, _ watch: ReadWatch
  ) -> [LoadedFile] {
    guard let cache, let place = access.diskPath(path) else {
      return parse(path, part, fixed, as: name, effort, watch)
    }
    let key = key(of: path, at: place, part, fixed, as: name)
    let stamp = access.stamp(path)
    if let opened = cache.folder.segment(key: key, of: place) {
      let manner = LoadedFile.Manner(fixed: fixed, name: name)
      return opened.segment.parts.map { part in
        LoadedFile(
          file: path, path: part.path, outcome: .init(part.outcome), manner: manner, stamp: stamp,
          cacheUse: .opened(opened, key: key))
      }
    }
    let sighting = FileSighting(place, tick: cache.folder.tick)
    var files = parse(path, part, fixed, as: name, effort, watch)
    guard let sighting, !isCancelled(), files.contains(where: { $0.export != nil }) else {
      return files
    }
    let segment = Segment(
      parts: files.map { Segment.Part(path: $0.path, outcome: .init($0.outcome)) })
    cache.keep(segment, key: key, of: place, sighting)
    for place in files.indices { files[place].cacheUse = .given(key: key) }
    return files
  }

  /// A hash of all that decides what reading a file gives, but its content. Its name is part of
  /// that as it was given, since messages have it.
  private func key(
    of path: String, at place: String, _ part: PartSelection, _ fixed: [String: FixedValue],
    as name: Name?
  ) -> String {
    var facts = [Self.program, CacheFolder.absolute(place), path, name?.key ?? ""]
    facts.append(String(part.patterns.count))
    facts += part.patterns
    facts.append(String(fixed.count))
    for column in fixed.keys.sorted() {
      facts += [column, fixed[column].map { String(reflecting: $0) } ?? ""]
    }
    if let own = ownSchema(of: name) {
      facts.append(String(reflecting: own))
    } else {
      facts += kindFacts
    }
    return ContentHash.sha256(of: facts)
  }
}

extension ContentHash {
  /// Their lengths part the texts: no two lists have one hash.
  fileprivate static func sha256(of facts: [String]) -> String {
    sha256(facts.flatMap { fact in Array("\(fact.utf8.count):".utf8) + Array(fact.utf8) })
  }
}

extension Workspace {
  /// Kinds as they are where they do not ship; those that do are of the program.
  var ownKinds: [String] {
    let shipped = Dictionary(
      ShippedCatalogue.shared.kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let own = kinds.filter { shipped[$0.name] != $0 }
    return [String(kinds.count)] + own.map { String(reflecting: $0) }
  }

  /// The rows of some files without what counts twice. Put together they are kept as well: with a
  /// file for each day that takes longer than all else.
  func merging(_ files: [LoadedFile], of source: String) -> MergedSource {
    let exports = files.compactMap(\.export)
    let hints = ownSources.first { $0.name.key == source }?.hints
    let ownKey = hints?.key ?? []
    let timeColumn = hints?.timeColumn ?? "day"
    func made() -> MergedSource {
      ExportMerge.merge(exports, kinds: kinds, ownKey: ownKey, timeColumn: timeColumn)
    }
    // One file is what it is, and few rows are put together in no time.
    guard let cache, exports.count > 1,
      exports.reduce(0, { $0 + $1.table.rowCount }) >= cache.folder.leastMerged
    else { return made() }
    let identities = files.compactMap { $0.identity(in: cache) }
    guard identities.count == files.count else { return made() }
    // Tomorrow's files take the place of today's.
    let name = ContentHash.sha256(
      of: ["merged", source, files[0].path, String(identities[0].prefix(64))])
    let key = ContentHash.sha256(
      of: [Loader.program, source, timeColumn, String(ownKey.count)] + ownKey + ownKinds
        + zip(identities, exports).flatMap { [$0, $1.path] })
    if let known = cache.merged(name: name, key: key) { return known }
    let merged = made()
    cache.keep(merged, name: name, key: key)
    return merged
  }
}

extension Loader {
  /// The program that reads, not only by its version: one built anew may read otherwise.
  fileprivate static let program: String = {
    let facts = FileFacts("/proc/self/exe")
    return "\(KepiVersion.current) \(facts?.byteCount ?? 0) \(facts?.modified ?? 0)"
  }()
}

extension LoadedFile.Outcome {
  fileprivate init(_ outcome: Segment.Outcome) {
    switch outcome {
    case .read(let export): self = .read(export)
    case .passedOver(let reason): self = .passedOver(reason)
    case .unread(let reason, .unknown): self = .unread(reason, .unknown)
    case .unread(let reason, .stranger): self = .unread(reason, .stranger)
    case .unread(let reason, .damaged): self = .unread(reason, .damaged)
    case .unread(let reason, .refused): self = .unread(reason, .refused)
    }
  }
}

extension Segment.Outcome {
  fileprivate init(_ outcome: LoadedFile.Outcome) {
    switch outcome {
    case .read(let export): self = .read(export)
    case .passedOver(let reason): self = .passedOver(reason)
    case .unread(let reason, .unknown): self = .unread(reason, .unknown)
    case .unread(let reason, .stranger): self = .unread(reason, .stranger)
    case .unread(let reason, .damaged): self = .unread(reason, .damaged)
    case .unread(let reason, .refused): self = .unread(reason, .refused)
    }
  }
}
