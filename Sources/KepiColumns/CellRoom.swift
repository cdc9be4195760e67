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

  private static var largePage: Int { 1 << 21 }

  package init(capacity: Int) {
    self.capacity = capacity
    let size = max(1, capacity) * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: size,
      alignment: size >= Self.largePage ? Self.largePage : MemoryLayout<UInt64>.alignment)
    unsafe LargePages.advise(memory)
    guard let start = unsafe memory.bindMemory(to: Element.self).baseAddress else {
      preconditionFailure("memory was given")
    }
    unsafe base = unsafe start
  }

  deinit { unsafe base.deallocate() }

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
