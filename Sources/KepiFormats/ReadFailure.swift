// Why a whole file, or a part of one, could not be read.
package import KepiContainers
package import KepiDiagnostics

package enum ReadFailure: Error, Equatable, Sendable {
  case empty
  /// Something that is not read, with its article: `a PDF document`.
  case foreignFile(Phrase)
  /// What holds the table cannot be opened.
  case container(ContainerFailure)
  /// A part of a file with others, without two cells in any row.
  case noTable
  /// JSON without a list of records.
  case noRecords
  /// The answer of a service that could not give the report, and what it says of that.
  case failedDownload(String)
  case hiddenSheet
  /// A table of a workbook that has not the columns of the one before it.
  case otherColumns(than: String)
  /// The path names a part that the file has not.
  case noSuchPart(String, others: [String])
  case unknownExport(UnknownExport)
  /// A setting of `load`, or of the schema, that does not fit the file.
  case setting(Phrase)
  /// A large text that was supposed to be UTF-8 and is not: it is read anew, and nobody told.
  case notInParts
  /// Someone stopped it before its end.
  case stopped

  /// A file whose header is that of no kind.
  package struct UnknownExport: Equatable, Sendable {
    /// The likeliest header row of the file, as written.
    package let headers: [String]
    /// The kinds it resembles, closest first, each with the headers it lacks. At most three.
    package let nearest: [NearKind]
  }

  package struct NearKind: Equatable, Sendable {
    package let name: String
    package let label: String
    /// For each missing field the header that a file usually has.
    package let missingHeaders: [String]
    /// Headers of the file that the kind never has.
    package let foreignHeaders: [String]
  }

  /// A sentence without its subject, the file: `is empty`.
  package var reason: Phrase {
    switch self {
    case .empty: return Phrase("is empty", zh: "是空的")
    case .foreignFile(let name):
      return Phrase(
        "is \(name.english), which is not read", zh: "是\(name.chinese.afterChinese)，不能读取")
    case .container(let failure): return failure.reason
    case .noTable: return Phrase("holds no table", zh: "里没有表格")
    case .noRecords:
      return Phrase(
        "is a JSON document without a list of records", zh: "是没有记录列表的 JSON 文档")
    case .failedDownload(let message):
      return Phrase(
        "is a failed download, not a report: the service answered `\(message)`",
        zh: "是失败的下载，不是报表：服务返回 `\(message)`")
    case .hiddenSheet: return Phrase("is a hidden sheet", zh: "是隐藏的工作表")
    case .otherColumns(let path):
      return Phrase("has other columns than `\(path)`", zh: "的列与 `\(path)` 不同")
    case .noSuchPart(let name, let others):
      // A file that is one table has no parts, and no names.
      let known = others.filter { !$0.isEmpty }
      guard !known.isEmpty else {
        return Phrase(
          "has no parts, and none called `\(name)`", zh: "没有分部，也没有叫 `\(name)` 的分部")
      }
      let shown = known.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      let rest = known.count > 5 ? " and \(known.count - 5) more" : ""
      let chineseRest = known.count > 5 ? " 等 \(known.count) 个" : ""
      return Phrase(
        "has no part called `\(name)`; it has \(shown)\(rest)",
        zh: "没有叫 `\(name)` 的分部；它有 \(shown)\(chineseRest)")
    case .setting(let reason): return reason
    case .notInParts, .stopped: return Phrase("was not read to its end", zh: "没有读完")
    case .unknownExport(let unknown):
      guard let near = unknown.nearest.first else {
        return Phrase("has the header of no export that is known", zh: "的表头不属于任何已知的报表")
      }
      if !near.missingHeaders.isEmpty {
        let missing = near.missingHeaders.map { "`\($0)`" }
        return Phrase(
          "is nearest to \(near.name), but lacks \(missing.listed(in: .english))",
          zh: "最接近 \(near.name)，但缺少 \(missing.listed(in: .chinese))")
      }
      let foreign = near.foreignHeaders.map { "`\($0)`" }
      return Phrase(
        "is nearest to \(near.name), which never has \(foreign.listed(in: .english))",
        zh: "最接近 \(near.name)，但它不会有 \(foreign.listed(in: .chinese))")
    }
  }
}

