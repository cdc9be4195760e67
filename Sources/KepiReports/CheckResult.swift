// What a check found: one condition, and the groups that do not meet it.
package import KepiColumns
package import KepiDiagnostics

package struct CheckResult: Equatable, Sendable {
  package enum Outcome: String, CaseIterable, Sendable {
    case passed, failed
    /// It could not be understood or computed, or something before it ended the run.
    case notRun = "not run"
  }

  /// Where the condition is written.
  package struct Place: Equatable, Sendable {
    package let file: String
    /// Counted from one, as editors do.
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }

    var text: String { "\(file):\(line):\(column)" }
  }

  /// A cell for people and for programs.
  package struct Reading: Equatable, Sendable {
    package let shown: Phrase
    /// Exact digits or a text; `nil` for a blank.
    package let plain: String?

    package init(shown: Phrase, plain: String?) {
      self.shown = shown
      self.plain = plain
    }
  }

  package struct Part: Equatable, Sendable {
    package let name: String
    package let reading: Reading

    package init(name: String, reading: Reading) {
      self.name = name
      self.reading = reading
    }
  }

  /// A line of the answer that does not meet the condition, or that has no data.
  package struct Group: Equatable, Sendable {
    /// The values of the dimensions, in order.
    package let names: [Reading]
    /// Both are `nil` where the condition compares nothing.
    package let actual: Reading?
    package let expected: Reading?
    /// Numerator and denominator of a ratio; of a condition that is more than one comparison, the
    /// numbers that it looks at.
    package let parts: [Part]
    package let hasData: Bool
    /// Said in the place of the parts.
    package let remark: Phrase

    package init(
      names: [Reading], actual: Reading?, expected: Reading?, parts: [Part], hasData: Bool,
      remark: Phrase
    ) {
      self.names = names
      self.actual = actual
      self.expected = expected
      self.parts = parts
      self.hasData = hasData
      self.remark = remark
    }
  }

  /// The sides of a comparison.
  package struct Comparison: Equatable, Sendable {
    /// As written: `acos`, `<=`, `ceiling`.
    package let subject: String
    package let sign: String
    package let limit: String
    /// What the limit came to, where every group has the same and it is not a plain number.
    package let limitValue: Phrase?
    /// The value, or the least and the largest of several; `nil` where they cannot be ordered.
    package let actual: Phrase?

    package init(
      subject: String, sign: String, limit: String, limitValue: Phrase?, actual: Phrase?
    ) {
      self.subject = subject
      self.sign = sign
      self.limit = limit
      self.limitValue = limitValue
      self.actual = actual
    }
  }

  package let title: String?
  /// As written: `acos <= 25%`.
  package let condition: String
  package let place: Place?
  package let outcome: Outcome
  package let comparison: Comparison?
  package let days: ClosedRange<Day>?
  package let dimensions: [String]
  package let passedCount: Int
  /// How many groups have data.
  package let countedCount: Int
  package let groups: [Group]
  /// Why it did not run.
  package let reason: Phrase

  package init(
    title: String?, condition: String, place: Place?, outcome: Outcome,
    comparison: Comparison? = nil, days: ClosedRange<Day>? = nil, dimensions: [String] = [],
    passedCount: Int = 0, countedCount: Int = 0, groups: [Group] = [], reason: Phrase = .empty
  ) {
    self.title = title
    self.condition = condition
    self.place = place
    self.outcome = outcome
    self.comparison = comparison
    self.days = days
    self.dimensions = dimensions
    self.passedCount = passedCount
    self.countedCount = countedCount
    self.groups = groups
    self.reason = reason
  }
}

/// A mistake in a statement, or a file that could not be read.
package struct RunError: Equatable, Sendable {
  package let code: String
  package let place: CheckResult.Place?
  package let message: Phrase
  /// With the place and the ways out, as people are shown it.
  package let text: Phrase

  package init(code: String, place: CheckResult.Place?, message: Phrase, text: Phrase) {
    self.code = code
    self.place = place
    self.message = message
    self.text = text
  }
}

/// All checks of a run.
package struct CheckSummary: Equatable, Sendable {
  package var checks: [CheckResult]
  package var errors: [RunError]
  /// The exit status.
  package var status: Int32

  package init(checks: [CheckResult] = [], errors: [RunError] = [], status: Int32 = 0) {
    self.checks = checks
    self.errors = errors
    self.status = status
  }

  package func count(_ outcome: CheckResult.Outcome) -> Int {
    checks.count { $0.outcome == outcome }
  }

  /// One line: `7 checks: 5 passed, 1 failed, 1 not run; 1 error`.
  package var phrase: Phrase {
    let parts = CheckResult.Outcome.allCases.compactMap { outcome -> Phrase? in
      let count = count(outcome)
      guard count > 0 || outcome == .passed || outcome == .failed else { return nil }
      return switch outcome {
      case .passed: Phrase("\(count) passed", zh: "\(count) 项通过")
      case .failed: Phrase("\(count) failed", zh: "\(count) 项未通过")
      case .notRun: Phrase("\(count) not run", zh: "\(count) 项未执行")
      }
    }
    let number = checks.count
    var (english, chinese) = (number == 1 ? "1 check: " : "\(number) checks: ", "检查 \(number) 项：")
    english += parts.map(\.english).joined(separator: ", ")
    chinese += parts.map(\.chinese).joined(separator: "，")
    if !errors.isEmpty {
      english += errors.count == 1 ? "; 1 error" : "; \(errors.count) errors"
      chinese += "；\(errors.count) 个错误"
    }
    return Phrase(english, zh: chinese)
  }
}
