// A kind of export: how its files are recognised, where their columns go, and what they replace.
// Kinds are data. A new one with a known container is a text in the catalogue, not Swift.
package import KepiDiagnostics

package struct ExportKind: Equatable, Sendable {
  /// `amazon_sp_search_term`.
  package let name: String
  package let label: String
  package let chineseLabel: String?
  package let documentation: [String]
  /// The source that its rows feed: `ads_by_search_term`. Kinds that feed one source agree on the
  /// types of the columns they share.
  package let source: String
  /// Where the files come from: `amazon`. A column of every table.
  package let platform: String
  package let fields: [ExportField]
  /// Names of fields without which a file is not of this kind.
  package let needs: [String]
  /// Headers that a file of this kind never has: they tell it from its neighbours.
  package let lacks: [String]
  package let quoting: Quoting
  package let replacement: Replacement
  /// Headers of buyer data. Never stored, never quoted, not even in a reject.
  package let privateHeaders: [String]
  /// Headers known and left out on purpose: ready-made ratios and repeated figures.
  package let ignoredHeaders: [String]
  /// Fields whose value on one row holds for the rows below it that have none (settlement currency).
  package let carriedFields: [Carried]
  /// A row that fills this field is the file's own total, not data: its value must equal the sum of
  /// the field `sums`, or a note says by how much it does not.
  package let summary: Summary?
  /// The field of days whose newest value dates the whole file: of two files that overlap the newer
  /// wins, whichever was loaded first.
  package let datedBy: String?
  /// What each row of the file gives, where one row holds several lines of the source: an amount of
  /// each sort in a column of its own. Empty where a row is a line.
  package let lines: [Line]
  /// The line of a row in which no other is filled.
  package let otherwise: Line?
  /// The sum of the lines of a row as the row itself states it: compared, not read.
  package let rowTotal: RowTotal?
  /// What the words of other languages, and of former years, are called in the source.
  package let words: [Words]
  /// Fields of text whose codes and numbers are not kept: those of accounts and transfers.
  package let maskedFields: [String]
  /// The rows end before one that begins with one of these cells: another table follows.
  package let ends: [String]
  /// Columns that a row is looked up by: every source that has one leads to the row of the same
  /// value, as from a SKU to its cost.
  package let lookupFields: [String]
  /// Where a row holds from one day to another: the fields of both, an empty end being open.
  package let validity: Validity?
  /// Amounts of a whole order that its rows repeat: each counts once.
  package let once: [Once]
  /// Rows that are no data: descriptions of the columns, places without a product.
  package let skips: [Skip]
  /// How the files of this kind write fractions, where it is not for each of them to say.
  package let decimalMark: DecimalMark?
  /// Beginnings of cells that tell a total or a note below the rows from a row: `Total:`.
  package let footers: [String]
  /// Fields without which a row is none of the source: a picture in a list of products.
  package let filledFields: [String]
  /// Amounts of an order, on its first row, that are spread over its rows.
  package let sharedAmounts: [SharedAmount]
  /// The tax that the prices of an order contain.
  package let containedTax: ContainedTax?
  /// What is not known for certain about files of this kind; the load says so.
  package let uncertainty: Phrase?
  /// For how long after a day its numbers still change.
  package let maturity: Maturity?

  /// The figures of a day grow or move until so many days later: a report taken earlier has to be
  /// taken again.
  package struct Maturity: Equatable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
      /// A sale is booked on the day of its click, up to the end of the attribution window.
      case attribution
      /// Money of an order is held back until after its delivery.
      case deferral
      /// The platform counts again.
      case restatement
    }
    package let reason: Reason
    package let dayCount: Int

    package init(_ reason: Reason, dayCount: Int) {
      self.reason = reason
      self.dayCount = dayCount
    }
  }

  /// One line of the source among several that a row of the file gives. It is there where the cell
  /// of its last part is filled, and not zero.
  package struct Line: Equatable, Sendable {
    package struct Part: Equatable, Sendable {
      package enum Content: Equatable, Sendable {
        case constant(String)
        case headers([String])
      }

      package let field: String
      package let content: Content
      /// Whether the file writes as a cost what the source has as a negative amount.
      package let isNegated: Bool

      package init(field: String, content: Content, isNegated: Bool = false) {
        self.field = field
        self.content = content
        self.isNegated = isNegated
      }

      package var headers: [String] {
        switch content {
        case .constant: []
        case .headers(let headers): headers
        }
      }
    }

    package let parts: [Part]

    package init(_ parts: [Part]) { self.parts = parts }
  }

  package struct RowTotal: Equatable, Sendable {
    package let field: String
    package let headers: [String]

    package init(field: String, headers: [String]) {
      self.field = field
      self.headers = headers
    }
  }

  package struct Validity: Equatable, Sendable {
    package let first: String
    package let last: String
    package let includesLast: Bool

    package init(first: String, last: String, includesLast: Bool) {
      self.first = first
      self.last = last
      self.includesLast = includesLast
    }
  }

  package struct Words: Equatable, Sendable {
    package let field: String
    package let word: String
    /// One that ends in `*` stands for all texts that begin with the rest of it.
    package let spellings: [String]
    /// The field that has to be filled for the word to stand, whatever the file has.
    package let evidence: String?

    package init(
      field: String, word: String, spellings: [String] = [], given evidence: String? = nil
    ) {
      self.field = field
      self.word = word
      self.spellings = spellings
      self.evidence = evidence
    }
  }

  package struct Carried: Equatable, Sendable {
    package let field: String
    /// The field of the order whose first row has the value for all of its rows; `nil` where it
    /// holds to the end of the file.
    package let group: String?

    package init(_ field: String, within group: String? = nil) {
      self.field = field
      self.group = group
    }
  }

  /// `field`, which the first row of an order in `group` has, is spread over its rows in proportion
  /// to `weight`. Their sum is the amount, to the last digit.
  package struct SharedAmount: Equatable, Sendable {
    package let field: String
    package let weight: String
    package let group: String

    package init(_ field: String, by weight: String, within group: String) {
      self.field = field
      self.weight = weight
      self.group = group
    }
  }

  /// The tax in `price` goes to `field`. Where the `parts` of an order add up to `total` its prices
  /// contain the `tax`; where they do so with the tax, it comes on top and the prices have none.
  package struct ContainedTax: Equatable, Sendable {
    package let field: String
    package let price: String
    package let tax: String
    package let parts: [String]
    package let total: String
    package let group: String

    package init(
      _ field: String, in price: String, tax: String, parts: [String], total: String,
      within group: String
    ) {
      self.field = field
      self.price = price
      self.tax = tax
      self.parts = parts
      self.total = total
      self.group = group
    }
  }

  /// Of the rows with equal values in `key` the first keeps what it has in `fields`.
  package struct Once: Equatable, Sendable {
    package let fields: [String]
    package let key: [String]

    package init(fields: [String], key: [String]) {
      self.fields = fields
      self.key = key
    }
  }

  /// Rows whose cell of a field is one of some texts. An empty text is an empty cell, one that ends
  /// in `*` stands for all that begin with the rest of it.
  package struct Skip: Equatable, Sendable {
    package let field: String
    package let texts: [String]

    package init(field: String, texts: [String]) {
      self.field = field
      self.texts = texts
    }
  }

  package enum DecimalMark: String, Equatable, Sendable { case dot, comma }

  package struct Summary: Equatable, Sendable {
    package let field: String
    package let sums: String

    package init(field: String, sums: String) {
      self.field = field
      self.sums = sums
    }
  }

  package enum Quoting: String, Equatable, Sendable {
    /// RFC 4180 quotes.
    case standard
    /// A quote is a plain sign, as in Amazon's tab files.
    case none
  }

  /// What a later file takes away from earlier ones where they overlap.
  package enum Replacement: Equatable, Sendable {
    /// Rows with the same values of these fields, in the same store and site. The field `ordinal`
    /// stands for the place of a row among equal keys of its own file.
    case rows(key: [String])
    /// All rows with the same values of these fields, as a settlement.
    case whole([String])
    /// All rows of the days that the later file covers, in the same store and site.
    case days
    /// As `rows`, and equal rows inside one file are copies and count once.
    case distinctRows(key: [String])
  }

  package init(
    name: String, label: String, chineseLabel: String?, documentation: [String], source: String,
    platform: String,
    fields: [ExportField], needs: [String], lacks: [String], quoting: Quoting,
    replacement: Replacement, privateHeaders: [String], ignoredHeaders: [String],
    carriedFields: [Carried], summary: Summary?, datedBy: String? = nil, lines: [Line] = [],
    otherwise: Line? = nil, rowTotal: RowTotal? = nil, words: [Words] = [],
    maskedFields: [String] = [], ends: [String] = [], footers: [String] = [],
    filledFields: [String] = [], once: [Once] = [], skips: [Skip] = [],
    sharedAmounts: [SharedAmount] = [], containedTax: ContainedTax? = nil,
    decimalMark: DecimalMark? = nil, lookupFields: [String] = [], validity: Validity? = nil,
    uncertainty: Phrase? = nil, maturity: Maturity? = nil
  ) {
    self.name = name
    self.label = label
    self.chineseLabel = chineseLabel
    self.documentation = documentation
    self.source = source
    self.platform = platform
    self.fields = fields
    self.needs = needs
    self.lacks = lacks
    self.quoting = quoting
    self.replacement = replacement
    self.privateHeaders = privateHeaders
    self.ignoredHeaders = ignoredHeaders
    self.carriedFields = carriedFields
    self.summary = summary
    self.datedBy = datedBy
    self.lines = lines
    self.otherwise = otherwise
    self.rowTotal = rowTotal
    self.words = words
    self.maskedFields = maskedFields
    self.ends = ends
    self.lookupFields = lookupFields
    self.validity = validity
    self.once = once
    self.skips = skips
    self.decimalMark = decimalMark
    self.footers = footers
    self.filledFields = filledFields
    self.sharedAmounts = sharedAmounts
    self.containedTax = containedTax
    self.uncertainty = uncertainty
    self.maturity = maturity
  }

  /// All headers that feed a field, its own and those of lines.
  package func headers(of field: ExportField) -> [String] {
    field.headers + allLines.flatMap(\.parts).filter { $0.field == field.name }.flatMap(\.headers)
  }

  /// Every header that such a file may have and that is read.
  package var readHeaders: [String] {
    fields.flatMap(\.allHeaders) + allLines.flatMap(\.parts).flatMap(\.headers)
      + (rowTotal?.headers ?? [])
  }

  var allLines: [Line] { lines + (otherwise.map { [$0] } ?? []) }
}