extension ReadFailure {
  /// Whether it is no loss beside a table of the same file that was read.
  var losesNothing: Bool {
    switch self {
    case .empty, .foreignFile, .noTable, .noRecords, .hiddenSheet: true
    case .unknownExport(let unknown): unknown.nearest.isEmpty
    case .container, .failedDownload, .otherColumns, .noSuchPart, .setting, .notInParts, .stopped:
      false
    }
  }

  /// Whether what was asked for is there and cannot be had.
  package var isDamage: Bool {
    switch self {
    case .container: true
    case .empty, .foreignFile, .noTable, .noRecords, .failedDownload, .hiddenSheet, .unknownExport,
      .otherColumns, .noSuchPart, .setting, .notInParts, .stopped:
      false
    }
  }

  /// Whether it was refused because reading it could take all memory.
  package var isGuard: Bool {
    switch self {
    case .container(let failure): failure.isGuard
    case .empty, .foreignFile, .noTable, .noRecords, .failedDownload, .hiddenSheet, .unknownExport,
      .otherColumns, .noSuchPart, .setting, .notInParts, .stopped:
      false
    }
  }
}

extension ContainerFailure {
  fileprivate var isGuard: Bool {
    switch self {
    case .tooLarge, .tooDense, .tooManyEntries, .tooManyColumns, .tooDeep, .cellTooLong,
      .nestedArchives, .documentType:
      true
    case .endsInTheMiddle, .wrongChecksum, .malformed, .encrypted, .unknownMethod, .unreadable,
      .stopped:
      false
    }
  }

  fileprivate var reason: Phrase {
    switch self {
    case .endsInTheMiddle:
      Phrase(
        "ends in the middle: it was not written or downloaded whole", zh: "在中途结束：没有完整写入或下载")
    case .wrongChecksum:
      Phrase("is damaged: what it holds does not match its checksum", zh: "已损坏：内容与校验和不符")
    case .malformed(let form, nil):
      Phrase("is damaged: it is no \(form) that can be read", zh: "已损坏：不是可以读取的 \(form)")
    case .malformed(let form, let line?):
      Phrase(
        "is damaged: line \(line) is no \(form) that can be read",
        zh: "已损坏：第 \(line) 行不是可以读取的 \(form)")
    case .encrypted:
      Phrase("is locked by a password; without one it can be read", zh: "有密码保护；去掉密码即可读取")
    case .unknownMethod(let number):
      Phrase(
        "is packed by method \(number) of ZIP, which is not read; as an ordinary ZIP it is",
        zh: "用 ZIP 的方法 \(number) 压缩，不能读取；普通 ZIP 可以")
    case .tooLarge(let limit):
      Phrase(
        "expands to more than \(Self.size(limit)) and is not read",
        zh: "展开后超过 \(Self.size(limit))，不读取")
    case .tooDense(let limit):
      Phrase(
        "expands to more than \(limit) times its size and is not read",
        zh: "展开后超过原大小的 \(limit) 倍，不读取")
    case .tooManyEntries(let limit):
      Phrase("holds more than \(limit) files and is not read", zh: "含超过 \(limit) 个文件，不读取")
    case .tooManyColumns(let limit):
      Phrase("has more than \(limit) columns and is not read", zh: "超过 \(limit) 列，不读取")
    case .tooDeep(let limit):
      Phrase(
        "has more than \(limit) levels one in another and is not read",
        zh: "嵌套超过 \(limit) 层，不读取")
    case .cellTooLong(let limit):
      Phrase(
        "has a cell of more than \(Self.size(limit)) and is not read",
        zh: "有超过 \(Self.size(limit)) 的单元格，不读取")
    case .nestedArchives:
      Phrase(
        "is an archive in an archive in an archive and is not read", zh: "是压缩包里压缩包里的压缩包，不读取")
    case .documentType:
      Phrase(
        "declares a document type, which could grow as it is read, and is not read",
        zh: "声明了文档类型，读取时可能不断膨胀，不读取")
    case .unreadable: Phrase("cannot be read to its end", zh: "无法读到结尾")
    case .stopped: ReadFailure.stopped.reason
    }
  }

  static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")]
    for (unit, name) in units where bytes >= unit { return "\(bytes / unit) \(name)" }
    return "\(bytes) bytes"
  }
}
