import WorkbenchKit

/// Durations as ISO 8601 writes them: `P3DT4H` in days and time, `P1Y2M` in years and months.
enum DurationText {
  /// Seconds or months.
  enum Length {
    case seconds(Double)
    case months(Int)
  }

  static func read(_ text: String) -> Length? {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
    var seconds = 0.0
    var months = 0
    var letters = Substring("YMD")
    var seen = ""
    var isTime = false
    while let first = rest.first {
      if first == "T", !isTime {
        rest.removeFirst()
        isTime = true
        letters = "HMS"
        if rest.isEmpty { return nil }
        continue
      }
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      // Up to a hundred million: what is longer is no duration that anybody means.
      guard let letter = rest.popFirst(), let place = letters.firstIndex(of: letter), !digits.isEmpty,
        let number = NumberText.parse(String(digits)), number <= 1e8, letter == "S" || number == number.rounded()
      else { return nil }
      letters = letters[letters.index(after: place)...]
      seen.append(letter)
      switch (letter, isTime) {
      case ("Y", _): months += Int(number) * 12
      case ("M", false): months += Int(number)
      case ("D", _): seconds += number * 86_400
      case ("H", _): seconds += number * 3600
      case ("M", true): seconds += number * 60
      default: seconds += number
      }
    }
    let isMonths = !isTime && seen.allSatisfy { "YM".contains($0) }
    // Years beside days have no length of their own.
    guard !seen.isEmpty, isMonths || months == 0 && !seen.contains("Y") && (isTime || !seen.contains("M")) else {
      return nil
    }
    return isMonths ? .months(isNegative ? -months : months) : .seconds(isNegative ? -seconds : seconds)
  }

  static func text(seconds: Double) -> String {
    let whole = abs(seconds).rounded(.down)
    let fraction = abs(seconds) - whole
    guard let count = Int(exactly: whole) else { return "PT\(NumberText.shortest(seconds))S" }
    var time = ""
    if count / 3600 % 24 > 0 { time += "\(count / 3600 % 24)H" }
    if count / 60 % 60 > 0 { time += "\(count / 60 % 60)M" }
    if count % 60 > 0 || fraction > 0 {
      time += NumberText.shortest(Double(count % 60) + (fraction * 1e6).rounded() / 1e6) + "S"
    }
    let days = count / 86_400 > 0 ? "\(count / 86_400)D" : ""
    let text = days + (time.isEmpty ? "" : "T" + time)
    return (seconds < 0 ? "-P" : "P") + (text.isEmpty ? "T0S" : text)
  }

  static func text(months: Int) -> String {
    let count = months.magnitude
    let years = count / 12 > 0 ? "\(count / 12)Y" : ""
    return (months < 0 ? "-P" : "P") + years + (count % 12 > 0 || years.isEmpty ? "\(count % 12)M" : "")
  }
}
