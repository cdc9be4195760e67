// What a session writes and says.
import KepiColumns
package import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

extension Session {
  func write(_ answer: Answer, titled title: String) {
    lastAnswer = (answer, title)
    let count = writer.write(
      answer, titled: title, workspace.settings, isInteractive: isInteractive)
    sayHowManyFormulas(count)
  }

  func writeText(_ text: String, titled title: String) {
    writer.write(text: text, titled: title, workspace.settings, isInteractive: isInteractive)
  }

  func sayHowManyFormulas(_ count: Int) {
    guard count > 0 else { return }
    report([
      .note(
        .formulaText,
        Phrase(
          count == 1
            ? "one text begins like a formula and got an apostrophe before it"
            : "\(count) texts begin like a formula and got an apostrophe before them",
          zh: "\(count) 个文本的开头像公式，前面已加撇号"),
        details: [
          Phrase(
            "A program that reads them as they are:   set csv_for programs",
            zh: "给程序用，不加撇号：   set csv_for programs")
        ])
    ])
  }

  func say(_ phrase: Phrase) {
    streams.errors(phrase.text(in: language).printable + "\n")
  }

  package var language: Language { workspace.settings.language }

  static let greatestErrorCount = 10

  /// At most ten errors a run: more would bury the first. Whoever reads answers as JSON reads what
  /// is said about them as JSON too, an object a line.
  func report(_ diagnostics: [Diagnostic], in other: Language? = nil) {
    let language = other ?? self.language
    let renderer = DiagnosticRenderer(texts: workspace.texts, language: language)
    let isForPrograms = workspace.settings.format.isJSON
    var errorCount = 0
    var said: [Diagnostic] = []
    for diagnostic in diagnostics where !said.contains(where: { $0.repeats(diagnostic) }) {
      said.append(diagnostic)
      if diagnostic.severity == .note, options.isQuiet { continue }
      if diagnostic.severity == .error {
        errorCount += 1
        record.add(diagnostic, texts: workspace.texts)
        guard isForPrograms || errorCount <= Self.greatestErrorCount else { continue }
      }
      streams.errors(
        (isForPrograms ? renderer.json(diagnostic) : renderer.text(diagnostic)) + "\n")
    }
    let unsaid = errorCount - Self.greatestErrorCount
    if !isForPrograms, unsaid > 0 {
      let rest = Phrase(
        unsaid == 1 ? "and one more error" : "and \(unsaid) more errors", zh: "还有 \(unsaid) 个错误")
      streams.errors(rest.text(in: language) + "\n")
    }
  }
}

extension Phrase {
  static let noAnswerYet = Phrase("there is no answer yet", zh: "还没有结果")
  static let nothingToDraw = Phrase(
    "there are no numbers side by side to draw", zh: "没有可以并列画出的数字")
  static let nothingToUndo = Phrase(
    "there is no question before this one", zh: "前面没有别的查询")
  static let undoInScript = Phrase("`undo` is for the shell", zh: "`undo` 只用于交互界面")
}

extension StatementSyntax {
  /// Whether someone may ask how long it took.
  var isQuestion: Bool {
    switch form {
    case .query: true
    case .command(let command):
      switch command {
      case .showRows, .explain, .check, .checkCoverage, .why, .reconcile, .coverage, .export,
        .exportAnswer,
        .chart, .undo, .verify:
        true
      case .load, .show, .describe, .describeKind, .describeFile, .set, .include, .help, .last,
        .learn, .quiz, .lint, .exportGlossary:
        false
      }
    case .definition, .absent: false
    }
  }
}

extension DiagnosticCode {
  /// Whether the fault lies with a file, not with what was written.
  var isAboutFiles: Bool { self == .unreadableFile || self == .fileMissing }
}

extension Answer {
  func withReceipt(_ receipt: Receipt) -> Answer {
    var copy = self
    copy.receipt = receipt
    return copy
  }
}

extension Receipt {
  func with(notes: [Phrase]) -> Receipt {
    var receipt = Receipt(
      periods: periods, asOf: asOf, asOfReason: asOfReason, sources: sources,
      conversion: conversion, notes: notes)
    receipt.definitions = definitions
    receipt.gaps = gaps
    receipt.origin = origin
    return receipt
  }

  static let none = Receipt(periods: [], asOf: nil, asOfReason: .empty, sources: [], notes: [])

  /// Notes are said as diagnostics, with their places, except where programs read them.
  var withoutNotes: Receipt { with(notes: []) }
}

extension LiteralSyntax {
  /// The value of `--param NAME=VALUE`: a number, a percentage, a day or true and false where it
  /// reads as one, else text.
  init(parameter text: String) {
    var probe = SourceMap()
    let parsed = ScriptSyntax.parse(probe.add(name: "<parameter>", text: "let x = \(text)"))
    if parsed.diagnostics.isEmpty, parsed.script.statements.count == 1,
      case .definition(let definition) = parsed.script.statements[0].form,
      case .constant(let expression) = definition.form, case .literal(let literal) = expression.form
    {
      self = literal
    } else {
      self = .string(text)
    }
  }
}
