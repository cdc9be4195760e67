// Which file and which row of it each row of a source came from.
import KepiEngine
import KepiFormats
import KepiSemantics
import KepiSyntax

struct RowOrigin {
  /// The place among the files of the workspace.
  let file: Int
  /// The row of the table that was read from it.
  let row: Int
}

extension Workspace {
  /// In the order of the rows of the source; empty where nothing is loaded. What put the rows there
  /// is done once more, since it is asked for seldom.
  mutating func origins(of name: String) -> [RowOrigin] {
    if let joined = joinedSources.first(where: { $0.name.folded == name.folded }),
      !files.contains(where: { $0.export?.source.folded == name.folded })
    {
      let names = joined.parts.filter { source(named: $0) != nil }
      let parts = names.compactMap { source(named: $0)?.loaded }
      let kept = joined.keptRows(of: parts).kept
      var origins: [RowOrigin] = []
      for (part, rows) in zip(names, kept) {
        let own = self.origins(of: part)
        origins += rows.map { own[$0] }
      }
      return origins
    }
    let own = originsOfFiles(of: name.folded)
    let others = completing(name.folded)
    guard let cut = cut(of: name.folded), !others.isEmpty,
      let completed = ExportMerge.completedOrigins(cut, by: others.compactMap { self.cut(of: $0) })
    else { return own }
    let all = [own] + others.map { originsOfFiles(of: $0) }
    return completed.map { all[$0.table][$0.row] }
  }

  /// The same of its own files alone, without what completes them.
  func originsOfFiles(of key: String) -> [RowOrigin] {
    let places = files.indices.filter { files[$0].export?.source.folded == key }
    let exports = places.compactMap { files[$0].export }
    let hints = ownSources.first { $0.name.key == key }?.hints
    return ExportMerge.origins(
      of: exports, kinds: kinds, ownKey: hints?.key ?? [], timeColumn: hints?.timeColumn ?? "day"
    ).map { RowOrigin(file: places[$0.file], row: $0.row) }
  }
}
