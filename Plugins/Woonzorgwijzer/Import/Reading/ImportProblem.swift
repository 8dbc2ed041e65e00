import WorkbenchKit

/// What stops an import.
enum ImportProblem {
  static func missingYear(_ file: String) -> Diagnostic {
    let guess = Period.suggestedYear(file)
    return Diagnostic(
      "argument.missing",
      Text(nl: "'\(file)' zegt niet van welk jaar het is", en: "'\(file)' does not say of which year it is"),
      wayOut: guess.map {
        Text(
          nl: "geef het jaar met --year; de bestandsnaam noemt \($0)",
          en: "give the year with --year; the file's name says \($0)")
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

  static func nothing(_ file: String, _ scope: Scope) -> Diagnostic {
    let only = scope.word.map { Text(nl: " binnen '\($0)'", en: " within '\($0)'") } ?? .verbatim("")
    return Diagnostic(
      "import.nothing",
      Text(nl: "'\(file)' heeft geen enkel gebied\(only.nl)", en: "'\(file)' has not a single area\(only.en)"),
      wayOut: Text(
        nl: "controleer de code bij --only; er is niets ingelezen",
        en: "check the code with --only; nothing was imported"))
  }

  static func noCodes(_ file: String, columns: [String]) -> Diagnostic {
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
