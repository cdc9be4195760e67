// Why a whole file could not be read.
package import KepiDiagnostics

package enum ReadFailure: Error, Equatable, Sendable {
  case empty
  /// Bytes of another container: `an XLSX workbook`.
  case container(Phrase)
  case unknownExport(UnknownExport)
  /// A setting of `load`, or of the schema, that does not fit the file.
  case setting(Phrase)

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
  package var reason: Phrase {
    switch self {
    case .empty: return Phrase("is empty", zh: "是空的")
    case .container(let name):
      return Phrase(
        "is \(name.english), which is not read yet", zh: "是\(name.chinese.afterChinese)，目前还不能读取")
    case .setting(let reason): return reason
    case .unknownExport(let unknown):
      guard let near = unknown.nearest.first else {
        return Phrase("has the header of no export that is known", zh: "的表头不属于任何已知的报表")
      }
      if !near.missingHeaders.isEmpty {
        let missing = near.missingHeaders.map { "`\($0)`" }
        return Phrase(
          "is nearest to \(near.name), but lacks \(missing.listed(in: .english))",
          zh: "最接近 \(near.name)，但缺少 \(missing.listed(in: .chinese))")
      }
      let foreign = near.foreignHeaders.map { "`\($0)`" }
      return Phrase(
        "is nearest to \(near.name), which never has \(foreign.listed(in: .english))",
        zh: "最接近 \(near.name)，但它不会有 \(foreign.listed(in: .chinese))")
    }
  }
}
