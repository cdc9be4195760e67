// Paths with `*`, `?` and `{store}` in them: which files they name, and what the places hold.

/// A file that a pattern names, with the values of the dimensions in its path.
struct MatchedFile: Equatable {
  let path: String
  let values: [(name: String, value: String)]

  static func == (left: MatchedFile, right: MatchedFile) -> Bool {
    left.path == right.path && left.values.elementsEqual(right.values, by: ==)
  }
}

struct PathPattern {
  private let parts: [String]
  private let isAbsolute: Bool

  init(_ text: String) {
    isAbsolute = text.hasPrefix("/")
    parts = text.split(separator: "/").filter { $0 != "." }.map(String.init)
  }

  /// The files that the pattern names below a folder, names ascending. A folder stands for all the
  /// files in it, however deep.
  func files(
    in folder: String, using access: FileAccess
  ) throws(FileAccess.Failure) -> [MatchedFile] {
    var found: [MatchedFile] = [MatchedFile(path: isAbsolute ? "/" : folder, values: [])]
    for part in parts {
      var next: [MatchedFile] = []
      for place in found {
        guard part.contains(where: { "*?{".contains($0) }) else {
          next.append(
            MatchedFile(path: Paths.join(place.path, part), values: place.values))
          continue
        }
        guard access.kind(place.path.isEmpty ? "." : place.path) == .folder else { continue }
        for name in try access.list(place.path.isEmpty ? "." : place.path) {
          guard let values = Self.match(part, name) else { continue }
          next.append(
            MatchedFile(path: Paths.join(place.path, name), values: place.values + values))
        }
      }
      found = next
    }
    var files: [MatchedFile] = []
    // A placeholder stands for a folder's name where more of the path follows or the folder is
    // searched: a file beside the folders is not meant.
    let endsInPlaceholder = parts.last.map { $0.hasPrefix("{") && $0.hasSuffix("}") } ?? false
    for place in found {
      switch access.kind(place.path.isEmpty ? "." : place.path) {
      case .file: if !endsInPlaceholder { files.append(place) }
      case .folder: try Self.collect(place, &files, access)
      case nil: continue
      }
    }
    return files
  }

  private static func collect(
    _ folder: MatchedFile, _ files: inout [MatchedFile], _ access: FileAccess
  ) throws(FileAccess.Failure) {
    for name in try access.list(folder.path.isEmpty ? "." : folder.path) {
      let inner = MatchedFile(path: Paths.join(folder.path, name), values: folder.values)
      switch access.kind(inner.path) {
      case .folder: try collect(inner, &files, access)
      case .file: if !name.hasSuffix(".kepi") { files.append(inner) }
      case nil: continue
      }
    }
  }

  /// Whether a name fits a part of a pattern, and what its places hold.
  static func match(_ part: String, _ name: String) -> [(name: String, value: String)]? {
    match(Array(part), Array(name))
  }

  /// Whether a text is of a shape, whatever its case; words without `*` and `?` may stand anywhere
  /// in it.
  static func finds(_ words: String, in text: String) -> Bool {
    let (words, text) = (words.lowercased(), text.lowercased())
    return words.contains { "*?{".contains($0) } ? match(words, text) != nil : text.contains(words)
  }

  private static func match(
    _ part: [Character], _ name: [Character]
  ) -> [(name: String, value: String)]? {
    guard let first = part.first else { return name.isEmpty ? [] : nil }
    switch first {
    case "*":
      for count in 0...name.count {
        if let rest = match(Array(part.dropFirst()), Array(name.dropFirst(count))) { return rest }
      }
      return nil
    case "?": return name.isEmpty ? nil : match(Array(part.dropFirst()), Array(name.dropFirst()))
    case "{":
      guard let close = part.firstIndex(of: "}"), !name.isEmpty else { return nil }
      let dimension = String(part[1..<close])
      // The longest that lets the rest fit.
      for count in stride(from: name.count, through: 1, by: -1) {
        if let rest = match(Array(part[(close + 1)...]), Array(name.dropFirst(count))) {
          return [(dimension, String(name.prefix(count)))] + rest
        }
      }
      return nil
    default:
      guard name.first == first else { return nil }
      return match(Array(part.dropFirst()), Array(name.dropFirst()))
    }
  }
}
