// Railroad diagrams in text, made from the published grammar.

/// A piece of track: rows of equal width, entered and left on one of them.
private struct Track {
  var rows: [[Character]]
  /// The row on which the track comes in and goes out.
  var axis: Int

  var width: Int { rows.first?.count ?? 0 }

  init(_ text: String) {
    rows = [Array(text)]
    axis = 0
  }

  private init(rows: [[Character]], axis: Int) {
    self.rows = rows
    self.axis = axis
  }

  /// Centred on a track that is so wide.
  func widened(to width: Int) -> Track {
    let left = (width - self.width) / 2
    let right = width - self.width - left
    return Track(
      rows: rows.enumerated().map { number, row in
        let filler: Character = number == axis ? "─" : " "
        return Array(repeating: filler, count: left) + row + Array(repeating: filler, count: right)
      }, axis: axis)
  }

  /// One after the other.
  static func joined(_ parts: [Track]) -> Track {
    let above = parts.map(\.axis).max() ?? 0
    let below = parts.map { $0.rows.count - $0.axis }.max() ?? 1
    var rows = [[Character]](repeating: [], count: above + below)
    for part in parts {
      for number in rows.indices {
        let own = number - above + part.axis
        rows[number] +=
          part.rows.indices.contains(own)
          ? part.rows[own] : Array(repeating: " ", count: part.width)
      }
    }
    return Track(rows: rows, axis: above)
  }

  /// One of several, the first of them straight on.
  static func branched(_ parts: [Track], marks: [(left: Character, right: Character)]) -> Track {
    let width = parts.map(\.width).max() ?? 0
    var rows: [[Character]] = []
    var axes: [Int] = []
    for part in parts {
      axes.append(rows.count + part.axis)
      rows += part.widened(to: width).rows
    }
    let first = axes[0]
    let last = axes[axes.count - 1]
    for number in rows.indices {
      var left: Character = " "
      var right: Character = " "
      if let place = axes.firstIndex(of: number) {
        (left, right) = marks[place]
      } else if number > first, number < last {
        (left, right) = ("│", "│")
      }
      let outer: Character = number == first ? "─" : " "
      rows[number] = [outer, left] + rows[number] + [right, outer]
    }
    return Track(rows: rows, axis: first)
  }
}

enum Railroad {
  /// The widest line that a page takes.
  private static let pageWidth = 98

  static func page(of grammar: Grammar) -> String {
    var lines = [
      "<!-- Made from grammar/kepi.ebnf by the tests; see RailroadTests. -->",
      "# The grammar in diagrams",
      "",
      "Follow a line from the left to the right. Words and signs are typed as they stand; what is in",
      "`⟨ ⟩` has a diagram of its own; CAPITALS are kinds of words that the head of",
      "[kepi.ebnf](kepi.ebnf) explains. A line that turns back with `◂` may be gone round again.",
    ]
    for rule in grammar.rules {
      lines += ["", "## \(rule.name)", "", "```text"]
      lines += diagram(of: rule.pattern)
      lines.append("```")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Rows of text. What is too long goes on in a row of its own, from `▸` to `▸`.
  static func diagram(of pattern: Grammar.Pattern) -> [String] {
    let parts: [Track]
    if case .sequence(let list) = pattern {
      parts = tracks(of: list)
    } else {
      parts = [track(of: pattern)]
    }
    var lines: [String] = []
    var taken: [Track] = []
    func close(isLast: Bool) {
      let begin = Track(lines.isEmpty ? "├─" : "▸─")
      let joined = Track.joined([begin] + taken + [Track(isLast ? "─┤" : "─▸")])
      lines += joined.rows.map { row in
        String(String(row).reversed().drop { $0 == " " }.reversed())
      }
    }
    for part in parts {
      let width = taken.map(\.width).reduce(0, +) + part.width
      if !taken.isEmpty, width > pageWidth - 4 {
        close(isLast: false)
        taken = []
      }
      taken.append(part)
    }
    close(isLast: true)
    return lines
  }

  /// `x ( ',' x )*` is one loop with the comma on its way back.
  private static func tracks(of list: [Grammar.Pattern]) -> [Track] {
    var tracks: [Track] = []
    var place = 0
    while place < list.count {
      if place + 1 < list.count, case .repeated(let inner) = list[place + 1] {
        if inner == list[place] {
          tracks.append(loop(track(of: inner), back: nil))
          place += 2
          continue
        }
        if case .sequence(let parts) = inner, parts.count == 2, parts[1] == list[place] {
          tracks.append(loop(track(of: parts[1]), back: track(of: parts[0])))
          place += 2
          continue
        }
      }
      tracks.append(track(of: list[place]))
      place += 1
    }
    return tracks
  }

  private static func track(of pattern: Grammar.Pattern) -> Track {
    switch pattern {
    case .literal(let text): Track("─ \(text) ─")
    case .name(let name): Track(Grammar.isTokenClass(name) ? "─ \(name) ─" : "─⟨\(name)⟩─")
    case .sequence(let parts): Track.joined(tracks(of: parts))
    case .choice(let parts):
      Track.branched(
        parts.map(track),
        marks: parts.indices.map {
          $0 == 0 ? ("┬", "┬") : $0 == parts.count - 1 ? ("└", "┘") : ("├", "┤")
        })
    case .optional(let part): passable(track(of: part))
    case .repeated(let part): passable(loop(track(of: part), back: nil))
    }
  }

  /// A way beside it.
  private static func passable(_ track: Track) -> Track {
    Track.branched([Track("─"), track], marks: [("┬", "┬"), ("└", "┘")])
  }

  private static func loop(_ track: Track, back: Track?) -> Track {
    Track.branched(
      [track, back.map { Track.joined([Track("◂"), $0, Track("◂")]) } ?? Track("◂")],
      marks: [("┬", "┬"), ("└", "┘")])
  }
}
