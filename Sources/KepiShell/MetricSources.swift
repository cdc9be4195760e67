// What `describe` says of a metric's sources: what it reads, what may stand in, what it is asked by.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

extension Describer {
  /// Those of the formula that is shown, each with what feeds it, then those that may stand for them.
  ///
  /// - Parameters:
  ///   - shown: The sources that the formulas read, as they are written there.
  ///   - missing: Columns without which the formula that is shown is refused.
  func sources(
    of definition: Definition, shown: [String], missing: [ColumnReference]
  ) -> [String] {
    var lines: [String] = []
    var known: Set<String> = []
    var unloaded: [String] = []
    var isCut = false
    for name in shown {
      guard let source = model.source(name.folded) else { continue }
      known.formUnion([name, source.name])
      if !source.isLoaded { unloaded.append(source.name) }
      let most = shown.count > 2 ? 1 : 2
      if source.fedBy.count > most + 1 { isCut = true }
      let lacking = missing.filter { $0.source == source.key }.map(\.column)
      lines += folded(
        line(for: source, writtenAs: name, naming: most, lacking: lacking), indent: 2, hanging: 4)
    }
    guard !lines.isEmpty else { return [] }
    let others = model.sourceNames(of: definition).filter { !known.contains($0) }
    let loaded = others.filter { model.source($0.folded)?.isLoaded == true }
    let unfed = others.filter { !loaded.contains($0) }
    let most = 2
    if unfed.count > most + 1 { isCut = true }
    var instead: [String] = []
    if !loaded.isEmpty { instead.append(list(loaded)) }
    if !unfed.isEmpty {
      let names = some(unfed, most: most)
      instead.append(said(Phrase("\(names) (not loaded)", zh: "\(names)（未载入）")))
    }
    if !instead.isEmpty {
      let text = instead.joined(separator: said(Phrase("; ", zh: "；")))
      lines += folded(
        said(
          Phrase(
            "instead (never added) where these lack a dimension or days asked for",
            zh: "上面缺少所问的维度或日期时改用（绝不相加）"), text), indent: 2, hanging: 4)
    }
    let title =
      isCut
      ? Phrase("reads (all: `show sources`):", zh: "读取（全部见 `show sources`）：")
      : Phrase("reads:", zh: "读取：")
    return refusal(unloaded, missing) + [said(title)] + lines
  }

  /// That there is no number today, and what is wanting.
  private func refusal(_ unloaded: [String], _ missing: [ColumnReference]) -> [String] {
    var columns: [String] = []
    for column in missing.map({ "\($0.source).\($0.column)" }) where !columns.contains(column) {
      columns.append(column)
    }
    var reasons: [String] = []
    if !unloaded.isEmpty {
      let names = list(unloaded)
      reasons.append(said(Phrase("no file of \(names) is loaded", zh: "没有载入 \(names) 的文件")))
    }
    if !columns.isEmpty {
      let names = list(columns)
      reasons.append(said(Phrase("no loaded file has \(names)", zh: "已载入的文件都没有 \(names)")))
    }
    guard !reasons.isEmpty else { return [] }
    return folded(
      said(
        Phrase("cannot be computed now", zh: "现在还不能计算"),
        reasons.joined(separator: said(Phrase("; ", zh: "；")))), hanging: 2)
  }

  private func line(
    for source: SourceSchema, writtenAs name: String, naming most: Int, lacking: [String]
  ) -> String {
    var text = name
    let parts = workspace.joinedSources.first { $0.name == name }?.parts ?? []
    if source.name != name {
      text += said(Phrase(" (here \(source.name))", zh: "（这里即 \(source.name)）"))
    } else if let first = parts.first {
      let more = parts.count - 1
      text += said(
        Phrase(" (\(first) or \(more) other reports)", zh: "（\(first) 等，共 \(more + 1) 种报告）"))
    }
    if let count = source.extent?.rowCount {
      let number = NumberStyle.text(count)
      text += said(Phrase(count == 1 ? ", 1 row" : ", \(number) rows", zh: "，\(number) 行"))
    } else {
      text += said(Phrase(", not loaded", zh: "，未载入"))
    }
    if !lacking.isEmpty {
      text += said(Phrase(", without \(list(lacking))", zh: "，缺 \(list(lacking))"))
    }
    let feeds = feeds(of: source)
    guard !feeds.isEmpty else { return text }
    let kinds = feeds.prefix(feeds.count == most + 1 ? most + 1 : most)
      .joined(separator: said(Phrase("; ", zh: "；")))
    let all = Phrase(
      "\(kinds); and \(feeds.count - most) more kinds of export",
      zh: "\(kinds.beforeChinese)等，共 \(feeds.count) 种报告")
    return text + said(Phrase(": ", zh: "：")) + (feeds.count > most + 1 ? said(all) : kinds)
  }

