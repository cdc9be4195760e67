// What a file is, told by its first bytes.
import KepiContainers

enum FileForm: Equatable {
  case text
  case zip, gzip, json, xml
  /// Something that is not read, with its article.
  case other(String)

  init(_ bytes: [UInt8]) {
    self = Self.packed(bytes) ?? .text
  }

  /// Of a text: what its first characters say.
  init(_ text: DecodedText) {
    let bytes = text.bytes
    let start = bytes.firstIndex { !Self.isBlank($0) } ?? bytes.endIndex
    switch start < bytes.endIndex ? bytes[start] : 0 {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let next = bytes[(start + 1)...].first { !Self.isBlank($0) } ?? 0
      // A delimited file may open with a title in brackets.
      self = Array("{[\"}]-0123456789tfn".utf8).contains(next) || next == 0 ? .json : .text
    case UInt8(ascii: "<"):
      let head = bytes[start...].prefix(1024)
      self =
        Self.contains(head, "<html") || Self.contains(head, "<HTML")
        ? .other("a web page") : .xml
    default: self = .text
    }
  }

  private static func packed(_ bytes: [UInt8]) -> FileForm? {
    let signatures: [(signature: [UInt8], form: FileForm)] = [
      (Array("PK".utf8) + [3, 4], .zip),
      (Array("PK".utf8) + [5, 6], .zip),
      ([0x1F, 0x8B], .gzip),
      (Array("%PDF".utf8), .other("a PDF document")),
      (Array("PAR1".utf8), .other("a Parquet file")),
      (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], .other("a 7z archive")),
      (Array("Rar!".utf8) + [0x1A, 7], .other("a RAR archive")),
      (Array("BZh".utf8), .other("a bzip2 file")),
      ([0x28, 0xB5, 0x2F, 0xFD], .other("a Zstandard file")),
      ([0x89] + Array("PNG".utf8), .other("a picture")),
      ([0xFF, 0xD8, 0xFF], .other("a picture")),
    ]
    if let known = signatures.first(where: { bytes.starts(with: $0.signature) }) {
      // A table may well begin with these letters.
      if case .other("a bzip2 file") = known.form, bytes.count > 4, bytes[4] != 0x31 { return nil }
      return known.form
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // A workbook with a password is wrapped as old ones were; the name is in UTF-16.
      let name = Array("EncryptedPackage".utf8.map { [$0, 0] as [UInt8] }.joined())
      return contains(bytes[...], name)
        ? .other("a workbook with a password") : .other("an old Excel workbook (XLS)")
    }
    if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      return .other("a tar archive")
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
    contains(bytes, Array(word.utf8))
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard bytes.count >= word.count else { return false }
    return (bytes.startIndex...bytes.endIndex - word.count).contains { index in
      bytes[index] == word[0] && bytes[index..<index + word.count] == word[...]
    }
  }
}

extension ZipArchive {
  /// What an archive is by the names in it, where it is no mere archive and not read.
  var foreignName: String? {
    let names = Set(entries.map { String(decoding: $0.name, as: UTF8.self) })
    if names.contains("xl/workbook.bin") { return "a binary workbook (XLSB)" }
    if names.contains("word/document.xml") { return "a Word document" }
    if names.contains("ppt/presentation.xml") { return "a presentation" }
    if names.contains("mimetype"), names.contains("content.xml") {
      return "an OpenDocument file (ODS)"
    }
    return nil
  }
}
