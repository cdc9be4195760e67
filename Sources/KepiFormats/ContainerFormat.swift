// Files that are no delimited text, told by their first bytes.
import KepiDiagnostics

enum ContainerFormat {
  /// What a file is, with its article, where it is something that is not read; `nil` for text.
  static func name(of bytes: [UInt8]) -> Phrase? {
    if bytes.starts(with: Array("PK".utf8) + [3, 4]) {
      return contains(bytes.prefix(65_536), "xl/") || contains(bytes.suffix(65_536), "xl/")
        ? Phrase("an XLSX workbook", zh: "XLSX 工作簿") : Phrase("a ZIP archive", zh: "ZIP 压缩包")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return Phrase("an old Excel workbook (XLS)", zh: "旧版 Excel 工作簿（XLS）")
    }
    if bytes.starts(with: [0x1F, 0x8B]) { return Phrase("a gzip archive", zh: "gzip 压缩包") }
    if bytes.starts(with: Array("%PDF".utf8)) { return Phrase("a PDF document", zh: "PDF 文档") }
    if bytes.starts(with: Array("PAR1".utf8)) { return Phrase("a Parquet file", zh: "Parquet 文件") }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return Phrase("a JSON document", zh: "JSON 文档")
    case UInt8(ascii: "<"):
      return contains(bytes.prefix(1024), "<html") || contains(bytes.prefix(1024), "<HTML")
        ? Phrase("a web page", zh: "网页") : Phrase("an XML document", zh: "XML 文档")
    default: return nil
    }
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (bytes.startIndex...bytes.endIndex - word.count).contains { index in
      bytes[index..<index + word.count] == word[...]
    }
  }
}
