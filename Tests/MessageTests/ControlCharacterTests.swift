import KepiShell
import Testing

/// A file can hold what moves the cursor of a terminal, turns its writing round or renames its
/// window: in a cell, a header, a name. None of it gets there, in any form.
struct ControlCharacterTests {
  private static let damage = "\u{1b}[31m\u{7}\u{202e}\u{9b}2J"

  private static let files = Base.files([
    "a\(damage).csv": "id,na\(damage)me\n1,x\(damage)\n2,=y\n",
    "broken\(damage).csv": "\(damage)",
  ])

  private static let statements = [
    "load \"*.csv\" as rows", "sum(rows.id) as total by rows.`na\(damage)me`", "show loads",
    "describe rows", "explain sum(rows.id)", "check \"\(damage)\": sum(rows.id) > 5",
    "sum(rows.id) where rows.`na\(damage)me` = \"x\"",
  ]

  @Test(arguments: OutputFormat.allCases.filter { $0 != .xlsx })
  func noneReachesATerminal(_ format: OutputFormat) {
    let session = Reading(over: Self.files, format: format, columns: 80)
    for statement in Self.statements + ["sum(rows.`\(Self.damage)`)", "describe `\(Self.damage)`"] {
      let run = session.run(statement)
      let harmful = run.text.unicodeScalars.filter {
        switch $0.properties.generalCategory {
        case .control: $0 != "\n" && !($0 == "\t" && format == .tsv)
        case .format: true
        default: false
        }
      }
      #expect(harmful.isEmpty, "\(statement): \(run.text.debugDescription)")
    }
  }

  @Test func aWorkbookIsNotForATerminal() {
    let run = Reading(statements: ["set format xlsx", "order_count"], columns: 80).started
    #expect(run.outcome == .misunderstood)
    #expect(run.errors.hasPrefix("error K0313: a workbook cannot be shown on a terminal\n"))
    let session = Reading(over: .own, format: .xlsx, statements: ["order_count"], columns: 80)
    #expect(session.started.errors.hasPrefix("error K0313: --format xlsx: a workbook cannot"))
  }
}
