// An answer as one JSON object on one line, so that many answers are JSON Lines.
import KepiColumns
import KepiDiagnostics

/// `{"columns":[{"name":…,"unit":…}],"rows":[{…}],"receipt":{…}}`. A row is an object with the names
/// of the columns as keys, in their order. Numbers are exact and have no exponents; blanks are null.
/// The receipt is in English, so that what programs read does not change with the language.
package enum JSONReport {
  /// - Parameter file: the name and the hash of the file whose numbers these are.
  package static func render(
    _ answer: Answer, besides file: (name: String, sha256: String)? = nil
  ) -> String {
    let about = file.map {
      JSONText.object([("name", string($0.name)), ("sha256", string($0.sha256))])
    }
    return document(answer, above: about.map { [("file", $0)] } ?? [])
  }

  static func render(_ answer: Answer, beside members: [(String, String)]) -> String {
    document(answer, beside: members)
  }

  private static func document(
    _ answer: Answer, above first: [(String, String)] = [], beside members: [(String, String)] = []
  ) -> String {
    var all = first
    all.append(("columns", heads(of: answer)))
    all.append(("rows", JSONText.array(rows(of: answer))))
    all += members
    all.append(("receipt", receipt(answer.receipt)))
    return JSONText.object(all) + "\n"
  }

  /// The rows alone, an object a line: JSON Lines.
  package static func renderLines(_ answer: Answer) -> String {
    rows(of: answer).map { $0 + "\n" }.joined()
  }

  /// What `renderLines` leaves out, on a line of its own.
  package static func renderAbout(_ answer: Answer) -> String {
    JSONText.object([("columns", heads(of: answer)), ("receipt", receipt(answer.receipt))]) + "\n"
  }

  package static func heads(of answer: Answer) -> String {
    JSONText.array(answer.programColumns.map { head($0, of: answer) })
  }

  /// One object for each line.
  package static func rows(of answer: Answer) -> [String] {
    let columns = answer.programColumns
    let keys = columns.map { string($0.name) + ":" }
    return (0..<answer.table.rowCount).map { row in
      var text = "{"
      for (place, column) in columns.enumerated() {
        if place > 0 { text += "," }
        text += keys[place]
        text += value(row: row, column: column.index, of: answer)
      }
      return text + "}"
    }
  }

  private static func head(_ column: ProgramColumn, of answer: Answer) -> String {
    let unit = answer.table.columns[column.index].unit
    var members = [("name", string(column.name)), ("unit", string(unit.name))]
    if let grain = unit.grain { members.append(("grain", string(grain.rawValue))) }
    if case .money(let currency) = unit {
      switch currency {
      case .fixed(let code): members.append(("currency", string(code)))
      case .unknown: members.append(("currency", "null"))
      case .column(let name):
        members.append(("currency_column", string(column.currencyColumn ?? name)))
      }
    }
    return JSONText.object(members)
  }

  private static func value(row: Int, column: Int, of answer: Answer) -> String {
    guard let text = answer.text(row: row, column: column, style: .plain) else { return "null" }
    switch answer.cell(row: row, column: column) {
    case .amount, .number: return text  // Digits, `true` or `false`.
    case .absent, .text, .day: return string(text)
    }
  }

  private static func receipt(_ receipt: Receipt) -> String {
    let periods = receipt.periods.map {
      JSONText.object([
        ("label", string($0.label.english)), ("first", string($0.first.text)),
        ("last", string($0.last.text)), ("so_far", $0.isUnfinished ? "true" : "false"),
      ])
    }
    let sources = receipt.sources.map {
      JSONText.object([
        ("name", string($0.name)), ("rows_read", "\($0.rowsRead)"),
        ("rows_kept", "\($0.rowsKept)"), ("first", day($0.covered?.lowerBound)),
        ("last", day($0.covered?.upperBound)), ("days_covered", "\($0.daysCovered)"),
        ("days_asked", "\($0.daysAsked)"),
      ])
    }
    let definitions = receipt.definitions.map {
      JSONText.object([("name", string($0.name)), ("fingerprint", string($0.fingerprint))])
    }
    var members = [
      ("periods", JSONText.array(periods)), ("as_of", day(receipt.asOf)),
      ("as_of_reason", string(receipt.asOfReason.english)), ("sources", JSONText.array(sources)),
      ("conversion", receipt.conversion.map { string($0.english) } ?? "null"),
      ("definitions", JSONText.array(definitions)),
      ("notes", JSONText.array(receipt.notes.map { string($0.english) })),
    ]
    if !receipt.gaps.isEmpty { members.append(("gaps", gaps(receipt.gaps))) }
    members += receipt.origin?.members ?? []
    return JSONText.object(members)
  }

  private static func gaps(_ gaps: [Receipt.Gap]) -> String {
    JSONText.array(
      gaps.map { gap in
        JSONText.object([
          ("source", string(gap.source)), ("store", gap.store.map(string) ?? "null"),
          ("site", gap.site.map(string) ?? "null"), ("days", "\(gap.days)"),
          ("days_expected", "\(gap.daysExpected)"),
          ("missing", JSONText.array(gap.missing.map { string(Phrase.days($0).english) })),
        ])
      })
  }

  private static func day(_ day: Day?) -> String { day.map { string($0.text) } ?? "null" }

  private static func string(_ text: String) -> String { JSONText.quoted(text) }
}
