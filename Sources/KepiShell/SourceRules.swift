// What a source of one's own promises: its rules, its links, checked when it is loaded.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiSemantics
import KepiSyntax

struct SourceRules {
  let workspace: Workspace

  /// `require` is an error, `warn` a note.
  func failures(store: Store, _ model: Model) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for own in workspace.ownSources {
      guard let loaded = store[own.name.key] else { continue }
      for entry in own.rules {
        if let failure = failure(of: entry.rule, own, loaded, store, model) {
          diagnostics.append(
            Diagnostic(
              entry.rule.isRequired ? .error : .note, .ruleFailed, failure,
              at: [.init(entry.span)]))
        }
      }
      for link in own.hints.links {
        guard let target = store[link.target.folded] else { continue }
        if let double = target.doubleKey(in: link.targetColumn) {
          diagnostics.append(
            Diagnostic(
              .error, .linkNotUnique,
              "`\(link.target)` has two rows for \(link.targetColumn) = \"\(double.key)\""
                + (double.day.map { " on \($0.text)" } ?? ""),
              at: [.init(own.name.span)],
              details: ["A link leads to one row. `\(own.name.text)` links to that column."]))
        }
      }
    }
    return diagnostics
  }

  private func failure(
    of rule: RuleSyntax, _ own: OwnSource, _ loaded: LoadedSource, _ store: Store, _ model: Model
  ) -> String? {
    switch rule.form {
    case .condition(let condition):
      do throws(Problem) {
        let test = try model.rowCondition(condition, on: loaded.schema)
        let count = loaded.rowCount(failing: test, in: store)
        return count == 0
          ? nil
          : "\(count) of \(loaded.table.rowCount) rows of `\(own.name.text)` do not meet"
            + " \(SyntaxPrinter.text(of: condition))"
      } catch {
        return error.diagnostic.message
      }
    case .unique(let names):
      let columns = names.compactMap { loaded.table[$0.text]?.column }
      guard columns.count == names.count else {
        return "`\(own.name.text)` lacks a column of \(names.map(\.text).joined(separator: ", "))"
      }
      var seen: Set<[Value]> = []
      for row in 0..<loaded.table.rowCount
      where !seen.insert(columns.map { $0.value(at: row) }).inserted {
        return "two rows of `\(own.name.text)` have the same"
          + " \(names.map(\.text).joined(separator: ", ")): "
          + columns.map { $0.value(at: row).plainText }.joined(separator: ", ")
      }
      return nil
    case .complete(let unit):
      guard let grain = Grain(unitName: unit.key), let days = loaded.schema.extent?.days,
        let name = loaded.schema.dayColumn, case .date(let dates) = loaded.table[name]?.column
      else { return "`\(own.name.text)` has no days to be complete by" }
      var present: Set<Day> = []
      for row in 0..<loaded.table.rowCount {
        if let day = dates[row] { present.insert(model.calendar.start(of: grain, holding: day)) }
      }
      let missing = model.calendar.steps(of: grain, in: days).filter {
        !present.contains($0.lowerBound)
      }
      guard let first = missing.first else { return nil }
      return "`\(own.name.text)` has no row for \(missing.count)"
        + " \(grain.rawValue)\(missing.count == 1 ? "" : "s"), the first is"
        + " \(model.calendar.label(of: grain, holding: first.lowerBound))"
    case .fresh(let span):
      guard let grain = Grain(unitName: span.unit.key), let days = loaded.schema.extent?.days,
        let newest = model.sources.compactMap({ $0.extent?.days?.upperBound }).max()
      else { return nil }
      let asOf = model.asOf ?? newest
      let oldest = PeriodResolver.window(of: span.count, grain, endingOn: asOf).lowerBound
      return days.upperBound >= oldest.advanced(by: -1)
        ? nil : "`\(own.name.text)` ends on \(days.upperBound.text), before \(oldest.text)"
    }
  }
}

extension Value {
  var plainText: String {
    switch self {
    case .blank, .nothing: ""
    case .exact(let number): number.plainText
    case .approximate(let number): "\(number)"
    case .text(let text): text
    case .day(let day): day.text
    case .truth(let truth): truth ? "true" : "false"
    }
  }
}
