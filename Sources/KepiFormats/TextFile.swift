// A large text of any encoding as UTF-8, without ever being held as a whole.
import KepiContainers
import Synchronization

/// It says of a text what `DecodedText` says. Its bytes are looked through window by window, and again
/// while they are read, since what is decoded is larger than what is kept of it.
struct TextFile {
  let encoding: DecodedText.Encoding
  let damagedCharacters: Int
  /// UTF-8 without a mark.
  let file: LargeFile

  /// Enough to find a header and the form of the rows.
  static let headSize = 1 << 20

  /// - Parameter windowSize: about so many bytes are looked at at a time.
  /// - Errors: `stopped` and `unreadable`.
  init(
    _ bytes: LargeFile, japanese: Bool, windowSize: Int, isCancelled: () -> Bool
  ) throws(ContainerFailure) {
    func forEachWindow(
      from start: Int, isWide: Bool = false,
      _ body: (_ window: [UInt8], _ offset: Int) -> Void
    ) throws(ContainerFailure) {
      var windows = TextWindows(bytes, from: start, size: windowSize, isWide: isWide)
      while let (window, offset) = try windows.next() {
        if isCancelled() { throw .stopped }
        body(window, offset)
      }
    }
    func decoded(
      from start: Int, isWide: Bool = false, _ decode: @escaping @Sendable ([UInt8]) -> DecodedText
    ) throws(ContainerFailure) -> (file: LargeFile, damagedCharacters: Int) {
      var windows: [DecodedFile.Window] = []
      var size = 0
      var damaged = 0
      try forEachWindow(from: start, isWide: isWide) { window, offset in
        let text = decode(window)
        windows.append(
          DecodedFile.Window(source: offset..<offset + window.count, start: size))
        size += text.bytes.count
        damaged += text.damagedCharacters
      }
      let file = DecodedFile(bytes, windows) { decode($0).bytes }
      return (LargeFile(size: size) { offset, room in file.read(offset, &room) }, damaged)
    }
    guard let head = bytes.bytes(0..<min(bytes.size, 65_536)) else { throw .unreadable }
    let mark = TextMark(head)
    if let highByteFirst = mark.highByteFirst {
      encoding = .utf16
      (file, damagedCharacters) = try decoded(from: mark.length, isWide: true) {
        DecodedText.utf16($0, from: 0, highByteFirst: highByteFirst)
      }
      return
    }
    var survey = UTF8Survey()
    try forEachWindow(from: mark.length) { window, _ in survey.add(UTF8Survey(window, from: 0)) }
    if mark.isUTF8 || survey.isOfUTF8 {
      encoding = .utf8
      if survey.malformed == 0 {
        file = bytes.dropping(mark.length)
        damagedCharacters = survey.replacements
      } else {
        (file, damagedCharacters) = try decoded(from: mark.length) {
          DecodedText.utf8($0, from: 0, survey: UTF8Survey($0, from: 0))
        }
      }
      return
    }
    var japaneseEvidence = JapaneseEvidence()
    var chineseEvidence = ChineseEvidence()
    try forEachWindow(from: 0) { window, _ in
      japaneseEvidence.add(DecodedText.cp932(window).evidence)
      chineseEvidence.add(ChineseEvidence(window))
    }
    if japaneseEvidence.isJapanese(hinted: japanese || DecodedText.mentionsJapan(head)) {
      encoding = .cp932
      (file, damagedCharacters) = try decoded(from: 0) { DecodedText.cp932($0).text }
    } else if chineseEvidence.isChinese,
      TextConverter.utf8([], from: DecodedText.chineseEncoding) != nil
    {
      encoding = .gb18030
      (file, damagedCharacters) = try decoded(from: 0) { window in
        let text = TextConverter.utf8(window, from: DecodedText.chineseEncoding) ?? []
        return DecodedText(
          bytes: text, encoding: .gb18030,
          damagedCharacters: UTF8Survey(text, from: 0).replacements)
      }
    } else {
      encoding = .cp1252
      (file, damagedCharacters) = try decoded(from: 0) { DecodedText.cp1252($0) }
    }
  }

