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
              Phrase(
                "`\(link.target)` has two rows for \(link.targetColumn) = \"\(double.key)\""
                  + (double.day.map { " on \($0.text)" } ?? ""),
                zh: "`\(link.target)` 中 \(link.targetColumn) = \"\(double.key)\""
                  + (double.day.map { " 在 \($0.text) " } ?? " ") + "有两行"),
              at: [.init(own.name.span)],
              details: [
                Phrase(
                  "A link leads to one row. `\(own.name.text)` links to that column.",
                  zh: "关联只能通向一行，`\(own.name.text)` 关联到了这一列")
              ]))
        }
      }
    }
    return diagnostics
  }

  private func failure(
    of rule: RuleSyntax, _ own: OwnSource, _ loaded: LoadedSource, _ store: Store, _ model: Model
  ) -> Phrase? {
    switch rule.form {
    case .condition(let condition):
      do throws(Problem) {
        let test = try model.rowCondition(condition, on: loaded.schema)
        let count = loaded.rowCount(failing: test, in: store)
        return count == 0
          ? nil
          : Phrase(
            "\(count) of \(loaded.table.rowCount) rows of `\(own.name.text)` do not meet"
              + " \(SyntaxPrinter.text(of: condition))",
            zh: "`\(own.name.text)` 的 \(loaded.table.rowCount) 行中有 \(count) 行不满足"
              + " \(SyntaxPrinter.text(of: condition))")
      } catch {
        return error.diagnostic.message
      }
    case .unique(let names):
      let columns = names.compactMap { loaded.table[$0.text]?.column }
      guard columns.count == names.count else {
        let wanted = names.map(\.text)
        return Phrase(
          "`\(own.name.text)` lacks a column of \(wanted.listed(in: .english))",
          zh: "`\(own.name.text)` 缺少以下列之一：\(wanted.listed(in: .chinese))")
      }
      var seen: Set<[Value]> = []
      for row in 0..<loaded.table.rowCount
      where !seen.insert(columns.map { $0.value(at: row) }).inserted {
        let (keys, values) = (names.map(\.text), columns.map { $0.value(at: row).plainText })
        return Phrase(
          "two rows of `\(own.name.text)` have the same"
            + " \(keys.listed(in: .english)): \(values.listed(in: .english))",
          zh: "`\(own.name.text)` 有两行的 \(keys.listed(in: .chinese)) 相同："
            + values.listed(in: .chinese))
      }
      return nil
    case .complete(let unit):
      guard let grain = Grain(unitName: unit.key), let days = loaded.schema.extent?.days,
        let name = loaded.schema.dayColumn, case .date(let dates) = loaded.table[name]?.column
      else {
        return Phrase(
          "`\(own.name.text)` has no days to be complete by",
          zh: "`\(own.name.text)` 没有日期，无法判断是否完整")
      }
      var present: Set<Day> = []
      for row in 0..<loaded.table.rowCount {
        if let day = dates[row] { present.insert(model.calendar.start(of: grain, holding: day)) }
      }
      let missing = model.calendar.steps(of: grain, in: days).filter {
        !present.contains($0.lowerBound)
      }
      guard let first = missing.first else { return nil }
      let firstName = model.calendar.label(of: grain, holding: first.lowerBound)
      return Phrase(
        "`\(own.name.text)` has no row for \(missing.count)"
          + " \(grain.rawValue)\(missing.count == 1 ? "" : "s"), the first is \(firstName)",
        zh:
          "`\(own.name.text)` 有 \(missing.count) \(grain.chineseCounted)没有行，第一\(grain.chineseCounted)是"
          + " \(firstName)")
    case .fresh(let span):
      guard let grain = Grain(unitName: span.unit.key), let days = loaded.schema.extent?.days,
        let newest = model.sources.compactMap({ $0.extent?.days?.upperBound }).max()
      else { return nil }
      let asOf = model.asOf ?? newest
      let oldest = PeriodResolver.window(of: span.count, grain, endingOn: asOf).lowerBound
      return days.upperBound >= oldest.advanced(by: -1)
        ? nil
        : Phrase(
          "`\(own.name.text)` ends on \(days.upperBound.text), before \(oldest.text)",
          zh: "`\(own.name.text)` 止于 \(days.upperBound.text)，早于 \(oldest.text)")
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
