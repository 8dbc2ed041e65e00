/// One value: a cell of a table, an argument, what `let` remembers.
public enum Value: Sendable, Hashable {
  case missing
  case boolean(Bool)
  /// A finite number, with its unit where it was written with one (`12%`, `€1250`).
  case number(Double, unit: Unit? = nil)
  case text(String)
  /// A day, without a time.
  case date(CalendarDate)
  case list([Value])

  /// The number, whatever its unit; nil where it is none.
  public var number: Double? { if case .number(let number, _) = self { number } else { nil } }
  /// The text; nil where it is none.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// Yes or no; nil where it is neither.
  public var boolean: Bool? { if case .boolean(let boolean) = self { boolean } else { nil } }
  /// The day; nil where it is none.
  public var date: CalendarDate? { if case .date(let date) = self { date } else { nil } }
  /// Whether there is no value.
  public var isMissing: Bool { self == .missing }

  /// The value as it would be typed: machine marks, no unit conversion.
  public var plain: String {
    switch self {
    case .missing: ""
    case .boolean(let boolean): boolean ? "true" : "false"
    case .number(let number, let unit):
      switch unit {
      case .some(.percent): NumberText.shortest(number) + "%"
      case .some(.euro): "€" + NumberText.shortest(number)
      default: NumberText.shortest(number)
      }
    case .text(let text): text
    case .date(let date): date.text
    case .list(let values): values.map(\.plain).joined(separator: ",")
    }
  }
}
