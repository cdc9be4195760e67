// Which stores, sites and sources the conditions of a statement let through.
import KepiColumns
import KepiSemantics
import KepiSyntax

struct PlaceFilter {
  /// What a condition can be about.
  enum Subject: String, CaseIterable { case source, store, site }

  let conditions: [ExpressionSyntax]
  /// By the keys of names: what each is about is looked up once, not for each place.
  private let subjects: [String: Subject]

  init(conditions: [ExpressionSyntax], catalogue: Catalogue) {
    self.conditions = conditions
    var subjects: [String: Subject] = [:]
    for name in conditions.flatMap(\.namePaths).compactMap(\.single) {
      let key = catalogue.definition(name.key)?.name.key ?? name.key
      subjects[name.key] =
        Subject(rawValue: key) ?? (Keyword.spelled(name.key) == .source ? .source : nil)
    }
    self.subjects = subjects
  }

  /// A part of a condition that is about something else lets everything through.
  func lets(_ source: String, _ place: SourceDays.Place) -> Bool {
    conditions.allSatisfy { truth(of: $0, source, place) ?? true }
  }

  /// Names that are neither a source's, a store's nor a site's, in order.
  var strangers: [NamePath] {
    conditions.flatMap(\.namePaths).filter { subject(of: $0) == nil }
  }

  /// Parts that are about a place and compare it with what is no text.
  var isPlain: Bool {
    let probe = SourceDays.Place(
      store: "", site: "", first: Day(number: 0), rowCounts: [0], marks: [true])
    return conditions.allSatisfy { truth(of: $0, "", probe) != nil }
  }

  private func subject(of path: NamePath) -> Subject? {
    path.single.flatMap { subjects[$0.key] }
  }

  /// `nil` where it cannot be told.
  private func truth(
    of condition: ExpressionSyntax, _ source: String, _ place: SourceDays.Place
  ) -> Bool? {
    func value(_ expression: ExpressionSyntax) -> String?? {
      switch expression.form {
      case .name(let path):
        switch subject(of: path) {
        case .source: .some(source)
        case .store: .some(place.store)
        case .site: .some(place.site)
        case nil: nil
        }
      case .parenthesised(let inner): value(inner)
      default: nil
      }
    }
    func text(_ expression: ExpressionSyntax) -> String? {
      if case .literal(.string(let text)) = expression.form { text } else { nil }
    }
    switch condition.form {
    case .parenthesised(let inner): return truth(of: inner, source, place)
    case .not(let inner): return truth(of: inner, source, place).map { !$0 }
    case .binary(.and, let left, let right):
      let sides = [truth(of: left, source, place), truth(of: right, source, place)]
      if sides.contains(false) { return false }
      return sides.contains(nil) ? nil : true
    case .binary(.or, let left, let right):
      let sides = [truth(of: left, source, place), truth(of: right, source, place)]
      if sides.contains(true) { return true }
      return sides.contains(nil) ? nil : false
    case .binary(let sign, let left, let right) where sign == .equal || sign == .notEqual:
      for (name, other) in [(left, right), (right, left)] {
        guard let known = value(name), let text = text(other) else { continue }
        return (known == text) == (sign == .equal)
      }
      return nil
    case .membership(let name, let isNegated, let values):
      let texts = values.map(text)
      guard let known = value(name), !texts.contains(nil) else { return nil }
      return texts.contains(known) != isNegated
    case .isMissing(let name, let isNegated):
      return value(name).map { ($0 == nil) != isNegated }
    default: return nil
    }
  }
}

extension [ClauseSyntax] {
  var conditions: [ExpressionSyntax] {
    compactMap { if case .where(let condition) = $0.form { condition } else { nil } }
  }

  var period: PeriodSyntax? {
    for clause in self { if case .over(let period) = clause.form { return period } }
    return nil
  }

  var asOf: PointSyntax? {
    for clause in self { if case .asOf(let point) = clause.form { return point } }
    return nil
  }

  var axisItems: [ItemSyntax] {
    flatMap { clause -> [ItemSyntax] in
      if case .by(let items) = clause.form { items } else { [] }
    }
  }
}
