// What a check found, for people: a line, and the groups that do not meet the condition below it.
import KepiColumns
package import KepiDiagnostics

package enum CheckText {
  /// Groups beyond these are counted.
  private static let greatestGroupCount = 20

  /// Whole lines.
  package static func render(_ check: CheckResult, language: Language) -> String {
    let head = head(of: check).text(in: language)
    return ([head] + groups(of: check, language)).map { $0.printable + "\n" }.joined()
  }

  /// The same without the groups: what a program shows that has room for a line.
  package static func head(of check: CheckResult) -> Phrase {
    var parts = [Phrase(asWritten: check.title.map { "\"\($0)\"" } ?? ""), finding(of: check)]
    if !check.dimensions.isEmpty, check.countedCount > 0 {
      let (passed, counted) = (check.passedCount, check.countedCount)
      parts.append(
        Phrase(
          "\(passed) of \(counted) pass, by \(check.dimensions.joined(separator: " and "))",
          zh: "按 \(check.dimensions.listed(in: .chinese))：\(counted) 组中 \(passed) 组通过"))
    }
    if let days = check.days {
      let (first, last) = (days.lowerBound.text, days.upperBound.text)
      parts.append(Phrase("over \(first) to \(last)", zh: "期间 \(Phrase.days(days).chinese)"))
    }
    if let place = check.place { parts.append(Phrase(asWritten: place.text)) }
    let word = check.outcome.word
    let shown = parts.filter { !$0.isEmpty }
    return Phrase(
      word.english + ": " + shown.map(\.english).joined(separator: "   "),
      zh: word.chinese + "：" + shown.map(\.chinese).joined(separator: "   "))
  }

  /// What was expected and what was found.
  package static func finding(of check: CheckResult) -> Phrase {
    if check.outcome == .notRun { return Phrase.about(check.condition, check.reason) }
    let isEmpty = check.countedCount == 0
    let remark = check.dimensions.isEmpty ? check.groups.first?.remark ?? .empty : .empty
    let nothing = remark.isEmpty ? Phrase("no data to check", zh: "没有可检查的数据") : remark
    guard let comparison = check.comparison else {
      if isEmpty { return Phrase.about(check.condition, nothing) }
      let numbers =
        check.dimensions.isEmpty ? check.groups.first.map { parts(of: $0, of: check) } : nil
      guard let numbers, !numbers.isEmpty else { return Phrase(asWritten: check.condition) }
      return Phrase(
        "\(check.condition), actual \(numbers.english)",
        zh: "\(check.condition)，实为 \(numbers.chinese)")
    }
    var english = "\(comparison.subject): expected \(comparison.sign) \(comparison.limit)"
    var chinese = "\(comparison.subject) 应 \(comparison.sign) \(comparison.limit)"
    if let value = comparison.limitValue {
      english += " (\(value.english))"
      chinese += "（\(value.chinese)）"
    }
    if isEmpty {
      english += ", \(nothing.english)"
      chinese += "，\(nothing.chinese)"
    } else if let actual = comparison.actual {
      english += ", actual \(actual.english)"
      chinese += "，实为 \(actual.chinese)"
    }
    if check.dimensions.isEmpty, let group = check.groups.first, group.hasData {
      let parts = parts(of: group, of: check)
      english += parts.isEmpty ? "" : " (\(parts.english))"
      chinese += parts.isEmpty ? "" : "（\(parts.chinese)）"
    }
    return Phrase(english, zh: chinese)
  }

  /// A table of the groups, indented; none for a check of a single number, whose line says it all.
  package static func groups(of check: CheckResult, _ language: Language) -> [String] {
    guard !check.dimensions.isEmpty, check.countedCount > 0 else { return [] }
    let shown = check.groups.prefix(greatestGroupCount)
    guard let first = shown.first else { return [] }
    func said(_ phrase: Phrase) -> String { phrase.text(in: language).printable }
    var rows = [check.dimensions.map(\.printable)]
    if first.actual != nil {
      rows[0] += [check.comparison?.subject.printable ?? "", said(Phrase("limit", zh: "目标值"))]
    }
    var tails = [""]
    for group in shown {
      let values = [group.actual, group.expected].compactMap { $0 }
      rows.append(
        group.names.map { said($0.shown) }
          + values.map { $0.plain == nil ? said(Phrase("no data", zh: "无数据")) : said($0.shown) })
      let parts = parts(of: group, of: check)
      if !group.remark.isEmpty {
        tails.append(said(group.remark))
      } else if group.hasData, !parts.isEmpty {
        tails.append(said(Phrase("(\(parts.english))", zh: "（\(parts.chinese)）")))
      } else {
        tails.append("")
      }
    }
    let keyCount = check.dimensions.count
    let widths = rows[0].indices.map { column in rows.map { CellWidth.of($0[column]) }.max() ?? 0 }
    var lines = zip(rows, tails).map { row, tail in
      var line = " "
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - CellWidth.of(cell))
        line += (column == 0 ? " " : "   ") + (column < keyCount ? cell + blanks : blanks + cell)
      }
      if !tail.isEmpty { line += "   " + tail }
      while line.last == " " { line.removeLast() }
      return line
    }
    if check.groups.count > shown.count {
      let rest = check.groups.count - shown.count
      lines.append("  " + said(Phrase("and \(rest) more", zh: "还有 \(rest) 行")))
    }
    return lines
  }

  /// Those of a ratio, or the numbers of a condition that is more than one comparison.
  private static func parts(of group: CheckResult.Group, of check: CheckResult) -> Phrase {
    Phrase { language in
      let sign = language == .english ? ", " : "，"
      return group.parts.map { "\($0.name) \($0.reading.shown.text(in: language))" }
        .joined(separator: check.comparison == nil ? sign : " / ")
    }
  }
}

extension CheckResult.Outcome {
  /// What a line begins with.
  var word: Phrase {
    switch self {
    case .passed: Phrase("passed", zh: "通过")
    case .failed:
      Phrase(
        "failed \(DiagnosticCode.checkFailed.rawValue)",
        zh: "未通过 \(DiagnosticCode.checkFailed.rawValue)")
    case .notRun: Phrase("not run", zh: "未执行")
    }
  }
}

extension Phrase {
  fileprivate static func about(_ subject: String, _ reason: Phrase) -> Phrase {
    reason.isEmpty
      ? Phrase(asWritten: subject)
      : Phrase("\(subject): \(reason.english)", zh: "\(subject)：\(reason.chinese)")
  }
}