  /// The first lines, or all where there are few; `nil` where the file cannot be read.
  var head: DecodedText? {
    guard let bytes = Self.head(of: file) else { return nil }
    var head = DecodedText(
      bytes: bytes, encoding: encoding, damagedCharacters: damagedCharacters)
    head.isHead = bytes.count < file.size
    return head
  }

  /// Whole lines, as far as the beginning of a file has ends of them.
  static func head(of file: LargeFile) -> [UInt8]? {
    guard var bytes = file.bytes(0..<min(file.size, headSize)) else { return nil }
    guard bytes.count < file.size else { return bytes }
    let end =
      bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.dropLast().lastIndex(of: UInt8(ascii: "\r"))
    if let end { bytes.removeLast(bytes.count - end - 1) }
    return bytes
  }
}

/// Stretches of a text that no character lies across.
private struct TextWindows {
  private let file: LargeFile
  private let size: Int
  /// Whether characters have two bytes or four, as in UTF-16.
  private let isWide: Bool
  private var offset: Int

  /// No text has so many bytes without one that a window can end behind.
  private static let longest = 1 << 24

  init(_ file: LargeFile, from start: Int, size: Int, isWide: Bool) {
    self.file = file
    self.size = max(size, 4) & ~1
    self.isWide = isWide
    offset = start
  }

  mutating func next() throws(ContainerFailure) -> (window: [UInt8], offset: Int)? {
    guard offset < file.size else { return nil }
    var size = size
    while true {
      let end = min(file.size, offset + size)
      guard var window = file.bytes(offset..<end) else { throw .unreadable }
      let start = offset
      if end == file.size || size >= Self.longest {
        offset = end
        return (window, start)
      }
      let count = isWide ? Self.wideEnd(of: window) : Self.end(of: window)
      guard count > 0 else {
        size *= 2
        continue
      }
      window.removeLast(window.count - count)
      offset += count
      return (window, start)
    }
  }

  /// A byte below 30 stands for itself in all encodings that are read, and is part of no other
  /// character.
  private static func end(of window: [UInt8]) -> Int {
    window.lastIndex { $0 < 0x30 }.map { $0 + 1 } ?? 0
  }

  /// Whichever byte comes first: where one of D8 to DB is the last or the last but one, it may begin
  /// a character of four.
  private static func wideEnd(of window: [UInt8]) -> Int {
    var end = window.count
    while end >= 2, window[end - 1] & 0xFC == 0xD8 || window[end - 2] & 0xFC == 0xD8 { end -= 2 }
    return end
  }
}

/// A text that is decoded once more wherever it is read.
private final class DecodedFile: Sendable {
  struct Window: Sendable {
    let source: Range<Int>
    /// Where it begins among the decoded bytes.
    let start: Int
  }

  private let source: LargeFile
  private let windows: [Window]
  private let decode: @Sendable ([UInt8]) -> [UInt8]
  /// Windows decoded last: readers take parts of them, and go back by a line.
  private let recent = Mutex<[(number: Int, bytes: [UInt8])]>([])

  private static let mostRecent = 16

  init(
    _ source: LargeFile, _ windows: [Window], decode: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.source = source
    self.windows = windows
    self.decode = decode
  }

  func read(_ offset: Int, _ bytes: inout [UInt8]) -> Bool {
    guard offset >= 0 else { return false }
    var number = windows.partitioningIndex { $0.start > offset } - 1
    var place = 0
    while place < bytes.count {
      guard windows.indices.contains(number), let text = text(of: number) else { return false }
      let first = offset + place - windows[number].start
      let count = min(text.count - first, bytes.count - place)
      if count > 0 {
        bytes.replaceSubrange(place..<place + count, with: text[first..<first + count])
        place += count
      }
      number += 1
    }
    return true
  }

  private func text(of number: Int) -> [UInt8]? {
    if let known = recent.withLock({ $0.first { $0.number == number }?.bytes }) { return known }
    guard let bytes = source.bytes(windows[number].source) else { return nil }
    let text = decode(bytes)
    recent.withLock { recent in
      recent.append((number, text))
      if recent.count > Self.mostRecent { recent.removeFirst() }
    }
    return text
  }
}

extension [DecodedFile.Window] {
  /// The first index whose element is as asked, all behind it being so as well.
  fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
