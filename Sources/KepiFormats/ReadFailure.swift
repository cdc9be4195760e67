// Why a whole file, or a part of one, could not be read.
package import KepiContainers

package enum ReadFailure: Error, Equatable, Sendable {
  case empty
  /// Something that is not read, with its article: `a PDF document`.
  case foreignFile(String)
  /// What holds the table cannot be opened.
  case container(ContainerFailure)
  /// A part of a file with others, without two cells in any row.
  case noTable
  /// JSON without a list of records.
  case noRecords
  case hiddenSheet
  /// A table of a workbook that has not the columns of the one before it.
  case otherColumns(than: String)
  /// The path names a part that the file has not.
  case noSuchPart(String, others: [String])
  case unknownExport(UnknownExport)
  /// A setting of `load`, or of the schema, that does not fit the file.
  case setting(String)

  /// A file whose header is that of no kind.
  package struct UnknownExport: Equatable, Sendable {
    /// The likeliest header row of the file, as written.
    package let headers: [String]
    /// The kinds it resembles, closest first, each with the headers it lacks. At most three.
    package let nearest: [NearKind]
  }

  package struct NearKind: Equatable, Sendable {
    package let name: String
    package let label: String
    /// For each missing field the header that a file usually has.
    package let missingHeaders: [String]
    /// Headers of the file that the kind never has.
    package let foreignHeaders: [String]
  }

  /// A sentence without its subject, the file: `is empty`.
  package var reason: String {
    switch self {
    case .empty: return "is empty"
    case .foreignFile(let name): return "is \(name), which is not read"
    case .container(let failure): return failure.reason
    case .noTable: return "holds no table"
    case .noRecords: return "is a JSON document without a list of records"
    case .hiddenSheet: return "is a hidden sheet"
    case .otherColumns(let path): return "has other columns than `\(path)`"
    case .noSuchPart(let name, let others):
      // A file that is one table has no parts, and no names.
      let known = others.filter { !$0.isEmpty }
      guard !known.isEmpty else { return "has no parts, and none called `\(name)`" }
      let shown = known.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      let rest = known.count > 5 ? " and \(known.count - 5) more" : ""
      return "has no part called `\(name)`; it has \(shown)\(rest)"
    case .setting(let reason): return reason
    case .unknownExport(let unknown):
      guard let near = unknown.nearest.first else {
        return "has the header of no export that is known"
      }
      if !near.missingHeaders.isEmpty {
        let missing = near.missingHeaders.map { "`\($0)`" }.joined(separator: ", ")
        return "is nearest to \(near.name), but lacks \(missing)"
      }
      let foreign = near.foreignHeaders.map { "`\($0)`" }.joined(separator: ", ")
      return "is nearest to \(near.name), which never has \(foreign)"
    }
  }
}

extension ReadFailure {
  /// Whether it is no loss beside a table of the same file that was read.
  var losesNothing: Bool {
    switch self {
    case .empty, .foreignFile, .noTable, .noRecords, .hiddenSheet: true
    case .unknownExport(let unknown): unknown.nearest.isEmpty
    case .container, .otherColumns, .noSuchPart, .setting: false
    }
  }

  /// Whether what was asked for is there and cannot be had.
  package var isDamage: Bool {
    switch self {
    case .container: true
    case .empty, .foreignFile, .noTable, .noRecords, .hiddenSheet, .unknownExport, .otherColumns,
      .noSuchPart, .setting:
      false
    }
  }

  /// Whether it was refused because reading it could take all memory.
  package var isGuard: Bool {
    switch self {
    case .container(let failure): failure.isGuard
    case .empty, .foreignFile, .noTable, .noRecords, .hiddenSheet, .unknownExport, .otherColumns,
      .noSuchPart, .setting:
      false
    }
  }
}

extension ContainerFailure {
  fileprivate var isGuard: Bool {
    switch self {
    case .tooLarge, .tooDense, .tooManyEntries, .tooManyColumns, .tooDeep, .cellTooLong,
      .nestedArchives, .documentType:
      true
    case .endsInTheMiddle, .wrongChecksum, .malformed, .encrypted, .unknownMethod: false
    }
  }

  fileprivate var reason: String {
    switch self {
    case .endsInTheMiddle: "ends in the middle: it was not written or downloaded whole"
    case .wrongChecksum: "is damaged: what it holds does not match its checksum"
    case .malformed(let form, nil): "is damaged: it is no \(form) that can be read"
    case .malformed(let form, let line?): "is damaged: line \(line) is no \(form) that can be read"
    case .encrypted: "is locked by a password; without one it can be read"
    case .unknownMethod(let number):
      "is packed by method \(number) of ZIP, which is not read; as an ordinary ZIP it is"
    case .tooLarge(let limit): "expands to more than \(Self.size(limit)) and is not read"
    case .tooDense(let limit): "expands to more than \(limit) times its size and is not read"
    case .tooManyEntries(let limit): "holds more than \(limit) files and is not read"
    case .tooManyColumns(let limit): "has more than \(limit) columns and is not read"
    case .tooDeep(let limit): "has more than \(limit) levels one in another and is not read"
    case .cellTooLong(let limit): "has a cell of more than \(Self.size(limit)) and is not read"
    case .nestedArchives: "is an archive in an archive in an archive and is not read"
    case .documentType: "declares a document type, which could grow as it is read, and is not read"
    }
  }

  private static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")]
    for (unit, name) in units where bytes >= unit { return "\(bytes / unit) \(name)" }
    return "\(bytes) bytes"
  }
}
