// A file of targets: one row for each metric, the dimensions it holds for, a period and a value.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiSemantics
import KepiSyntax

struct TargetFile {
  let catalogue: Catalogue

  /// The targets of a file, and what is wrong with its rows.
  func read(
    _ path: String, at span: SourceSpan, using access: FileAccess
  ) -> (targets: [Target], diagnostics: [Diagnostic]) {
    let table: Table
    do {
      table = try rows(of: path, access)
    } catch {
      return ([], [.error(.unreadableFile, .about(path, error.reason), at: span)])
    }
    let needed = ["metric", "period", "value"]
    let missing = needed.filter { table.column(folded: $0) == nil }
    guard missing.isEmpty else {
      return (
        [],
        [
          .error(
            .unreadableFile,
            .about(
              path,
              Phrase(
                "there is no column \(missing.listed(in: .english))",
                zh: "没有列 \(missing.listed(in: .chinese))")),
            at: span,
            details: [
              Phrase(
                "A file of targets has metric, period, value and a column a dimension.",
                zh: "目标文件有 metric、period、value 三列，每个维度再加一列")
            ])
        ]
      )
    }
    var targets: [Target] = []
    var diagnostics: [Diagnostic] = []
    for row in 0..<table.rowCount {
      do {
        targets.append(try target(row, table, span))
      } catch {
        diagnostics.append(
          .error(
            .badTarget,
            Phrase(
              "\(path), row \(row + 1): \(error.reason.english)",
              zh: "\(path) 第 \(row + 1) 行：\(error.reason.chinese)"),
            at: span))
      }
    }
    return (targets, diagnostics)
  }

  private func rows(of path: String, _ access: FileAccess) throws(FileAccess.Failure) -> Table {
    let (place, part) = PartSelection.parted(path)
    let bytes = try access.read(place)
    var schema = PlainSchema(source: "targets")
    // `2026-08` and `25%` are read here, by the words of the language.
    schema.textColumns = ["period", "value", "metric"]
    return Table.stacked(try ExportReader(path: place, part: part).tables(bytes, schema))
  }

  private func target(
    _ row: Int, _ table: Table, _ span: SourceSpan
  ) throws(FileAccess.Failure) -> Target {
    func text(_ name: String) -> String? {
      guard let column = table.column(folded: name)?.column else { return nil }
      let value = column.value(at: row)
      return value.isBlank ? nil : value.plainText
    }
    let metric = text("metric") ?? ""
    guard catalogue.isMetric(metric.folded) else {
      throw FileAccess.Failure(
        Phrase("there is no metric called `\(metric)`", zh: "没有叫 `\(metric)` 的指标"))
    }
    let amount = [text("value"), text("currency")].compactMap { $0 }.joined(separator: " ")
    guard let (value, unit) = constant(amount) else {
      throw FileAccess.Failure(Phrase("`\(amount)` is no value", zh: "`\(amount)` 不是值"))
    }
    var period: PeriodSyntax?
    if let written = text("period") {
      guard let read = self.period(written) else {
        throw FileAccess.Failure(
          Phrase("`\(written)` is no period", zh: "`\(written)` 不是时段"))
      }
      period = read
    }
    var conditions: [String: Value] = [:]
    for column in table.columns
    where !["metric", "period", "value", "currency"].contains(column.name.folded) {
      let value = column.column.value(at: row)
      guard !value.isBlank else { continue }
      let key = catalogue.definition(column.name.folded)?.name.key ?? column.name.folded
      conditions[key] = value
    }
    return Target(
      metric: Name(metric, at: span), value: value, unit: unit, conditions: conditions,
      period: period, span: span)
  }

  /// `25%`, `120000`, `120000 EUR`.
  private func constant(_ text: String) -> (Value, Unit)? {
    guard case .constant(let expression) = definition("let x = \(text)") else { return nil }
    return expression.constant
  }

  private func period(_ text: String) -> PeriodSyntax? {
    guard case .period(let period) = definition("period x = \(text)") else { return nil }
    return period
  }

  private func definition(_ text: String) -> DefinitionSyntax.Form? {
    var texts = SourceMap()
    let parsed = ScriptSyntax.parse(texts.add(name: "<targets>", text: text))
    guard parsed.diagnostics.isEmpty, let definition = parsed.script.definitions.first else {
      return nil
    }
    return definition.form
  }
}
