// How long someone waits for a piece of work: no longer than a moment once it is to stop.
import Dispatch
import Synchronization

/// Work looks whether it is still wanted wherever it can. Where it cannot, or has much to put away
/// first, nobody waits for it: it comes to its end by itself, and what it gives is dropped there.
final class Patience: Sendable {
  /// Nothing is ever stopped.
  static let endless = Patience(nil)

  private let wantsStop: (@Sendable () -> Bool)?
  /// It stays over, whatever is asked next.
  private let hasEnded = Atomic(false)

  private static let queue = DispatchQueue(label: "kepi.work", attributes: .concurrent)
  private static let pauseMilliseconds = 10
  /// What stops by itself does so within this time, and need not be left behind. Whoever waits is to
  /// be free within a tenth of a second, and where the system has much to do each pause takes longer.
  private static let grace = Duration.milliseconds(50)

  init(_ wantsStop: (@Sendable () -> Bool)?) { self.wantsStop = wantsStop }

  var isOver: Bool {
    if hasEnded.load(ordering: .relaxed) { return true }
    guard let wantsStop, wantsStop() else { return false }
    hasEnded.store(true, ordering: .relaxed)
    return true
  }

  /// What the work gives; `nil` where it was left behind, or not begun any more.
  ///
  /// - Parameter isShort: that it is over before anybody could have left it. To hand it over would
  ///   take longer.
  func result<Result: Sendable>(
    isShort: Bool = false, of work: @escaping @Sendable () -> Result
  ) -> Result? {
    guard wantsStop != nil else { return work() }
    if isOver { return nil }
    if isShort { return work() }
    let given = Given<Result>()
    let isDone = DispatchSemaphore(value: 0)
    Patience.queue.async {
      given.put(work())
      isDone.signal()
    }
    var end: ContinuousClock.Instant?
    while isDone.wait(timeout: .now() + .milliseconds(Patience.pauseMilliseconds)) == .timedOut {
      guard isOver else { continue }
      let now = ContinuousClock.now
      if now >= end ?? now + Patience.grace { return nil }
      end = end ?? now + Patience.grace
    }
    return given.take()
  }

  /// Lets go of a value where nobody waits for that: of millions of lines it takes a while.
  func putAway<Value: Sendable>(_ value: consuming Value) {
    guard wantsStop != nil else { return }
    Patience.queue.async { [value] in _ = value }
  }

  private final class Given<Result: Sendable>: Sendable {
    private let result = Mutex<Result?>(nil)

    func put(_ new: Result) { result.withLock { $0 = new } }

    func take() -> Result? {
      result.withLock { result in
        defer { result = nil }
        return result
      }
    }
  }
}
