// A list with a first element.

package struct NonEmpty<Element> {
  package let first: Element
  package let rest: [Element]

  package init(_ first: Element, _ rest: [Element] = []) {
    self.first = first
    self.rest = rest
  }

  /// `nil` for an empty list.
  package init?(_ elements: [Element]) {
    guard let first = elements.first else { return nil }
    self.init(first, Array(elements.dropFirst()))
  }

  package var all: [Element] { [first] + rest }
}

extension NonEmpty: Equatable where Element: Equatable {}
extension NonEmpty: Sendable where Element: Sendable {}
extension NonEmpty: Error where Element: Error {}
