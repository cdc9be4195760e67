// `kepi cache`: what is kept of exports between runs, shown or removed.
import ArgumentParser
import KepiCache
import KepiDiagnostics
import KepiShell

struct CacheCommand: ParsableCommand {
  static let word = "cache"

  static let configuration = CommandConfiguration(
    commandName: word, _superCommandName: "kepi",
    abstract: "Shows or clears what is kept of exports between runs.",
    usage: "kepi cache [--language <language>] show|clear",
    discussion: """
      Exports that were read are kept as columns in $XDG_CACHE_HOME/kepi, else in ~/.cache/kepi, \
      and opened from there while neither they nor the program have changed. Answers are the same \
      with and without. KEPI_CACHE sets the most that is kept, as 20G or 500M, and `off` turns the \
      cache off, as --no-cache does for one run.

      Exit status: 0 all well, 2 the command was not understood.
      """)

  enum Action: String, CaseIterable, ExpressibleByArgument { case show, clear }

  @Argument(help: ArgumentHelp("What to do.", valueName: "show|clear"))
  var action = Action.show

  @Option(help: "The language of messages: English, or Chinese.")
  var language = Language.english

  func run() throws {
    guard let folder = CacheChoice.environment.folder else {
      let text = Phrase(
        "there is no cache: KEPI_CACHE is off, or there is no home",
        zh: "没有缓存：KEPI_CACHE 为 off，或没有主目录")
      try? Streams.write(text.text(in: language) + "\n", to: Streams.output)
      return
    }
    switch action {
    case .clear:
      try? Streams.write(folder.clearedText().text(in: language) + "\n", to: Streams.output)
    case .show:
      let entries = folder.entries()
      let sizes = entries.map { CacheFolder.text(ofBytes: $0.byteCount) }
      let width = sizes.map(\.utf8.count).max() ?? 0
      let damaged = Phrase("(damaged: it will be read again)", zh: "（已损坏，会重新读取）")
      let together = Phrase("(several files put together)", zh: "（多个文件合并而成）")
      var lines = [folder.summary.text(in: language)]
      for (entry, size) in zip(entries, sizes) {
        let padding = String(repeating: " ", count: width - size.utf8.count)
        let time = Streams.localTime(entry.lastUsed / 1_000_000_000)
        let name = entry.export == "" ? together.text(in: language) : entry.export?.printable
        let export = name ?? damaged.text(in: language)
        lines.append("\(padding)\(size)  \(time)  \(export)")
      }
      try? Streams.write(lines.joined(separator: "\n") + "\n", to: Streams.output)
    }
  }
}

/// Whether there is a cache and of what size, as the environment says.
enum CacheChoice: Equatable {
  case off
  case on(byteLimit: Int)
  case misunderstood

  static var environment: CacheChoice {
    guard let written = Streams.environment("KEPI_CACHE") else {
      return .on(byteLimit: CacheFolder.usualLimit)
    }
    if written == "off" { return .off }
    let units: [Character: Int] = ["M": 1_000_000, "G": 1_000_000_000, "T": 1_000_000_000_000]
    guard let unit = written.last.flatMap({ units[$0] }), let number = Int(written.dropLast()),
      (1...100_000).contains(number)
    else { return .misunderstood }
    return .on(byteLimit: number * unit)
  }

  /// `nil` where there is none.
  var folder: CacheFolder? {
    switch self {
    case .off, .misunderstood: nil
    case .on(let limit):
      Streams.userFile("kepi", under: "XDG_CACHE_HOME", or: ".cache").map {
        CacheFolder(path: $0, byteLimit: limit)
      }
    }
  }
}
