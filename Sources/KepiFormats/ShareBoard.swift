// Which worker reads which bytes of a source, while they are read.
import Synchronization

/// Ranges of a source with a worker each. Who is done takes half of what another still has: where
/// other programs hold one core up, the rest would wait for it.
///
/// What is read does not depend on it: rows are put together in the order of the source.
final class ShareBoard: Sendable {
  private struct Share {
    var range: Range<Int>
    /// Up to here it has been read.
    var position: Int

    var left: Int { range.upperBound - position }
  }

  private let shares: Mutex<[Share]>
  private let leastSize: Int

  /// - Parameter leastSize: no share is made of fewer bytes, since each begins without knowing any
  ///   value.
  init(_ ranges: [Range<Int>], leastSize: Int) {
    shares = Mutex(ranges.map { Share(range: $0, position: $0.lowerBound) })
    self.leastSize = leastSize
  }

  /// Where a share ends that was read up to an offset.
  func limit(of number: Int, readTo offset: Int) -> Int {
    shares.withLock { shares in
      shares[number].position = offset
      return shares[number].range.upperBound
    }
  }

  /// Nothing is left of a share, wherever its rows came to their end.
  func finish(_ number: Int) {
    shares.withLock { $0[number].position = $0[number].range.upperBound }
  }

  /// The number of a new share, and where it begins; `nil` where none has enough left.
  ///
  /// - Parameter lineStart: where the first line behind an offset begins.
  func split(lineStart: (Int) -> Int?) -> (number: Int, start: Int)? {
    shares.withLock { shares in
      guard let longest = shares.indices.max(by: { shares[$0].left < shares[$1].left }),
        shares[longest].left >= 2 * leastSize
      else { return nil }
      let end = shares[longest].range.upperBound
      guard let start = lineStart(end - shares[longest].left / 2), start < end else { return nil }
      shares[longest].range = shares[longest].range.lowerBound..<start
      shares.append(Share(range: start..<end, position: start))
      return (shares.count - 1, start)
    }
  }
}
