import WorkbenchKit

extension NumberMarks {
  /// Writes a single value with its unit, as a fact shows it; a list with `·` between its items.
  ///
  /// - Parameter name: of the fact; a number that is called a year has no mark between thousands.
  public func value(_ value: Value, format: Column.Format = .automatic, name: String = "") -> String {
    switch value {
    case .missing: return Self.missing
    case .boolean(let boolean): return self.boolean(boolean)
    case .text(let text): return text
    case .date(let date): return date.text
    case .list(let values): return values.map { self.value($0, format: format, name: name) }.joined(separator: " · ")
    case .number(let number, let unit):
      let digits = Digits(format, unit: unit, name: name)
      return withUnit(digits.text(number, decimals: digits.decimals(for: number), marks: self), digits.shownUnit(unit))
    }
  }

  /// Writes a fact: what a person reads instead of its value, else the value.
  public func value(_ fact: Facts.Fact) -> String {
    fact.shown?(language) ?? value(fact.value, format: fact.format, name: fact.name)
  }

  private func withUnit(_ number: String, _ unit: Unit?) -> String {
    guard let unit else { return number }
    switch (unit, language) {
    case (.percent, .en): return number + "%"
    case (.euro, .en): return number.first == "-" ? "-€" + number.dropFirst() : "€" + number
    case (.euro, .nl): return "€ " + number
    default: return "\(number) \(unit.label(language))"
    }
  }
}
