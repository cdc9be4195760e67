// The lessons that ship, as Markdown documents: grammar/manual.md tells how they are written.

/// Each lesson stands in both languages, under one id and with the same questions.
package enum LessonText {
  package static let english = [kpi]
  package static let chinese = [kpiChinese]
}
