// The options of the program: declared once, for parsing, help, the manual page and completions.
import ArgumentParser
import KepiDiagnostics
import KepiReports
import KepiShell

struct KepiOptions: ParsableArguments {
  @Argument(
    help: "Folders, exports, scripts and Markdown documents, in order.", completion: .file())
  var path: [String] = []

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a statement after the paths. May be repeated.", valueName: "statement"))
  var statements: [String] = []

  @Option(help: "How answers are written.")
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "Whom csv and tsv are for. In a spreadsheet no text is taken for a formula.",
      valueName: "readers"))
  var csvFor = DelimitedAudience.programs

  @Option(
    name: .customLong("report"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Write a report on the checks: junit, tap or json. May be repeated.",
      valueName: "form=file"),
    completion: .list(ReportForm.allCases.map { "\($0.rawValue)=" }))
  var reports: [ReportRequest] = []

  @Flag(help: "Let a mistake in one statement stop that statement alone.")
  var keepGoing = false

  @Flag(help: "Compare the answers of a Markdown document with those that stand in it.")
  var check = false

  @Flag(help: "Write the answers of a Markdown document over those that stand in it.")
  var accept = false

  @Option(
    help: ArgumentHelp(
      "Stop after this time: 90 or 90s are seconds, 5m minutes, 2h hours.", valueName: "time"))
  var timeout: Timeout?

  @Flag(help: "Write answers, failures and errors, and nothing of what is well.")
  var quiet = false

  @Option(
    help: """
      The language of messages: English, or Chinese. Else it is English, and in the shell that of \
      the locale.
      """)
  var language: Language?

  @Option(help: "Whether answers have colours. Else NO_COLOR and CLICOLOR_FORCE say so.")
  var color = ColorChoice.auto

  @Option(help: ArgumentHelp("The day that `last`, `past` and `this` hang on.", valueName: "date"))
  var asOf: String?

  @Option(
    name: .customLong("param"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a parameter of a script. May be repeated.", valueName: "name=value"))
  var parameters: [Parameter] = []

  @Flag(name: .customLong("no-init"), help: "Do not read workspace.kepi.")
  var skipsInit = false

  @Flag(
    name: .customLong("no-cache"), help: "Read every export anew, and keep nothing of it.")
  var skipsCache = false

  func validate() throws {
    guard CacheChoice.environment != .misunderstood else {
      throw ValidationError("KEPI_CACHE is a size such as 20G or 500M, or off.")
    }
  }

  /// Whether there is something to run, so that no statements are waited for.
  var hasWork: Bool { !statements.isEmpty || path.contains { $0.hasSuffix(".kepi") } }

  /// Markdown, whose fences are run.
  var documents: [String] { path.filter { $0.hasSuffix(".md") } }

  /// One that says nothing to the shell.
  var firstOptionForScripts: String? {
    if !reports.isEmpty { return "--report" }
    if timeout != nil { return "--timeout" }
    return keepGoing ? "--keep-going" : nil
  }

  /// The folder that questions are about, by its path.
  var workspace: String {
    Streams.realPath(path.first { !$0.hasSuffix(".kepi") && Streams.isFolder($0) } ?? ".")
  }

  /// What someone at a terminal expects and a script does not: their own language and settings.
  func forShell() -> SessionOptions {
    var options = forSession
    options.usualLanguage = Self.languageOfLocale
    if !skipsInit, let path = Self.preferences,
      case .success(let bytes) = Streams.contents(ofFile: path)
    {
      options.preferences = (path, String(decoding: bytes, as: UTF8.self))
    }
    return options
  }

  /// Under `$XDG_CONFIG_HOME`, or `~/.config` where that is not set.
  private static var preferences: String? {
    Streams.userFile("kepi/settings.kepi", under: "XDG_CONFIG_HOME", or: ".config")
  }

  private static var languageOfLocale: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { Streams.environment($0) }
    return names.first?.hasPrefix("zh") == true ? .chinese : .english
  }

  var forSession: SessionOptions {
    var options = SessionOptions()
    options.format = format
    options.delimitedAudience = csvFor
    options.language = language
    options.asOf = asOf
    options.parameters = parameters.map { (name: $0.name, value: $0.value) }
    options.environmentParameters = Streams.environment(beginningWith: "KEPI_PARAM_")
    options.readsInit = !skipsInit
    options.keepsGoing = keepGoing
    options.isQuiet = quiet
    options.today = { Streams.today() }
    options.reports = reports.map { (form: $0.form, path: $0.path) }
    options.learning = LessonFile().record
    options.cache = skipsCache ? nil : CacheChoice.environment.folder
    options.annotates = Streams.environment("GITHUB_ACTIONS") == "true"
    return options
  }
}

struct Parameter: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}

struct ReportRequest: ExpressibleByArgument {
  let form: ReportForm
  let path: String

  init?(argument: String) {
    guard let parts = Parameter(argument: argument), let form = ReportForm(rawValue: parts.name),
      !parts.value.isEmpty
    else { return nil }
    self.form = form
    path = parts.value
  }
}

struct Timeout: ExpressibleByArgument {
  let seconds: Int

  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    let unit = argument.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? argument[...] : argument.dropLast()),
      (1...1_000_000).contains(number)
    else { return nil }
    seconds = number * (unit ?? 1)
  }
}

/// When answers have colours. What is asked for by an option goes before the environment.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never

  func isOn(isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      // See no-color.org and bixense.com/clicolors.
      if Streams.environment("NO_COLOR") != nil { return false }
      if let forced = Streams.environment("CLICOLOR_FORCE"), forced != "0" { return true }
      return isTerminal
    }
  }
}

extension OutputFormat: ExpressibleByArgument {}
extension DelimitedAudience: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
