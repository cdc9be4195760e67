// What the engine says to the questions of a lesson: values that answers are held against.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiLessons
import KepiReports
import KepiSemantics
import KepiSyntax

/// The first value of an answer, and how people are shown it.
struct ComputedAnswer: Sendable {
  let key: AnswerKey
  let shown: String
  let lineCount: Int
  let itemCount: Int
  /// What the first line is about, where it is about anything.
  let name: String?

  /// Whether a learner's question gives one number and no table.
  var isSingle: Bool { lineCount == 1 && itemCount == 1 }
}

extension Session {
  struct Uncomputed: Error {
    let diagnostics: [Diagnostic]
  }

  /// The value that a question of a lesson gives.
  func computed(_ question: String) throws(Uncomputed) -> ComputedAnswer {
    let parsed = ScriptSyntax.parse(workspace.texts.add(name: "<lesson>", text: question))
    guard parsed.diagnostics.isEmpty else { throw Uncomputed(diagnostics: parsed.diagnostics) }
    guard parsed.script.statements.count == 1,
      case .query(let written) = parsed.script.statements[0].form
    else { throw Uncomputed(diagnostics: []) }
    let syntax = written.expandingReport(in: workspace.catalogue)
    do {
      let questioner = self.questioner
      let query = try questioner.resolve(syntax)
      let result = try questioner.result(of: query)
      guard let line = result.lines.first, let cell = line.cells.first,
        let item = query.items.first,
        let answer = Answer(result, of: query, sources: questioner.store, notes: []),
        let key = AnswerKey(cell, unit: item.formula.unit)
      else { throw Uncomputed(diagnostics: []) }
      return ComputedAnswer(
        key: key, shown: answer.text(row: 0, column: query.axes.count, language: language),
        lineCount: result.lines.count, itemCount: query.items.count,
        name: query.axes.isEmpty ? nil : answer.text(row: 0, column: 0, language: language))
    } catch let refusal as Questioner.Refusal {
      throw Uncomputed(diagnostics: refusal.diagnostics)
    } catch let refusal as Uncomputed {
      throw refusal
    } catch {
      throw Uncomputed(diagnostics: [])
    }
  }

  /// What a definition says of itself: `clicks nature`. `nil` where it says nothing.
  func fact(_ text: String) -> (key: AnswerKey, shown: String)? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2,
      let definition = workspace.catalogue.definition(NameFolding.key(words[0]))
    else { return nil }
    let spellings: [String]
    switch words[1] {
    case "nature":
      switch definition.lesson.nature {
      case .process: spellings = ["process", "过程", "过程指标", "a process", "process metric"]
      case .result: spellings = ["result", "结果", "结果指标", "a result", "outcome", "result metric"]
      case nil: return nil
      }
    case "good":
      switch definition.good {
      case .high: spellings = ["high", "越高越好", "高", "higher", "higher is better"]
      case .low: spellings = ["low", "越低越好", "低", "lower", "lower is better"]
      case .range: spellings = ["range", "区间", "band", "a band"]
      case .neutral: spellings = ["neutral", "中性", "neither"]
      case nil: return nil
      }
    case "kind":
      guard case .metric(let alternatives) = definition.form,
        let kind = workspace.model().formulaOf(alternatives[0])?.kind
      else { return nil }
      switch kind {
      case .additive:
        spellings = ["sum", "可加", "加总", "总和", "a sum", "additive", "adds up", "flow", "流量"]
      case .ratio: spellings = ["ratio", "比率", "a ratio", "比例", "quotient", "rate"]
      case .semiAdditive: spellings = ["level", "存量", "a level", "stock"]
      case .distinct: spellings = ["distinct", "去重计数", "distinct count", "去重"]
      case .other: return nil
      }
    case "owner":
      guard let owner = definition.lesson.owner else { return nil }
      spellings = [owner.english, owner.chinese]
    default: return nil
    }
    let shown = Phrase(spellings[0], zh: spellings.count > 1 ? spellings[1] : spellings[0])
    return (.words(spellings), shown.text(in: language))
  }
}

extension AnswerKey {
  /// `nil` for what no one can be asked for: nothing, and what is in several currencies.
  init?(_ cell: Cell, unit: Unit) {
    var currency: String?
    if case .one(let code) = cell.currency { currency = code }
    self.init(cell.value, unit: unit, currency: currency)
  }

  init?(_ value: Value, unit: Unit, currency: String?) {
    switch value {
    case .blank, .nothing: return nil
    case .truth(let truth): self = .truth(truth)
    case .text(let text): self = .words([text])
    case .day(let day): self = .words([day.text])
    case .exact, .approximate:
      guard let number = value.double, number.isFinite else { return nil }
      if unit == .truth {
        self = .truth(number != 0)
      } else {
        self = .number(number, isPercent: unit == .percent, currency: currency)
      }
    }
  }
}
