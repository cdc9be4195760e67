// A kind of export: how its files are recognised, where their columns go, and what they replace.
// Kinds are data. A new one with a known container is a text in the catalogue, not Swift.

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
  package let carriedFields: [String]
  /// A row that fills this field is the file's own total, not data: its value must equal the sum of
  /// the field `sums`, or a note says by how much it does not.
  package let summary: Summary?
  /// The field of days whose newest value dates the whole file: of two files that overlap the newer
  /// wins, whichever was loaded first.
  package let datedBy: String?

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
    carriedFields: [String], summary: Summary?, datedBy: String? = nil
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
  }
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
    /// A first and a last day in one cell (`Nov 09, 2025 - Nov 27, 2025`); the last goes to the
    /// field named.
    case dayRange(lastField: String)
    /// `DAY`, `WEEK` or `MONTH`, stored as the last day of the one that begins on the day of the
    /// field named.
    case periodEnd(of: String)
    /// A moment, stored as the local day of the row's site; without a site, of the time as written.
    case instant
    case truth
  }

  package let name: String
  package let type: FieldType
  /// As the files write them; compared after normalising. The first that a file has is taken.
  package let headers: [String]

  package init(name: String, type: FieldType, headers: [String]) {
    self.name = name
    self.type = type
    self.headers = headers
  }
}
