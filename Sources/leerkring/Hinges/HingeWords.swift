import Glibc
import Rendering
import WorkbenchKit

/// Values of assumptions and of results as they stand in a sentence.
enum HingeWords {
  /// - Parameter decimals: of a number at most.
  static func value(_ value: Value, decimals: Int = 6) -> Text {
    guard case .number(let number, let unit) = value else { return .verbatim(value.plain) }
    let figure = Text.number(number, atMost: decimals)
    return switch unit {
    case .some(.percent), .some(.share): Text(nl: "\(figure.nl) %", en: "\(figure.en)%")
    case .some(.euro): Text(nl: "€ \(figure.nl)", en: "€\(figure.en)")
    default: figure
    }
  }

  /// A value at which something turns, with no more digits than a thousandth of the range.
  static func turn(_ turn: HingeSearch.Turn, of spread: AssumptionSpread) -> Text {
    guard turn.error > 0, let width = spread.width else { return value(turn.value) }
    let decimals = min(12, max(0, Int(ceil(-log10(width / 1_000)))))
    guard case .number(let number, let unit) = turn.value else { return value(turn.value) }
    // What lies behind these digits is where the halving stopped, and no part of the answer.
    let power = pow(10, Double(decimals))
    return value(.number((number * power).rounded() / power, unit: unit), decimals: decimals)
  }

  static func range(_ spread: AssumptionSpread) -> Text {
    switch spread {
    case .even:
      let ends = spread.ends.map { value($0) }
      return Text(nl: "\(ends[0].nl) – \(ends[1].nl)", en: "\(ends[0].en) – \(ends[1].en)")
    case .values(let values, _):
      let shown = values.prefix(4).map { value($0) }
      return .joined(shown, by: " / ") + .verbatim(values.count > 4 ? " / …" : "")
    }
  }

  /// A number in its first two digits.
  static func rounded(_ number: Double) -> Double {
    guard number != 0, number.isFinite else { return number }
    let places = 1 - Int(floor(log10(abs(number))))
    let power = pow(10, Double(abs(places)))
    return places >= 0 ? (number * power).rounded() / power : (number / power).rounded() * power
  }

  /// A figure in the unit and form of the result.
  static func figure(_ number: Double, _ figures: WatchedFigures) -> Text {
    let format: NumberFormat =
      if case .automatic = figures.format { number.magnitude >= 100 ? .decimals(0) : .decimals(2) } else {
        figures.format
      }
    let shown = { (language: Language) in
      NumberMarks(language).value(.number(number, unit: figures.unit), format: format)
    }
    let isShare = if case .share = format { true } else { false }
    let sign = { (text: String) in isShare && !text.hasSuffix("%") ? text + " %" : text }
    return Text(nl: sign(shown(.nl)), en: sign(shown(.en)))
  }
}
