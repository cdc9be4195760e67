// A number with the formula it came from and the numbers that were put in, down to the base facts.
package import KepiColumns
package import KepiDiagnostics

package struct ExplainedNumber: Equatable, Sendable {
  /// A value as people and as programs read it; both absent where it is blank.
  package struct Reading: Equatable, Sendable {
    package let shown: String?
    package let plain: String?
    package let unit: Unit
    package let currency: String?

    package init(shown: String?, plain: String?, unit: Unit, currency: String?) {
      self.shown = shown
      self.plain = plain
      self.unit = unit
      self.currency = currency
    }
  }

  /// What was added up of a source.
  package struct Fact: Equatable, Sendable {
    package let source: String
    package let columns: [String]
    /// `nil` where not every row of the days counts, as for the stock of one day.
    package let rowCount: Int?
    /// Where amounts were converted, those of each currency before and after.
    package let conversions: [Conversion]

    package init(
      source: String, columns: [String], rowCount: Int?, conversions: [Conversion]
    ) {
      self.source = source
      self.columns = columns
      self.rowCount = rowCount
      self.conversions = conversions
    }
  }

  package struct Conversion: Equatable, Sendable {
    package let original: Reading
    package let converted: Reading
    /// What one unit came to, of all rows together.
    package let rate: String
    package let isFixedRate: Bool

    package init(original: Reading, converted: Reading, rate: String, isFixedRate: Bool) {
      self.original = original
      self.converted = converted
      self.rate = rate
      self.isFixedRate = isFixedRate
    }
  }

  /// As it would be typed: `ad_spend[previous]`.
  package let name: String
  package let label: Phrase?
  /// The formula with names in it, and with numbers.
  package let formula: String?
  package let inNumbers: String?
  package let value: Reading
  /// Why there is no value.
  package let reason: Phrase?
  package let fact: Fact?
  package let parts: [ExplainedNumber]

  package init(
    name: String, label: Phrase?, formula: String?, inNumbers: String?, value: Reading,
    reason: Phrase?, fact: Fact?, parts: [ExplainedNumber]
  ) {
    self.name = name
    self.label = label
    self.formula = formula
    self.inNumbers = inNumbers
    self.value = value
    self.reason = reason
    self.fact = fact
    self.parts = parts
  }
}

/// One line of an answer with the numbers of its items.
package struct ExplainedLine: Equatable, Sendable {
  /// The row of the answer's table.
  package let row: Int
  package let numbers: [ExplainedNumber]

  package init(row: Int, numbers: [ExplainedNumber]) {
    self.row = row
    self.numbers = numbers
  }
}

// MARK: For people

