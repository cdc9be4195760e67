// The closed list of codes. A code never changes its meaning.

/// K01 signs, K02 grammar, K03 names, K04 kinds and units, K05 sources and grain, K06 time,
/// K07 data, K08 checks, K09 files and commands.
package enum DiagnosticCode: String, CaseIterable, Sendable {
  // Signs.
  case unknownSign = "K0101"
  case missingSpace = "K0102"
  case unclosedQuote = "K0103"
  case badNumber = "K0104"

  // Grammar.
  case notAStatement = "K0201"
  case missingPart = "K0202"
  case unexpectedPart = "K0203"
  case unclosedBracket = "K0204"
  case clauseTwice = "K0205"
  case otherLanguage = "K0206"
  case unknownProperty = "K0207"
  case twoPeriodChanges = "K0208"
  case clauseNotHere = "K0209"
  case topRanksByMetric = "K0212"
  case perNotGrouped = "K0213"
  case notACurrency = "K0214"
  case othersNeedTop = "K0215"
  case notYet = "K0299"

  // Names.
  case unknownName = "K0301"
  case unknownColumn = "K0302"
  case unknownSource = "K0303"
  case reservedWord = "K0304"
  case hiddenGrain = "K0305"
  case ambiguousColumn = "K0306"
  case definedTwice = "K0307"
  case severalMeanings = "K0308"
  case meaningChosen = "K0309"
  case definitionCycle = "K0310"
  case answerTwice = "K0311"
  case unknownParameter = "K0312"
  case unknownSetting = "K0313"
  case replacesShipped = "K0314"

  // Kinds and units.
  case kindsDiffer = "K0401"
  case notACondition = "K0402"
  case metricInWhere = "K0403"
  case notAMetric = "K0404"
  case notADimension = "K0405"
  case argumentCount = "K0406"
  case percentRange = "K0407"
  case currenciesMixed = "K0411"
  case mixedLines = "K0412"
  case badTarget = "K0414"
  case noRates = "K0415"
  case notADriver = "K0416"
  case noDrivers = "K0417"
  case overflow = "K0420"

  // Sources and grain.
  case notShared = "K0501"
  case twoLinks = "K0502"
  case grainTooFine = "K0503"
  case notLoaded = "K0505"
  case linkNotUnique = "K0506"
  case groupsOverlap = "K0507"
  case sourceChosen = "K0508"

  // Time.
  case unknownGrain = "K0601"
  case notADay = "K0602"
  case periodBackwards = "K0603"
  case noTime = "K0604"
  case sourcesEndApart = "K0605"
  case periodNotLoaded = "K0606"
  case weeksByMonths = "K0607"
  case grainInWhere = "K0608"
  case fillLeftOff = "K0609"
  case unfinishedStep = "K0610"
  case meanOfSomeDays = "K0611"
  case unknownCalendar = "K0612"

  // Data.
  case noSuchValue = "K0701"
  case unreadableFile = "K0702"
  case unknownExport = "K0703"
  case rejectedRows = "K0704"
  case undatedRows = "K0705"
  case zeroDenominator = "K0706"
  case rowsWithoutValue = "K0707"
  case partlyCovered = "K0708"
  case ruleFailed = "K0709"
  case refusedFile = "K0710"
  case uncertainLayout = "K0711"
  case formulaText = "K0712"
  case daysMissing = "K0713"
  case fileChanged = "K0714"

  // Checks.
  case checkFailed = "K0801"
  case checkSummary = "K0802"
  case exampleWrong = "K0803"
  case unitMissing = "K0804"
  case directionMissing = "K0805"
  case labelMissing = "K0806"
  case exampleMissing = "K0807"
  case meanOfRatios = "K0808"
  case hidesShipped = "K0809"

  // Changes taken apart.
  case partsAddUp = "K0821"
  case partsMislead = "K0822"
  case nothingToCompare = "K0823"

  // Files and commands.
  case fileMissing = "K0901"
  case unknownTopic = "K0902"
  case interrupted = "K0903"
  case unknownLesson = "K0904"
  case badLesson = "K0905"
  case nothingBefore = "K0906"
  case noReceipt = "K0907"
  case cacheInUse = "K0910"
  case tooLargeForMemory = "K0915"
}
