import WorkbenchKit

/// No story of a person comes in, and no column of one: a table with one is refused as a whole.
enum StoryGuard {
  /// A code, a name of a provider or a reason is shorter than this; what is longer tells something.
  static let longest = 80

  private static let names: Set = [
    "naam", "name", "voornaam", "achternaam", "firstname", "lastname", "surname", "adres", "address", "straat",
    "street", "huisnummer", "postcode", "geboortedatum", "geboortedag", "geboren", "birthdate", "birthday",
    "dateofbirth", "bsn", "telefoon", "phone", "email", "mail",
  ]

  /// - Throws: `personal.found` for a column of a person, `text.story` for one with long text.
  static func demandNone(in table: Table, at place: Place?) throws {
    for column in table.columns {
      if names.contains(column.name.foldedForLookup.filter(\.isLetter)) {
        throw refused(
          "personal.found", column.name,
          Text(
            nl: "kolom '\(column.name)' hoort bij een persoon; er is niets ingelezen",
            en: "column '\(column.name)' belongs to a person; nothing was taken in"), place)
      }
      guard column.texts?.contains(where: { ($0?.count ?? 0) > longest }) == true else { continue }
      throw refused(
        "text.story", column.name,
        Text(
          nl: "kolom '\(column.name)' bevat lange tekst; een verhaal wordt niet bewaard, er is niets ingelezen",
          en: "column '\(column.name)' holds long text; a story is not kept, nothing was taken in"), place)
    }
  }

  private static func refused(_ code: String, _ column: String, _ message: Text, _ place: Place?) -> Diagnostic {
    let flag = "--drop \(TypedWord.quoted(column))"
    return Diagnostic(
      code, message, wayOut: Text(nl: "laat de kolom weg met \(flag)", en: "leave the column out with \(flag)"),
      suggestion: flag, place: place)
  }
}
