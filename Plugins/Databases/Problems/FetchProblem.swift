import WorkbenchKit

/// What can be wrong with what is to be read out of a database.
enum FetchProblem {
  static func notOneQuestion(_ file: String) -> Diagnostic {
    Diagnostic(
      "db.query",
      Text(
        nl: "in '\(file)' staat niet één vraag die met SELECT of WITH begint",
        en: "'\(file)' does not hold one question that begins with SELECT or WITH"),
      wayOut: Text(
        nl: "laat er één vraag in staan, zonder andere opdrachten ervoor of erna",
        en: "leave one question in it, without other statements before or after it"))
  }

  static func twoColumns(_ names: [String]) -> Diagnostic {
    Diagnostic(
      "db.columns",
      Text(nl: "de vraag geeft twee kolommen dezelfde naam: ", en: "the question gives two columns the same name: ")
        + .quoted(names),
      wayOut: Text(nl: "geef elk een eigen naam met 'as'", en: "give each a name of its own with 'as'"))
  }

  static func noColumns(_ name: String) -> Diagnostic {
    Diagnostic(
      "db.columns", Text(nl: "'\(name)' heeft geen kolommen", en: "'\(name)' has no columns"),
      wayOut: Text(nl: "lees een andere tabel", en: "read another table"))
  }

  /// - Parameter columns: each with its type.
  static func types(_ columns: [(name: String, type: String)]) -> Diagnostic {
    let listed = columns.map { "\($0.name) (\($0.type))" }
    let flags = columns.map { "--text \(TypedWord.quoted($0.name))" }.joined(separator: " ")
    return Diagnostic(
      "db.type",
      .plural(
        columns.count, Text(nl: "deze kolom past niet in een cel: ", en: "this column does not fit in a cell: "),
        Text(nl: "deze kolommen passen niet in een cel: ", en: "these columns do not fit in a cell: "))
        + .list(listed),
      wayOut: Text(
        nl: "lees ze als tekst met \(flags), of kies de kolommen met --query",
        en: "read them as text with \(flags), or choose the columns with --query"),
      suggestion: flags)
  }

  static func whole(_ column: String) -> Diagnostic {
    let flag = "--text \(TypedWord.quoted(column))"
    return Diagnostic(
      "db.whole",
      Text(
        nl:
          "in kolom '\(column)' staan gehele getallen boven 9007199254740992, en daarvan zou het laatste cijfer verloren gaan",
        en: "column '\(column)' holds whole numbers above 9007199254740992, of which the last digit would be lost"),
      wayOut: Text(nl: "lees haar als tekst met \(flag)", en: "read it as text with \(flag)"), suggestion: flag)
  }

  /// - Parameters:
  ///   - rows: how many there are; nil where only that there are too many is known.
  ///   - columns: how many there are.
  ///   - limit: how many cells may come.
  static func tooLarge(rows: Int?, columns: Int, limit: Int) -> Diagnostic {
    let most = Text.count(limit)
    let size =
      rows.map {
        let count = Text.count($0)
        return Text(nl: " (\(count.nl) rijen van \(columns))", en: " (\(count.en) rows of \(columns))")
      } ?? .verbatim("")
    // A bound in whole millions that holds what is there; where that is not known, twice the bound that there is.
    let needed = rows.map { $0.multipliedReportingOverflow(by: columns) }.flatMap {
      $0.overflow ? nil : $0.partialValue
    }
    let bound = min(max(needed.map { ($0 / 1_000_000 + 1) * 1_000_000 } ?? 0, limit * 2), 500_000_000)
    return Diagnostic(
      "db.toolarge",
      Text(
        nl: "het antwoord is groter dan \(most.nl) cellen\(size.nl)",
        en: "the answer is larger than \(most.en) cells\(size.en)"),
      wayOut: Text(
        nl:
          "kies rijen en kolommen met where en select, of tel met group; of verhoog de grens met: set "
          + "db.cells \(bound)",
        en:
          "choose rows and columns with where and select, or count with group; or raise the bound with: set "
          + "db.cells \(bound)"))
  }

  static func onTwo(_ services: [String]) -> Diagnostic {
    let services = Text.quoted(services)
    return Diagnostic(
      "db.double",
      Text(
        nl: "een rij staat met dezelfde sleutel op twee servers, en zou dubbel tellen: \(services.nl)",
        en: "a row stands with the same key on two servers, and would count double: \(services.en)"),
      wayOut: Text(
        nl: "vraag de beheerders waar zij hoort, of lees de servers apart",
        en: "ask whoever runs the servers where it belongs, or read the servers apart"))
  }

  static func garbled(_ database: String) -> Diagnostic {
    Diagnostic(
      "db.answer",
      Text(
        nl: "het antwoord van '\(database)' heeft een vorm die hier niet bekend is",
        en: "the answer of '\(database)' has a form that is not known here"),
      wayOut: Text(
        nl: "kijk met 'db check \(database)' wat de server is", en: "see with 'db check \(database)' what the server is"
      ))
  }
}
