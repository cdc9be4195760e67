// Why a container could not be opened, and the limits that guard against ones made to do harm.
import Synchronization

package enum ContainerFailure: Error, Equatable, Sendable {
  /// The bytes stop before the container is complete.
  case endsInTheMiddle
  /// What is stored does not match what the container says of it.
  case wrongChecksum
  /// Bytes that no container of this form has. `line` where the text inside has lines.
  case malformed(form: String, line: Int?)
  case encrypted
  /// Packed by a method other than deflate: its number in the ZIP format.
  case unknownMethod(Int)
  /// Expands to more than this many bytes.
  case tooLarge(limit: Int)
  /// Expands to more than this many times its size.
  case tooDense(limit: Int)
  case tooManyEntries(limit: Int)
  case tooManyColumns(limit: Int)
  case tooDeep(limit: Int)
  case cellTooLong(limit: Int)
  /// An archive in an archive in an archive.
  case nestedArchives
  /// XML that declares a document type, which may define text that grows as it is read.
  case documentType
  /// The file became shorter while it was read, or the disk failed.
  case unreadable
  /// Someone stopped it before its end.
  case stopped
}

package struct ContainerLimits: Equatable, Sendable {
  /// Of all that one file expands to.
  package var expandedBytes = 4 << 30
  /// Of the cells of one table.
  package var tableBytes = 1 << 30
  /// How many times its packed size an entry may have. Repetitive reports reach 100.
  package var ratio = 250
  /// Below this many expanded bytes the ratio does not matter.
  package var ratioFloor = 64 << 20
  package var entryCount = 10_000
  /// Elements of XML, or lists and objects of JSON, one in another.
  package var depth = 200
  package var cellBytes = 1 << 20

  package static let standard = ContainerLimits()
  package init() {}
}

/// What one file has expanded to so far, counted by all threads that expand parts of it.
package final class ExpansionBudget: Sendable {
  package let limits: ContainerLimits
  private let expandedBytes = Atomic(0)
  package let isCancelled: @Sendable () -> Bool

  package init(
    _ limits: ContainerLimits, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.limits = limits
    self.isCancelled = isCancelled
  }

  /// Counts more bytes of an entry that has expanded to `entryBytes` from `packedBytes`.
  func spend(_ count: Int, entryBytes: Int, packedBytes: Int) throws(ContainerFailure) {
    if isCancelled() { throw .stopped }
    let spent = expandedBytes.wrappingAdd(count, ordering: .relaxed).newValue
    guard spent <= limits.expandedBytes else { throw .tooLarge(limit: limits.expandedBytes) }
    guard entryBytes <= limits.ratioFloor || entryBytes / max(1, packedBytes) <= limits.ratio else {
      throw .tooDense(limit: limits.ratio)
    }
  }
}
