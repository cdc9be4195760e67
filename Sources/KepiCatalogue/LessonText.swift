// The lessons that ship, as Markdown documents: grammar/manual.md tells how they are written.

/// Each lesson stands in both languages, under one id and with the same questions.
package enum LessonText {
  package static let english = [
    kpi, sales, acos, conversion, returns, stock, health, profit, periods, stores, targets, receipt,
    incentives, process, sources, coldStart,
  ]
  package static let chinese = [
    kpiChinese, salesChinese, acosChinese, conversionChinese, returnsChinese, stockChinese,
    healthChinese, profitChinese, periodsChinese, storesChinese, targetsChinese, receiptChinese,
    incentivesChinese, processChinese, sourcesChinese, coldStartChinese,
  ]
}
