import WorkbenchKit

/// What is said of a file that is something else than a table that is read here.
struct FormProblem {
  let name: String
  /// Whether the ending of its name is one of a workbook, a dBASE table or a zip.
  let promisesTable: Bool

  private var ending: String { FileEnding.of(name) }

  private func problem(_ code: String, nl: String, en: String, wayOut: Text) -> Diagnostic {
    Diagnostic("source.\(code)", Text(nl: "'\(name)' \(nl)", en: "'\(name)' \(en)"), wayOut: wayOut)
  }

  private static let asWorkbook = Text(
    nl: "open het in Excel of LibreOffice en bewaar het als .xlsx",
    en: "open it in Excel or LibreOffice and save it as .xlsx")

  /// A clause that says what the ending promises; empty where it promises nothing else.
  private func contradiction(nl: String, en: String) -> (nl: String, en: String) {
    !promisesTable
      ? ("is \(nl)", "is \(en)") : ("heet .\(ending) maar is \(nl)", "is called .\(ending) but is \(en)")
  }

  func oldWorkbook() -> Diagnostic {
    let words =
      ending == "xls" || ending.isEmpty
      ? ("is een werkmap in de oude vorm van Excel (xls)", "is a workbook in the old form of Excel (xls)")
      : contradiction(
        nl: "een werkmap in de oude vorm van Excel (xls)", en: "a workbook in the old form of Excel (xls)")
    return problem("oldxls", nl: words.0, en: words.1, wayOut: Self.asWorkbook)
  }

  func binaryWorkbook() -> Diagnostic {
    problem(
      "xlsb", nl: "is een binaire werkmap (xlsb), die hier niet gelezen wordt",
      en: "is a binary workbook (xlsb), which is not read here", wayOut: Self.asWorkbook)
  }

  func page() -> Diagnostic {
    let words = contradiction(nl: "HTML", en: "HTML")
    return problem("html", nl: words.nl, en: words.en, wayOut: Self.asWorkbook)
  }

  func sheetOf2003() -> Diagnostic {
    let words = contradiction(nl: "een rekenblad in de XML van 2003", en: "a spreadsheet in the XML of 2003")
    return problem("xml2003", nl: words.nl, en: words.en, wayOut: Self.asWorkbook)
  }

  func parquet() -> Diagnostic {
    problem(
      "parquet", nl: "is Parquet, en dat wordt hier niet gelezen", en: "is Parquet, which is not read here",
      wayOut: Text(
        nl: "haal dezelfde cijfers op als CSV, of zet ze om met het programma duckdb",
        en: "fetch the same figures as CSV, or convert them with the program duckdb"))
  }

  func somethingElse() -> Diagnostic {
    let words = contradiction(
      nl: "geen werkmap, dBASE-tabel of zip", en: "no workbook, dBASE table or zip")
    return problem(
      "form", nl: words.nl, en: words.en,
      wayOut: Text(
        nl: "kijk in welk programma het opent, en bewaar het daar als .xlsx, .ods of CSV",
        en: "see in which program it opens, and save it there as .xlsx, .ods or CSV"))
  }

  func empty() -> Diagnostic {
    problem(
      "empty", nl: "is leeg", en: "is empty",
      wayOut: Text(nl: "haal het bestand opnieuw op", en: "fetch the file again"))
  }

  /// The remark on a file that is read as what it is, and is called otherwise.
  func told(_ form: Text) -> SourceNotice {
    SourceNotice(
      "ending", .caution,
      Text(
        nl: "'\(name)' heet .\(ending) maar is \(form.nl); zo is het gelezen",
        en: "'\(name)' is called .\(ending) but is \(form.en); it was read as that"))
  }
}
