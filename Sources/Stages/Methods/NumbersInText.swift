import WorkbenchKit

extension Text {
  /// A number within a sentence, in the marks of each language: up to four decimals, as many as it needs.
  static func number(_ number: Double) -> Text {
    var decimals = 0
    while decimals < 4, NumberText.parse(NumberText.fixed(number, decimals: decimals)) != number { decimals += 1 }
    return Text(
      nl: NumberText.fixed(number, decimals: decimals, point: ",", thousands: "."),
      en: NumberText.fixed(number, decimals: decimals, point: ".", thousands: ","))
  }

  /// Texts after each other with a mark between them.
  static func joined(_ parts: [Text], by mark: String = ", ") -> Text {
    Text(nl: parts.map(\.nl).joined(separator: mark), en: parts.map(\.en).joined(separator: mark))
  }
}

extension Value {
  /// The number that a value of a `key=value` is, a percentage as a share; nil where it is none.
  var share: Double? {
    switch self {
    case .number(let number, let unit): unit == .percent ? number / 100 : number
    case .text(let text): NumberText.parse(text)
    default: nil
    }
  }
}
