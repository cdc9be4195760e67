// Platforms change the case of the names of their charges: it says nothing of what they are.
import Testing

struct FeeCaseTests {
  /// The worked examples of the taxonomy, with each name of a charge written in capitals.
  @Test(arguments: [
    ("fees-of-settlements", ["transaction-type", "amount-type", "amount-description"]),
    ("fees-of-a-date-range", ["type", "description"]),
  ])
  func capitals(_ name: String, _ columns: [String]) throws {
    let example = try #require(Corpus.cases.first { $0.path == "worked/\(name).txt" })
    let files = example.files.map { file in
      (path: file.path, text: Self.inCapitals(file.text, columns))
    }
    #expect(files.map(\.text) != example.files.map(\.text))
    let script = try #require(example["script"])
    let run = SessionRun(files: files, script: script, options: example.options)
    #expect(run.status == 0, "\(run.messages)")
    let expected = try #require(example["output"])
    #expect(run.output.uppercased() == expected.uppercased())
  }

  /// Cells of the columns in capitals, in a text whose header is the first row that names them.
  private static func inCapitals(_ text: String, _ columns: [String]) -> String {
    var places: [Int] = []
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // One of the files has quotes around every cell, the other has tabs.
      let separator = line.contains("\t") ? "\t" : "\",\""
      var cells = line.split(separator: separator, omittingEmptySubsequences: false)
        .map(String.init)
      if places.isEmpty {
        let found = columns.compactMap { cells.firstIndex(of: $0) }
        if found.count == columns.count { places = found }
        return String(line)
      }
      // There is a FeeAmount as well, which is another charge.
      for place in places where place < cells.count && cells[place] != "feeAmount" {
        cells[place] = cells[place].uppercased()
      }
      return cells.joined(separator: separator)
    }.joined(separator: "\n")
  }
}
