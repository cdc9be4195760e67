// What is said about the cache: where it is, what it holds, what went.
package import KepiCache
package import KepiDiagnostics

extension CacheFolder {
  /// Where it is and how full.
  package var summary: Phrase {
    let entries = entries()
    let bytes = Self.text(ofBytes: entries.reduce(0) { $0 + $1.byteCount })
    let limit = Self.text(ofBytes: byteLimit)
    return Phrase(
      "the cache in \(path) holds \(Self.counted(entries.count)), \(bytes) of at most \(limit)",
      zh: "缓存位于 \(path)，有 \(entries.count) 个报告，共 \(bytes)，上限 \(limit)")
  }

  /// What `kepi cache clear` says.
  package func clearedText() -> Phrase {
    let (count, byteCount) = clear()
    let bytes = Self.text(ofBytes: byteCount)
    return Phrase(
      "removed \(Self.counted(count)) from the cache in \(path): \(bytes)",
      zh: "已从 \(path) 的缓存中清除 \(count) 个报告，共 \(bytes)")
  }

  private static func counted(_ count: Int) -> String {
    "\(count) export\(count == 1 ? "" : "s")"
  }

  /// `20 GB`, `3.4 MB`: of a thousand each, as the folders of a desktop have them.
  package static func text(ofBytes count: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var unit = 0
    var size = count
    var rest = 0
    while size >= 1000, unit < units.count - 1 {
      rest = size % 1000 / 100
      size /= 1000
      unit += 1
    }
    let isShort = unit > 0 && size < 100 && rest > 0
    return "\(size)\(isShort ? ".\(rest)" : "") \(units[unit])"
  }
}

extension CacheFolder? {
  /// What stands below `show cache`.
  var note: Diagnostic {
    .note(
      .cacheInUse,
      self?.summary ?? Phrase("there is no cache in this run", zh: "本次运行不使用缓存"),
      details: [
        Phrase("What is kept is removed by:   kepi cache clear", zh: "清除缓存：   kepi cache clear")
      ])
  }
}

extension LoadedFile {
  /// Where the rows of a file came from or went, and how many bytes they take there.
  func said(of cache: StoreCache?) -> (Phrase, byteCount: Int?) {
    switch cacheUse {
    case .opened(let opened, _):
      return (Phrase("from the cache", zh: "来自缓存"), opened.byteCount)
    case .given(let key):
      switch cache?.result(of: key) {
      case .kept(let byteCount, _):
        return (Phrase("read, and kept now", zh: "已读取，现已存入缓存"), byteCount)
      case .small: return (Phrase("read: it is small", zh: "已读取：文件小，不必缓存"), nil)
      case .young: return (Phrase("read: it changed a moment ago", zh: "已读取：文件刚刚改过"), nil)
      case .noRoom: return (Phrase("read: the cache has no room for it", zh: "已读取：缓存放不下"), nil)
      case nil: return (Phrase("read", zh: "已读取"), nil)
      }
    case nil: return (Phrase("read", zh: "已读取"), nil)
    }
  }
}
