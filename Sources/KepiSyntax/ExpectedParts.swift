// What a message calls the parts of a statement that can be missing.
import KepiDiagnostics

extension Phrase {
  static let aName = Phrase("a name", zh: "名称")
  static let aValue = Phrase("a value", zh: "值")
  static let aNameOrValue = Phrase("a name or a value", zh: "名称或值")
  static let aNumber = Phrase("a number", zh: "数字")
  static let aNumberOrDate = Phrase("a number or a date", zh: "数字或日期")
  static let aLiteral = Phrase(
    "a number, a date or a text in quotes", zh: "数字、日期或引号中的文本")
  static let aPattern = Phrase("a text with `*` or `?`", zh: "带 `*` 或 `?` 的文本")
  static let aPath = Phrase("a path in quotes", zh: "引号中的路径")
  static let aCondition = Phrase("a condition", zh: "条件")
  static let aConditionOrPeriod = Phrase("a condition or a period", zh: "条件或时段")

  // Names of things.
  static let aMetric = Phrase("a metric", zh: "指标")
  static let aMetricAndLimit = Phrase("a metric and its limit", zh: "指标和目标值")
  static let aDimension = Phrase("a dimension", zh: "维度")
  static let aSource = Phrase("a source", zh: "数据源")
  static let aColumn = Phrase("a column", zh: "列")
  static let aCurrency = Phrase("a currency", zh: "币种")
  static let aProperty = Phrase("a property", zh: "属性")
  static let aLesson = Phrase("the name or number of a lesson", zh: "课程的名称或编号")
  static let aWholeNumber = Phrase("a whole number", zh: "整数")
  static let howManyToAsk = Phrase("how many to ask", zh: "题目数量")
  static let aTopic = Phrase("a topic", zh: "主题")
  static let aNameAndValue = Phrase("a name and its value", zh: "名称和值")
  static let nameOfCalendar = Phrase("the name of a calendar", zh: "日历名称")
  static let nameOfColumn = Phrase("the name of the column", zh: "列名")
  static let nameOfSource = Phrase("the name of a source", zh: "数据源名称")
  static let nameOfKind = Phrase("the name of a kind of report", zh: "报告类型的名称")
  static let nameOfForm = Phrase("a form, such as `csv`", zh: "一种格式，例如 `csv`")
  static let nameOfSetting = Phrase("the name of a setting", zh: "设置名称")
  static let dayOrRates = Phrase("a day or the name of a rate table", zh: "日期或汇率表名称")

  static func nameOfDefinition(_ keyword: Keyword) -> Phrase {
    Phrase(
      "the name of the \(keyword.english)", zh: "\(keyword.chinese.first ?? keyword.english)名称")
  }

  // Time.
  static let aPeriod = Phrase("a period", zh: "时段")
  static let aDay = Phrase("a day", zh: "日期")
  static let aUnit = Phrase("a day, week, month, quarter or year", zh: "天、周、月、季或年")
  static let someUnits = Phrase("days, weeks, months, quarters or years", zh: "天、周、月、季或年")
  static let aUnitToComplete = Phrase("a day, week or month", zh: "天、周或月")
  static let aBaseline = Phrase("what to compare with", zh: "对比对象")

  // What a clause is about.
  static let whatToShow = Phrase("what to show", zh: "要查询的内容")
  static let whatToList = Phrase(
    "what to show, such as `metrics`", zh: "要显示的内容，例如 `metrics`")
  static let whatToGroupBy = Phrase("what to group by", zh: "分组依据")
  static let whatToRankBy = Phrase("what to rank by", zh: "排名依据")
  static let whatToSortBy = Phrase("what to sort by", zh: "排序依据")
  static let whatToCompute = Phrase("what to compute it from", zh: "要计算的内容")
  static let howMany = Phrase("how many to show", zh: "要显示的行数")

  /// A word or sign of the language, and what follows it.
  static func sign(_ sign: String, and rest: Phrase? = nil) -> Phrase {
    guard let rest else { return Phrase(asWritten: "`\(sign)`") }
    return Phrase("`\(sign)` and \(rest.english)", zh: "`\(sign)` 和\(rest.chinese.afterChinese)")
  }

  /// One of several words of the language.
  static func oneOf(_ words: [Keyword]) -> Phrase {
    let quoted = words.map { "`\($0.english)`" }
    let (others, last) = (quoted.dropLast(), quoted.last ?? "")
    return Phrase(
      "\(others.listed(in: .english)) or \(last)", zh: "\(others.listed(in: .chinese)) 或 \(last)")
  }
}
