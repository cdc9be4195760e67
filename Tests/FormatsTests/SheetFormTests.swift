// Rows of the usual form are read without the parser of XML, and mean what it would say of them.
import KepiContainers
import Testing

struct SheetFormTests {
  /// One of some texts.
  private static func one(_ texts: [String], _ random: inout SplitMix) -> String {
    texts[Int(random.next() % UInt64(texts.count))]
  }

  private static let texts = [
    "mug", "", "Home &amp; Garden", "a &lt;b&gt; &quot;c&quot; &apos;d&apos;", "蓝色 mug é 🙂",
    "_x000D_ one_x000A_two", "12.50", " padded ", "&#65;&#x4E2D;", "two\nlines", "tab\there",
    "a > b",
    "<![CDATA[<c>]]>", "long " + String(repeating: "text ", count: 60), "-", "9.7899999999999991",
    "]]&gt;", "\u{7F}", "\u{FFFD}",
  ]

  private static func cell(_ place: String, _ random: inout SplitMix) -> String {
    let reference = random.next() % 5 == 0 ? "" : " r=\"\(place)\""
    let style = one(["", "", " s=\"1\"", " s=\"2\"", " s=\"7\""], &random)
    func attributes(_ type: String) -> String {
      random.next() % 4 == 0
        ? type + style + reference : reference + style + type
    }
    let number = one(
      ["5", "195.012", "-3", "45292", "45292.5", "1E3", "0", "x", "1e", "007"], &random)
    let text = one(texts, &random)
    switch random.next() % 20 {
    case 0...6: return "<c\(attributes(""))><v>\(number)</v></c>"
    case 7...9:
      return "<c\(attributes(" t=\"s\""))><v>\(one(["0", "1", "2", "9", ""], &random))</v></c>"
    case 10, 11: return "<c\(attributes(" t=\"str\""))><v>\(text)</v></c>"
    case 12: return "<c\(attributes(" t=\"inlineStr\""))><is><t>\(text)</t></is></c>"
    case 13:
      return
        "<c\(attributes(" t=\"inlineStr\""))><is><t xml:space=\"preserve\">\(text)</t></is></c>"
    case 14: return "<c\(attributes(""))><f>A1+\(text)</f><v>\(number)</v></c>"
    case 15:
      return
        "<c\(attributes(one([" t=\"b\"", " t=\"e\"", " t=\"d\"", " t=\"n\""], &random)))><v>1</v></c>"
    case 16: return "<c\(attributes(""))/>" + "<c><v/></c>"
    case 17: return "<c\(attributes(""))></c><c\(attributes("")) ><f>B2</f></c>"
    case 18:
      return one(
        [
          "<c t=\"inlineStr\"><is><r><t>rich </t></r><r><t>text</t></r></is></c>",
          "<!-- </row> --><c><v>5</v></c>", "<c><v>5</v><!-- x --></c>", "<c><!-- <row> --></c>",
          "<c t=\"unheard\" cm=\"1\"><v>5</v></c>", "\n  <c>\n<v>5</v></c>\r\n", "<?go on?>",
          "<c r='A1'><v>5</v></c>", "<x:c><x:v>5</x:v></x:c>", "<c r=\"ABCD5\"><v>1</v></c>",
        ], &random)
    default: return "<c\(attributes(" t=\"str\""))><v>plain</v></c>"
    }
  }

  private static func rows(_ random: inout SplitMix, size: Int, isPlain: Bool) -> String {
    var rows = ""
    var number = 0
    while rows.utf8.count < size {
      number += 1 + (random.next() % 20 == 0 ? Int(random.next() % 5) : 0)
      var row = one(
        [
          "<row r=\"\(number)\" spans=\"1:12\" x14ac:dyDescent=\"0.25\">", "<row r=\"\(number)\">",
          "<row>", "<row ht=\"15\" r=\"\(number)\" customHeight=\"1\">",
        ], &random)
      for column in 0..<Int(random.next() % 9) {
        let place = "\(BookWriter.letters(column))\(number)"
        row +=
          isPlain ? "<c r=\"\(place)\"><v>\(random.next() % 999)</v></c>" : cell(place, &random)
      }
      rows += row + "</row>"
      if !isPlain, random.next() % 10 == 0 {
        rows += one(
          [
            "\n", "<row r=\"\(number)\"/>", "<row/>", "  ", "<!-- <row> -->", "\r\n",
            "<row ></row>",
          ],
          &random)
      }
    }
    return rows
  }

  /// What comes of a sheet. Before its rows a comment may stand, which leaves all to the parser.
  private func cells(_ rows: [UInt8], comment: String) throws -> Result<CellTable, ContainerFailure>
  {
    let mark = "ROWS"
    var writer = BookWriter(
      sheets: [("S", "", "<sheetData>\(comment)\(mark)</sheetData>")],
      sharedTexts: ["<t>shared</t>", "<t>other</t>", "<t>third one</t>"],
      formats: ["yyyy-mm-dd", "0.0%"])
    writer.properties = ""
    let entries = writer.entries.map { name, bytes -> (String, [UInt8]) in
      guard let place = bytes.firstRange(of: Array(mark.utf8)) else { return (name, bytes) }
      return (name, bytes[..<place.lowerBound] + rows + bytes[place.upperBound...])
    }
    do throws(ContainerFailure) {
      let archive = try ZipArchive(ZipWriter.archive(entries), limits: .standard)
      let budget = ExpansionBudget(.standard)
      let book = try Workbook(archive, budget: budget)
      return .success(try book.cells(of: book.sheets[0], budget: budget))
    } catch {
      return .failure(error)
    }
  }

  private func compare(_ rows: [UInt8], _ name: String) throws -> Bool {
    let direct = try cells(rows, comment: "")
    let parsed = try cells(rows, comment: "<!-- all -->")
    #expect(direct == parsed, "\(name)")
    if case .success = direct { return true }
    return false
  }

  /// Longer than the pieces in which sheets come, so that every sort of thing is cut.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func sheetsAreReadAsTheParserReadsThem(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let rows = Self.rows(&random, size: 200_000, isPlain: seed % 3 == 0)
    #expect(try compare(Array(rows.utf8), "seed \(seed)"))
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func damagedSheetsFailAsTheParserFails(seed: UInt64) throws {
    var random = SplitMix(state: 100 + seed)
    let rows = Array(Self.rows(&random, size: 3000, isPlain: false).utf8)
    var failures = 0
    for number in 0..<200 {
      var damaged = rows
      let place = Int(random.next() % UInt64(rows.count))
      switch number % 4 {
      case 0: damaged[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: damaged.removeSubrange(place...)
      case 2: damaged.remove(at: place)
      default: damaged.insert(contentsOf: Self.pieces[number % Self.pieces.count], at: place)
      }
      if try !compare(damaged, "seed \(seed), number \(number)") { failures += 1 }
    }
    #expect(failures > 50)
  }

  private static let pieces: [[UInt8]] =
    [
      "<", "&", "]]>", "</row>", "<row>", "</c>", "<v>", " r=\"B7\"", "<!--", "<![CDATA[",
      "\u{FFFE}",
      "</sheetData>", "\"", "<?x?>", "&bad;", "\u{1}", "<row r=\"1\" r=\"2\">",
    ].map { Array($0.utf8) } + [[0xC3], [0xFF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]]

  /// A row of many pieces, one that no limit allows, and a cell that none does.
  @Test func rowsMayBeLong() throws {
    let wide = (0..<16_384).map { "<c r=\"\(BookWriter.letters($0))1\"><v>\($0)</v></c>" }.joined()
    #expect(try compare(Array("<row r=\"1\">\(wide)</row><row><c><v>5</v></c></row>".utf8), "wide"))
    let text = String(repeating: "x", count: ContainerLimits.standard.cellBytes)
    let cell = "<row><c t=\"str\"><v>\(text)</v></c></row>"
    #expect(try compare(Array(cell.utf8), "a large cell"))
    let larger = "<row><c t=\"str\"><v>\(text)x</v></c></row>"
    #expect(try cells(Array(larger.utf8), comment: "") == .failure(.cellTooLong(limit: text.count)))
    #expect(try !compare(Array(larger.utf8), "a cell that is too large"))
  }

  /// In another encoding the bytes of a tag may be the same, those of a text are not.
  @Test func theEncodingIsThatOfTheDocument() throws {
    let head = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet><sheetData>"
    let sheet =
      Array(head.utf8) + Array("<row><c t=\"str\"><v>caf".utf8) + [0xE9]
      + Array("</v></c></row></sheetData></worksheet>".utf8)
    let entries = BookWriter(sheets: [("S", "", "<sheetData/>")]).entries.map { name, bytes in
      name.hasSuffix("sheet1.xml") ? (name, sheet) : (name, bytes)
    }
    let archive = try ZipArchive(ZipWriter.archive(entries), limits: .standard)
    let budget = ExpansionBudget(.standard)
    let book = try Workbook(archive, budget: budget)
    let table = try book.cells(of: book.sheets[0], budget: budget)
    #expect(String(decoding: table.bytes.dropLast(), as: UTF8.self) == "café")
  }
}
