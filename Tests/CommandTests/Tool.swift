// The programs of others that read what Kepi writes. A test is left out where its program is not
// installed; `.ci/setup tests` installs them all.
import FoundationEssentials

struct Tool {
  let path: String

  static var kepi: Tool { Tool(path: Child.path) }
  static let python = Tool(path: "/usr/bin/python3")
  static let perl = Tool(path: "/usr/bin/perl")
  /// Comes with the parser for TAP, which a small Perl lacks.
  static let prove = Tool(path: "/usr/bin/prove")
  static let man = Tool(path: "/usr/bin/man")
  static let bash = Tool(path: "/bin/bash")
  static let zsh = Tool(path: "/usr/bin/zsh")
  static let fish = Tool(path: "/usr/bin/fish")
  /// A library for Python.
  static let openpyxl = Tool(path: "/usr/lib/python3/dist-packages/openpyxl/__init__.py")

  var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}
