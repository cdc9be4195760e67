// Which rows of an ERP's list stand aside because the files of a platform tell the same.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiSyntax

extension Workspace {
  /// By the path of the file, the rows that come to no other source of the same fact, since that has
  /// files of their platform. An ERP has its own names for stores, so of which store of a platform a
  /// row is nobody can tell: a store that the ERP alone knows is in none of the answers of the other.
  mutating func rowsBesideOthers() -> [String: Phrase] {
    var found: [String: Phrase] = [:]
    for source in Set(files.compactMap { $0.export?.source.folded }).sorted() {
      guard let own = cut(of: source), !own.hasLoadedStores,
        let other = othersOfFact(source).first(where: { mergedTable(of: $0) != nil }),
        let known = mergedTable(of: other)?.texts("platform"),
        case .text(let platforms)? = own.table["platform"]?.column
      else { continue }
      let shared = Set(known)
      var counts: [Int: [String: Int]] = [:]
      for (row, origin) in originsOfFiles(of: source).enumerated() {
        guard let platform = platforms[row], shared.contains(platform) else { continue }
        counts[origin.file, default: [:]][platform, default: 0] += 1
      }
      for (file, counts) in counts {
        found[files[file].path] = Self.told(counts, beside: other)
      }
    }
    return found
  }

  private static func told(_ counts: [String: Int], beside source: String) -> Phrase {
    let parts = counts.sorted { $0.key < $1.key }
    return Phrase(
      parts.map { "\($0.value) \($0.value == 1 ? "row" : "rows") of \($0.key)" }
        .listed(in: .english) + " never added to `\(source)`, which has files of "
        + (parts.count == 1 ? "that platform" : "those platforms"),
      zh: parts.map { "\($0.key) 的 \($0.value) 行" }.listed(in: .chinese)
        + "不加入 `\(source)`：它已有\(parts.count == 1 ? "该平台" : "这些平台")的文件")
  }
}

extension Table {
  /// All texts that a column has.
  fileprivate func texts(_ name: String) -> [String] {
    guard case .text(let column)? = self[name]?.column else { return [] }
    return Array(column.dictionary.dropFirst())
  }
}
