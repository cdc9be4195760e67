// Arrays of many rows, made at once in large pages of memory.
import Glibc

extension Array where Element: BitwiseCopyable {
  /// As many elements as `fill` appends, `count` at most.
  ///
  /// Large pages are asked for before the first touch: with pages of 4 KiB a third of the time of
  /// loading 10 million rows went into giving the process its memory.
  package init(largeCount count: Int, fill: (inout OutputSpan<Element>) -> Void) {
    unsafe self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      unsafe LargePages.advise(UnsafeMutableRawBufferPointer(buffer))
      var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
      fill(&output)
      initializedCount = unsafe output.finalize(for: buffer)
    }
  }
}

package enum LargePages {
  private static let size: UInt = 1 << 21

  /// Only a wish: where the system has none, or fewer bytes are meant, nothing changes.
  package static func advise(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    let start = (UInt(bitPattern: base) + size - 1) & ~(size - 1)
    let end = (UInt(bitPattern: base) + UInt(bytes.count)) & ~(size - 1)
    guard start < end else { return }
    unsafe madvise(
      UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
  }
}
