import WorkbenchKit

/// What stops an import.
enum ImportProblem {
  /// - Parameter title: what stands above the table.
  static func missingYear(_ file: String, title: [String] = []) -> Diagnostic {
    let named = Period.suggestedYear(file)
    let titled = Set(Period.years(in: title.joined(separator: " ")))
    let guess = named ?? (titled.count == 1 ? titled.first : nil)
    let teller =
      named == nil ? Text(nl: "de titel", en: "the title") : Text(nl: "de bestandsnaam", en: "the file's name")
    return Diagnostic(
      "argument.missing",
      Text(nl: "'\(file)' zegt niet van welk jaar het is", en: "'\(file)' does not say of which year it is"),
      wayOut: guess.map {
        Text(
          nl: "geef het jaar met --year; \(teller.nl) noemt \($0)",
          en: "give the year with --year; \(teller.en) says \($0)")
      } ?? Text(nl: "geef het jaar met --year", en: "give the year with --year"),
      suggestion: guess.map { "--year \($0)" })
  }

  static func otherYear(_ file: String, _ year: Int, found: [Int]) -> Diagnostic {
    let years = found.sorted().map(String.init).joined(separator: ", ")
    return Diagnostic(
      "import.year",
      Text(nl: "'\(file)' is niet van \(year) maar van \(years)", en: "'\(file)' is not of \(year) but of \(years)"),
      wayOut: Text(
        nl: "laat --year weg of geef een jaar uit het bestand", en: "leave --year out, or give a year of the file"),
      suggestion: found.count == 1 ? "--year \(years)" : nil)
  }

  static func noWholeYear(_ file: String, period: String) -> Diagnostic {
    Diagnostic(
      "import.year",
      Text(
        nl: "'\(file)' heeft geen enkele regel van een heel jaar, maar van '\(period)'",
        en: "'\(file)' has not a single row of a whole year, but of '\(period)'"),
      wayOut: Text(
        nl: "haal de jaarcijfers op; er is niets ingelezen", en: "take the figures of the year; nothing was imported"))
  }

  enum YearTeller { case name, title, file }

  /// The caution that the year that was given is not the one that something else says.
  static func yearDiffers(given: Int, said: Int, by teller: YearTeller) -> Text {
    switch teller {
    case .name:
      Text(
        nl: "let op: de bestandsnaam noemt \(said), de cijfers zijn ingelezen als \(given) (--year)",
        en: "mind: the file's name says \(said), the figures were imported as \(given) (--year)")
    case .title:
      Text(
        nl: "let op: de titel boven de tabel noemt \(said), de cijfers zijn ingelezen als \(given) (--year)",
        en: "mind: the title above the table says \(said), the figures were imported as \(given) (--year)")
    case .file:
      Text(
        nl: "let op: het bestand zelf zegt \(said); dat geldt, en niet \(given) (--year)",
        en: "mind: the file itself says \(said); that holds, and not \(given) (--year)")
    }
  }

  static func nothing(_ file: String, _ scope: Scope) -> Diagnostic {
    let only = scope.word.map { Text(nl: " binnen '\($0)'", en: " within '\($0)'") } ?? .verbatim("")
    return Diagnostic(
      "import.nothing",
      Text(nl: "'\(file)' heeft geen enkel gebied\(only.nl)", en: "'\(file)' has not a single area\(only.en)"),
      wayOut: Text(
        nl: "controleer de code bij --only; er is niets ingelezen",
        en: "check the code with --only; nothing was imported"))
  }

  /// - Parameters:
  ///   - columns: those that are called as codes are.
  ///   - named: those that are called as names of areas are.
  static func noCodes(_ file: String, columns: [String], named: [String]) -> Diagnostic {
    if let column = named.first {
      return Diagnostic(
        "import.nothing",
        Text(
          nl: "'\(file)' heeft geen gebiedscodes, en geen enkele naam in '\(column)' is die van een ingelezen gebied",
          en: "'\(file)' has no area codes, and not a single name in '\(column)' is that of an imported area"),
        wayOut: Text(
          nl: "lees eerst de kerncijfers van die gebieden in, of zet hun codes erbij; er is niets ingelezen",
          en: "first import the key figures of these areas, or add their codes; nothing was imported"))
    }
    let names = columns.joined(separator: ", ")
    return Diagnostic(
      "import.nothing",
      Text(
        nl: "'\(file)' heeft in \(names) geen enkele gebiedscode",
        en: "'\(file)' has not a single area code in \(names)"),
      wayOut: Text(
        nl: "een code is NL, GM, WK of BU met cijfers, zoals BU01640501; er is niets ingelezen",
        en: "a code is NL, GM, WK or BU with digits, such as BU01640501; nothing was imported"))
  }
}
