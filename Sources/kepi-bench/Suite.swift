// One size of data, from writing it to the figures.
import Glibc

struct Suite {
  private let rowCount: Int
  private let folder: String
  private let answers: String
  private let repeats: Int
  private let kepi: String
  private let python: String?
  private let data: BenchData

  /// - Parameter python: `nil` where no peers are asked.
  init(rowCount: Int, folder: String, repeats: Int, kepi: String, python: String?) {
    self.rowCount = rowCount
    self.folder = folder
    self.repeats = repeats
    self.kepi = kepi
    self.python = python
    answers = folder + "/answers"
    data = BenchData(rowCount: rowCount, folder: folder)
  }

  mutating func run() throws(BenchFailure) -> SizeReport {
    makeFolder(answers)
    say("writing data")
    let totals = try data.write()
    var report = SizeReport(rowCount: rowCount)
    try askPeers(&report)
    try timeLoading(&report)
    try measureMemory(&report)
    try ask(totals, &report)
    try start(&report)
    return report
  }

  /// Loading alone.
  mutating func runLoad() throws(BenchFailure) -> SizeReport {
    makeFolder(answers)
    say("writing data")
    _ = try data.write()
    var report = SizeReport(rowCount: rowCount)
    try timeLoading(&report)
    return report
  }

  /// The script alone: in a process that has loaded the rows, and in one that has to open them.
  mutating func runScript() throws(BenchFailure) -> SizeReport {
    makeFolder(answers)
    say("writing data")
    _ = try data.write()
    var report = SizeReport(rowCount: rowCount)
    try askPeers(&report, scriptAlone: true)
    let start = ContinuousClock.now
    let session = try SessionBench(folder + "/ads.kepi")
    report.set("load", "kepi", (ContinuousClock.now - start).seconds * 1000)
    try askScript(in: session, &report)
    if try hasProgram(&report) { try startScript(&report) }
    return report
  }

  private func say(_ text: String) {
    let line = Array("\(rowCount) rows: \(text)\n".utf8)
    _ = unsafe write(2, line, line.count)
  }

  // MARK: Peers

