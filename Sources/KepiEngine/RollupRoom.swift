// Where the rollup of a source is, once it is made, for all that ask the source.
import Dispatch
import Synchronization

/// A place for one rollup. Nobody waits for it but who makes it.
final class RollupRoom: Sendable {
  private enum State {
    case empty
    case inWork
    /// `nil` where the source is none for a rollup.
    case made(Rollup?)
  }

  private let state = Mutex(State.empty)

  var rollup: Rollup? {
    state.withLock { state in
      if case .made(let rollup) = state { rollup } else { nil }
    }
  }

  var isInWork: Bool {
    state.withLock { state in
      if case .inWork = state { true } else { false }
    }
  }

  /// Makes the rollup, unless somebody did or does.
  func fill(from source: LoadedSource, _ rules: RollupRules) {
    guard begin() else { return }
    let rollup = RollupBuilder(source, rules)?.made()
    state.withLock { $0 = .made(rollup) }
  }

  /// The same behind the back of those who ask. One core makes it: the others answer meanwhile.
  func fillInBackground(from source: LoadedSource, _ rules: RollupRules) {
    guard begin() else { return }
    DispatchQueue.global(qos: .utility).async {
      let rollup = RollupBuilder(source, rules)?.made()
      self.state.withLock { $0 = .made(rollup) }
    }
  }

  private func begin() -> Bool {
    state.withLock { state in
      guard case .empty = state else { return false }
      state = .inWork
      return true
    }
  }
}
