// What Tab offers: the words the grammar allows, and the names and values that fit.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiSemantics
import KepiSyntax

struct CompletionSource {
  private let model: Model
  private let store: [String: Table]
  private let workspace: Workspace
  private let access: FileAccess

  init(workspace: inout Workspace, access: FileAccess) {
    model = workspace.model()
    var tables: [String: Table] = [:]
    for (key, source) in workspace.store().sources { tables[key] = source.table }
    store = tables
    self.workspace = workspace
    self.access = access
  }

  func completions(
    of text: String, at cursor: Int, limit: Int
  ) -> (start: Int, items: [Completion]) { (cursor, []) }
}
