// The glossary: every metric with what describes it, in both languages.
import KepiColumns
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

struct Glossary {
  let model: Model
  let workspace: Workspace

  enum Form: Sendable {
    case html, markdown

    /// By the ending of a file; `nil` for another one.
    init?(ofFile path: String) {
      let name = path.lowercased()
      if name.hasSuffix(".html") || name.hasSuffix(".htm") {
        self = .html
      } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
        self = .markdown
      } else {
        return nil
      }
    }
  }

  static func unknownForm(_ path: String, at span: SourceSpan) -> Diagnostic {
    .error(
      .fileMissing,
      Phrase(
        "`\(path)`: a glossary is a page, and `\(OutputFormat.ending(of: path))` is no form of one",
        zh: "`\(path)`：术语表是网页或文档，`\(OutputFormat.ending(of: path))` 不是可用的格式"),
      at: span,
      details: [Phrase("Endings are html and md.", zh: "结尾可以是 html 和 md")])
  }

  /// - Parameter pattern: as that of `show metrics like`; `nil` for all.
  func report(like pattern: String? = nil) -> GlossaryReport {
    var order: [String] = []
    var entries: [String: [GlossaryReport.Entry]] = [:]
    let names = otherNames
    for definition in model.catalogue.metrics {
      let section = definition.lesson.section?.key ?? ""
      let entry = entry(for: definition, called: names[definition.name.key] ?? [])
      guard matches(entry, pattern) else { continue }
      if !order.contains(section) { order.append(section) }
      entries[section, default: []].append(entry)
    }
    // One's own come last.
    let sorted = order.filter { !$0.isEmpty } + order.filter(\.isEmpty)
    return GlossaryReport(
      sections: sorted.map { key in
        GlossaryReport.Section(title: MetricSection.label(of: key), entries: entries[key] ?? [])
      })
  }

  private func matches(_ entry: GlossaryReport.Entry, _ pattern: String?) -> Bool {
    guard let pattern else { return true }
    let texts =
      [
        entry.name, entry.label.english, entry.label.chinese, entry.meaning.english,
        entry.meaning.chinese,
      ] + entry.otherNames
    return texts.contains { PathPattern.finds(pattern, in: $0) }
  }

  /// What can be typed for each metric besides its name.
  private var otherNames: [String: [String]] {
    var names: [String: [String]] = [:]
    for definition in model.catalogue.definitions {
      guard case .alias(let alias) = definition.form, let target = alias.target?.single else {
        continue
      }
      names[target.key, default: []].append(definition.name.text)
    }
    return names
  }

  // MARK: Entries

  private func describer(_ language: Language) -> Describer {
    var workspace = workspace
    workspace.settings.language = language
    return Describer(model: model, workspace: workspace)
  }

  private func entry(
    for definition: Definition, called names: [String]
  ) -> GlossaryReport.Entry {
    guard case .metric(let alternatives) = definition.form else {
      preconditionFailure("an entry is that of a metric")
    }
    let name = definition.name.text
    let english = definition.label ?? definition.chineseLabel ?? name
    var others = names.filter { $0 != definition.chineseLabel }
    for other in definition.lesson.labels.map(\.text) + definition.lesson.also
    where !others.contains(other) {
      others.append(other)
    }
    var formula = "\(name) = \(SyntaxPrinter.text(of: alternatives[0]))"
    if alternatives.count > 1 {
      formula += " else …"
    }
    let words = describer(.english).inWords(alternatives[0]).map {
      Phrase($0, zh: describer(.chinese).inWords(alternatives[0]) ?? $0)
    }
    return GlossaryReport.Entry(
      name: name, label: Phrase(english, zh: definition.chineseLabel ?? english),
      meaning: definition.meaning, otherNames: others, inWords: words, formula: formula,
      brief: brief(of: definition, alternatives[0]), facts: facts(of: definition),
      examples: examples(of: definition))
  }

  /// The unit first, then which way is better.
  private func brief(
    of definition: Definition, _ expression: ExpressionSyntax
  ) -> [Phrase] {
    let lesson = definition.lesson
    var brief: [Phrase] = []
    brief.append(model.unitWord(of: definition) ?? .empty)
    switch definition.good {
    case .high: brief.append(Phrase("higher is better", zh: "越高越好"))
    case .low: brief.append(Phrase("lower is better", zh: "越低越好"))
    case .range: brief.append(Phrase("too low and too high are both bad", zh: "过低过高都不好"))
    case .neutral: brief.append(Phrase("neither good nor bad by itself", zh: "本身不分好坏"))
    case nil: brief.append(.empty)
    }
    brief.append(describer(.english).additivity(of: expression))
    switch lesson.nature {
    case .process: brief.append(Phrase("process", zh: "过程指标"))
    case .result: brief.append(Phrase("result", zh: "结果指标"))
    case nil: break
    }
    if let owner = lesson.owner {
      brief.append(Phrase("responsible role: \(owner.english)", zh: "负责岗位：\(owner.chinese)"))
    }
    return brief
  }

  private func facts(of definition: Definition) -> [(name: Phrase, text: Phrase)] {
    let lesson = definition.lesson
    var facts: [(name: Phrase, text: Phrase)] = []
    func add(_ name: Phrase, _ text: Phrase?) {
      if let text, !text.isEmpty { facts.append((name, text)) }
    }
    add(Phrase("Trap", zh: "陷阱"), lesson.trap)
    if !lesson.beside.isEmpty {
      let labels = lesson.beside.map { name -> Phrase in
        let label = { (language: Language) in
          model.catalogue.definition(name.key)?.label(in: language).map { "\($0) (\(name.text))" }
            ?? name.text
        }
        return Phrase(label)
      }
      add(
        Phrase("Read beside it", zh: "一起看"),
        Phrase { language in labels.map { $0.text(in: language) }.listed(in: language) })
    }
    add(Phrase("Usual values", zh: "常见水平"), lesson.benchmark)
    if !lesson.thresholds.isEmpty {
      let limits = lesson.thresholds.map(\.text)
      add(
        Phrase("Platforms require", zh: "平台要求"),
        Phrase { language in
          limits.map { $0.text(in: language) }.joined(separator: language == .english ? "; " : "；")
        })
    }
    add(Phrase("Data", zh: "数据来源"), lesson.origin)
    let sources = model.sourceNames(of: definition)
    if !sources.isEmpty {
      add(Phrase("Reads", zh: "读取"), Phrase(asWritten: sources.joined(separator: ", ")))
    }
    return facts
  }

  private func examples(
    of definition: Definition
  ) -> [(given: String, numbers: String?, gives: String)] {
    ExampleRun(model: model).results(for: definition).map { result in
      let given = result.example.bindings.map { binding in
        let values = binding.values.map(\.written)
        return "\(binding.name.text) = "
          + (values.count == 1 ? values[0] : "(" + values.joined(separator: ", ") + ")")
      }
      let gives = result.holds ? result.example.gives.written : result.computed.plainText
      let numbers = result.inNumbers.map { "\(definition.name.text) = \($0) = \(gives)" }
      return (given.joined(separator: ", "), numbers, gives)
    }
  }
}

