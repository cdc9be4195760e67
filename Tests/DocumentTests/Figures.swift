// The numbers that were worked out independently, by the paths of the file that holds them.
import FoundationEssentials

/// `Tests/ExampleData/figures.json`, flat: `ads/Nord/DE/all/clicks` is `5665`.
struct Figures {
  private(set) var leaves: [String: String] = [:]

  private enum Tree: Decodable {
    case branches([String: Tree])
    case list([Tree])
    case leaf(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .leaf(text)
      } else if let number = try? container.decode(Int.self) {
        self = .leaf(String(number))
      } else if let list = try? container.decode([Tree].self) {
        self = .list(list)
      } else {
        self = .branches(try container.decode([String: Tree].self))
      }
    }
  }

  static func read() throws -> Figures {
    let bytes = try Data(
      contentsOf: URL(filePath: PackageFiles.path("Tests/ExampleData/figures.json")))
    var figures = Figures()
    figures.add(try JSONDecoder().decode(Tree.self, from: bytes), at: "")
    return figures
  }

  private mutating func add(_ tree: Tree, at path: String) {
    switch tree {
    case .branches(let branches):
      for (name, branch) in branches { add(branch, at: path.isEmpty ? name : "\(path)/\(name)") }
    case .list(let list):
      for (place, item) in list.enumerated() { add(item, at: "\(path)/\(place)") }
    case .leaf(let text): leaves[path] = text.canonicalNumber
    }
  }

  /// The leaves below a path, with whole paths.
  subscript(below path: String) -> [String: String] {
    leaves.filter { $0.key.hasPrefix(path + "/") }
  }

  /// Takes a number off another.
  mutating func subtract(_ text: String, at path: String) {
    let amount = Decimal(string: text.filter { $0 != "$" }) ?? 0
    guard let before = leaves[path].flatMap({ Decimal(string: $0) }) else { return }
    leaves[path] = (before - amount).description
  }
}
