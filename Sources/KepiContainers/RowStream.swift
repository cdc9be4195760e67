// The rows of a table, made by one thread while another takes them.
import Dispatch
import Synchronization

/// Where the rows of a table go as they are written.
struct RowSink {
  /// About so many bytes are handed on at a time.
  let blockSize: Int
  /// Takes whole rows.
  let put: ([UInt8]) throws(ContainerFailure) -> Void
}

/// Of a table of any size a few blocks are in memory.
package final class RowStream: Sendable {
  private let queue = BlockQueue()
  private let facts = Facts()

  /// What is known of the table when all rows have been made.
  private final class Facts: Sendable { let table = Mutex(CellTable()) }

  /// Half a megabyte: fewer bytes are many waits, more wait long.
  package static let blockSize = 1 << 19

  /// - Parameter make: writes all rows, and gives what else is to be said of the table.
  init(
    blockSize: Int,
    _ make: @escaping @Sendable (RowSink) throws(ContainerFailure) -> CellTable
  ) {
    // The thread must not keep the stream: whoever lets go of it stops the thread.
    DispatchQueue(label: "rows").async { [queue, facts] in
      do throws(ContainerFailure) {
        let made = try make(
          RowSink(blockSize: blockSize) { rows throws(ContainerFailure) in try queue.put(rows) })
        facts.table.withLock { $0 = made }
        queue.finish(.success(()))
      } catch {
        queue.finish(.failure(error))
      }
    }
  }

  deinit { queue.stop() }

  /// Whole rows, each with its end; `nil` when all have come.
  package func next() throws(ContainerFailure) -> [UInt8]? { try queue.next() }

  /// What there is to say of the table, whose `bytes` are none. Rows that nobody took are passed
  /// over, so that damage behind them is found.
  package func finish() throws(ContainerFailure) -> CellTable {
    while try queue.next() != nil {}
    return facts.table.withLock { $0 }
  }

  /// Nobody takes rows any more.
  package func stop() { queue.stop() }
}