// MARK: Commands

extension Session {
  private func glossary() -> Glossary {
    Glossary(model: workspace.model(), workspace: workspace)
  }

  /// Writes the glossary to a file.
  func exportGlossary(to path: String) -> Outcome {
    guard let form = Glossary.Form(ofFile: path) else { return .misunderstood }
    let report = glossary().report()
    let text =
      switch form {
      case .html: report.html()
      case .markdown: report.markdown()
      }
    do throws(FileAccess.Failure) {
      try access.write(path, Array(text.utf8))
    } catch {
      self.report([Diagnostic(.error, .fileMissing, .about(path, error.reason))])
      return .unreadableData
    }
    if !options.isQuiet {
      let count = report.sections.reduce(0) { $0 + $1.entries.count }
      say(
        Phrase(
          "wrote \(count) metrics to \(path)", zh: "已将 \(count) 个指标写入 \(path)"))
    }
    return .success
  }

  /// The same on the screen.
  func showGlossary(like pattern: String?, titled title: String) -> Outcome {
    let report = glossary().report(like: pattern)
    switch workspace.settings.format {
    case .html: streams.output(report.html())
    case .markdown: streams.output(report.markdown())
    case .table, .box, .vertical: writeText(report.markdown(), titled: title)
    case .csv, .tsv, .json, .ndjson, .xlsx: write(report.answer, titled: title)
    }
    return .success
  }

