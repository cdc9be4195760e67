// What a file is, told by its first bytes.
import KepiContainers
import KepiDiagnostics

enum FileForm: Equatable {
  case text
  case zip, gzip, json, xml
  /// Something that is not read, with its article.
  case other(Phrase)

  /// Told by the beginning and the end of a file.
  init(_ file: LargeFile) throws(ContainerFailure) {
    let tailSize = Self.recordSize + Self.mostComment
    guard let head = file.bytes(0..<min(file.size, Self.headSize)),
      let tail = file.bytes(max(0, file.size - tailSize)..<file.size)
    else { throw .unreadable }
    if let known = Self.packed(head) {
      self = known
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // A workbook with a password is wrapped as old ones were; the name is in UTF-16.
      let name = Array("EncryptedPackage".utf8.map { [$0, 0] as [UInt8] }.joined())
      self =
        try Self.contains(file, name)
        ? .other(Phrase("a workbook with a password", zh: "有密码的工作簿"))
        : .other(Phrase("an old Excel workbook (XLS)", zh: "旧版 Excel 工作簿（XLS）"))
    } else {
      self = Self.endsAsArchive(tail) ? .zip : .text
    }
  }

  private static let headSize = 512
  private static let recordSize = 22
  private static let mostComment = 0xFFFF

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
        ? .other(Phrase("a web page", zh: "网页")) : .xml
    default: self = .text
    }
  }

  private static func packed(_ bytes: [UInt8]) -> FileForm? {
    let signatures: [(signature: [UInt8], form: FileForm)] = [
      (Array("PK".utf8) + [3, 4], .zip),
      (Array("PK".utf8) + [5, 6], .zip),
      ([0x1F, 0x8B], .gzip),
      (Array("%PDF".utf8), .other(Phrase("a PDF document", zh: "PDF 文档"))),
      (Array("PAR1".utf8), .other(Phrase("a Parquet file", zh: "Parquet 文件"))),
      (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], .other(Phrase("a 7z archive", zh: "7z 压缩包"))),
      (Array("Rar!".utf8) + [0x1A, 7], .other(Phrase("a RAR archive", zh: "RAR 压缩包"))),
      (Array("BZh".utf8), .other(Phrase("a bzip2 file", zh: "bzip2 文件"))),
      ([0x28, 0xB5, 0x2F, 0xFD], .other(Phrase("a Zstandard file", zh: "Zstandard 文件"))),
      ([0x89] + Array("PNG".utf8), .other(Phrase("a picture", zh: "图片"))),
      ([0xFF, 0xD8, 0xFF], .other(Phrase("a picture", zh: "图片"))),
    ]
    if let known = signatures.first(where: { bytes.starts(with: $0.signature) }) {
      // A table may well begin with these letters.
      if known.signature == Array("BZh".utf8), bytes.count > 4, bytes[4] != 0x31 { return nil }
      return known.form
    }
    if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      return .other(Phrase("a tar archive", zh: "tar 压缩包"))
    }
    return nil
  }

  /// An archive whose first bytes were damaged: what is stored in it unpacked would else be read as
  /// a text with strange lines around it.
  private static func endsAsArchive(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= recordSize else { return false }
    let last = bytes.count - recordSize
    return (max(0, last - mostComment)...last).contains { place in
      bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5
        && bytes[place + 3] == 6
        && Int(bytes[place + 20]) | Int(bytes[place + 21]) << 8 == last - place
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func contains(
    _ file: LargeFile, _ word: [UInt8]
  ) throws(ContainerFailure) -> Bool {
    var isFound = false
    var last: [UInt8] = []
    try file.forEachPiece(of: 1 << 18) { piece throws(ContainerFailure) in
      if isFound { return }
      var bytes = last
      for place in piece.indices { bytes.append(piece[place]) }
      isFound = contains(bytes[...], word)
      last = Array(bytes.suffix(word.count - 1))
    }
    return isFound
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
  var foreignName: Phrase? {
    let names = Set(entries.map { String(decoding: $0.name, as: UTF8.self) })
    if names.contains("xl/workbook.bin") {
      return Phrase("a binary workbook (XLSB)", zh: "二进制工作簿（XLSB）")
    }
    if names.contains("word/document.xml") { return Phrase("a Word document", zh: "Word 文档") }
    if names.contains("ppt/presentation.xml") { return Phrase("a presentation", zh: "演示文稿") }
    if names.contains("mimetype"), names.contains("content.xml") {
      return Phrase("an OpenDocument file (ODS)", zh: "OpenDocument 文件（ODS）")
    }
    return nil
  }
}
