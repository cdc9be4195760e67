// How far a load has come, and how long the rest may take.
package import KepiDiagnostics

package struct LoadProgress {
  private let start = ContinuousClock.now
  /// Bytes of each file; 0 where it is not known.
  private let sizes: [Int]

  /// Nothing is promised before there is something to judge by.
  private static let leastMilliseconds = 1000

  package init(sizes: [Int]) { self.sizes = sizes }

  /// What is said when the file at a place is begun.
  package func text(at place: Int, name: String, after elapsed: Duration? = nil) -> Phrase {
    let rest = remaining(at: place, after: elapsed ?? ContinuousClock.now - start)
    let left = rest.map { Elapsed(milliseconds: ($0 + 999) / 1000 * 1000).rounded }
    return Phrase(
      "reading \(place + 1) of \(sizes.count): \(name)" + (left.map { ", about \($0) left" } ?? ""),
      zh: "正在读取 \(place + 1)/\(sizes.count)：\(name)" + (left.map { "，约剩 \($0)" } ?? ""))
  }

  /// Milliseconds, by the bytes that are read so far; `nil` while that says too little.
  private func remaining(at place: Int, after elapsed: Duration) -> Int? {
    let spent = Elapsed(elapsed).milliseconds
    let done = sizes[..<place].reduce(0, +)
    let all = sizes.reduce(0, +)
    guard spent >= Self.leastMilliseconds, done > 0, all > done else { return nil }
    return Int(Double(spent) / Double(done) * Double(all - done))
  }
}

extension Elapsed {
  /// Without parts of a second.
  fileprivate var rounded: String {
    milliseconds < 60_000
      ? "\(milliseconds / 1000) s" : "\(milliseconds / 60_000) min \(milliseconds / 1000 % 60) s"
  }
}
