// Memory for many rows, asked of the system in large pages.
import Glibc

package enum LargePages {
  private static let size: UInt = 1 << 21

  /// Only a wish: where the system has none, or fewer bytes are meant, nothing changes.
  static func advise(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    let start = (UInt(bitPattern: base) + size - 1) & ~(size - 1)
    let end = (UInt(bitPattern: base) + UInt(bytes.count)) & ~(size - 1)
    guard start < end else { return }
    unsafe madvise(
      UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
  }

  /// Zeros that rows are scattered over: with small pages half of the time went into finding where
  /// the pages are.
  package static func zeros(_ count: Int) -> [Int64] {
    unsafe [Int64](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      unsafe advise(UnsafeMutableRawBufferPointer(buffer))
      unsafe buffer.initialize(repeating: 0)
      initializedCount = count
    }
  }
}
