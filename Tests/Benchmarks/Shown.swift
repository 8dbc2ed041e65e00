import Glibc
import WorkbenchKit

/// Figures as a reader wants them: three digits, no more.
enum Shown {
  static func milliseconds(_ seconds: Double) -> String { "\(number(seconds * 1e3)) ms" }

  static func megabytes(_ bytes: Int) -> String { "\(NumberText.fixed(Double(bytes) / 1e6, decimals: 0)) MB" }

  /// Memory as Linux counted it, which is never less than what this process had when it started the other.
  static func peak(_ bytes: Int) -> String {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return (bytes <= usage.ru_maxrss * 1024 ? "≤ " : "") + megabytes(bytes)
  }

  static func ratio(_ ratio: Double) -> String { NumberText.fixed(ratio, decimals: 2) }

  static func number(_ number: Double) -> String {
    if number == number.rounded() { return NumberText.fixed(number, decimals: 0) }
    return NumberText.fixed(number, decimals: abs(number) < 10 ? 2 : abs(number) < 100 ? 1 : 0)
  }
}
