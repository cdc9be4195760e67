// swift-tools-version: 6.3
// The target graph is the map of the code: what a target does not list here, it cannot import.
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Tests wait for the program far more than for the compiler: unoptimised it takes seven times as long.
let optimised: [SwiftSetting] =
  strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "kepi",
  products: [.executable(name: "kepi", targets: ["kepi"])],
  dependencies: [
    // Options, their help and their mistakes.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "KepiDiagnostics", swiftSettings: optimised),
    .target(name: "KepiSyntax", dependencies: ["KepiDiagnostics"], swiftSettings: optimised),
    // A span into memory of our own is tied to its owner, which only this setting can say.
    .target(
      name: "KepiColumns", dependencies: ["CPrefetch"],
      swiftSettings: optimised + [.enableExperimentalFeature("Lifetimes")]),
    // Deflate and checksums, in ZIP archives, workbooks and gzip files.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // XML as a stream, in workbooks and reports.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // JSON as a stream, with its numbers as they are written.
    .systemLibrary(name: "CYajl", pkgConfig: "yajl", providers: [.apt(["libyajl-dev"])]),
    // Elements of XML and their attributes lie in memory of the parser, and cannot outlive it.
    .target(
      name: "KepiContainers", dependencies: ["KepiColumns", "CZlib", "CExpat", "CYajl"],
      swiftSettings: optimised + [.enableExperimentalFeature("Lifetimes")]),
    // Bytes found in a text, and cells in a table, by vector instructions: two headers.
    .systemLibrary(name: "CByteSearch"),
    .systemLibrary(name: "CPrefetch"),
    .target(
      name: "KepiFormats",
      dependencies: ["KepiColumns", "KepiDiagnostics", "KepiContainers", "CByteSearch"],
      swiftSettings: optimised),
    // What was read, in files that are mapped into memory by the next run.
    .target(
      name: "KepiCache", dependencies: ["KepiColumns", "KepiDiagnostics", "KepiFormats"],
      swiftSettings: optimised),
    .target(name: "KepiCatalogue", swiftSettings: optimised),
    // Lessons as documents, and the grading of answers: texts and values in, values out.
    .target(
      name: "KepiLessons", dependencies: ["KepiDiagnostics", "KepiColumns"],
      swiftSettings: optimised),
    .target(
      name: "KepiSemantics", dependencies: ["KepiSyntax", "KepiColumns", "KepiDiagnostics"],
      swiftSettings: optimised),
    .target(
      name: "KepiEngine", dependencies: ["KepiSemantics", "KepiColumns"], swiftSettings: optimised),
    // Workbooks for spreadsheets, as answers.
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "KepiReports", dependencies: ["KepiColumns", "KepiDiagnostics", "CXLSXWriter"],
      swiftSettings: optimised),
    .target(
      name: "KepiShell",
      dependencies: [
        "KepiDiagnostics", "KepiSyntax", "KepiColumns", "KepiContainers", "KepiFormats",
        "KepiCache", "KepiCatalogue", "KepiSemantics", "KepiEngine", "KepiReports", "KepiLessons",
      ], swiftSettings: optimised),
    // The line editor of the shell.
    .systemLibrary(name: "CEditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .executableTarget(
      name: "kepi",
      dependencies: [
        "KepiShell", "KepiReports", "KepiCache", "KepiColumns", "KepiLessons", "KepiDiagnostics",
        "CEditLine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: optimised,
      // Libedit measures signs with `wcwidth`, and is to find ours.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=wcwidth"])]),
    // The benchmark suite: data, questions, times, and what other engines answer.
    .executableTarget(
      name: "kepi-bench",
      dependencies: [
        "KepiShell", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], resources: [.embedInCode("peers.py")], swiftSettings: optimised),

    // Lexer, parser, printer, names: texts of the corpus in, trees and messages out.
    .testTarget(
      name: "SyntaxTests", dependencies: ["KepiSyntax", "KepiDiagnostics"],
      resources: [.copy("Corpus")], swiftSettings: strict),
    // The published grammar: the parser agrees with it, and what is made from the keyword table.
    .testTarget(
      name: "GrammarTests", dependencies: ["KepiSyntax", "KepiDiagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests",
      dependencies: [
        "KepiFormats", "KepiContainers", "KepiColumns", "KepiDiagnostics", "KepiShell",
        "KepiSyntax", "KepiCatalogue", "CZlib",
      ],
      resources: [.copy("Corpus")], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["KepiReports", "KepiColumns", "KepiDiagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "SemanticsTests",
      dependencies: ["KepiSemantics", "KepiSyntax", "KepiColumns", "KepiDiagnostics"],
      swiftSettings: strict),
    // Whole sessions: questions over small files, answers and messages to the letter.
    .testTarget(
      name: "CorpusTests",
      dependencies: [
        "KepiCache", "KepiShell", "KepiReports", "KepiEngine", "KepiColumns", "KepiDiagnostics",
      ],
      exclude: ["Metrics"], resources: [.copy("Corpus")], swiftSettings: strict),
    // What is kept between runs: there and back, damage, changed files, room, several at once.
    .testTarget(
      name: "CacheTests",
      dependencies: ["KepiCache", "KepiFormats", "KepiColumns", "KepiDiagnostics"],
      swiftSettings: strict),
    // Generated questions, answered by the product and by a plain evaluator of the rules.
    .testTarget(
      name: "ReferenceTests",
      dependencies: ["KepiShell", "KepiEngine", "KepiSyntax", "KepiColumns", "KepiDiagnostics"],
      exclude: ["Found"], swiftSettings: strict),
    // What is promised to readers: the README's commands, the example scripts, the figures worked
    // out independently, and that no buyer's name is kept.
    .testTarget(
      name: "DocumentTests", dependencies: ["KepiShell", "KepiSyntax", "KepiDiagnostics"],
      exclude: ["Golden"], swiftSettings: strict),
    // What people read when something is wrong, the lines they are offered, help and reports.
    .testTarget(
      name: "MessageTests",
      dependencies: [
        "KepiShell", "KepiDiagnostics", "KepiCatalogue", "KepiSyntax", "KepiSemantics",
      ], swiftSettings: strict),
    // Lessons: documents, typed answers, every shipped lesson with all of its answers, quizzes, the
    // glossary, and what is remarked on definitions.
    .testTarget(
      name: "LessonTests",
      dependencies: [
        "KepiShell", "KepiLessons", "KepiCatalogue", "KepiSyntax", "KepiDiagnostics",
      ], resources: [.copy("Corpus")], swiftSettings: strict),
    // The built executable: options, exit status, pipes, the shell under a pseudo-terminal.
    .testTarget(name: "CommandTests", dependencies: ["kepi", "kepi-bench"], swiftSettings: strict),
  ]
)
