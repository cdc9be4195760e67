// How far a load has come, and how long the rest may take.
package import KepiDiagnostics
import Synchronization

package struct LoadProgress: Sendable {
  private let start = ContinuousClock.now
  /// Bytes of each file; 0 where it is not known.
  private let sizes: [Int]

  /// Nothing is promised before there is something to judge by.
  private static let leastMilliseconds = 1000

  package init(sizes: [Int]) { self.sizes = sizes }

  /// What is said when the file at a place is begun, all before it being read.
  package func text(at place: Int, name: String, after elapsed: Duration? = nil) -> Phrase {
    text(at: place, name: name, done: sizes[..<place].reduce(0, +), after: elapsed)
  }

  /// - Parameter done: bytes of all files that are read.
  package func text(
    at place: Int, name: String, done: Int, after elapsed: Duration? = nil
  ) -> Phrase {
    var english = "reading \(place + 1) of \(sizes.count): \(name)"
    var chinese = "正在读取 \(place + 1)/\(sizes.count)：\(name)"
    let spent = Elapsed(elapsed ?? ContinuousClock.now - start).milliseconds
    let all = sizes.reduce(0, +)
    if spent >= Self.leastMilliseconds, done > 0, all > done {
      let rate = ByteRate(bytes: done, milliseconds: spent)
      let milliseconds = Int(Double(spent) / Double(done) * Double(all - done))
      let left = Elapsed(milliseconds: (milliseconds + 999) / 1000 * 1000).rounded
      let percent = Int(Double(done) / Double(all) * 100)
      english += ", \(percent) %, \(rate.text)/s, about \(left) left"
      chinese += "，\(percent)%，\(rate.text)/秒，约剩 \(left)"
    }
    return Phrase(english, zh: chinese)
  }
}

/// Bytes a second.
private struct ByteRate {
  let text: String

  init(bytes: Int, milliseconds: Int) {
    let perSecond = Double(bytes) / Double(max(1, milliseconds)) * 1000
    text =
      perSecond < 1e6
      ? "\(Int((perSecond / 1e3).rounded())) KB" : "\(Int((perSecond / 1e6).rounded())) MB"
  }
}

/// Tells of a load on a terminal, whichever threads read its files.
final class LoadTeller: Sendable {
  private struct State {
    /// Bytes read of files that are being read.
    var running: [Int: Int] = [:]
    var begun = 0
    var done = 0
    var name = ""
    var told = ContinuousClock.now
  }

  private let progress: LoadProgress
  private let sizes: [Int]
  private let language: Language
  private let show: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// Often enough to be seen moving.
  private static let pause = Duration.milliseconds(100)

  init(sizes: [Int], language: Language, show: @escaping @Sendable (String) -> Void) {
    progress = LoadProgress(sizes: sizes)
    self.sizes = sizes
    self.language = language
    self.show = show
  }

  func begin(_ place: Int, name: String) {
    state.withLock { state in
      state.running[place] = 0
      state.begun += 1
      state.name = name
      tell(&state)
    }
  }

  func note(_ place: Int, bytes: Int) {
    state.withLock { state in
      // What is packed becomes more than the file has.
      state.running[place] = min(sizes[place], (state.running[place] ?? 0) + bytes)
      if ContinuousClock.now - state.told >= Self.pause { tell(&state) }
    }
  }

  func end(_ place: Int) {
    state.withLock { state in
      state.running[place] = nil
      state.done += sizes[place]
    }
  }

  private func tell(_ state: inout State) {
    state.told = .now
    let done = state.running.values.reduce(state.done, +)
    show(progress.text(at: state.begun - 1, name: state.name, done: done).text(in: language))
  }
}

extension Elapsed {
  /// Without parts of a second.
  fileprivate var rounded: String {
    milliseconds < 60_000
      ? "\(milliseconds / 1000) s" : "\(milliseconds / 60_000) min \(milliseconds / 1000 % 60) s"
  }
}
