import Glibc
import Language
import WorkbenchKit

/// A line at the prompt that depends on the day or the time and says neither: the program fills it in, and the line that runs, and is
/// noted, says it. In a script it stays an error, so that the same lines give the same bytes.
struct FilledTime {
  /// The line with the moment in it.
  let text: String
  /// What was filled in, as it would be typed.
  let flag: String

  /// - Parameter error: what the line gave; its suggestion is the flag that is due.
  /// - Returns: nil where the moment is not what was missing, or nobody sits at a prompt.
  init?(_ statement: ParsedStatement, _ line: SourceLine, _ error: Diagnostic) {
    guard line.source == "prompt", error.code == "time.missing", let flag = error.suggestion, flag.hasPrefix("--")
    else {
      return nil
    }
    let stages: [StageWords]
    switch statement {
    case .empty: return nil
    case .pipeline(let pipeline), .binding(_, _, let pipeline): stages = pipeline.stages
    }
    // What asks for the moment begins the line.
    guard let end = stages.first?.range.upperBound, stages[0].words.allSatisfy({ $0.bare != flag }) else { return nil }
    let value = flag == "--time" ? LocalTime.now.time : LocalTime.now.day
    self.flag = "\(flag) \(value)"
    let bytes = Array(line.text.utf8)
    text =
      String(decoding: bytes[..<end], as: UTF8.self) + " " + self.flag + String(decoding: bytes[end...], as: UTF8.self)
  }
}

/// Where the person sits it is this day and this time; `SOURCE_DATE_EPOCH` holds it still.
private struct LocalTime {
  let day: String
  let time: String

  static var now: LocalTime {
    var seconds = Glibc.time(nil)
    if let fixed = getenv("SOURCE_DATE_EPOCH"), let given = Int(String(cString: fixed)) { seconds = given }
    var parts = tm()
    localtime_r(&seconds, &parts)
    func text(_ form: String) -> String {
      var buffer = [CChar](repeating: 0, count: 32)
      let length = strftime(&buffer, buffer.count, form, &parts)
      return String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    return LocalTime(day: text("%Y-%m-%d"), time: text("%H:%M"))
  }
}