  private func askPeers(
    _ report: inout SizeReport, scriptAlone: Bool = false
  ) throws(BenchFailure) {
    guard let python else { return report.remarks.append("peers: not asked") }
    say("asking the peers")
    try writePeers()
    let asked = scriptAlone ? BenchQuestion.script : BenchQuestion.all + BenchQuestion.script
    let questions = asked.map { question in
      question.id + "\t" + question.sql.split(separator: "\n").joined(separator: " ") + "\n"
    }
    try writeText(questions.joined(), to: folder + "/questions")
    let child = try Child.run(
      [python, folder + "/peers.py", folder, folder + "/questions", answers, "\(repeats)"]
        + (scriptAlone ? ["script"] : []),
      capturing: folder + "/peers")
    for line in child.output.split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 4, let median = Double(cells[2]) else { continue }
      switch cells[1] {
      case "absent": report.remarks.append("\(cells[0]): not there, left out")
      case "bytes": report.set("bytes a row on disk", cells[0], median / Double(rowCount))
      default: report.set(cells[1], cells[0], median)
      }
    }
    guard child.status == 0 else {
      let errors = try readText(folder + "/peers.errors")
      report.remarks.append("peers: ended with status \(child.status): \(errors.suffix(600))")
      return
    }
  }

  // MARK: Loading

  /// Times loading in processes that have loaded nothing before, engine by engine in turn: `load` as
  /// the process itself times it, without its start and its end, and the whole command. A process pays
  /// for taking back the memory of the one before it, which may be gigabytes, so before each that is
  /// timed comes one of its own engine: all pay for themselves.
  private func timeLoading(_ report: inout SizeReport) throws(BenchFailure) {
    say("loading in fresh processes")
    try writePeers()
    var commands = [
      ("kepi", CommandLoad(own: [CommandLine.arguments[0], "--time-load", folder + "/ads.kepi"]))
    ]
    if try hasProgram(&report) {
      commands[0].1.whole = [
        kepi, "--no-cache", "--format", "csv", folder + "/ads.kepi", "-c", "clicks over all",
      ]
    }
    if let python {
      for peer in SizeReport.peers {
        commands.append((peer, CommandLoad(own: [python, folder + "/peers.py", folder, peer])))
      }
    }
    var own: [String: [Double]] = [:]
    var whole: [String: [Double]] = [:]
    for _ in 0..<loadCount {
      for (engine, command) in commands {
        _ = try Child.run(command.own, capturing: folder + "/load")
        usleep(Self.restMicroseconds)
        let child = try Child.run(command.own, capturing: folder + "/load")
        guard child.status == 0, let time = Double(child.output.prefix { $0 != "\n" }) else {
          continue
        }
        own[engine, default: []].append(time)
        let other = try command.whole.map { arguments throws(BenchFailure) in
          usleep(Self.restMicroseconds)
          return try Child.run(arguments, capturing: folder + "/load")
        }
        whole[engine, default: []].append((other ?? child).seconds * 1000)
      }
    }
    for (engine, _) in commands {
      if let times = own[engine] { report.set("load", engine, times.median) }
      if let times = whole[engine] { report.set("load, whole command", engine, times.median) }
    }
  }

  private static let restMicroseconds: UInt32 = 500_000

  /// How often each engine loads. One and the same process takes 270 to 420 ms, as the system has its
  /// memory ready or not, so a few times tell little; of more rows once takes long enough.
  private var loadCount: Int {
    repeats > 1 && rowCount <= 10_000_000 ? max(11, repeats) : min(5, repeats)
  }

  /// What loads, and prints how long it took; and what is timed from its start to its end, where that
  /// is another command.
  private struct CommandLoad {
    let own: [String]
    var whole: [String]?
  }

  private func writePeers() throws(BenchFailure) {
    try writeText(
      String(decoding: PackageResources.peers_py, as: UTF8.self), to: folder + "/peers.py")
  }

  // MARK: Inside one process

  private func measureMemory(_ report: inout SizeReport) throws(BenchFailure) {
    say("measuring memory")
    let threadCount = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    report.bandwidth = MemoryBandwidth.measured(threadCount: threadCount)
    let before = Self.residentBytes
    let session = try SessionBench(folder + "/ads.kepi")
    // What loading left behind counts as well, and what is made for the first question.
    _ = try session.answer("ad_spend over all")
    session.rest()
    report.rollupWidth = session.rollupWidth(of: "ads")
    report.set(
      "bytes a row in memory", "kepi", Double(Self.residentBytes - before) / Double(rowCount))
    report.widths = session.columnWidths(of: "ads")
    report.set(
      "bytes a row as CSV", "kepi", Double(byteCount(of: folder + "/ads.csv")) / Double(rowCount))
  }

  private static var residentBytes: Int {
    let pages = (try? readText("/proc/self/statm"))?.split(separator: " ").dropFirst().first
    return (pages.flatMap { Int($0) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  private func ask(_ totals: BenchData.Totals, _ report: inout SizeReport) throws(BenchFailure) {
    say("asking")
    let session = try SessionBench(folder + "/workspace.kepi")
    for question in BenchQuestion.all {
      let answer = try session.answer(question.text)
      try compare(answer, question, &report)
      if question.id == "q5" { check(answer, totals, &report) }
      session.rest()
      report.set(
        question.id, "kepi", try session.times(question.text, repeats: repeats).median * 1000)
    }
    try askOfRows(session, &report)
    try askScript(in: session, &report)
    say("stopping")
    for question in BenchQuestion.all {
      let usual = report.figure(question.id, "kepi") ?? 0
      for share in [0.1, 0.3, 0.5, 0.7, 0.9] {
        guard
          let time = session.stopTime(question.text, delaySeconds: usual / 1000 * share)
        else { continue }
        if time * 1000 > report.slowestStop.milliseconds {
          report.slowestStop = (question.id, time * 1000)
        }
      }
    }
  }

  /// What the seven questions take where nothing is summed up beforehand: the first to need a sum
  /// takes so long, and this is what the memory's bandwidth bounds.
  private func askOfRows(
    _ session: SessionBench, _ report: inout SizeReport
  ) throws(BenchFailure) {
    session.readsRowsAlone = true
    defer { session.readsRowsAlone = false }
    for question in BenchQuestion.all.prefix(7) {
      let answer = try session.answer(question.text).drop { $0 == "\n" }
      report.comparedCount += 1
      let known = try readText(answers + "/kepi.\(question.id).csv").drop { $0 == "\n" }
      if answer != known {
        report.differences.append("\(question.id) over all rows gave another answer")
      }
      let median = try session.times(question.text, repeats: repeats).median * 1000
      report.set("\(question.id), all rows read", "kepi", median)
      if let reads = question.reads {
        func width(_ names: [String]) -> Double {
          report.widths.filter { names.contains($0.name) }.reduce(0) { $0 + $1.bytes }
        }
        let bytes = (width(reads.every) + reads.keptShare * width(reads.kept)) * Double(rowCount)
        report.rates.append((question.id, bytes / (median / 1000)))
      }
    }
  }

  private func askScript(
    in session: SessionBench, _ report: inout SizeReport
  ) throws(BenchFailure) {
    say("asking \(BenchQuestion.script.count) questions")
    for question in BenchQuestion.script {
      try compare(try session.answer(question.text), question, &report)
    }
    report.set(
      "script", "kepi", try session.times(scriptText, repeats: min(3, repeats)).median * 1000)
  }

  private var scriptText: String { BenchQuestion.script.map(\.text).joined(separator: "\n") + "\n" }

  /// With the answers of those peers that gave one.
  private func compare(
    _ answer: String, _ question: BenchQuestion, _ report: inout SizeReport
  ) throws(BenchFailure) {
    let own = ComparableAnswer(csv: answer, keyCount: question.keyCount)
    try writeText(answer, to: answers + "/kepi.\(question.id).csv")
    for peer in SizeReport.peers where report.figure("load", peer) != nil {
      guard let text = try? readText(answers + "/\(peer).\(question.id).csv") else { continue }
      report.comparedCount += 1
      if let difference = own.difference(
        from: ComparableAnswer(csv: text, keyCount: question.keyCount))
      {
        report.differences.append("\(question.id), kepi and \(peer): \(difference)")
      }
    }
  }

  /// The totals are known from writing the data, without any peer.
  private func check(_ answer: String, _ totals: BenchData.Totals, _ report: inout SizeReport) {
    let expected =
      "\(cents(totals.spend)),\(cents(totals.sales)),\(totals.clicks),"
      + "\(totals.impressions)"
    let found = answer.split(separator: "\n").last ?? ""
    report.comparedCount += 1
    if found != expected { report.differences.append("q5: \(found), but \(expected) was written") }
  }

  private func cents(_ amount: Int) -> String {
    let (whole, rest) = (amount / 100, amount % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: Fresh processes

  /// What a process of its own is given beside its statements.
  private func environment() throws(BenchFailure) -> [(String, String)] {
    // A relative folder would not be taken for the cache.
    [("XDG_CACHE_HOME", try absolutePath(of: folder) + "/cache")]
  }

  private func hasProgram(_ report: inout SizeReport) throws(BenchFailure) -> Bool {
    if unsafe access(kepi, X_OK) == 0 { return true }
    report.remarks.append("\(kepi): not there, so no process was started")
    return false
  }

  private func start(_ report: inout SizeReport) throws(BenchFailure) {
    guard try hasProgram(&report) else { return }
    say("starting processes")
    let environment = try environment()
    let ask = [kepi, "--format", "csv", folder + "/ads.kepi", "-c", BenchQuestion.all[0].text]
    let own = try readText(answers + "/kepi.q1.csv")
    var fresh: [Double] = []
    let withoutCache = [kepi, "--no-cache"] + ask.dropFirst()
    for _ in 0..<min(3, repeats) {
      let child = try Child.run(
        withoutCache, environment: environment, capturing: folder + "/fresh")
      fresh.append(child.seconds * 1000)
      try agrees(child, own, "a fresh process", &report)
    }
    report.set("first answer of a process", "kepi", fresh.median)
    // The first start fills it.
    _ = try Child.run(ask, environment: environment, capturing: folder + "/first")
    var cached: [Double] = []
    for _ in 0..<repeats {
      let child = try Child.run(ask, environment: environment, capturing: folder + "/cached")
      cached.append(child.seconds * 1000)
      try agrees(child, own, "a process with a cache", &report)
    }
    report.set("first answer with a cache", "kepi", cached.median)
    try startScript(&report)
  }

  /// Whole processes, from their start to their end, that find the rows in the cache.
  private func startScript(_ report: inout SizeReport) throws(BenchFailure) {
    say("starting the script")
    let script = folder + "/script.kepi"
    try writeText(try readText(folder + "/ads.kepi") + scriptText, to: script)
    let command = [kepi, "--format", "csv", script]
    let environment = try environment()
    _ = try Child.run(command, environment: environment, capturing: folder + "/first")
    report.set(
      "bytes a row on disk", "kepi", Double(byteCount(of: folder + "/cache")) / Double(rowCount))
    // An empty line parts two answers; those of a long session begin with it.
    let own = try BenchQuestion.script.map { question throws(BenchFailure) in
      String(try readText(answers + "/kepi.\(question.id).csv").drop { $0 == "\n" })
    }.joined(separator: "\n")
    var times: [Double] = []
    for _ in 0..<min(3, repeats) {
      let child = try Child.run(
        command, environment: environment, capturing: folder + "/script")
      times.append(child.seconds * 1000)
      try agrees(child, own, "the script in a process of its own", &report)
    }
    report.set("script from disk", "kepi", times.median)
  }

  private func agrees(
    _ child: Child, _ own: String, _ who: String, _ report: inout SizeReport
  ) throws(BenchFailure) {
    report.comparedCount += 1
    if child.status != 0 || child.output != own {
      report.differences.append("\(who) gave another answer, status \(child.status)")
    }
  }
}

extension [Double] {
  var median: Double {
    let sorted = sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
