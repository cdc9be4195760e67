// The product and the plain evaluator answer the same generated questions.
import FoundationEssentials
import KepiDiagnostics
import KepiSyntax
import Testing

struct ReferenceTests {
  /// What must be among the questions that both answer alike.
  private static let words = [
    " where ", " having ", " over ", " as of ", " vs ", " top ", " bottom ", " per ", "with others",
    "with totals", " sort by ", " limit ", " in EUR", " in USD", " at bank", " at office", " at 20",
    " using retail", " using fiscal", " using ended", " using american", "-P", "vs target",
    ", target", "fill none", "fill zero", "fill blank", "fill previous", "[all", "all shop",
    "only shop", "previous]", " ago]", "rolling", "running", "to date", "[over", "planned",
    "entered", "shipping", "colour", "came", "views", "[target]", "look_rate", "paid",
    "on_hand", "mean_hand",
    "at_start", "fee", "products.price", "coalesce", "(if ", "days()",
  ]

  /// A part of the worlds each, so that the parts run side by side.
  @Test func generatedQuestions() async throws {
    let environment = ProcessInfo.processInfo.environment
    let tally = try await withThrowingTaskGroup(of: [String: Int].self) { group in
      for part in 0..<4 { group.addTask { try Self.askPart(part, environment) } }
      return try await group.reduce(into: [:]) { tally, own in
        tally.merge(own, uniquingKeysWith: +)
      }
    }
    if environment["KEPI_QUESTIONS"] == nil, environment["KEPI_WORLDS"] == nil {
      for word in ReferenceTests.words {
        #expect(tally[word, default: 0] > 0, "no question with `\(word)` was answered alike")
      }
    }
    if environment["KEPI_TALLY"] != nil { print(tally.sorted { $0.key < $1.key }) }
  }

  /// Gives how many questions came out how, and how many of those alike have each word.
  private static func askPart(
    _ part: Int, _ environment: [String: String]
  ) throws -> [String: Int] {
    let firstSeed = UInt64(environment["KEPI_SEED"] ?? "") ?? 1
    let worldCount = UInt64(environment["KEPI_WORLDS"] ?? "") ?? 64
    let questionCount = Int(environment["KEPI_QUESTIONS"] ?? "") ?? 40
    var shown = Int(environment["KEPI_SHOWN"] ?? "") ?? 10
    var tally: [String: Int] = [:]
    for seed in firstSeed..<(firstSeed + worldCount) where seed % 4 == UInt64(part) {
      let world = Generator.world(seed: seed)
      let product = Product(world)
      #expect(product.isReady, "seed \(seed): \(product.startErrors)")
      if let folder = environment["KEPI_DUMP"] { try world.write(to: folder + "/\(seed)") }
      let evaluator = Evaluator(world)
      var questions = QuestionGenerator(seed: seed, world: world)
      for _ in 0..<questionCount {
        let text = questions.question()
        let outcome = Comparison.compare(text, product: product, evaluator: evaluator)
        tally[outcome.kind, default: 0] += 1
        if outcome.kind == "same" {
          for word in words where text.contains(word) { tally[word, default: 0] += 1 }
        }
        guard let difference = outcome.difference, shown > 0 else { continue }
        shown -= 1
        Issue.record("seed \(seed)\n\(text)\n\(difference)")
      }
    }
    return tally
  }
}

enum Comparison {
  struct Outcome {
    let kind: String
    let difference: String?
  }

