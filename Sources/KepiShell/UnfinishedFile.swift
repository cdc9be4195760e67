// Files that another program is not done with, known by their names.
import KepiDiagnostics

extension LoadedFile.Outcome {
  /// What comes of a file that a browser is still writing, or that only says that a workbook is open;
  /// `nil` for all others.
  static func unfinished(_ path: String) -> LoadedFile.Outcome? {
    let name = Paths.name(of: path)
    // It holds the name of who has opened the workbook.
    if name.hasPrefix("~$") {
      return .passedOver(
        Phrase(
          "is the mark of a workbook that is open elsewhere", zh: "是工作簿正被打开的标记"))
    }
    guard let dot = name.lastIndex(of: "."),
      Self.downloadEndings.contains(name[dot...].dropFirst().lowercased())
    else { return nil }
    return .unread(
      Phrase("is a download that has not ended", zh: "是尚未完成的下载"), .damaged)
  }

  /// Of Chrome and Edge, Firefox, Internet Explorer, Opera and Safari.
  private static let downloadEndings: Set<String> = [
    "crdownload", "part", "partial", "opdownload", "download",
  ]
}
