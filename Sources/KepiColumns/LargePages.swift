// Memory for many rows, asked of the system in large pages.
import Glibc

package enum LargePages {
  package static var byteCount: Int { 1 << 21 }
  private static let size = UInt(byteCount)

  /// As many bytes, or those of whole pages where they are hardly more.
  static func rounded(_ byteCount: Int) -> Int {
    guard byteCount >= 4 * Self.byteCount else { return byteCount }
    return (byteCount + Self.byteCount - 1) & ~(Self.byteCount - 1)
  }

  /// Memory of its own mapping, which goes back to the system as soon as it is freed and begins with
  /// a large page; `nil` where the system has none left. What `malloc` is given back it keeps, or asks
  /// for anew in other places.
  static func map(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    let (all, overflow) = byteCount.addingReportingOverflow(Self.byteCount)
    guard !overflow,
      let start = unsafe mmap(
        nil, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    // What lies before and behind is given back at once.
    let lead = Int((size - UInt(bitPattern: start) % size) % size)
    let memory = unsafe start + lead
    let end = (lead + byteCount + smallPage - 1) & ~(smallPage - 1)
    if lead > 0 { unsafe munmap(start, lead) }
    if end < all { unsafe munmap(start + end, all - end) }
    unsafe advise(UnsafeMutableRawBufferPointer(start: memory, count: byteCount))
    return unsafe memory
  }

  static func unmap(_ memory: UnsafeMutableRawPointer, _ byteCount: Int) {
    unsafe munmap(memory, byteCount)
  }

  private static let smallPage = Int(sysconf(Int32(_SC_PAGESIZE)))

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
  package static func zeros<Number: FixedWidthInteger & BitwiseCopyable>(_ count: Int) -> [Number] {
    unsafe [Number](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      unsafe advise(UnsafeMutableRawBufferPointer(buffer))
      unsafe buffer.initialize(repeating: 0)
      initializedCount = count
    }
  }

  /// An empty array that grows to so many elements without moving.
  package static func room<Number: FixedWidthInteger & BitwiseCopyable>(
    for count: Int
  ) -> [Number] {
    unsafe [Number](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      unsafe advise(UnsafeMutableRawBufferPointer(buffer))
      initializedCount = 0
    }
  }
}
