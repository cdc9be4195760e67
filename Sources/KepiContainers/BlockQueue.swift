// Blocks of bytes on their way from one thread to another, a few at a time.
import Dispatch
import Synchronization

/// What one thread makes another takes in the same order. Neither is ever far ahead of the other.
final class BlockQueue: Sendable {
  private struct State {
    var blocks: [[UInt8]] = []
    /// Whether nobody takes blocks any more.
    var isStopped = false
    /// How making them ended.
    var outcome: Result<Void, ContainerFailure>?
    /// Whether that was told.
    var isAtEnd = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  private static let mostBlocks = 4

  init() { for _ in 0..<Self.mostBlocks { room.signal() } }

  // MARK: Making

  func put(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    var block: [UInt8] = []
    block.append(bytes)
    try put(block)
  }

  /// Waits where the taker is behind. Throws `stopped` once there is none.
  func put(_ block: [UInt8]) throws(ContainerFailure) {
    room.wait()
    let isStopped = state.withLock { state in
      if !state.isStopped { state.blocks.append(block) }
      return state.isStopped
    }
    guard !isStopped else { throw .stopped }
    filled.signal()
  }

  func finish(_ outcome: Result<Void, ContainerFailure>) {
    state.withLock { $0.outcome = outcome }
    filled.signal()
  }

  // MARK: Taking

  /// The next block; `nil` when all have come. Throws what making them did.
  func next() throws(ContainerFailure) -> [UInt8]? {
    let isAtEnd = state.withLock { $0.isAtEnd }
    if !isAtEnd {
      filled.wait()
      let block = state.withLock { $0.blocks.isEmpty ? nil : $0.blocks.removeFirst() }
      if let block {
        room.signal()
        return block
      }
    }
    try state.withLock { state in
      state.isAtEnd = true
      return state.outcome
    }?.get()
    return nil
  }

  /// Lets whoever makes blocks know that they are not wanted.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
  }

  /// Hands on all blocks, then throws what making them did.
  func takeAll(
    _ body: (Span<UInt8>) throws(ContainerFailure) -> Void
  ) throws(ContainerFailure) {
    while let block = try next() {
      do throws(ContainerFailure) {
        try body(block.span)
      } catch {
        stop()
        throw error
      }
    }
  }
}
