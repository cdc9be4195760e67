// What is special about the files of a kind, in words: how amounts of orders are told, which rows
// are none, what is left out.
import KepiDiagnostics
import KepiFormats
import KepiReports
import KepiSyntax

extension ExportKind {
  /// A sentence each, in the order in which a reader of the file meets them.
  var quirks: [Phrase] {
    var found: [Phrase] = []
    func add(_ fields: [String], _ english: String, zh chinese: String) {
      guard !fields.isEmpty else { return }
      let names = fields.map { "`\($0)`" }.joined(separator: ", ")
      found.append(Phrase("\(names) \(english)", zh: "\(names) \(chinese)"))
    }
    func quoted(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
    let texts = { (texts: [String]) in texts.map(Lexer.quoted).joined(separator: ", ") }
    if let datedBy {
      found.append(
        Phrase(
          "of two files that overlap the one with the newer `\(datedBy)` wins",
          zh: "文件重叠时以 `\(datedBy)` 较新的为准"))
    }
    let whole = carriedFields.filter { $0.group == nil }.map(\.field)
    add(whole, "carried down to the rows that have none", zh: "沿用到没有填写的行")
    let ofOrder = carriedFields.filter { $0.group != nil }.map(\.field)
    add(ofOrder, "carried from the first row of an order to its others", zh: "由订单首行带到其余各行")
    for once in once {
      add(
        once.fields, "on each row of a \(quoted(once.key)) again, and counted once",
        zh: "在 \(quoted(once.key)) 的每一行重复，只计一次")
    }
    for weight in unique(sharedAmounts.map(\.weight)) {
      add(
        sharedAmounts.filter { $0.weight == weight }.map(\.field),
        "spread over the rows of an order by `\(weight)`", zh: "按 `\(weight)` 分摊到订单各行")
    }
    if let containedTax {
      found.append(
        Phrase(
          "`\(containedTax.price)` contains the tax where the sums of the order say so",
          zh: "订单各项之和表明含税时，`\(containedTax.price)` 含税"))
    }
    if let summary {
      found.append(
        Phrase(
          "a row with `\(summary.field)` is the file's own total: compared with the sum of"
            + " `\(summary.sums)`, not read",
          zh: "填了 `\(summary.field)` 的行是文件自己的合计：与 `\(summary.sums)` 之和核对，不读入"))
    }
    if rowTotal != nil {
      found.append(
        Phrase(
          "each row's own total is compared with the sum of its lines",
          zh: "每行自己的合计与该行各项之和核对"))
    }
    for skip in skips {
      found.append(
        Phrase(
          "no data: rows whose `\(skip.field)` is \(texts(skip.texts))",
          zh: "不是数据：`\(skip.field)` 为 \(texts(skip.texts)) 的行"))
    }
    add(filledFields, "empty: the row is none of the source", zh: "为空的行不属于这个数据源")
    if !footers.isEmpty {
      found.append(
        Phrase(
          "a row that begins with \(texts(footers)) is a total or a note",
          zh: "以 \(texts(footers)) 开头的行是合计或说明"))
    }
    if !ends.isEmpty {
      found.append(
        Phrase("the rows end before \(texts(ends))", zh: "数据到 \(texts(ends)) 之前为止"))
    }
    switch decimalMark {
    case .comma: found.append(Phrase("fractions after a comma", zh: "小数写在逗号后"))
    case .dot: found.append(Phrase("fractions after a dot", zh: "小数写在点号后"))
    case nil: break
    }
    if quoting == .none {
      found.append(Phrase("a quote is a plain sign", zh: "引号只是普通字符"))
    }
    add(maskedFields, "kept without numbers and codes", zh: "不保留其中的数字和代码")
    if let maturity {
      let days = maturity.dayCount == 1 ? "one day" : "\(maturity.dayCount) days"
      let (english, chinese) =
        switch maturity.reason {
        case .attribution: ("sales are still credited to it", "仍会归因新的销售")
        case .deferral: ("amounts are still held back", "仍有金额暂缓入账")
        case .restatement: ("the platform counts again", "平台会重新统计")
        }
      found.append(
        Phrase(
          "a day is settled \(days) later: until then \(english)",
          zh: "一天的数据在 \(maturity.dayCount) 天后才定：此前\(chinese)"))
    }
    return found
  }

  private func unique(_ names: [String]) -> [String] {
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }
}
