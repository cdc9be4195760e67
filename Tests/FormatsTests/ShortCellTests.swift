// Cells by their bytes: no two different ones may be taken for each other.
import KepiFormats
import Testing

struct ShortCellTests {
  private func cell(_ text: String, before: String = "", after: String = ",later cells in the row")
    -> ShortCell?
  {
    let bytes = Array((before + text + after).utf8)
    return ShortCell(bytes.span, before.utf8.count, before.utf8.count + text.utf8.count)
  }

  @Test func equalBytesAreEqualWhereverTheyStand() {
    for text in ["", "a", "12345678", "123456789", "abcdefghijklmno"] {
      #expect(cell(text) == cell(text, before: "x,yz,", after: ";and something else"))
      #expect(cell(text) != nil)
    }
  }

  @Test func lengthTellsCellsApart() {
    #expect(cell("a") != cell("a\0"))
    #expect(cell("") != cell("\0"))
    #expect(cell("12345678") != cell("12345678\0"))
  }

  @Test func longCellsAndTheEndOfATextHaveNone() {
    #expect(cell("abcdefghijklmnop") == nil)
    #expect(cell("abc", after: "") == nil)
  }

  /// All texts of up to three of these signs, and some more.
  @Test func noTwoTextsShareAPlace() {
    let signs = ["0", "1", "9", ".", "-", "a", " ", "/", ":"]
    var texts = [""]
    for _ in 0..<4 { texts += texts.flatMap { text in signs.map { text + $0 } } }
    texts += ["1234567", "12345.6", "1234.56", "12.345", "99999.9", "0.99", "00.99", "10.50"]
    var places: [Int: String] = [:]
    for text in Set(texts) {
      guard let place = cell(text)?.numberPlace else { continue }
      #expect(places[place] == nil, "\(text) and \(places[place] ?? "")")
      places[place] = text
    }
    #expect(places.count > 100)
  }

  @Test(arguments: [
    ("0", 0), ("7", 21), ("12", 36), ("1234567", 3_703_701), ("0.5", 16), ("0.05", 17),
    ("12.34", 3704), ("1234.56", 370_370),
  ])
  func numbersHaveTheirPlace(_ text: String, _ place: Int) {
    #expect(cell(text)?.numberPlace == place)
  }

  @Test(arguments: ["", "-1", "007", "00.5", ".5", "5.", "1.234", "1.2.3", "12,5", "1e3", "12a"])
  func otherCellsHaveNone(_ text: String) {
    #expect(cell(text)?.numberPlace == nil)
  }
}