  /// The kinds of export that a source is filled from, by what they are called.
  private func feeds(of source: SourceSchema) -> [String] {
    source.fedBy.map { label in
      guard workspace.settings.language == .chinese else { return label }
      return workspace.kinds.first { $0.label == label }?.chineseLabel ?? label
    }
  }

  // MARK: Dimensions

  /// What it can be asked by, from one source or another: those that are loaded, else all.
  func dimensions(of definition: Definition, _ alternatives: [ExpressionSyntax]) -> [String] {
    let aggregates = alternatives.flatMap { model.formulaOf($0)?.aggregates ?? [] }
    guard aggregates.contains(where: { !model.isOwn($0.source) }) else { return [] }
    let loaded = alternatives.filter { isLoaded($0, depth: 0) }
    let ways = loaded.isEmpty ? alternatives : loaded
    let never = definition.neverBy.map(\.key)
    let readings = model.readings(of: ways)
    let names = model.catalogue.dimensions.filter { dimension in
      guard !never.contains(dimension.name.key) else { return false }
      var answers: [String: Bool] = [:]
      func knows(_ key: String) -> Bool {
        if let known = answers[key] { return known }
        let answer =
          (loaded.isEmpty || model.source(key)?.isLoaded == true)
          && model.knows(dimension.name, in: key)
        answers[key] = answer
        return answer
      }
      return readings.contains { $0.isTrue(of: knows) }
    }.map(typedName)
    let title =
      loaded.isEmpty
      ? Phrase(
        "broken down or filtered by, if the files have it", zh: "可按以下维度细分或筛选（文件里有才行）")
      : Phrase("broken down or filtered by", zh: "可按以下维度细分或筛选")
    let hasSteps = ways.contains { way in
      model.formulaOf(way)?.aggregates.allSatisfy { model.source($0.source)?.dayColumn != nil }
        ?? false
    }
    let steps = Grain.allCases.map { grain in
      said(Phrase(grain.rawValue, zh: grain == .day ? "日" : grain.chinese))
    }
    guard !names.isEmpty || hasSteps else { return [] }
    return folded(said(title, list(names + (hasSteps ? steps : []))), hanging: 2)
  }
}

extension Model {
  /// What some expressions read, to be asked about one dimension after the other: to bind the
  /// formulas of a profit for each of them took seconds.
  fileprivate func readings(of expressions: [ExpressionSyntax]) -> [Reading] {
    var known: [String: [Reading]] = [:]
    return expressions.map { reading(of: $0, &known) }
  }

  /// - Parameter known: what metrics read that were met, by their keys; nothing for one that is being
  ///   looked at.
  private func reading(
    of expression: ExpressionSyntax, _ known: inout [String: [Reading]]
  ) -> Reading {
    let sources = Set(formulaOf(expression)?.aggregates.map(\.source) ?? [])
    var direct: Set<String> = []
    var parts: [[Reading]] = []
    for path in expression.namePaths {
      if let name = path.single, let definition = catalogue.definition(name.key),
        case .metric(let alternatives) = definition.form
      {
        let key = definition.name.key
        if known[key] == nil {
          known[key] = []
          known[key] = alternatives.map { reading(of: $0, &known) }
        }
        parts.append(known[key] ?? [])
      } else if path.parts.count > 1, sources.contains(path.parts[0].key) {
        direct.insert(path.parts[0].key)
      }
    }
    return Reading(sources: parts.isEmpty ? sources : direct, parts: parts)
  }

  /// A table of one's own, of which no dimension that ships needs to tell.
  fileprivate func isOwn(_ key: String) -> Bool { source(key)?.fedBy.isEmpty ?? true }
}

/// The sources that an expression reads by itself, and the ways of each metric in it.
private struct Reading {
  let sources: Set<String>
  let parts: [[Reading]]

  /// Whether all sources of one way know a dimension.
  func isTrue(of knows: (String) -> Bool) -> Bool {
    sources.allSatisfy(knows) && parts.allSatisfy { ways in ways.contains { $0.isTrue(of: knows) } }
  }
}
