import WorkbenchKit

/// What a server answers where it cannot do what it was asked, told by its SQLSTATE alone: its own words may hold values.
enum ServerProblem {
  /// Returns the error for a state.
  ///
  /// - Parameters:
  ///   - state: the five signs of the SQLSTATE; empty where there are none.
  ///   - database: what the database is called here.
  ///   - spot: where in the text of a query it arose, as a sentence goes on with it.
  static func diagnostic(_ state: String, _ database: String, spot: Text? = nil) -> Diagnostic {
    let known = known(state)
    return Diagnostic(
      known.code,
      Text(nl: "de database '\(database)' \(known.message.nl)", en: "the database '\(database)' \(known.message.en)")
        + (spot ?? .verbatim("")) + .verbatim(state.isEmpty ? "" : " (SQLSTATE \(state))"),
      wayOut: known.wayOut)
  }

  private typealias Known = (code: String, message: Text, wayOut: Text)

  private static func known(_ state: String) -> Known {
    switch state {
    case "25006", "25001":
      (
        "db.readonly",
        Text(
          nl: "wordt alleen gelezen: wat de vraag wilde wijzigen, is niet gewijzigd",
          en: "is only read: what the question meant to change, was not changed"),
        Text(nl: "vraag iets dat alleen leest", en: "ask something that only reads")
      )
    case "57014":
      (
        "db.timeout",
        Text(nl: "was niet klaar binnen de tijd", en: "was not done within the time"),
        Text(
          nl: "vraag minder, of geef meer seconden met: set db.timeout 300",
          en: "ask less, or give more seconds with: set db.timeout 300")
      )
    case "55P03":
      (
        "db.locked",
        Text(nl: "houdt de tabel vast voor iemand anders", en: "holds the table for somebody else"),
        Text(nl: "probeer het zo meteen opnieuw", en: "try again in a moment")
      )
    case "42501":
      (
        "db.denied",
        Text(nl: "laat deze rol dit niet lezen", en: "does not let this role read this"),
        Text(
          nl: "vraag de beheerder om leesrechten op een view die u mag zien",
          en: "ask whoever runs the server for the right to read a view that you may see")
      )
    default: family(state)
    }
  }

  private static func family(_ state: String) -> Known {
    let wayOut = Text(nl: "verbeter de vraag en probeer het opnieuw", en: "mend the question and try again")
    switch state.prefix(2) {
    case "42", "26", "0A", "54":
      return (
        "db.sql",
        Text(nl: "begrijpt de vraag niet", en: "does not understand the question") + detail(state),
        state == "42P01"
          ? Text(
            nl: "schrijf tabellen met hun schema, zoals public.pc6; 'db tables' toont ze",
            en: "write tables with their schema, such as public.pc6; 'db tables' shows them")
          : wayOut
      )
    case "22", "21":
      return (
        "db.value",
        Text(nl: "stuit op een waarde die niet kan", en: "meets a value that cannot be") + detail(state), wayOut
      )
    case "53", "57", "58", "08":
      return (
        "db.busy", Text(nl: "kan het nu niet", en: "cannot do it now"),
        Text(nl: "probeer het later opnieuw", en: "try again later")
      )
    default:
      return (
        "db.server", Text(nl: "heeft geweigerd", en: "refused"),
        Text(
          nl: "zoek de code op in de handleiding van PostgreSQL, bijlage A",
          en: "look the code up in PostgreSQL's manual, appendix A")
      )
    }
  }

  private static func detail(_ state: String) -> Text {
    switch state {
    case "42601": Text(nl: ": er staat een fout in de SQL", en: ": there is an error in the SQL")
    case "42P01": Text(nl: ": een tabel is er niet", en: ": a table is not there")
    case "42703": Text(nl: ": een kolom is er niet", en: ": a column is not there")
    case "42702": Text(nl: ": een kolom is niet eenduidig", en: ": a column is not the only one of its name")
    case "42883":
      Text(nl: ": een functie is er niet voor deze soorten", en: ": a function is not there for these types")
    case "42803": Text(nl: ": een kolom ontbreekt bij group by", en: ": a column is missing from group by")
    case "42804", "42846": Text(nl: ": soorten passen niet bij elkaar", en: ": types do not go together")
    case "0A000": Text(nl: ": dat kan op die plaats niet", en: ": that cannot be in that place")
    case "22012": Text(nl: ": delen door nul", en: ": division by zero")
    case "22003": Text(nl: ": een getal is te groot", en: ": a number is too large")
    case "22P02": Text(nl: ": een tekst is geen getal of datum", en: ": a text is no number or date")
    case "21000": Text(nl: ": een deelvraag geeft meer dan één rij", en: ": a part gives more than one row")
    default: .verbatim("")
    }
  }
}
