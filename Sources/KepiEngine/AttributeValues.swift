// The values of metrics fixed by `only`: for each thing, and for the days of each line (R18).
import KepiColumns
import KepiSemantics

struct AttributeValues {
  /// The values of one metric by what it is fixed to.
  typealias ByThing = [[Value]: Value]

  private var tables: [Attribute: [ByThing]] = [:]

  /// - Parameter values: one for each window of the scan, or one for all of them.
  mutating func set(_ attribute: Attribute, _ values: [ByThing]) { tables[attribute] = values }

  /// Blank for a thing that the metric knows nothing of.
  func value(of attribute: Attribute, _ thing: [Value], window: Int) -> Value {
    guard let table = tables[attribute] else { return .blank }
    let place = attribute.scope == .line ? window : 0
    return table.indices.contains(place) ? table[place][thing] ?? .blank : .blank
  }
}

extension Engine {
  /// What a metric fixed by `only` is for each thing, for each stretch that it is asked for.
  func values(of question: ResolvedQuery) throws(EngineFailure) -> [AttributeValues.ByThing] {
    try Engine.things(of: question, over: store, effort: effort, isCancelled: isCancelled)
  }

  /// With the values that the brackets of some aggregates see in the windows of their pass.
  func attributes(
    of aggregates: [Aggregate], _ pass: Pass
  ) throws(EngineFailure) -> AttributeValues {
    var result = attributes
    var seen: Set<Attribute> = []
    for attribute in aggregates.flatMap({ $0.filter?.attributes ?? [] })
    where attribute.scope == .line && seen.insert(attribute).inserted {
      guard let question = query.attributes[attribute] else { throw .internalMismatch }
      // A source without time has one window, all of it.
      let asked = pass.stretches.compactMap { $0 }
      let found =
        asked.isEmpty && !pass.stretches.isEmpty ? [] : try values(of: question.asked(for: asked))
      guard !asked.isEmpty else {
        result.set(attribute, found)
        continue
      }
      var next = 0
      result.set(
        attribute,
        pass.stretches.map { stretch in
          guard stretch != nil else { return [:] }
          next += 1
          return found[next - 1]
        })
    }
    return result
  }
}
