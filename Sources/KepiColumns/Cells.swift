// Many numbers of one width, never changed: made in memory of our own or lying in a mapped file.

/// What the rows of a column are stored as. Copies share one place in memory, and a loop over `span`
/// costs the same wherever that is.
@safe
package struct Cells<Element: BitwiseCopyable & Sendable>: Sendable {
  package let count: Int
  /// Points to `count` elements that live, and stay as they are, while `owner` lives.
  @usableFromInline nonisolated(unsafe) let base: UnsafePointer<Element>
  /// Memory of our own or a mapping; `nil` where there are no elements.
  @usableFromInline nonisolated(unsafe) let owner: AnyObject?

  /// As many elements as `fill` appends, `capacity` at most.
  ///
  /// In large pages from the first touch on: with pages of 4 KiB a third of the time of loading
  /// 10 million rows went into giving the process its memory.
  package init(capacity: Int, fill: (inout OutputSpan<Element>) -> Void) {
    let room = CellRoom<Element>(capacity: capacity)
    let buffer = unsafe UnsafeMutableBufferPointer(start: room.base, count: capacity)
    var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
    fill(&output)
    let count = unsafe output.finalize(for: buffer)
    unsafe self.init(base: UnsafePointer(room.base), count: count, owner: room)
  }

  package init(_ elements: [Element]) {
    self.init(capacity: elements.count) { output in
      let elements = elements.span
      for place in elements.indices { output.append(elements[place]) }
    }
  }

  /// The elements that lie in a mapped file from an offset on; `nil` where the file does not hold
  /// all of them, or they are not aligned as the processor wants them.
  package init?(_ file: MappedFile, at offset: Int, count: Int) {
    guard count >= 0 else { return nil }
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflow, offset >= 0, byteCount <= file.byteCount, offset <= file.byteCount - byteCount,
      offset.isMultiple(of: MemoryLayout<Element>.alignment)
    else { return nil }
    let start = unsafe file.base + offset
    unsafe self.init(
      base: UnsafePointer(start.assumingMemoryBound(to: Element.self)), count: count, owner: file)
  }

  private init(base: UnsafePointer<Element>, count: Int, owner: AnyObject) {
    self.count = count
    unsafe self.base = unsafe base
    unsafe self.owner = owner
  }

  @inlinable
  package var span: Span<Element> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }
}

extension Cells {
  /// As they lie in memory. Numbers have no bytes that are left out.
  package var bytes: RawSpan {
    @_lifetime(borrow self) get {
      let span = unsafe RawSpan(
        _unsafeStart: base, byteCount: count * MemoryLayout<Element>.stride)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }
}

extension Cells: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { count }

  @inlinable
  package subscript(row: Int) -> Element {
    precondition(row >= 0 && row < count, "a row of the column")
    return unsafe base[row]
  }
}

extension Cells: Equatable where Element: Equatable {
  package static func == (left: Cells, right: Cells) -> Bool {
    guard left.count == right.count else { return false }
    if unsafe left.base == right.base { return true }
    let left = left.span
    let right = right.span
    return left.indices.allSatisfy { left[$0] == right[$0] }
  }
}

extension Cells: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Element...) { self.init(elements) }
}