  /// What definitions of one's own lack.
  func lint(titled title: String) -> Outcome {
    let remarks = MetricLint(model: workspace.model()).remarks(texts: workspace.texts)
    let renderer = DiagnosticRenderer(texts: workspace.texts, language: language)
    if workspace.settings.format.isForPeople {
      let text =
        remarks.isEmpty
        ? Phrase("nothing to remark", zh: "没有要指出的问题").text(in: language) + "\n"
        : remarks.map { renderer.text($0) + "\n" }.joined()
      writeText(text, titled: title)
      return .success
    }
    func column(_ name: String, _ text: (Diagnostic) -> String?) -> Table.NamedColumn {
      Table.NamedColumn(
        name: name, unit: .text, column: .text(TextColumn(remarks.map(text))))
    }
    let columns = [
      column("code") { $0.code.rawValue },
      column("place") { [texts = workspace.texts] remark in
        guard let span = remark.marks.first?.span, let text = texts[span.source] else { return nil }
        return "\(text.name):\(text.line(at: span.start) + 1)"
      },
      column("remark") { $0.message.text(in: .english) },
      column("instead") { [texts = workspace.texts] remark in
        remark.mends.first.flatMap { remark.repairedStatement(by: $0, in: texts) }
      },
    ]
    write(
      Answer(
        table: Table(rowCount: remarks.count, columns: columns), groupingCount: columns.count,
        lines: remarks.map { _ in .plain }, receipt: .none), titled: title)
    return .success
  }
}

extension GlossaryReport {
  /// A line for each metric, for programs.
  fileprivate var answer: Answer {
    let all = sections.flatMap { section in section.entries.map { (section.title.english, $0) } }
    func column(_ name: String, _ text: ((String, Entry)) -> String?) -> Table.NamedColumn {
      Table.NamedColumn(name: name, unit: .text, column: .text(TextColumn(all.map(text))))
    }
    func fact(_ name: String, _ language: Language) -> ((String, Entry)) -> String? {
      { item in item.1.facts.first { $0.name.english == name }?.text.text(in: language) }
    }
    let columns = [
      column("section") { $0.0 }, column("metric") { $0.1.name },
      column("label") { $0.1.label.english }, column("label zh") { $0.1.label.chinese },
      column("meaning") { $0.1.meaning.english }, column("meaning zh") { $0.1.meaning.chinese },
      column("formula") { $0.1.formula }, column("in words") { $0.1.inWords?.english },
      column("in words zh") { $0.1.inWords?.chinese },
      column("unit") { $0.1.brief.first?.english },
      column("direction") { $0.1.brief.dropFirst().first?.english },
      column("trap", fact("Trap", .english)),
      column("trap zh", fact("Trap", .chinese)),
      column("example") { item in
        item.1.examples.first.map { "\($0.given) gives \($0.gives)" }
      },
      column("reads", fact("Reads", .english)),
    ]
    return Answer(
      table: Table(rowCount: all.count, columns: columns), groupingCount: columns.count,
      lines: all.map { _ in .plain }, receipt: .none)
  }
}
