import WorkbenchKit

/// Why a file cannot be written, as a person gets it.
enum WritingProblem {
  static func rows(_ sheet: String, _ count: Int, most: Int) -> Diagnostic {
    let (count, most) = (Text.count(count), Text.count(most))
    return Diagnostic(
      "to.toolarge",
      Text(
        nl: "'\(sheet)' heeft \(count.nl) rijen, en op een blad passen er \(most.nl)",
        en: "'\(sheet)' has \(count.en) rows, and a sheet holds \(most.en)"),
      wayOut: Text(
        nl: "kies minder rijen met where of top, of bewaar het als CSV",
        en: "choose fewer rows with where or top, or save it as CSV"))
  }

  static func columns(_ sheet: String, _ count: Int, most: Int) -> Diagnostic {
    let (count, most) = (Text.count(count), Text.count(most))
    return Diagnostic(
      "to.toolarge",
      Text(
        nl: "'\(sheet)' heeft \(count.nl) kolommen, en er passen er \(most.nl)",
        en: "'\(sheet)' has \(count.en) columns, and no more than \(most.en) fit"),
      wayOut: Text(
        nl: "kies minder kolommen met select, of bewaar het als CSV",
        en: "choose fewer columns with select, or save it as CSV"))
  }

  static func longText(column: String, row: Int, most: Int) -> Diagnostic {
    let (row, most) = (Text.count(row), Text.count(most))
    return Diagnostic(
      "to.toolarge",
      Text(
        nl:
          "kolom '\(column)' heeft in rij \(row.nl) een tekst van meer dan \(most.nl) tekens, en die past niet in een cel",
        en:
          "column '\(column)' has in row \(row.en) a text of more than \(most.en) characters, which a cell does not hold"
      ),
      wayOut: Text(
        nl: "laat de kolom weg met select, of bewaar het als CSV",
        en: "leave the column out with select, or save it as CSV"))
  }

  static func file() -> Diagnostic {
    Diagnostic(
      "to.toolarge",
      Text(nl: "dit is te groot voor één bestand", en: "this is too large for one file"),
      wayOut: Text(
        nl: "kies minder rijen of kolommen met where of select, of bewaar het als CSV",
        en: "choose fewer rows or columns with where or select, or save it as CSV"))
  }

  static func empty() -> Diagnostic {
    Diagnostic(
      "to.empty",
      Text(nl: "er is geen tabel om te bewaren", en: "there is no table to be saved"),
      wayOut: Text(
        nl: "begin met een opdracht die een tabel geeft, zoals read",
        en: "begin with a command that gives a table, such as read"))
  }
}
