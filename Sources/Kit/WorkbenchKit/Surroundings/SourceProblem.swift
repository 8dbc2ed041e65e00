/// What can be wrong with how a table of a file is asked for, whatever the file.
enum SourceProblem {
  static func holdsOne(_ file: String, _ item: String) -> Diagnostic {
    Diagnostic(
      "source.item",
      Text(
        nl: "'\(file)' is één tabel; er staat geen '\(item)' in",
        en: "'\(file)' is one table; there is no '\(item)' in it"),
      wayOut: Text(nl: "lees het zonder '\(item)'", en: "read it without '\(item)'"))
  }

  static func isText(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.text",
      Text(
        nl: "'\(file)' is tekst in kolommen: de vlaggen voor werkbladen betekenen daar niets",
        en: "'\(file)' is text in columns: the flags for sheets mean nothing there"),
      wayOut: Text(
        nl: """
          laat --sheet, --layer, --query, --header, --header-rows, --range, --hidden, --text, --formulas en --percent weg
          """,
        en: """
          leave --sheet, --layer, --query, --header, --header-rows, --range, --hidden, --text, --formulas and --percent out
          """))
  }

  static func namedTwice(_ item: String) -> Diagnostic {
    Diagnostic(
      "argument.clash",
      Text(
        nl: "'\(item)' staat achter het bestand, en een vlag noemt ook een blad of laag",
        en: "'\(item)' stands behind the file, and a flag names a sheet or layer too"),
      wayOut: Text(nl: "geef een van de twee", en: "give one of the two"))
  }

  static func tooDeep(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.nested",
      Text(
        nl: "in '\(file)' staat een bestand in een bestand in een bestand",
        en: "'\(file)' is a file in a file in a file"),
      wayOut: Text(nl: "pak het eerst uit", en: "unpack it first"))
  }
}
