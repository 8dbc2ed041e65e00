import WorkbenchKit

/// The line that tells how far long work is: ` 42 % gebieden lezen · nog 8 s`.
public struct ProgressLine: Sendable, Hashable {
  /// 0 through 1.
  public let fraction: Double
  public let doing: Text
  /// Seconds since the work began.
  public let elapsed: Double

  public init(fraction: Double, doing: Text, elapsed: Double) {
    self.fraction = fraction.isFinite ? min(max(fraction, 0), 1) : 0
    self.doing = doing
    self.elapsed = elapsed.isFinite ? max(elapsed, 0) : 0
  }

  /// Returns the line without a line break, at most one column narrower than the terminal, so that the cursor stays on it.
  public func text(_ language: Language, columns: Int) -> String {
    let percent = DisplayWidth.padded(String(Int(fraction * 100)), to: 3, at: .right) + (language == .nl ? " %" : "%")
    let head = "\(percent) \(Sanitizer.line(doing(language)))"
    let room = max(columns, 20) - 1
    guard let left = timeLeft(language) else { return DisplayWidth.truncated(head, to: room) }
    return DisplayWidth.truncated(head, to: room - DisplayWidth.of(left)) + left
  }

  /// What is left if the rest goes as fast; nothing is told before there is something to go by.
  private func timeLeft(_ language: Language) -> String? {
    guard fraction >= 0.02, fraction < 1, elapsed >= 0.5 else { return nil }
    let seconds = (elapsed * (1 - fraction) / fraction).rounded(.up)
    guard seconds < 360_000 else { return nil }
    let whole = Int(seconds)
    let time: Text =
      switch whole {
      case ..<100: .verbatim("\(whole) s")
      case ..<5_400: .verbatim("\((whole + 30) / 60) min")
      default: Text(nl: "\(whole / 3600) u \(whole % 3600 / 60) min", en: "\(whole / 3600) h \(whole % 3600 / 60) min")
      }
    return Text(nl: " · nog \(time.nl)", en: " · \(time.en) left")(language)
  }
}
