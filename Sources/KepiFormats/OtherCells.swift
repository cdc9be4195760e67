// What rows have in place of a cell that is empty, or of a column that their file lacks.
import KepiDiagnostics

extension KindReading {
  /// An alternative of a field that the file has.
  struct BoundAlternative: Sendable {
    let field: String
    let slot: Slot
    let other: Slot
    let addends: [Slot]
    let alternative: ExportField.Alternative
  }

  /// As the file writes them: before its words are translated.
  mutating func takeOtherTexts() {
    for bound in alternatives {
      guard case .text(let builder) = bound.slot, case .text(let other) = bound.other else {
        continue
      }
      let forms = bound.alternative.forms.map { FileNamePattern($0) }
      let isMeant = texts[other].values().map { text in
        forms.isEmpty || forms.contains { $0.fits(text) }
      }
      let source = texts[other]
      guard let condition = bound.alternative.condition else {
        texts[builder].fillAbsent(from: source, ofValues: isMeant) { _ in true }
        continue
      }
      guard case .text(let evidence)? = slot(condition.field) else {
        // A file without the column says nothing there.
        if condition.text.isEmpty {
          texts[builder].fillAbsent(from: source, ofValues: isMeant) { _ in true }
        }
        continue
      }
      let names = TextNames([condition.text])
      let fits = texts[evidence].values().map { names.contains(HeaderName($0)) }
      let codes = texts[evidence].codes
      texts[builder].fillAbsent(from: source, ofValues: isMeant) { fits[Int(codes[$0])] }
    }
  }

  /// The sum of other columns where the own one has nothing: classes that one edition of a report
  /// has wider than another are the same amount, and are never added to each other.
  mutating func takeOtherAmounts() {
    for bound in alternatives {
      guard case .numeric(let builder) = bound.slot, case .numeric(let other) = bound.other else {
        continue
      }
      for row in lines.indices
      where !numerics[builder].presence[row] && cellRejects[row] == nil {
        guard var sum = numerics[other].tenThousandths(row) else { continue }
        var overflows = false
        for addend in bound.addends {
          guard case .numeric(let more) = addend, let amount = numerics[more].tenThousandths(row)
          else { continue }
          let (total, overflow) = sum.addingReportingOverflow(amount)
          sum = total
          overflows = overflows || overflow
        }
        if overflows, let binding = binding(bound.field) {
          reject(
            row, binding, text: nil, because: Phrase("the number is too large", zh: "数字太大"))
        } else {
          numerics[builder].replace(row, with: sum)
        }
      }
    }
  }
}
