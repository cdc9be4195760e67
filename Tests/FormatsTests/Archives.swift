// Archives and workbooks made by the tests, well formed and not.
import CZlib

/// What zlib makes of some bytes.
enum Deflate {
  enum Form: Int32 { case raw = -15, gzip = 31 }

  static func pack(_ bytes: [UInt8], _ form: Form) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe cz_deflate_init(&stream, form.rawValue) == Z_OK else { return [] }
    defer { unsafe deflateEnd(&stream) }
    var output: [UInt8] = Array(
      repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))) + 32)
    var count = 0
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { room in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(room.count)
        _ = unsafe deflate(&stream, Z_FINISH)
        count = unsafe room.count - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(count))
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count))
    }
  }
}

struct ZipWriter {
  /// How one entry is written.
  struct Style {
    var isStored = false
    /// Sizes behind the data, as a program that writes to a pipe does.
    var hasDescriptor = false
    /// Sizes and places in 64 bits.
    var isWide = false
    var flags = 0
    var method: Int?
    var checksum: UInt32?
    var statedSize: Int?
  }

  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private var isWide = false

  static func archive(_ entries: [(String, [UInt8])], _ style: Style = Style()) -> [UInt8] {
    var writer = ZipWriter()
    for (name, contents) in entries { writer.add(Array(name.utf8), contents, style) }
    return writer.finish()
  }

  mutating func add(_ name: [UInt8], _ contents: [UInt8], _ style: Style = Style()) {
    let packed = style.isStored ? contents : Deflate.pack(contents, .raw)
    let checksum = Int(style.checksum ?? Deflate.checksum(contents))
    let size = style.statedSize ?? contents.count
    let method = style.method ?? (style.isStored ? 0 : 8)
    let flags = style.flags | (style.hasDescriptor ? 8 : 0)
    let offset = bytes.count
    let behind = style.hasDescriptor
    put(0x0403_4B50, 4, to: &bytes)
    for (value, width) in [
      (20, 2), (flags, 2), (method, 2), (0, 4), (behind ? 0 : checksum, 4),
      (behind ? 0 : packed.count, 4), (behind ? 0 : size, 4), (name.count, 2), (0, 2),
    ] { put(value, width, to: &bytes) }
    bytes += name + packed
    if behind {
      for value in [0x0807_4B50, checksum, packed.count, size] { put(value, 4, to: &bytes) }
    }

    let full = 0xFFFF_FFFF
    var extra: [UInt8] = []
    if style.isWide {
      isWide = true
      put(1, 2, to: &extra)
      put(24, 2, to: &extra)
      for value in [size, packed.count, offset] { put(value, 8, to: &extra) }
    }
    put(0x0201_4B50, 4, to: &directory)
    for (value, width) in [
      (20, 2), (20, 2), (flags, 2), (method, 2), (0, 4), (checksum, 4),
      (style.isWide ? full : packed.count, 4), (style.isWide ? full : size, 4), (name.count, 2),
      (extra.count, 2), (0, 2), (0, 2), (0, 2), (0, 4), (style.isWide ? full : offset, 4),
    ] { put(value, width, to: &directory) }
    directory += name + extra
    count += 1
  }

  mutating func finish(comment: String = "") -> [UInt8] {
    let start = bytes.count
    bytes += directory
    if isWide {
      let record = bytes.count
      put(0x0606_4B50, 4, to: &bytes)
      put(44, 8, to: &bytes)
      for (value, width) in [
        (45, 2), (45, 2), (0, 4), (0, 4), (count, 8), (count, 8), (directory.count, 8), (start, 8),
      ] { put(value, width, to: &bytes) }
      put(0x0706_4B50, 4, to: &bytes)
      for (value, width) in [(0, 4), (record, 8), (1, 4)] { put(value, width, to: &bytes) }
    }
    put(0x0605_4B50, 4, to: &bytes)
    for (value, width) in [
      (0, 2), (0, 2), (isWide ? 0xFFFF : count, 2), (isWide ? 0xFFFF : count, 2),
      (isWide ? 0xFFFF_FFFF : directory.count, 4), (isWide ? 0xFFFF_FFFF : start, 4),
      (comment.utf8.count, 2),
    ] { put(value, width, to: &bytes) }
    bytes += Array(comment.utf8)
    return bytes
  }

  private func put(_ value: Int, _ width: Int, to bytes: inout [UInt8]) {
    for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }
}

/// A workbook whose sheets are written by hand, so that a test can write them wrong.
struct BookWriter {
  /// The XML between `<worksheet>` and its end, and what stands beside the name of the sheet.
  var sheets: [(name: String, attributes: String, xml: String)] = []
  var sharedTexts: [String] = []
  /// Formats of numbers; style 0 has none, style *n* the *n*th of these.
  var formats: [String] = []
  var properties = ""

  static func book(
    _ rows: String, formats: [String] = [], sharedTexts: [String] = [], properties: String = ""
  ) -> [UInt8] {
    BookWriter(
      sheets: [("Sheet1", "", "<sheetData>\(rows)</sheetData>")], sharedTexts: sharedTexts,
      formats: formats, properties: properties
    ).bytes()
  }

  var entries: [(String, [UInt8])] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    var entries: [(String, String)] = []
    var relations = ""
    var list = ""
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\" r:id=\"rId\(number)\" "
        + sheet.attributes + "/>"
      relations +=
        "<Relationship Id=\"rId\(number)\" Type=\"\(office)/worksheet\" "
        + "Target=\"worksheets/sheet\(number).xml\"/>"
      entries.append(
        (
          "xl/worksheets/sheet\(number).xml",
          "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
        ))
    }
    let customs = formats.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>"
    }
    let styles = (["0"] + formats.indices.map { "\(164 + $0)" }).map { "<xf numFmtId=\"\($0)\"/>" }
    entries.append(
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><numFmts>\(customs.joined())</numFmts><cellStyleXfs>"
          + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(styles.joined())</cellXfs></styleSheet>"
      ))
    let texts = sharedTexts.map { "<si>\($0)</si>" }
    entries.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts.joined())</sst>"))
    entries.append(
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr \(properties)/>"
          + "<sheets>\(list)</sheets></workbook>"
      ))
    relations +=
      "<Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
      + "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
    entries.append(
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"))
    return entries.map { ($0, Array((head + $1).utf8)) }
  }

  func bytes(_ style: ZipWriter.Style = ZipWriter.Style()) -> [UInt8] {
    ZipWriter.archive(entries, style)
  }

  /// Rows of inline texts, and of numbers where they are digits and a point.
  static func rows(_ rows: [[String]]) -> String {
    rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, text in
        let place = "\(letters(column))\(index + 1)"
        if text.isEmpty { return "" }
        return Double(text) != nil
          ? "<c r=\"\(place)\"><v>\(text)</v></c>"
          : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
      }
      return "<row r=\"\(index + 1)\">\(cells.joined())</row>"
    }.joined()
  }

  static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  static func escaped(_ text: String) -> String {
    text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] ?? String($0) }.joined()
  }
}
