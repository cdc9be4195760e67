// A file that lies in memory as it lies on the disk, read by the page when it is touched.
import Glibc

/// The mapping is private and read-only. It holds the bytes of the file that was opened, also after
/// another one was put in its place; who writes such files never changes one that stands.
@safe
package final class MappedFile: Sendable {
  package let byteCount: Int
  @usableFromInline nonisolated(unsafe) let base: UnsafeRawPointer

  /// `nil` where there is no such file, where it is empty or no regular file, or cannot be mapped.
  package init?(path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0, let size = Int(exactly: status.st_size),
      let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    byteCount = size
    unsafe base = UnsafeRawPointer(start)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: base), byteCount) }

  /// All bytes.
  package var bytes: RawSpan {
    @_lifetime(borrow self) get {
      let span = unsafe RawSpan(_unsafeStart: base, byteCount: byteCount)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }
}
