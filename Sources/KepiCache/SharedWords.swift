// Words that several threads find, each its own.
import Dispatch
import Synchronization

final class SharedWords: Sendable {
  private let found: Mutex<[UInt64]>
  private let count: Int

  init(count: Int) {
    self.count = count
    found = Mutex(Array(repeating: 0, count: count))
  }

  var words: [UInt64] { found.withLock { $0 } }

  /// Calls `body` once for each place; false where one gave `nil`, after which no more are asked.
  func fill(workerCount: Int, _ body: @Sendable (Int) -> UInt64?) -> Bool {
    let isWhole = Atomic(true)
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workerCount, count))) { _ in
      while isWhole.load(ordering: .relaxed) {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < count else { return }
        guard let word = body(place) else {
          isWhole.store(false, ordering: .relaxed)
          return
        }
        // Once for 4 MiB: no one waits here.
        found.withLock { $0[place] = word }
      }
    }
    return isWhole.load(ordering: .relaxed)
  }
}
