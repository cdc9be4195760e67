// Questions that once had a wrong answer, each over the world of its seed.
import FoundationEssentials
import Testing

struct FoundTests {
  /// A file has a line `seed 4` and below it questions, one a line; `#` begins a remark.
  @Test func pinnedQuestions() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Found"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".txt") {
      let text = String(
        decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
      var pair: (product: Product, evaluator: Evaluator)?
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        if line.hasPrefix("seed "), let seed = UInt64(line.dropFirst(5)) {
          let world = Generator.world(seed: seed)
          pair = (Product(world), Evaluator(world))
          continue
        }
        let (product, evaluator) = try #require(pair)
        let outcome = Comparison.compare(String(line), product: product, evaluator: evaluator)
        #expect(outcome.difference == nil, "\(name)\n\(line)\n\(outcome.difference ?? "")")
      }
    }
  }
}
