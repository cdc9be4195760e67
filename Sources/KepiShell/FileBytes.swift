// The bytes of a file, read side by side where there are many.
import Dispatch
import FoundationEssentials
import Glibc
import KepiContainers
import KepiFormats
import Synchronization

enum FileBytes {
  /// A regular file to be read part by part; `nil` for what is none or cannot be opened.
  static func open(_ path: String) -> LargeFile? {
    guard let file = OpenFile(path) else { return nil }
    return LargeFile(size: file.size) { offset, bytes in file.read(offset, &bytes) }
  }

  /// Shares smaller than this are not worth a thread.
  private static let leastShare = 1 << 24

  /// `nil` where there is no such file.
  static func size(of path: String) -> Int? { stamp(path)?.byteCount }

  static func stamp(_ path: String) -> FileAccess.Stamp? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileAccess.Stamp(
      byteCount: Int(status.st_size),
      modifiedNanoseconds: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
  }

  /// Whether a name in a folder is one of what people keep there, a file or a folder. A pipe would be
  /// waited for, and a link to a folder around it leads back into itself without end.
  static func isKept(_ name: String, in folder: String) -> Bool {
    let path = Paths.join(folder, name)
    var own = stat()
    guard unsafe lstat(path, &own) == 0 else { return true }
    if [S_IFREG, S_IFDIR].contains(own.st_mode & S_IFMT) { return true }
    var target = stat()
    // One that leads nowhere is told where it is read.
    guard unsafe stat(path, &target) == 0 else { return true }
    if target.st_mode & S_IFMT == S_IFREG { return true }
    guard target.st_mode & S_IFMT == S_IFDIR else { return false }
    return !foldersAround(folder.isEmpty ? "." : folder).contains { around in
      around.st_dev == target.st_dev && around.st_ino == target.st_ino
    }
  }

  /// A folder and those above it, both by its path and, where links are in that, on the disk.
  private static func foldersAround(_ folder: String) -> [stat] {
    var paths = [folder]
    while let last = paths.last {
      let above = Paths.folder(of: last)
      if above.isEmpty || above == last { break }
      paths.append(above)
    }
    var around: [stat] = []
    for path in paths {
      var status = stat()
      if unsafe stat(path, &status) == 0 { around.append(status) }
    }
    var path = folder
    var below: stat?
    for _ in 0..<100 {
      path += "/.."
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { break }
      // Above the root is the root again.
      if below?.st_dev == status.st_dev, below?.st_ino == status.st_ino { break }
      around.append(status)
      below = status
    }
    return around
  }

  /// Of a regular file into one array. `Data` would be copied once more, which for a large export
  /// took as long as reading it.
  static func read(_ path: String) throws -> [UInt8] {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
    let size = Int(status.st_size)
    guard status.st_mode & S_IFMT == S_IFREG, size > 0 else {
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
    let isWhole = Atomic(true)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      nonisolated(unsafe) let places = unsafe buffer
      let shareCount = min(ReadEffort.all.workerCount, max(1, size / leastShare))
      DispatchQueue.concurrentPerform(iterations: shareCount) { number in
        var offset = size / shareCount * number
        let end = number + 1 == shareCount ? size : size / shareCount * (number + 1)
        while offset < end {
          let rest = unsafe UnsafeMutableBufferPointer(rebasing: places[offset..<end])
          let got = unsafe pread(descriptor, rest.baseAddress, rest.count, offset)
          if got < 0, errno == EINTR { continue }
          guard got > 0 else {
            isWhole.store(false, ordering: .relaxed)
            return
          }
          offset += got
        }
      }
      count = isWhole.load(ordering: .relaxed) ? size : 0
    }
    // It became shorter, or the disk failed: once more, by what reports why.
    guard isWhole.load(ordering: .relaxed) else {
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
    return bytes
  }
}

/// A file that stays open while anyone reads from it.
private final class OpenFile: Sendable {
  let size: Int
  private let descriptor: Int32

  init?(_ path: String) {
    descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    let isFound = unsafe fstat(descriptor, &status) == 0
    size = Int(status.st_size)
    guard isFound, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Whether the file has so many bytes from an offset on.
  func read(_ offset: Int, _ bytes: inout [UInt8]) -> Bool {
    unsafe bytes.withUnsafeMutableBytes { buffer in
      var got = 0
      while got < buffer.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[got...])
        let count = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + got))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        got += count
      }
      return true
    }
  }
}
