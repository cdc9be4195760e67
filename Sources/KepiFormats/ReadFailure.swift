// Why a whole file could not be read.

package enum ReadFailure: Error, Equatable, Sendable {
  case empty
  /// Bytes of another container: `an XLSX workbook`.
  case container(String)
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
    case .container(let name): return "is \(name), which is not read yet"
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
