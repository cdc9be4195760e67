package enum SyntaxPrinter {
  package static func text(of expression: ExpressionSyntax) -> String { "" }
}
