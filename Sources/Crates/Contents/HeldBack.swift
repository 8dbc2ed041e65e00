import WorkbenchKit

/// How much was left out of a crate because it may not be seen.
public struct HeldBack: Sendable, Hashable {
  /// Cells whose value is held back as a small count, or because a small count would follow from it.
  public var suppressed = 0
  /// Times that something hidden was taken out.
  public var hidden = 0
  /// Rows of tables in which each row is a person.
  public var persons = 0
  /// Kept results that cannot be read here without a key.
  public var sealed = 0

  /// Makes a count of nothing.
  public init() {}

  /// Whether nothing was left out.
  public var isNothing: Bool { self == HeldBack() }

  /// Each count with what it counts.
  public var counts: [(name: String, count: Int, about: Text)] {
    [
      (
        "suppressed", suppressed,
        Text(nl: "achtergehouden cellen met kleine aantallen", en: "cells held back as small counts")
      ),
      ("hidden", hidden, Text(nl: "keer iets afgeschermds weggelaten", en: "times something hidden was taken out")),
      ("persons", persons, Text(nl: "weggelaten rijen over personen", en: "rows of persons left out")),
      ("sealed", sealed, Text(nl: "verzegelde uitkomsten weggelaten", en: "sealed results left out")),
    ]
  }

  /// Adds what was left out elsewhere.
  public mutating func add(_ other: HeldBack) {
    suppressed += other.suppressed
    hidden += other.hidden
    persons += other.persons
    sealed += other.sealed
  }
}
