// Room for numbers that are written block by block and read once all are there.

/// As `Cells`, in large pages from the first touch on, but for what is not made at once: ten million
/// codes in arrays of a few kilobytes took the system 35,000 pages to give.
@safe
package final class CellRoom<Element: BitwiseCopyable & Sendable>: Sendable {
  package let capacity: Int
  /// Points to `capacity` elements, of which the first `count` are there.
  @usableFromInline nonisolated(unsafe) let base: UnsafeMutablePointer<Element>
  /// Changed by whoever is its only owner.
  @usableFromInline nonisolated(unsafe) package var count = 0
  /// Of a mapping of its own; 0 where it is none, or was given back.
  private nonisolated(unsafe) var mappedBytes: Int

  package init(capacity: Int) {
    self.capacity = capacity
    let size = LargePages.rounded(max(1, capacity) * MemoryLayout<Element>.stride)
    let memory: UnsafeMutableRawPointer
    // The system may map no more and still have memory of its own to give.
    if size >= LargePages.byteCount, let mapped = unsafe LargePages.map(size) {
      unsafe memory = unsafe mapped
      unsafe mappedBytes = size
      isMapped = true
    } else {
      unsafe memory = UnsafeMutableRawPointer.allocate(
        byteCount: size, alignment: MemoryLayout<UInt64>.alignment)
      unsafe mappedBytes = 0
      isMapped = false
    }
    unsafe base = unsafe memory.bindMemory(to: Element.self, capacity: capacity)
  }

  private let isMapped: Bool

  deinit {
    if isMapped { discard() } else { unsafe base.deallocate() }
  }

  /// Leaves it without elements, and gives its memory back to the system, if it is much: what is made
  /// of them is then written to the same pages, which come cleared sooner than others. The caller is
  /// the last to read it.
  package func discard() {
    unsafe count = 0
    guard unsafe mappedBytes > 0 else { return }
    unsafe LargePages.unmap(base, mappedBytes)
    unsafe mappedBytes = 0
  }

  @inlinable package var freeCount: Int { unsafe capacity - count }

  /// Appends some elements, `freeCount` at most, each of which `fill` sets. The caller is its only
  /// owner.
  @inlinable @inline(__always)
  package func append(count added: Int, _ fill: (inout MutableSpan<Element>) -> Void) {
    precondition(added >= 0 && added <= freeCount, "no more than there is room for")
    var output = unsafe MutableSpan(_unsafeStart: base + count, count: added)
    fill(&output)
    unsafe count += added
  }

  @inlinable
  package var span: Span<Element> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }
}
