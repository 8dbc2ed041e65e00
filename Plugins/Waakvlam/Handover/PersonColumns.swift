import WorkbenchKit

/// Columns in which a person would stand by what they are called: a table with one is not taken in, whatever is in it.
enum PersonColumns {
  private static let names: Set = [
    "naam", "name", "voornaam", "achternaam", "firstname", "lastname", "surname", "adres", "address", "straat",
    "street",
    "huisnummer", "postcode", "geboortedatum", "geboortedag", "geboren", "birthdate", "birthday", "dateofbirth", "bsn",
    "telefoon", "phone", "email", "mail",
  ]

  /// - Throws: `personal.found`.
  static func demandNone(_ columns: [String], at place: Place?) throws {
    guard
      let found = columns.first(where: { column in
        names.contains(column.foldedForLookup.filter { $0.isLetter })
      })
    else { return }
    throw Diagnostic(
      "personal.found",
      Text(
        nl: "kolom '\(found)' hoort bij een persoon; er is niets ingelezen",
        en: "column '\(found)' belongs to a person; nothing was taken in"),
      wayOut: Text(nl: "laat weg met --drop \(found)", en: "leave out with --drop \(found)"),
      suggestion: "--drop \(found)",
      place: place)
  }
}
