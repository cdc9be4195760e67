// Files and folders of this machine. The only place in this target that touches them.
import FoundationEssentials
package import KepiContainers
package import KepiDiagnostics

/// What a session reads from: the local disk, or a made-up one in tests.
package struct FileAccess: Sendable {
  package struct Failure: Error, Equatable {
    package let reason: Phrase
    package init(_ reason: Phrase) { self.reason = reason }
  }

  package enum Kind: Equatable, Sendable { case file, folder }

  package let read: @Sendable (String) throws(Failure) -> [UInt8]
  /// A file to be read part by part; `nil` for one that can only be read whole.
  package let open: @Sendable (String) throws(Failure) -> LargeFile?
  /// Names in a folder, without those that begin with a dot. Ascending, whatever the order of the
  /// disk: of files that overlap the last one counts.
  package let list: @Sendable (String) throws(Failure) -> [String]
  /// `nil` where there is nothing.
  package let kind: @Sendable (String) -> Kind?
  /// Bytes of a file; `nil` where it is not known.
  package let size: @Sendable (String) -> Int?

  package let write: @Sendable (String, [UInt8]) throws(Failure) -> Void
  /// What tells that a file was written to; `nil` where there is none.
  package let stamp: @Sendable (String) -> Stamp?
  /// Where a file lies on the disk; `nil` for one that does not, of which nothing is kept.
  package let diskPath: @Sendable (String) -> String?

  package struct Stamp: Equatable, Sendable {
    package let byteCount: Int
    /// Since 1970. Only ever compared with another of the same file.
    package let modifiedNanoseconds: Int

    package init(byteCount: Int, modifiedNanoseconds: Int) {
      self.byteCount = byteCount
      self.modifiedNanoseconds = modifiedNanoseconds
    }
  }

  package init(
    read: @escaping @Sendable (String) throws(Failure) -> [UInt8],
    open: @escaping @Sendable (String) throws(Failure) -> LargeFile? = { (_) throws(Failure) in nil
    },
    list: @escaping @Sendable (String) throws(Failure) -> [String],
    kind: @escaping @Sendable (String) -> Kind?,
    size: @escaping @Sendable (String) -> Int? = { _ in nil },
    write: @escaping @Sendable (String, [UInt8]) throws(Failure) -> Void = {
      (_, _) throws(Failure) in throw Failure(Phrase("nothing can be written here", zh: "这里不能写入"))
    },
    stamp: @escaping @Sendable (String) -> Stamp? = { _ in nil },
    diskPath: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.stamp = stamp
    self.diskPath = diskPath
    self.read = read
    self.open = open
    // Compared as bytes: the order must not depend on anyone's locale.
    self.list = { path throws(Failure) in
      try list(path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    self.kind = kind
    self.size = size
    self.write = write
  }

  package static let local = FileAccess(
    read: { path throws(Failure) in
      do {
        return try FileBytes.read(path)
      } catch {
        throw Failure(
          FileManager.default.fileExists(atPath: path)
            ? Phrase("it cannot be read", zh: "无法读取") : .noSuchFile)
      }
    },
    open: { path in FileBytes.open(path) },
    list: { path throws(Failure) in
      do {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        return names.filter { !$0.hasPrefix(".") && FileBytes.isKept($0, in: path) }
      } catch {
        throw Failure(Phrase("the folder cannot be read", zh: "文件夹无法读取"))
      }
    },
    kind: { path in
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
      return isFolder ? .folder : .file
    },
    size: { FileBytes.size(of: $0) },
    write: { path, bytes throws(Failure) in
      do {
        let folder = Paths.folder(of: path)
        if !folder.isEmpty {
          try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        }
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
      } catch {
        throw Failure(Phrase("it cannot be written", zh: "无法写入"))
      }
    },
    stamp: { FileBytes.stamp($0) }, diskPath: { $0 })
}

extension Phrase {
  static let noSuchParameter = Phrase("there is no such parameter", zh: "没有这个参数")

  package static let noSuchFile = Phrase("there is no such file", zh: "没有这个文件")

  /// What is wrong with a file or a folder, behind its name.
  package static func about(_ path: String, _ reason: Phrase) -> Phrase {
    Phrase("\(path): \(reason.english)", zh: "\(path)：\(reason.chinese)")
  }

  /// The reason why a file was not read, which is a sentence without its subject.
  static func theFile(_ reason: Phrase) -> Phrase {
    Phrase("the file \(reason.english)", zh: "文件\(reason.chinese)")
  }
}

/// Paths as text: joined, cut and simplified.
package enum Paths {
  package static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// Simplified, unless that leads elsewhere, as behind a link to a folder.
  static func shortened(_ path: String, using access: FileAccess) -> String {
    let short = simplified(path)
    return access.kind(short) == .file ? short : path
  }

  /// Without `.` and, where it can be, `..`: two spellings of one file become one.
  package static func simplified(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
