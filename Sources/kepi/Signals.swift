// Signals as bytes in a pipe: handlers do nothing else, so whatever happens next is ordinary code.
import Glibc
import KepiShell
import Synchronization

enum Signals {
  enum Wake: Equatable {
    case input
    case signal(Int32)
  }

  /// From now on Ctrl-C stops the question that runs, a second one the program.
  static func start() {
    unsafe watcherPipe = makePipe()
    unsafe editorPipe = makePipe()
    unsafe target = watcherPipe.writing
    handle(SIGINT)
    var thread = pthread_t()
    unsafe pthread_create(&thread, nil, { _ in unsafe Signals.watch() }, nil)
  }

  /// From now on there is so much time. What has not stopped by itself a little later is ended.
  static func endAfter(seconds: Int) {
    handle(SIGALRM)
    alarm(UInt32(seconds))
  }

  static func running<Result>(_ body: () -> Result) -> Result {
    let before = state.exchange(State.running, ordering: .sequentiallyConsistent)
    defer { state.store(before, ordering: .sequentiallyConsistent) }
    return body()
  }

  /// From now on Ctrl-C ends the program only while a question runs: one that comes as the answer
  /// does is meant for the question.
  static func startShell() { state.store(State.inShell, ordering: .sequentiallyConsistent) }

  /// While a line is read its reader gets the signals, by `wait`: the terminal has to be put back
  /// before the program may stop or end.
  static func editing<Result>(_ body: () -> Result) -> Result {
    unsafe target = editorPipe.writing
    for signal in editorSignals { handle(signal) }
    defer {
      for signal in editorSignals { reset(signal) }
      unsafe target = watcherPipe.writing
    }
    return body()
  }

  /// Waits for bytes on a descriptor or for a signal.
  static func wait(for descriptor: Int32) -> Wake {
    let pipe = unsafe editorPipe.reading
    while true {
      var waiting = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&waiting, 2, -1) > 0 else { continue }
      if waiting[1].revents != 0, let signal = Streams.read(pipe, atMost: 1)?.first {
        return .signal(Int32(signal))
      }
      if waiting[0].revents != 0 { return .input }
    }
  }

  /// Stops the program as Ctrl-Z does by itself, until it is brought back to the foreground.
  static func stop() {
    reset(SIGTSTP)
    kill(0, SIGTSTP)
    handle(SIGTSTP)
  }

  /// Ends the program as the signal does by itself, so that the caller can tell.
  static func end(by signal: Int32) -> Never {
    reset(signal)
    kill(getpid(), signal)
    exit(128 + signal)
  }

  private static let graceSeconds: UInt32 = 10

  private enum State {
    static let idle = 0
    static let running = 1
    static let interrupted = 2
    static let inShell = 3
  }

  private static let editorSignals = [SIGWINCH, SIGTSTP, SIGTERM, SIGHUP]
  private static let state = Atomic<Int>(State.idle)

  // Written before the first handler is set, or by the main thread alone; a handler only reads.
  nonisolated(unsafe) private static var watcherPipe: (reading: Int32, writing: Int32) = (-1, -1)
  nonisolated(unsafe) private static var editorPipe: (reading: Int32, writing: Int32) = (-1, -1)
  nonisolated(unsafe) private static var target: Int32 = -1

  /// Runs on a thread of its own, since the main thread is busy with the question.
  private static func watch() -> UnsafeMutableRawPointer? {
    let pipe = unsafe watcherPipe.reading
    var isTimeUp = false
    while let signal = Streams.read(pipe, atMost: 1)?.first {
      if Int32(signal) == SIGALRM {
        // Something waits that cannot be told to stop: a pipe that no one writes to.
        if isTimeUp {
          try? Streams.write("kepi: the time is up\n", to: Streams.errors)
          _exit(Outcome.timedOut.rawValue)
        }
        isTimeUp = true
        Session.endTime()
        alarm(graceSeconds)
        continue
      }
      let (isFirst, found) = state.compareExchange(
        expected: State.running, desired: State.interrupted, ordering: .sequentiallyConsistent)
      if isFirst {
        Session.interrupt()
        // What is said next begins a row: the terminal has shown `^C`. One that takes nothing must
        // not keep this thread from the second signal.
        if Streams.isTerminal(Streams.input), Streams.isWritable(Streams.errors) {
          try? Streams.write("\n", to: Streams.errors)
        }
      } else if found != State.inShell {
        _exit(Outcome.interrupted.rawValue)
      }
    }
    return nil
  }

  private static func makePipe() -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    _ = unsafe pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A handler must never wait.
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }

  private static func handle(_ signal: Int32) {
    var action = sigaction()
    unsafe sigemptyset(&action.sa_mask)
    unsafe action.__sigaction_handler.sa_handler = { signal in
      let error = errno
      var byte = UInt8(truncatingIfNeeded: signal)
      _ = unsafe write(Signals.target, &byte, 1)
      errno = error
    }
    // Calls that wait for a file go on as if nothing had been.
    if signal == SIGALRM { action.sa_flags = SA_RESTART }
    unsafe sigaction(signal, &action, nil)
  }

  private static func reset(_ signal: Int32) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = SIG_DFL
    unsafe sigaction(signal, &action, nil)
  }
}