package enum FormulaText {
  /// Each line of the answer under its groups, the formulas below.
  package static func render(
    _ lines: [ExplainedLine], of answer: Answer, language: Language
  ) -> String {
    var text = ""
    for (place, line) in lines.enumerated() {
      let groups = (0..<answer.groupingCount).filter {
        !answer.hiddenColumns.contains(answer.table.columns[$0].name)
      }.map { column in
        answer.text(row: line.row, column: column, style: .rounded, language: language) ?? "-"
      }
      if !text.isEmpty { text += "\n" }
      if !groups.isEmpty { text += groups.joined(separator: " · ") + "\n" }
      for number in line.numbers {
        let rows = rows(
          of: number, indent: groups.isEmpty ? 0 : 2, isFirst: place == 0, language)
        for row in rows { text += row + "\n" }
      }
    }
    return text
  }

  /// - Parameter isFirst: whether the line is the first, where long definitions are told in full.
  private static func rows(
    of number: ExplainedNumber, indent: Int, isFirst: Bool, _ language: Language
  ) -> [String] {
    var head = number.name
    if let label = number.label?.text(in: language), !label.isEmpty {
      head += Phrase(" (\(label))", zh: "（\(label)）").text(in: language)
    }
    let result = result(of: number, language)
    var steps = [number.formula, number.inNumbers, result].compactMap { $0 }
    func inOneRow() -> String { ([head] + steps.map { "= \($0)" }).joined(separator: " ") }
    func fits(_ text: String) -> Bool { CellWidth.of(text) + indent <= Folding.width }
    if !isFirst, number.fact != nil, !fits(inOneRow()) { steps = [result] }
    let whole = inOneRow()
    var rows: [String]
    if fits(whole) {
      rows = [String(repeating: " ", count: indent) + whole]
    } else {
      rows = Folding.lines(head, indent: indent, hanging: 4)
      for step in steps { rows += Folding.lines("= \(step)", indent: indent + 4, hanging: 2) }
    }
    for conversion in number.fact?.conversions ?? [] {
      rows += Folding.lines(
        sentence(on: conversion).text(in: language), indent: indent + 4, hanging: 2)
    }
    return rows
      + number.parts.flatMap { self.rows(of: $0, indent: indent + 2, isFirst: isFirst, language) }
  }

  private static func result(of number: ExplainedNumber, _ language: Language) -> String {
    var text = number.value.shown ?? Phrase("blank", zh: "空").text(in: language)
    if let reason = number.reason?.text(in: language) {
      text += Phrase(", \(reason)", zh: "，\(reason)").text(in: language)
    } else if let count = number.fact?.rowCount {
      let rows = NumberStyle.text(count)
      text += Phrase(
        count == 1 ? ", from 1 row" : ", from \(rows) rows", zh: "，来自 \(rows) 行"
      ).text(in: language)
    }
    return text
  }

  private static func sentence(on conversion: ExplainedNumber.Conversion) -> Phrase {
    let (from, to) = (conversion.original.shown ?? "-", conversion.converted.shown ?? "-")
    guard from != to else { return Phrase(asWritten: from) }
    return conversion.isFixedRate
      ? Phrase(
        "\(from) at \(conversion.rate) = \(to)", zh: "\(from) 按汇率 \(conversion.rate) = \(to)")
      : Phrase(
        "\(from) at \(conversion.rate) on average = \(to)",
        zh: "\(from) 按平均汇率 \(conversion.rate) = \(to)")
  }
}

// MARK: For programs

extension JSONReport {
  /// An answer with the formulas of its lines: a member `formulas`, an object for each line, with
  /// `row`, its place among the rows, and `numbers`, each with its `parts`.
  package static func render(_ answer: Answer, explainedBy lines: [ExplainedLine]) -> String {
    let formulas = lines.map { line in
      JSONText.object([
        ("row", "\(line.row)"), ("numbers", JSONText.array(line.numbers.map(json))),
      ])
    }
    return render(answer, beside: [("formulas", JSONText.array(formulas))])
  }

  private static func json(_ number: ExplainedNumber) -> String {
    var members = [
      ("name", JSONText.quoted(number.name)),
      ("label", number.label.map { JSONText.quoted($0.english) } ?? "null"),
      ("formula", number.formula.map(JSONText.quoted) ?? "null"),
      ("in_numbers", number.inNumbers.map(JSONText.quoted) ?? "null"),
    ]
    members += self.members(of: number.value)
    members.append(("blank_because", number.reason.map { JSONText.quoted($0.english) } ?? "null"))
    if let fact = number.fact {
      let conversions = fact.conversions.map { conversion in
        JSONText.object([
          ("amount", conversion.original.plain ?? "null"),
          ("currency", conversion.original.currency.map(JSONText.quoted) ?? "null"),
          ("rate", conversion.rate), ("fixed_rate", conversion.isFixedRate ? "true" : "false"),
          ("converted", conversion.converted.plain ?? "null"),
        ])
      }
      members += [
        ("source", JSONText.quoted(fact.source)),
        ("columns", JSONText.array(fact.columns.map(JSONText.quoted))),
        ("rows", fact.rowCount.map { "\($0)" } ?? "null"),
        ("conversions", JSONText.array(conversions)),
      ]
    }
    members.append(("parts", JSONText.array(number.parts.map(json))))
    return JSONText.object(members)
  }

  private static func members(of reading: ExplainedNumber.Reading) -> [(String, String)] {
    let value: String
    switch reading.unit {
    case .text, .date: value = reading.plain.map(JSONText.quoted) ?? "null"
    case .money, .count, .number, .percent, .days, .truth: value = reading.plain ?? "null"
    }
    return [
      ("value", value), ("unit", JSONText.quoted(reading.unit.name)),
      ("currency", reading.currency.map(JSONText.quoted) ?? "null"),
    ]
  }
}
