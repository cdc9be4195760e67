// How fast this machine's memory can be read at all.
import Dispatch
import Synchronization

enum MemoryBandwidth {
  private static let byteCount = 1 << 29

  /// Bytes a second, with so many threads each reading its own part; the best of some runs.
  static func measured(threadCount: Int) -> Double {
    let lanes = byteCount / 64
    let data = [SIMD8<Int64>](repeating: SIMD8(repeating: 1), count: lanes)
    let best = Mutex(0.0)
    for _ in 0..<5 {
      let start = ContinuousClock.now
      let total = Atomic<Int64>(0)
      DispatchQueue.concurrentPerform(iterations: threadCount) { number in
        let part = data.span.extracting(
          lanes * number / threadCount..<lanes * (number + 1) / threadCount)
        // Four sums, so that none waits for the one before it.
        var sums = (SIMD8<Int64>(), SIMD8<Int64>(), SIMD8<Int64>(), SIMD8<Int64>())
        var place = 0
        while place + 4 <= part.count {
          sums.0 &+= part[place]
          sums.1 &+= part[place + 1]
          sums.2 &+= part[place + 2]
          sums.3 &+= part[place + 3]
          place += 4
        }
        total.add((sums.0 &+ sums.1 &+ sums.2 &+ sums.3).wrappedSum(), ordering: .relaxed)
      }
      precondition(total.load(ordering: .relaxed) > 0, "the sums are used")
      let rate = Double(byteCount) / (ContinuousClock.now - start).seconds
      best.withLock { $0 = max($0, rate) }
    }
    return best.withLock { $0 }
  }
}
