// The files made from the keyword table are in step with it. UPDATE_GOLDEN=1 makes them anew and
// then fails, so that recording never passes for checking.
import Foundation
import KepiSyntax
import Testing

struct KeywordPageTests {
  @Test(arguments: [
    ("grammar/keywords.md", KeywordPages.list),
    ("grammar/kepi.tmLanguage.json", KeywordPages.textMate),
  ])
  func filesAreInStep(_ path: String, _ text: String) throws {
    guard Package.text(path) != text else { return }
    if Package.isRecording { try Package.write(text, to: path) }
    Issue.record("\(path) \(Package.isRecording ? "was recorded" : "differs from the table")")
  }

  @Test func everyKeywordIsListed() {
    for keyword in Keyword.allCases {
      for spelling in [keyword.english] + keyword.chinese {
        #expect(KeywordPages.list.contains("`\(spelling)`"))
      }
    }
  }

  private struct Rules: Decodable {
    struct Rule: Decodable {
      let name: String
      let match: String
    }
    let patterns: [Rule]
  }

  /// What an editor does: at each place the first rule that matches there.
  @Test func editorsColourAsKepiDoes() throws {
    let rules = try JSONDecoder().decode(Rules.self, from: Data(KeywordPages.textMate.utf8))
      .patterns
    let patterns = try rules.map {
      try NSRegularExpression(pattern: $0.match, options: .anchorsMatchLines)
    }
    func scopes(of text: String) -> [String] {
      var found: [String] = []
      var place = 0
      let length = text.utf16.count
      while place < length {
        let rest = NSRange(location: place, length: length - place)
        let matches = patterns.enumerated().compactMap { number, pattern in
          pattern.firstMatch(in: text, range: rest).map { (range: $0.range, number: number) }
        }
        guard
          let first = matches.min(by: {
            ($0.range.location, $0.number) < ($1.range.location, $1.number)
          })
        else { break }
        let word = (text as NSString).substring(with: first.range)
        let scope = rules[first.number].name.split(separator: ".").dropLast()
        found.append("\(word.filter { $0 != " " }):\(scope.joined(separator: "."))")
        place = max(first.range.upperBound, place + 1)
      }
      return found
    }
    #expect(
      scopes(of: "metric x = sum(a) # why") == [
        "metric:keyword.other.statement", "=:keyword.operator", "sum:entity.name.function",
        "(:punctuation", "):punctuation", "#why:comment.line.number-sign",
      ])
    #expect(
      scopes(of: "acos by store where site = \"DE\" as of 2026-09-27") == [
        "by:keyword.control.clause", "where:keyword.control.clause", "=:keyword.operator",
        "\"DE\":string.quoted.double", "asof:keyword.control.clause",
        "2026-09-27:constant.other.date",
      ])
    #expect(
      scopes(of: "销售额 按 店铺 期间 上 4 周 且 真") == [
        "按:keyword.control.clause", "期间:keyword.control.clause", "上:keyword.other",
        "4:constant.numeric", "且:keyword.operator.word", "真:constant.language",
      ])
    #expect(
      scopes(of: "label: \"x\"; `by` 25% byte") == [
        "label:support.type.property-name", "::punctuation", "\"x\":string.quoted.double",
        ";:punctuation", "`by`:variable.other.quoted", "25%:constant.numeric",
      ])
  }
}
