// How large sums of a column can get, found once for all that ask.
import KepiColumns
import Synchronization

/// For amounts of a source the sum of their values without signs.
final class Magnitudes: Sendable {
  private let known = Mutex<[String: UInt64]>([:])

  /// - Errors: none. What does not fit is the greatest number there is.
  func total(of name: String, _ values: IntegerStorage) -> UInt64 {
    if let total = known.withLock({ $0[name] }) { return total }
    let total = values.magnitudeTotal
    known.withLock { $0[name] = total }
    return total
  }
}
