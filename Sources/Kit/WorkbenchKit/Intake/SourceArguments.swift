/// `--sheet`, `--layer`, `--query`, `--header`, `--header-rows`, `--range`, `--hidden`, `--text`, `--formulas` and `--percent`, for every command
/// that reads a file of any form.
public struct SourceArguments: ArgumentGroup {
  /// The sheet.
  public let sheet = Argument(
    flag: "sheet", .name,
    about: Text(
      nl: "welk blad van een werkmap, of welk bestand in een zip: de naam of het nummer",
      en: "which sheet of a workbook, or which file in a zip: the name or the number"))
  /// The layer.
  public let layer = Argument(
    flag: "layer", .name,
    about: Text(
      nl: "welke laag van een bestand met kaartlagen, zoals een GeoPackage: de naam of het nummer",
      en: "which layer of a file of map layers, such as a GeoPackage: the name or the number"))
  /// The question to a database.
  public let query = Argument(
    flag: "query", .file,
    about: Text(
      nl: "een bestand met de vraag in SQL die aan een database wordt gesteld",
      en: "a file with the question in SQL that is put to a database"))
  /// The row with the names of the columns.
  public let header = Argument(
    flag: "header", .name,
    about: Text(
      nl: "het nummer van de rij van het blad met de namen van de kolommen, of 'none'; anders wordt die gezocht",
      en: "the number of the sheet's row with the names of the columns, or 'none'; else it is looked for"))
  /// How many rows the names take.
  public let headerRows = Argument(
    flag: "header-rows", .integer(1...10), default: "1",
    about: Text(
      nl: "over hoeveel rijen de namen van de kolommen staan", en: "over how many rows the names of the columns stand"))
  /// The part of the sheet.
  public let range = Argument(
    flag: "range", .name,
    about: Text(nl: "het deel van het blad, zoals B5:N200", en: "the part of the sheet, such as B5:N200"))
  /// Hidden rows and columns.
  public let hidden = Argument(
    flag: "hidden",
    .choice([
      Candidate("skip", Text(nl: "laat ze weg, en zeg het", en: "leave them out, and say so")), Candidate("include"),
    ]),
    default: "skip",
    about: Text(nl: "wat er met verborgen rijen en kolommen gebeurt", en: "what becomes of hidden rows and columns"))
  /// Columns of texts.
  public let text = Argument(
    flags: "text", .name,
    about: Text(
      nl: "lees deze kolommen als tekst, ook waar er getallen in staan",
      en: "read these columns as texts, numbers in them too"))
  /// Formulas.
  public let formulas = Argument(
    flag: "formulas",
    .choice([
      Candidate("stored", Text(nl: "neem de uitkomst die bewaard is", en: "take the outcome that is stored")),
      Candidate("refuse", Text(nl: "een formule is een fout", en: "a formula is an error")),
    ]), default: "stored",
    about: Text(nl: "wat er met formules gebeurt", en: "what becomes of formulas"))
  /// Percentages.
  public let percent = Argument(
    flag: "percent",
    .choice([
      Candidate("share", Text(nl: "12,3% is 0,123", en: "12.3% is 0.123")),
      Candidate("hundred", Text(nl: "12,3% is 12,3", en: "12.3% is 12.3")),
    ]), default: "share",
    about: Text(
      nl: "hoe getallen die het blad als percentage toont gelezen worden",
      en: "how numbers are read that the sheet shows as percentages"))

  /// Makes the ten.
  public init() {}
}

extension Given<SourceArguments> {
  /// Returns which table of the file is wanted, and how it is taken.
  ///
  /// - Throws: `argument.clash` where a sheet and a layer are named; `argument.type` where the header is no row.
  public func choice() throws -> SourceChoice {
    if has(\.sheet), has(\.layer) {
      throw Diagnostic(
        "argument.clash",
        Text(nl: "een bestand heeft bladen of lagen, niet allebei", en: "a file has sheets or layers, not both"),
        wayOut: Text(nl: "geef --sheet of --layer", en: "give --sheet or --layer"), place: place(of: \.layer))
    }
    var choice = SourceChoice(item: self.sheet ?? self.layer)
    choice.header = try checking(\.header, Self.header)
    choice.query = self.query
    choice.headerRows = self.headerRows
    choice.range = self.range
    choice.includesHidden = self.hidden == "include"
    choice.textColumns = self.text
    choice.refusesFormulas = self.formulas == "refuse"
    if has(\.percent) { choice.asksForHundred = self.percent == "hundred" }
    return choice
  }

  private static func header(_ word: String?) throws -> SourceChoice.Header {
    guard let word else { return .found }
    if ["none", "geen"].contains(word.lowercased()) { return .none }
    if let row = Int(word), (1...1_048_576).contains(row) { return .row(row) }
    throw Diagnostic(
      "argument.type",
      Text(nl: "'\(word)' is geen rij van een blad", en: "'\(word)' is no row of a sheet"),
      wayOut: Text(
        nl: "geef het nummer van de rij, zoals 5, of 'none'", en: "give the number of the row, such as 5, or 'none'"))
  }
}
