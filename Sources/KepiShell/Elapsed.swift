// How long something took, as people say it, and how a statement ended.
import KepiDiagnostics

struct Elapsed {
  let milliseconds: Int

  init(milliseconds: Int) { self.milliseconds = milliseconds }

  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }

  /// `12 ms`, `1.24 s`, `2 min 5 s`.
  var text: String {
    switch milliseconds {
    case ..<1000: return "\(milliseconds) ms"
    case ..<60_000:
      let hundredths = milliseconds / 10 % 100
      return "\(milliseconds / 1000).\(hundredths < 10 ? "0" : "")\(hundredths) s"
    default: return "\(milliseconds / 60_000) min \(milliseconds / 1000 % 60) s"
    }
  }
}

extension Outcome {
  /// A word for it, in lists.
  var phrase: Phrase {
    switch self {
    case .success: Phrase("ok", zh: "成功")
    case .checkFailed: Phrase("check failed", zh: "检查不通过")
    case .misunderstood: Phrase("error", zh: "出错")
    case .unreadableData: Phrase("data error", zh: "数据出错")
    case .timedOut: Phrase("time up", zh: "超时")
    case .interrupted: Phrase("stopped", zh: "已停止")
    }
  }
}
