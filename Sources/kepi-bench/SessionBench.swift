// Questions asked inside one process: what they answer and how long they take.
import Dispatch
import Glibc
import KepiShell
import Synchronization

/// A session over the written exports, whose answers are kept as text.
final class SessionBench {
  private let session: Session
  private let texts = Answers()

  private final class Answers: Sendable {
    let output = Mutex("")
    let errors = Mutex("")
  }

  /// Loads what a workspace names; without one, only what ships is read.
  init(_ path: String? = nil) throws(BenchFailure) {
    var options = SessionOptions()
    options.format = .csv
    options.readsInit = false
    let texts = texts
    session = Session(
      options: options,
      streams: SessionStreams(
        output: { text in texts.output.withLock { $0 += text } },
        errors: { text in texts.errors.withLock { $0 += text } }, terminalColumns: nil))
    let outcome = session.start(paths: path.map { [$0] } ?? [], statements: [])
    guard outcome == .success else { throw BenchFailure(description: errors) }
  }

  private var errors: String { texts.errors.withLock { $0 } }

  func answer(_ text: String) throws(BenchFailure) -> String {
    texts.output.withLock { $0 = "" }
    texts.errors.withLock { $0 = "" }
    let outcome = session.run(text, named: "benchmark", isInteractive: false)
    guard outcome == .success else { throw BenchFailure(description: "\(text)\n\(errors)") }
    return texts.output.withLock { $0 }
  }

  /// Waits until nothing is made behind the back of who asks.
  func rest() {
    while session.isRollingUp { usleep(1000) }
  }

  /// Whether all rows are read for each answer.
  var readsRowsAlone: Bool {
    get { session.readsRowsAlone }
    set { session.readsRowsAlone = newValue }
  }

  /// A question of a millisecond is asked for so long: a moment in which the machine does something
  /// else would be all of its repeats. The same for all engines.
  private static let leastSeconds = 0.3

  /// How long each of some runs took.
  ///
  /// - Parameter repeats: how many there are at least.
  func times(_ text: String, repeats: Int) throws(BenchFailure) -> [Double] {
    var result: [Double] = []
    var total = 0.0
    while result.count < repeats || repeats > 1 && total < Self.leastSeconds {
      let start = ContinuousClock.now
      _ = try answer(text)
      let seconds = (ContinuousClock.now - start).seconds
      result.append(seconds)
      total += seconds
    }
    return result
  }

  /// How long a question goes on once it is told to stop; `nil` where it was over before.
  ///
  /// - Parameter delaySeconds: when it is told, from its beginning.
  func stopTime(_ text: String, delaySeconds: Double) -> Double? {
    let told = Mutex<ContinuousClock.Instant?>(nil)
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().asyncAfter(deadline: .now() + delaySeconds) {
      told.withLock { $0 = ContinuousClock.now }
      Session.interrupt()
      done.signal()
    }
    let outcome = session.run(text, named: "benchmark", isInteractive: false)
    let end = ContinuousClock.now
    done.wait()
    guard outcome == .interrupted, let start = told.withLock({ $0 }) else { return nil }
    return max(0, (end - start).seconds)
  }

  /// Bytes of memory that each row of a source takes, column by column.
  func columnWidths(of source: String) -> [(name: String, bytes: Double)] {
    session.columnWidths(of: source)
  }

  /// The same of what was summed up by day and place.
  func rollupWidth(of source: String) -> Double { session.rollupWidth(of: source) }
}
