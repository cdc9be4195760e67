// A value that a path or a `with` gives to every row of a file.
package import KepiColumns

package struct FixedValue: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    case text(String)
    /// A day, or all days of a month, a week or a range: `date = 2026-08`.
    case days(first: Day, last: Day)
  }

  package let content: Content
  /// Whether it stands above what the file says itself, as what `with` sets does; what a path says
  /// fills only what is absent.
  package let overrides: Bool

  package init(_ content: Content, overrides: Bool) {
    self.content = content
    self.overrides = overrides
  }
}
