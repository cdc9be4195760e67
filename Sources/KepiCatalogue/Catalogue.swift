// What ships, in the language itself: export kinds, dimensions and metrics.

/// A text that ships, by the name diagnostics know it by.
package struct ShippedText: Sendable {
  package let name: String
  package let text: String

  package static let all = [amazonKinds, metrics]
}