/// One column of a source and the headers that feed it, in every language known.
package struct ExportField: Equatable, Sendable {
  package enum FieldType: Equatable, Sendable {
    case text
    case count
    case number
    /// A fraction in the table; `4.81%` and, with `points`, `4.81` are 0.0481.
    case percent(points: Bool)
    /// In the currency of the field named; without one, that of the sign in the cells, of the
    /// header's brackets, or of the site.
    case money(currencyField: String?)
    /// An ISO code.
    case currency
    /// A marketplace as Amazon writes it (`Amazon.de`, `Germany`, `DE`), stored as a site code.
    case site
    case day
    /// A first and a last day in one cell (`Nov 09, 2025 - Nov 27, 2025`, or a month, `2026-02`);
    /// the last goes to the field named.
    case dayRange(lastField: String, length: RangeLength = .written)
    /// `DAY`, `WEEK` or `MONTH`, stored as the last day of the one that begins on the day of the
    /// field named.
    case periodEnd(of: String)
    /// A moment, stored as the local day of the row's site; without a site, of the time as written.
    case instant
    case truth
    /// A time that passed, written in units of which an hour has so many; hours in the table.
    case hours(unitsPerHour: Int)
  }

  /// How many days a cell stands for.
  package enum RangeLength: Equatable, Sendable {
    /// As the cell says.
    case written
    /// The seven days that begin with the one in the cell; where a field has the number of the
    /// week, the cell has the first day of week 1.
    case week(numberedBy: String?)
    /// The day, week, month or quarter that ends with the one in the cell: `Monthly` in the field.
    case ending(by: String)
  }

  package let name: String
  package let type: FieldType
  /// As the files write them; compared after normalising. The first that a file has is taken.
  package let headers: [String]
  /// The value of rows that have none of their own.
  package let fallback: Fallback?
  /// Headers of a number of units that each cell is multiplied by: prices of one unit.
  package let factors: [String]
  /// Whether the file writes as a cost what the source has as a negative amount.
  package let isNegated: Bool

  /// The headers of other columns that are added, row by row, where a file has them.
  package let addends: [[String]]
  /// What rows without a cell of the field's own have in its place: of several the first.
  package let alternatives: [Alternative]

  package struct Alternative: Equatable, Sendable {
    package let headers: [String]
    /// As those of the field.
    package let addends: [[String]]
    /// A field of text and what it says in the rows that are meant; `""` is nothing.
    package let condition: Condition?
    /// What a text looks like that is meant, if not any does: `?` is a sign, `#` a digit.
    package let forms: [String]

    package struct Condition: Equatable, Sendable {
      package let field: String
      package let text: String

      package init(field: String, text: String) {
        self.field = field
        self.text = text
      }
    }

    package init(
      headers: [String], addends: [[String]] = [], given condition: Condition? = nil,
      forms: [String] = []
    ) {
      self.headers = headers
      self.addends = addends
      self.condition = condition
      self.forms = forms
    }
  }

  package enum Fallback: Equatable, Sendable {
    case constant(String)
    /// What follows one of these words in the lines above the header.
    case preamble(after: [String])
    /// The part in braces of a file's name: `*`, `?` and `#` stand for signs, one sign, one digit.
    case fileName([String])
    /// What stands so many lines above the header, as its first cell.
    case line(above: Int)
  }

  package init(
    name: String, type: FieldType, headers: [String], fallback: Fallback? = nil,
    factors: [String] = [], addends: [[String]] = [], isNegated: Bool = false,
    alternatives: [Alternative] = []
  ) {
    self.name = name
    self.type = type
    self.headers = headers
    self.fallback = fallback
    self.factors = factors
    self.addends = addends
    self.isNegated = isNegated
    self.alternatives = alternatives
  }

  /// All headers that its cells are read from.
  var allHeaders: [String] {
    headers + factors + addends.flatMap { $0 }
      + alternatives.flatMap { $0.headers + $0.addends.flatMap { $0 } }
  }
}
