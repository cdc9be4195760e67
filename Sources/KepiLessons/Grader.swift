// Whether an answer is right, and what it would have meant where it is wrong.
import KepiDiagnostics

/// A value that an answer is held against. It was computed, never stored.
package enum AnswerKey: Equatable, Sendable {
  /// - Parameter currency: the code, of an amount of money.
  case number(Double, isPercent: Bool, currency: String?)
  case truth(Bool)
  /// A name or a word, in every spelling that counts.
  case words([String])
  /// One of several options: their texts, and the places of the right ones.
  case choice([String], right: Set<Int>)

  /// Whether two values are one for a learner: they differ by less than a rounding does.
  package func isSame(as other: AnswerKey) -> Bool {
    switch (self, other) {
    case (.number(let left, _, let one), .number(let right, _, let two)):
      guard one == nil || two == nil || one == two else { return false }
      return (left - right).magnitude <= 1e-9 * max(left.magnitude, right.magnitude)
    case (.truth(let left), .truth(let right)): return left == right
    case (.words(let left), .words(let right)):
      return left.contains { word in right.contains { $0.asAnswer == word.asAnswer } }
    default: return false
    }
  }
}

package enum Verdict: Equatable, Sendable {
  case right
  /// Right as far as it goes, but rounded so far that other numbers would be as well.
  case tooRough
  /// The number is right and the currency is not: the one that it should be.
  case otherCurrency(String)
  /// It may be a fraction or a percentage, and one of them is right.
  case ambiguous
  /// The place of the mistake that it belongs to.
  case mistake(Int)
  /// An option that is not right.
  case otherOption(Int)
  case wrong
  /// No answer of the kind that is asked for: perhaps it is a question.
  case unread
}

package enum Grader {
  package static func grade(
    _ typed: String, for key: AnswerKey, mistakes: [AnswerKey]
  ) -> Verdict {
    switch key {
    case .number: return number(typed, key, mistakes)
    case .truth(let wanted):
      guard let said = truth(typed) else { return .unread }
      return said == wanted ? .right : .wrong
    case .words(let accepted):
      let said = typed.asAnswer
      if accepted.contains(where: { $0.asAnswer == said }) { return .right }
      for (place, mistake) in mistakes.enumerated() {
        if case .words(let words) = mistake, words.contains(where: { $0.asAnswer == said }) {
          return .mistake(place)
        }
      }
      return .unread
    case .choice(let options, let right):
      guard let place = option(typed, among: options) else { return .unread }
      return right.contains(place) ? .right : .otherOption(place)
    }
  }

  /// The letter of an option: `a`.
  package static func letter(of place: Int) -> String {
    Unicode.Scalar(UInt8(ascii: "a") + UInt8(clamping: min(place, 25))).description
  }

  // MARK: Numbers

  /// Beyond this, a rounded number says too little. What answers show is always finer.
  private static let roughest = 0.05

  private enum Fit { case exact, rough, otherCurrency(String) }

  private static func number(
    _ typed: String, _ key: AnswerKey, _ mistakes: [AnswerKey]
  ) -> Verdict {
    let readings = TypedNumber.readings(of: typed)
    guard !readings.isEmpty else { return .unread }
    var fits: [(fit: Fit, asPoints: Bool)] = []
    for reading in readings {
      for asPoints in ways(reading, key) {
        if let fit = fit(reading, asPoints: asPoints, key) { fits.append((fit, asPoints)) }
      }
    }
    let exact = fits.first { if case .exact = $0.fit { true } else { false } }
    if let exact {
      // `0.5` may be a half or half a per cent: where each is some answer, it has to be said which.
      let isOther = readings.contains { reading in
        !reading.isPercent
          && mistakes.contains { isFit(reading, asPoints: !exact.asPoints, $0) }
      }
      return isOther && isPercent(key) ? .ambiguous : .right
    }
    for (place, mistake) in mistakes.enumerated() {
      for reading in readings {
        if ways(reading, isPercent(key) ? key : mistake).contains(where: {
          isFit(reading, asPoints: $0, mistake)
        }) {
          return .mistake(place)
        }
      }
    }
    for item in fits {
      if case .otherCurrency(let code) = item.fit { return .otherCurrency(code) }
    }
    return fits.isEmpty ? .wrong : .tooRough
  }

  private static func isPercent(_ key: AnswerKey) -> Bool {
    if case .number(_, let isPercent, _) = key { isPercent } else { false }
  }

  /// Whether a number may stand for hundredths, for ones, or for either.
  private static func ways(_ reading: TypedNumber, _ key: AnswerKey) -> [Bool] {
    if reading.isPercent { return [true] }
    return isPercent(key) ? [false, true] : [false]
  }

  private static func isFit(_ reading: TypedNumber, asPoints: Bool, _ key: AnswerKey) -> Bool {
    if case .exact? = fit(reading, asPoints: asPoints, key) { true } else { false }
  }

  private static func fit(_ reading: TypedNumber, asPoints: Bool, _ key: AnswerKey) -> Fit? {
    guard case .number(let wanted, _, let currency) = key else { return nil }
    let scale = asPoints ? 0.01 : 1
    let value = reading.value * scale
    let difference = (value - wanted).magnitude
    // As many digits as were typed are right; a little is left for the computer's own rounding.
    let half = reading.step * scale / 2 * (1 + 1e-9) + 1e-12 * wanted.magnitude
    guard difference <= half else { return nil }
    if let said = reading.currency, let currency, said != currency {
      // The same sign serves two currencies.
      guard said == "CNY" && currency == "JPY" else { return .otherCurrency(currency) }
    }
    let isExact = difference <= 1e-9 * wanted.magnitude
    return isExact || half <= roughest * wanted.magnitude ? .exact : .rough
  }

  // MARK: Words

  private static let yes: Set<String> = [
    "yes", "y", "true", "t", "right", "是", "是的", "对", "对的", "真", "有", "达标", "达到", "可以",
  ]
  private static let no: Set<String> = [
    "no", "n", "false", "f", "wrong", "not", "否", "不", "不是", "不对", "假", "没有", "未达标",
    "没达到", "不达标", "错", "不可以",
  ]

  private static func truth(_ typed: String) -> Bool? {
    let said = typed.asAnswer
    if yes.contains(said) { return true }
    return no.contains(said) ? false : nil
  }

  /// By its letter, its number, or its text; a beginning that no other has is enough.
  private static func option(_ typed: String, among options: [String]) -> Int? {
    let said = typed.asAnswer
    for place in options.indices
    where said == letter(of: place) || said == String(place + 1) || said == options[place].asAnswer
    {
      return place
    }
    guard said.count > 2 || said.unicodeScalars.contains(where: { $0.value > 0x2E80 }) else {
      return nil
    }
    let near = options.indices.filter { options[$0].asAnswer.hasPrefix(said) }
    return near.count == 1 ? near.first : nil
  }
}

extension String {
  /// As words are compared: without case, width, quotes, brackets and the sign of an end.
  var asAnswer: String {
    let plain = NameFolding.key(halfWidth)
    let kept = plain.filter { !"\"'“”‘’`().,;:!?。、；：！？（）《》「」".contains($0) }
    return kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
