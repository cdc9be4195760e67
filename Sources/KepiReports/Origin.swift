// Where an answer came from, as far as it takes to ask again and to say what differs.
package import KepiColumns

/// The part of a receipt that is made only when it is asked for: files are read again for it.
package struct Origin: Equatable, Sendable {
  /// One file, or one table of a file that has several.
  package struct File: Equatable, Sendable {
    package enum State: String, Equatable, Sendable {
      case asLoaded = "as loaded"
      /// What it holds now is not what the numbers were made of.
      case changed = "changed since it was loaded"
      case gone
    }

    package let path: String
    package let source: String
    package let rowsRead: Int
    package let rowsKept: Int
    /// Rows that a later file took the place of, and copies inside the file.
    package let rowsReplaced: Int
    package let rowsRejected: Int
    package let byteCount: Int?
    /// `nil` where the file is not what was loaded.
    package let sha256: String?
    package let state: State

    package init(
      path: String, source: String, rowsRead: Int, rowsKept: Int, rowsReplaced: Int,
      rowsRejected: Int, byteCount: Int?, sha256: String?, state: State
    ) {
      self.path = path
      self.source = source
      self.rowsRead = rowsRead
      self.rowsKept = rowsKept
      self.rowsReplaced = rowsReplaced
      self.rowsRejected = rowsRejected
      self.byteCount = byteCount
      self.sha256 = sha256
      self.state = state
    }
  }

  /// A definition that the question hangs on, however many names away.
  package struct Definition: Equatable, Sendable {
    package let name: String
    package let fingerprint: String
    /// As it is written, in the canonical layout.
    package let text: String

    package init(name: String, fingerprint: String, text: String) {
      self.name = name
      self.fingerprint = fingerprint
      self.text = text
    }
  }

  /// Days of one store and site that the question could take rows from.
  package struct Coverage: Equatable, Sendable {
    package let source: String
    package let store: String?
    package let site: String?
    package let rowCount: Int
    package let days: [ClosedRange<Day>]
    package let missing: [ClosedRange<Day>]

    package init(
      source: String, store: String?, site: String?, rowCount: Int, days: [ClosedRange<Day>],
      missing: [ClosedRange<Day>]
    ) {
      self.source = source
      self.store = store
      self.site = site
      self.rowCount = rowCount
      self.days = days
      self.missing = missing
    }
  }

  /// What was loaded and defined before the question, in order.
  package enum Step: Equatable, Sendable {
    case path(String)
    case script(String)
    case statement(String, folder: String)
    case parameter(String, value: String)
    case asOf(String)
  }

  /// Of the program.
  package let version: String
  /// Of the language.
  package let language: Int
  /// As it was asked, in English.
  package let question: String
  package let settings: [(name: String, value: String)]
  package let setup: [Step]
  package let files: [File]
  package let definitions: [Definition]
  package let coverage: [Coverage]

  package init(
    version: String, language: Int, question: String, settings: [(name: String, value: String)],
    setup: [Step], files: [File], definitions: [Definition], coverage: [Coverage]
  ) {
    self.version = version
    self.language = language
    self.question = question
    self.settings = settings
    self.setup = setup
    self.files = files
    self.definitions = definitions
    self.coverage = coverage
  }

  package static func == (left: Origin, right: Origin) -> Bool {
    left.version == right.version && left.language == right.language
      && left.question == right.question && left.settings.elementsEqual(right.settings, by: ==)
      && left.setup == right.setup && left.files == right.files
      && left.definitions == right.definitions && left.coverage == right.coverage
  }
}
