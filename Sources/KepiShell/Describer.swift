// `describe`: what a name means, down to the columns, with its worked example.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

struct Describer {
  let model: Model
  let workspace: Workspace

  /// Why there is nothing to describe; `nil` where there is.
  func problem(with path: NamePath) -> Problem? {
    guard page(of: path) == nil else { return nil }
    let first = path.parts[0]
    guard path.parts.count > 1 else {
      let near =
        model.closestName(to: first)
        ?? Spelling.closest(
          to: first.key, among: model.sources.map(\.name) + workspace.kinds.map(\.name))
      return .nothingToDescribe(first, closest: near)
    }
    guard let source = model.source(first.key) else {
      return .unknownSource(
        first, closest: Spelling.closest(to: first.key, among: model.sources.map(\.name)))
    }
    return .unknownColumn(
      path.last, source: source.name,
      closest: Spelling.closest(to: path.last.key, among: source.columns.map(\.name)))
  }

  /// `nil` for an unknown name.
  func text(for path: NamePath) -> String? { page(of: path)?() }

  /// What writes the text for a name, which takes a while; `nil` for an unknown one.
  func page(of path: NamePath) -> (() -> String)? {
    guard let name = path.single else { return column(path).map { text in { text } } }
    if let definition = model.catalogue.definition(name.key) { return { text(of: definition) } }
    if let word = model.catalogue[name.key] { return { text(of: word) } }
    if let kind = kind(named: name) { return { text(of: kind) } }
    if let source = model.source(name.key) { return { text(of: source) } }
    return nil
  }

  func said(_ phrase: Phrase) -> String {
    phrase.text(in: workspace.settings.language)
  }

  /// A fact behind its name, as in `unit: money`.
  func said(_ name: Phrase, _ fact: String) -> String {
    said(Phrase("\(name.english): ", zh: "\(name.chinese)：")) + fact
  }

  func list(_ items: some Sequence<String>) -> String {
    items.listed(in: workspace.settings.language)
  }

  // MARK: Definitions

