// The quick way of a scan: workers add rows to records of their own, which are added up.
import Dispatch
import KepiColumns
import Synchronization

/// A pass over one source, with all that has to be known before its rows are read.
struct DensePass: Sendable {
  let plan: DensePlan
  let segments: Segments
  let request: ScanRequest
  /// As each worker begins.
  let worker: ScanWorker
  /// The rows of each worker.
  let shares: [[ScanPiece]]
  /// The source whose own rows are read; `nil` where that is its rollup.
  let source: LoadedSource?
  /// Rows that no window can hold since they have no day.
  var undatedCount = 0

  /// What the passes of a question give, whatever sources they are over: all are read at once, as far
  /// as their records take no more memory than those of one may.
  static func results(
    of passes: [DensePass], _ effort: ScanEffort
  ) throws(EngineFailure) -> [ScanResult] {
    var results: [ScanResult] = []
    while results.count < passes.count {
      var batch: [DensePass] = []
      var cellCount = 0
      for pass in passes[results.count...] {
        cellCount += pass.cellCount
        guard batch.isEmpty || cellCount <= DensePlan.cellLimit else { break }
        batch.append(pass)
      }
      for (pass, sums) in zip(batch, try gathered(batch, effort)) {
        results.append(try pass.result(sums, effort))
      }
    }
    return results
  }

  private var cellCount: Int { plan.cellCount(segmentCount: segments.count) }

  private var rowCount: Int { segments.pieces.reduce(0) { $0 + $1.rows.count } }

  private static func gathered(
    _ passes: [DensePass], _ effort: ScanEffort
  ) throws(EngineFailure) -> [DenseSums] {
    let tasks = passes.indices.flatMap { pass in
      passes[pass].shares.indices.map { (pass: pass, share: $0) }
    }
    // To share few rows takes longer than to read them.
    let areShared =
      tasks.count > passes.count
      || tasks.count > 1 && effort.workerCount > 1
        && passes.reduce(0) { $0 + $1.rowCount } >= effort.leastShare
    guard areShared else {
      return try passes.map { pass throws(EngineFailure) in try pass.sums(ofShare: 0) }
    }
    let outcomes = Mutex<[Int: Result<DenseSums, EngineFailure>]>([:])
    DispatchQueue.concurrentPerform(iterations: tasks.count) { number in
      let task = tasks[number]
      let outcome = Result { () throws(EngineFailure) in
        try passes[task.pass].sums(ofShare: task.share)
      }
      outcomes.withLock { $0[number] = outcome }
    }
    var parts = outcomes.withLock { parts in
      defer { parts = [:] }
      return parts
    }
    var result: [DenseSums] = []
    for (number, task) in tasks.enumerated() {
      guard let sums = try parts.removeValue(forKey: number)?.get() else {
        throw .internalMismatch
      }
      if task.share == 0 {
        result.append(sums)
      } else {
        result[task.pass].add(sums, passes[task.pass].plan)
      }
    }
    return result
  }

  private func sums(ofShare share: Int) throws(EngineFailure) -> DenseSums {
    var worker = worker
    var sums = DenseSums(plan, cellCount: cellCount)
    for piece in shares[share] { try worker.gather(piece, plan, into: &sums) }
    return sums
  }

  private func result(_ sums: DenseSums, _ effort: ScanEffort) throws(EngineFailure) -> ScanResult {
    var result = worker.result
    try result.take(
      sums, plan, segments, best: request.best, isCancelled: worker.isCancelled)
    if let place = request.place {
      result = try result.folded(by: place, isCancelled: worker.isCancelled)
    }
    result.undatedRows = undatedCount
    if let source, effort.rollups.making == .inBackground, rowCount >= effort.rollups.leastRows {
      source.rollupRoom.fillInBackground(from: source, effort.rollups)
    }
    return result
  }
}
