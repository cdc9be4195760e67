// What is said where a question would take more memory than it may.
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

extension Questioner {
  func tooLarge(groupCount: Int) -> Diagnostic {
    let megabytes = effort.memoryBytes / 1_000_000
    return Diagnostic(
      .error, .tooLargeForMemory,
      Phrase(
        "the lines of this question do not fit \(NumberStyle.text(megabytes)) MB of memory",
        zh: "这个查询的行放不进 \(NumberStyle.text(megabytes)) MB 内存"),
      details: [
        Phrase(
          "\(NumberStyle.text(groupCount)) groups were found by then. Fewer names in `by` or a"
            + " condition in `where` make fewer of them.",
          zh: "此时已有 \(NumberStyle.text(groupCount)) 组。`by` 少写一个名称，或用 `where` 加条件，组就少了"),
        Phrase(
          "To let it take more:   set memory \(max(1, 2 * megabytes))",
          zh: "要让它多用内存：   set memory \(max(1, 2 * megabytes))"),
      ])
  }
}

extension Settings {
  /// Bytes that a question may take, where they are set by hand.
  var memoryBytes: Int? { memoryMegabytes.map { $0 * 1_000_000 } }

  /// From a number of megabytes, or `auto` for half of what the machine has.
  mutating func setMemory(_ name: Name, _ word: String) throws(SettingProblem) {
    if word.folded == "auto" {
      memoryMegabytes = nil
      return
    }
    guard let number = Int(word), number > 0, number <= 1_000_000_000 else {
      throw .badValue(name, ["auto", "4000"])
    }
    memoryMegabytes = number
  }
}