  private func text(of definition: Definition) -> String {
    var lines: [String] = []
    let labels = [definition.label, definition.chineseLabel].compactMap { $0 }
    lines.append(
      "\(definition.name.text)" + (labels.isEmpty ? "" : "   " + labels.joined(separator: " · ")))
    lines += folded(said(definition.meaning))
    let others = otherNames(of: definition)
    if !others.isEmpty {
      lines += folded(said(Phrase("also", zh: "也叫"), list(others)), hanging: 2)
    }
    switch definition.form {
    case .metric(let alternatives): lines += metric(definition, alternatives)
    case .dimension(let expressions):
      lines.append("")
      lines.append(said(Phrase("A dimension. Its columns:", zh: "维度，来自以下列：")))
      if expressions.isEmpty {
        let owners = model.sources.filter { $0.column(named: definition.name.key) != nil }
        let columns = owners.map { "\($0.name.quotedAsName).\(definition.name.text.quotedAsName)" }
        lines += folded(list(columns), indent: 2)
      } else {
        lines += expressions.map { "  " + SyntaxPrinter.text(of: $0) }
      }
    case .segment(let condition):
      lines += ["", said(Phrase("A condition on rows:", zh: "对行的条件："))]
      lines += foldedExpression(SyntaxPrinter.text(of: condition), indent: 2)
    case .constant(let value):
      lines += ["", said(Phrase("A constant:", zh: "常量：")), "  " + SyntaxPrinter.text(of: value)]
    case .parameter(let standard, let given):
      lines += [
        "",
        said(
          Phrase(
            "A parameter, set by --param \(definition.name.text)=VALUE.",
            zh: "参数，用 --param \(definition.name.text)=VALUE 设置")),
        "  "
          + said(
            Phrase("value", zh: "值"),
            given.map(\.plainText) ?? standard.map { SyntaxPrinter.text(of: $0) }
              ?? said(Phrase("(none)", zh: "（无）"))),
      ]
    case .period(let period):
      lines += ["", said(Phrase("A period:", zh: "时段：")), "  " + SyntaxPrinter.text(of: period)]
    case .alias(let alias):
      let names = alias.targets.map(\.text)
      lines += ["", said(Phrase("It may mean:", zh: "可能是："))] + names.map { "  " + $0 }
    case .report(let query):
      lines +=
        ["", said(Phrase("A question by name:", zh: "有名称的查询："))]
        + folded(SyntaxPrinter.text(of: query), indent: 2)
    }
    let place = place(of: definition)
    let print = model.catalogue.fingerprint(of: definition)
    let origin = Phrase(
      "Defined in \(place.english).", zh: "定义于\(place.chinese.afterChinese)")
    let change = Phrase(
      "Its fingerprint, \(print), changes whenever the definition does.", zh: "指纹 \(print)（定义一改就变）")
    lines += [""] + folded(said(origin), hanging: 2) + folded(said(change), hanging: 2)
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(of definition: Definition) -> Phrase {
    guard let text = workspace.texts[definition.span.source] else {
      return Phrase("this session", zh: "本次会话")
    }
    let place = "\(text.name):\(text.line(at: definition.span.start) + 1)"
    return definition.isShipped
      ? Phrase("\(place) (ships with Kepi)", zh: "\(place)（自带）") : Phrase(asWritten: place)
  }

  // MARK: Sources and columns

  private func text(of source: SourceSchema) -> String {
    var lines = [source.name]
    if let extent = source.extent {
      let days = extent.days.map {
        Phrase(
          ", \($0.lowerBound.text) to \($0.upperBound.text)",
          zh: "，\($0.lowerBound.text) 至 \($0.upperBound.text)")
      }
      let count = extent.rowCount
      let text = NumberStyle.text(count)
      lines.append(
        said(
          Phrase(
            (count == 1 ? "one row" : "\(text) rows") + " loaded\(days?.english ?? "")",
            zh: "已载入 \(text) 行\(days?.chinese ?? "")")))
    } else {
      lines.append(said(Phrase("nothing loaded", zh: "未载入")))
    }
    if let own = workspace.ownSources.first(where: { $0.name.key == source.key }) {
      if !own.documentation.isEmpty {
        lines += folded(own.documentation.joined(separator: " "))
      }
      lines.append(said(Phrase("read from", zh: "读自"), own.pattern))
    }
    for link in source.links {
      lines.append(
        said(Phrase("link", zh: "关联"), "\(link.column) to \(link.target).\(link.targetColumn)"))
    }
    if !source.fedBy.isEmpty {
      lines.append(said(Phrase("fed by", zh: "来自"), source.fedBy.joined(separator: "; ")))
    }
    lines.append("")
    let width = source.columns.map { CellWidth.of($0.name) }.max() ?? 0
    for column in source.columns {
      let blanks = String(repeating: " ", count: width - CellWidth.of(column.name))
      lines.append("  \(column.name)\(blanks)  \(said(column.unit.word))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func column(_ path: NamePath) -> String? {
    guard path.parts.count == 2, let source = model.source(path.parts[0].key),
      let column = source.column(named: path.last.key)
    else { return nil }
    return "\(source.name).\(column.name)   \(said(column.unit.word))\n"
  }

  /// An expression in such lines, which break before `and`, `or` and `else`.
  func foldedExpression(_ text: String, indent: Int, hanging: Int = 0) -> [String] {
    var parts: [String] = []
    for word in text.split(separator: " ") {
      if let last = parts.last, !["and", "or", "else"].contains(word) {
        parts[parts.count - 1] = last + " " + word
      } else {
        parts.append(String(word))
      }
    }
    // What is too long for a line breaks at its blanks as well.
    let room = Folding.width - indent - hanging
    let words = parts.flatMap { part in
      CellWidth.of(part) > room ? part.split(separator: " ").map(String.init) : [part]
    }
    return folded(words, indent: indent, hanging: hanging)
  }

  func folded(_ text: String, indent: Int = 0, hanging: Int = 0) -> [String] {
    Folding.lines(text, indent: indent, hanging: hanging)
  }

  private func folded(_ words: [String], indent: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var current = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in words {
      if !isEmpty, CellWidth.of(current) + 1 + CellWidth.of(word) > Folding.width {
        lines.append(current)
        current = String(repeating: " ", count: indent + hanging)
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return isEmpty ? lines : lines + [current]
  }

  /// What can be typed for it, in the order of the definitions, and what else people call it.
  private func otherNames(of definition: Definition) -> [String] {
    var names: [String] = []
    var known: Set<String> = [definition.name.key]
    func add(_ name: String, _ shown: String) {
      if known.insert(name.folded).inserted { names.append(shown) }
    }
    for label in [definition.label, definition.chineseLabel].compactMap({ $0 }) {
      known.insert(label.folded)
    }
    for other in model.catalogue.definitions {
      guard case .alias(let alias) = other.form,
        alias.target?.single?.key == definition.name.key
      else { continue }
      add(other.name.text, other.name.text.quotedAsName)
    }
    for label in definition.lesson.labels { add(label.text, "\(label.text) (\(label.language))") }
    for name in definition.lesson.also { add(name, name) }
    return names
  }
}

extension Model {
  /// As declared, else as its formula gives.
  func unit(of definition: Definition) -> Unit? {
    guard definition.unit == nil, case .metric(let alternatives) = definition.form else {
      return definition.unit
    }
    return formulaOf(alternatives[0])?.unit
  }
}

extension Model {
  /// What people call the unit of a metric: hours and scores are plain numbers to the engine.
  func unitWord(of definition: Definition) -> Phrase? {
    guard let word = definition.lesson.unitWord else { return unit(of: definition)?.word }
    return word == "hours" ? Phrase("hours", zh: "小时") : Phrase("score", zh: "评分")
  }
}

extension Definition.Direction {
  /// As a list has it.
  var word: Phrase {
    switch self {
    case .high: Phrase(rawValue, zh: "越高越好")
    case .low: Phrase(rawValue, zh: "越低越好")
    case .range: Phrase(rawValue, zh: "区间最好")
    case .neutral: Phrase(rawValue, zh: "不分好坏")
    }
  }
}

extension Unit {
  /// Its name without an article, as a list has it.
  var word: Phrase {
    let english = noun.english
    return Phrase(
      english.hasPrefix("a ") ? String(english.dropFirst(2)) : english, zh: noun.chinese)
  }
}

extension LiteralSyntax {
  /// As it was written: a percentage as one.
  var written: String {
    guard case .number(let number) = self, number.isPercent else { return plainText }
    return ExactNumber(Int128(number.digits), scale: max(0, number.scale - 2)).plainText + "%"
  }
}
