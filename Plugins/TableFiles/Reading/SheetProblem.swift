import WorkbenchKit

/// What keeps a sheet from being read as a table, each with the line that helps.
struct SheetProblem {
  /// What the file is called.
  let file: String
  /// The sheet that it is about; nil as long as none is chosen.
  var sheet: String?

  private var subject: Text {
    sheet.map { Text(nl: "werkblad '\($0)'", en: "sheet '\($0)'") }
      ?? Text(nl: "'\(file)'", en: "'\(file)'")
  }

  /// What is typed where a file is read to mean this sheet of it.
  private func typed(_ head: SheetHead) -> Candidate { Candidate(TypedWord.quoted("\(file)!\(head.name)")) }

  // MARK: Which sheet

  func severalSheets(_ heads: [SheetHead]) -> Diagnostic {
    let count = Text.count(heads.count)
    return Diagnostic(
      "source.sheet",
      Text(
        nl: "'\(file)' heeft \(count.nl) werkbladen met gegevens: \(Text.quoted(heads.map(\.name), atMost: 20).nl)",
        en: "'\(file)' has \(count.en) sheets with data: \(Text.quoted(heads.map(\.name), atMost: 20).en)"),
      wayOut: Text(
        nl: "zet de naam van het blad achter het bestand; contents \(file) laat zien wat erin staat",
        en: "put the name of the sheet behind the file; contents \(file) shows what they hold"),
      candidates: heads.prefix(50).map(typed))
  }

  func onlyHidden(_ heads: [SheetHead]) -> Diagnostic {
    Diagnostic(
      "source.sheet",
      Text(
        nl: "'\(file)' heeft geen zichtbaar werkblad met gegevens; verborgen zijn "
          + Text.quoted(heads.map(\.name), atMost: 20).nl,
        en: "'\(file)' has no visible sheet with data; hidden are "
          + Text.quoted(heads.map(\.name), atMost: 20).en),
      wayOut: Text(
        nl: "een verborgen werkblad wordt gelezen als u het achter het bestand noemt",
        en: "a hidden sheet is read when you name it behind the file"),
      candidates: heads.prefix(50).map(typed))
  }

  func noCells() -> Diagnostic {
    Diagnostic(
      "source.empty",
      subject + Text(nl: " heeft geen cellen met gegevens", en: " has no cells with data"),
      wayOut: Text(
        nl: "contents \(file) laat zien wat erin staat", en: "contents \(file) shows what it holds"))
  }

  func unknownSheet(_ wanted: String, _ heads: [SheetHead]) -> Diagnostic {
    Diagnostic(
      "source.sheet",
      Text(nl: "'\(file)' heeft geen werkblad '\(wanted)'", en: "'\(file)' has no sheet '\(wanted)'"),
      wayOut: Text(
        nl: "werkbladen: \(Text.quoted(heads.map(\.name), atMost: 20).nl)",
        en: "sheets: \(Text.quoted(heads.map(\.name), atMost: 20).en)"),
      suggestion: NearestWord.best(wanted, among: heads.map(\.name)),
      candidates: heads.prefix(50).map(typed))
  }

  // MARK: Which part of it

  func badRange(_ text: String) -> Diagnostic {
    Diagnostic(
      "source.range",
      Text(nl: "'\(text)' is geen bereik van cellen", en: "'\(text)' is no range of cells"),
      wayOut: Text(nl: "zoals --range B5:N200 of --range B:N", en: "such as --range B5:N200 or --range B:N"))
  }

  func noHeader() -> Diagnostic {
    Diagnostic(
      "source.header",
      subject
        + Text(
          nl: " heeft geen rij die op kolomnamen lijkt", en: " has no row that looks like names of columns"),
      wayOut: Text(
        nl: "zeg in welke rij ze staan, zoals --header 5, of --header none als er geen zijn",
        en: "say in which row they stand, such as --header 5, or --header none if there are none"))
  }

  func emptyHeader(_ row: Int) -> Diagnostic {
    Diagnostic(
      "source.header",
      Text(nl: "rij \(row) van ", en: "row \(row) of ") + subject + Text(nl: " is leeg", en: " is empty"),
      wayOut: Text(
        nl: "contents \(file) noemt de rij die op kolomnamen lijkt",
        en: "contents \(file) names the row that looks like names of columns"))
  }

  func formulas(_ count: Int) -> Diagnostic {
    Diagnostic(
      "source.formulas",
      subject + Text(nl: " heeft ", en: " has ")
        + .counted(
          count, Text(nl: "cel met een formule", en: "cell with a formula"),
          Text(nl: "cellen met een formule", en: "cells with a formula")),
      wayOut: Text(
        nl: "lees de bewaarde uitkomsten met --formulas stored, of bewaar het blad met waarden in plaats van formules",
        en: "read the stored outcomes with --formulas stored, or save the sheet with values instead of formulas"))
  }
}
