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
}
