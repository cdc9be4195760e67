// Questions that were resolved to be checked, kept until they are asked.
import KepiDiagnostics
import KepiSemantics
import Synchronization

/// All statements of a script are checked before the first runs. To resolve each once more when its
/// turn came took a tenth of a short question's time. It is a class, so that copies of a workspace
/// share what was found, and belongs to one model: another resolves anew.
final class ResolvedQuestions: Sendable {
  private let known = Mutex<[SourceSpan: ResolvedQuery]>([:])

  func keep(_ query: ResolvedQuery, at span: SourceSpan) {
    known.withLock { $0[span] = query }
  }

  /// What the question of a place stands for; it is asked once.
  func take(_ span: SourceSpan) -> ResolvedQuery? {
    known.withLock { $0.removeValue(forKey: span) }
  }

  func removeAll() { known.withLock { $0.removeAll() } }
}
