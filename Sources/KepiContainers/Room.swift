// Memory that grows, for callbacks that write a few bytes at a time.

/// As an array, but with one owner: to find that out anew for each byte took as long as all else that
/// the callbacks do.
@safe
struct Room<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count = 0
  /// Points to `capacity` elements, of which the first `count` are there.
  private var base: UnsafeMutablePointer<Element>
  private var capacity = 1 << 10

  init() { unsafe base = .allocate(capacity: capacity) }

  deinit { unsafe base.deallocate() }

  var span: Span<Element> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  subscript(place: Int) -> Element {
    get {
      precondition(place >= 0 && place < count, "an element that is there")
      return unsafe base[place]
    }
    set {
      precondition(place >= 0 && place < count, "an element that is there")
      unsafe base[place] = newValue
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    unsafe base[count] = element
    count += 1
  }

  @unsafe
  mutating func append(_ bytes: UnsafeRawBufferPointer) where Element == UInt8 {
    if count + bytes.count > capacity { grow(to: count + bytes.count) }
    unsafe UnsafeMutableRawBufferPointer(start: base + count, count: bytes.count)
      .copyMemory(from: bytes)
    count += bytes.count
  }

  mutating func removeLast(_ removed: Int) {
    precondition(removed >= 0 && removed <= count, "no more than there is")
    count -= removed
  }

  mutating func removeAll() { count = 0 }

  private mutating func grow(to least: Int) {
    let room = max(least, 2 * capacity)
    let wider = UnsafeMutablePointer<Element>.allocate(capacity: room)
    unsafe wider.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = wider
    capacity = room
  }
}
