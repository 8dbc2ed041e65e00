/// What a number counts: a machine name that is part of the interface, and a label for people.
public struct Unit: Sendable, Hashable {
  /// English snake_case, as it stands in `--json`.
  public let name: String
  /// What a person reads.
  public let label: Text

  /// Makes a unit.
  public init(name: String, label: Text) {
    self.name = name
    self.label = label
  }

  /// People.
  public static let persons = Unit(name: "persons", label: Text(nl: "personen", en: "persons"))
  /// Households.
  public static let households = Unit(name: "households", label: Text(nl: "huishoudens", en: "households"))
  /// Dwellings.
  public static let dwellings = Unit(name: "dwellings", label: Text(nl: "woningen", en: "dwellings"))
  /// Areas.
  public static let areas = Unit(name: "areas", label: Text(nl: "gebieden", en: "areas"))
  /// Days.
  public static let days = Unit(name: "days", label: Text(nl: "dagen", en: "days"))
  /// Years.
  public static let years = Unit(name: "years", label: Text(nl: "jaar", en: "years"))
  /// Metres.
  public static let metres = Unit(name: "metres", label: Text(nl: "meter", en: "metres"))
  /// Kilometres.
  public static let kilometres = Unit(name: "kilometres", label: Text(nl: "kilometer", en: "kilometres"))
  /// A fraction of one; shown to people as a percentage.
  public static let share = Unit(name: "share", label: .verbatim("%"))
  /// A number out of a hundred.
  public static let percent = Unit(name: "percent", label: .verbatim("%"))
  /// Euros.
  public static let euro = Unit(name: "euro", label: .verbatim("€"))
}