  static func compare(_ text: String, product: Product, evaluator: Evaluator) -> Outcome {
    let (answer, said) = product.ask(text)
    let expected: ReferenceAnswer
    do {
      expected = try evaluator.answer(query(text))
    } catch {
      let reason = (error as? Refusal)?.reason ?? "\(error)"
      guard let answer else { return Outcome(kind: "both refuse", difference: nil) }
      if reason == Refusal.weeks { return Outcome(kind: "weeks by months", difference: nil) }
      // Which blank lines count as mixed ones is left to the product.
      if reason == Refusal.currencies { return Outcome(kind: "currencies", difference: nil) }
      return Outcome(
        kind: "only the rules refuse", difference: "refused: \(reason)\nproduct:\n\(answer.csv)")
    }
    guard let answer else {
      // Kinds of numbers are told apart before anything is computed; the evaluator has none.
      if said.contains("K0411") { return Outcome(kind: "currencies", difference: nil) }
      // The evaluator finds a grain too fine where it meets a row; without a line it meets none.
      if said.contains("K0503"), expected.lines.isEmpty {
        return Outcome(kind: "grain of no rows", difference: nil)
      }
      if said.contains("K0607") { return Outcome(kind: "weeks by months", difference: nil) }
      if said.contains("K0401") { return Outcome(kind: "kinds clash", difference: nil) }
      return Outcome(
        kind: "only the product refuses",
        difference: "product: \(said)\nrules:\n\(shown(expected))")
    }
    guard let place = firstDifference(expected, answer) else {
      return Outcome(kind: "same", difference: nil)
    }
    return Outcome(
      kind: "different",
      difference: "\(place)\nproduct:\n\(cut(answer.csv))rules:\n\(cut(shown(expected)))")
  }

  private static func cut(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 24 else { return text }
    return lines.prefix(24).joined(separator: "\n") + "\n…\n"
  }

  static func query(_ text: String) throws -> QuerySyntax {
    var texts = SourceMap()
    let parsed = ScriptSyntax.parse(texts.add(name: "question", text: text))
    guard parsed.diagnostics.isEmpty, case .query(let query)? = parsed.script.statements.first?.form
    else { throw Refusal("it is not a question") }
    return query
  }

  private static func firstDifference(
    _ expected: ReferenceAnswer, _ answer: ProductAnswer
  ) -> String? {
    guard expected.lines.count == answer.lines.count else {
      return "\(answer.lines.count) lines, by the rules \(expected.lines.count)"
    }
    let lines = inOrder(of: expected.lines, answer.lines)
    for (row, (left, right)) in zip(expected.lines, lines).enumerated() {
      guard left.count == right.count else { return "\(right.count) columns, not \(left.count)" }
      for (column, (cell, field)) in zip(left, right).enumerated() where !agree(cell, field) {
        return """
          line \(row + 1), column \(answer.columns[column]): \(field), by the rules \(cell.text)
          \(right.joined(separator: ","))
          \(left.map(\.text).joined(separator: ","))
          """
      }
    }
    return nil
  }

  /// Quotients of quotients are rounded twice, so that the last digit may part numbers that are
  /// equal. Lines that only it parts go in the order of the rules; equal ones stay as they are.
  private static func inOrder(of expected: [[Cell]], _ lines: [[String]]) -> [[String]] {
    var lines = lines
    for row in expected.indices where !zip(expected[row], lines[row]).allSatisfy(agree) {
      let next = row + 1
      guard next < lines.count, zip(expected[row], lines[next]).allSatisfy(agree),
        zip(lines[row], lines[next]).contains(where: { isRounded($0, $1) })
      else { continue }
      lines.swapAt(row, next)
    }
    return lines
  }

  private static func isRounded(_ left: String, _ right: String) -> Bool {
    guard left != right, let one = Double(left), let two = Double(right) else { return false }
    return abs(one - two) <= 1e-14 * max(abs(one), abs(two))
  }

  private static func agree(_ cell: Cell, _ field: String) -> Bool {
    guard let expected = cell.fraction?.double else { return cell.text == field }
    guard let value = Double(field) else { return false }
    // Converted amounts are measured numbers, which may lose digits where they nearly cancel.
    return abs(value - expected) <= max(1e-12 * max(abs(value), abs(expected)), 1e-11)
  }

  private static func shown(_ answer: ReferenceAnswer) -> String {
    answer.lines.map { $0.map(\.text).joined(separator: ",") + "\n" }.joined()
  }
}

extension World {
  /// Leaves the files of a world in a folder, to ask the command line about them.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: nil)
    for file in files {
      try Data(file.text.utf8).write(to: URL(filePath: "\(folder)/\(file.name)"))
    }
    try Data(script.utf8).write(to: URL(filePath: "\(folder)/world.kepi"))
  }
}
