// Numbers that are all 0 until they are set, in memory that nobody writes to before.

/// As an array of zeros, but what no number was set in takes no memory and no time: the system gives
/// pages of zeros where they are first touched. Copies share their memory until one of them is
/// changed.
@safe
package struct ZeroedNumbers<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  package let count: Int
  private var room: Room

  package init(count: Int) {
    self.count = count
    room = Room(capacity: count)
  }

  package var span: Span<Number> {
    @_lifetime(borrow self) get {
      let base = unsafe UnsafePointer(room.base)
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  package var mutableSpan: MutableSpan<Number> {
    @_lifetime(&self) mutating get {
      if !isKnownUniquelyReferenced(&room) { room = Room(copying: room) }
      let base = unsafe room.base
      let span = unsafe MutableSpan(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, mutating: &self)
    }
  }

  /// From so many bytes on memory is asked of the system. Less than that has been used before, most
  /// often, and is cleared sooner than the system gives it: 2 million codes took 12 and not 18 ms.
  private static var leastMappedBytes: Int { 1 << 25 }

  @safe
  private final class Room: Sendable {
    private let capacity: Int
    nonisolated(unsafe) let base: UnsafeMutablePointer<Number>
    /// Of a mapping of its own; 0 where it is none.
    private let mappedBytes: Int

    init(capacity: Int) {
      self.capacity = capacity
      let size = LargePages.rounded(max(1, capacity) * MemoryLayout<Number>.stride)
      if size >= ZeroedNumbers.leastMappedBytes, let mapped = unsafe LargePages.map(size) {
        mappedBytes = size
        unsafe base = unsafe mapped.bindMemory(to: Number.self, capacity: capacity)
      } else {
        mappedBytes = 0
        unsafe base = .allocate(capacity: max(1, capacity))
        unsafe LargePages.advise(
          UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(start: base, count: capacity)))
        unsafe base.initialize(repeating: 0, count: capacity)
      }
    }

    convenience init(copying other: Room) {
      self.init(capacity: other.capacity)
      unsafe base.update(from: other.base, count: capacity)
    }

    deinit {
      if mappedBytes > 0 {
        unsafe LargePages.unmap(base, mappedBytes)
      } else {
        unsafe base.deallocate()
      }
    }
  }
}
