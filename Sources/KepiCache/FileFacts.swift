// What the system knows of a file: enough to tell that it is the one it was.
import Glibc
import KepiColumns

/// Whoever writes to a file changes its time of change, which no program can set. That of
/// modification alone would not do: archives and copies bring it with them.
package struct FileFacts: Equatable, Sendable {
  let device: UInt64
  let inode: UInt64
  package let byteCount: Int
  package let modified: Int
  /// Nanoseconds since 1970, as the other.
  let changed: Int

  /// `nil` where there is no such file, or it is none with bytes to come back to.
  package init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    byteCount = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }

  static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  func add(to packer: inout Packer) {
    packer.add(device)
    packer.add(inode)
    packer.add(byteCount)
    packer.add(modified)
    packer.add(changed)
  }

  init(_ unpacker: inout Unpacker) throws(Damage) {
    device = try unpacker.word()
    inode = try unpacker.word()
    byteCount = try unpacker.number()
    modified = try unpacker.number()
    changed = try unpacker.number()
  }
}

/// What a file was found to be, and when.
package struct FileSighting: Sendable {
  package let facts: FileFacts
  /// Whether a write after this moment shows in the facts. The clock of a file system may tick every
  /// other second only: within a tick a file could change behind its back.
  package let isSettled: Bool

  package static let tick = 2_000_000_000

  /// - Parameter tick: in nanoseconds; tests need not wait.
  package init?(_ path: String, tick: Int = FileSighting.tick) {
    let now = FileFacts.now
    guard let facts = FileFacts(path) else { return nil }
    self.facts = facts
    isSettled = facts.changed <= now - tick
  }
}

enum ContentChecksum {
  /// Small enough to stay near the processor between reading and mixing.
  private static let pieceSize = 1 << 18

  /// Of all bytes of a file, by blocks; `nil` where they cannot be read, or are fewer by now.
  ///
  /// This is no SHA-256, as receipts have: that would take seconds for what is read in one.
  static func of(_ path: String, byteCount: Int, workerCount: Int) -> UInt64? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let checksums = SharedWords(count: (byteCount + pieceSize - 1) / pieceSize)
    let isRead = checksums.fill(workerCount: workerCount) { number in
      let size = min(pieceSize, byteCount - number * pieceSize)
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, done in
        while done < size {
          let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[done...])
          let offset = off_t(number * pieceSize + done)
          let count = unsafe pread(descriptor, rest.baseAddress, rest.count, offset)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { return }
          done += count
        }
      }
      return bytes.count == size ? BlockChecksum.of(bytes) : nil
    }
    return isRead ? BlockChecksum.of(checksums.words + [UInt64(byteCount)]) : nil
  }
}
