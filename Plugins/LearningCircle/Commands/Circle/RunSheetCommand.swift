import WorkbenchKit

/// `kring runsheet`: how a meeting goes, line by line, for who never chaired one with the program.
struct RunSheetCommand: Command {
  /// One line to type.
  struct Step: Sendable {
    let moment: Text
    let line: String
    let what: Text

    init(_ moment: Text, _ line: String, nl: String, en: String) {
      self.moment = moment
      self.line = line
      what = Text(nl: nl, en: en)
    }
  }

  private static let before = Text(nl: "vooraf", en: "before")
  private static let opening = Text(nl: "opening", en: "opening")
  private static let agenda = Text(nl: "agenda", en: "agenda")
  private static let talk = Text(nl: "gesprek", en: "talk")
  private static let closing = Text(nl: "slot", en: "closing")
  private static let next = Text(nl: "volgende keer", en: "next time")

  /// In their order; each works once those before it are done.
  static let steps: [Step] = [
    Step(before, "kring new Lindehof", nl: "begin de kring, één keer", en: "begin the circle, once"),
    Step(
      before, "kring role add gemeente,corporatie,bewoners", nl: "wie er zitten: rollen, geen personen",
      en: "who are there: roles, no persons"),
    Step(
      before, "kring meeting new 2027-03-01 --minutes 120", nl: "plan de bijeenkomst", en: "plan the meeting"),
    Step(
      opening, "kring meeting open 2027-03-01", nl: "open haar; besluiten die te laat zijn komen eerst",
      en: "open it; decisions that are overdue come first"),
    Step(
      agenda, "agenda add 'De wijkkamer' --id kamer --minutes 30",
      nl: "zet een punt erop; 'agenda suggest' draagt er aan",
      en: "put an item on it; 'agenda suggest' puts some forward"),
    Step(
      agenda, "agenda vote kamer=5 --by bewoners", nl: "stippen, rol voor rol", en: "dots, role by role"),
    Step(agenda, "agenda fit", nl: "wat er in de tijd past", en: "what fits in the time"),
    Step(
      talk, "stelling add geld 'Er is te weinig geld'", nl: "leg een stelling voor",
      en: "put a statement before them"),
    Step(
      talk, "stelling say geld=4 --by bewoners", nl: "1 tot en met 5, of weet-niet; rol voor rol",
      en: "1 through 5, or weet-niet; role by role"),
    Step(
      talk, "stelling agree", nl: "waar men het eens is, en wie ver weg zit", en: "where they agree, and who is far off"
    ),
    Step(
      closing, "besluit add 'Er komt een wijkkamer' --who gemeente", nl: "wat is besloten, en wie doet het",
      en: "what was decided, and who does it"),
    Step(
      closing, "kring minutes", nl: "het verslag; '| to html FILE' maakt er een pagina van",
      en: "the minutes; '| to html FILE' makes a page of them"),
    Step(closing, "kring meeting close 2027-03-01", nl: "sluit de bijeenkomst", en: "close the meeting"),
    Step(
      next, "besluit follow --at 2027-04-01", nl: "wat is gedaan, open of te laat", en: "what is done, open or overdue"),
  ]

  let signature = Signature(
    "kring runsheet", aliases: ["kring draaiboek"],
    summary: Text(nl: "hoe een bijeenkomst loopt, regel voor regel", en: "how a meeting goes, line by line"),
    details: Text(
      nl: "Elke regel is een voorbeeld: typ haar met uw eigen woorden, rollen en dagen. 'undo' neemt een stap terug.",
      en: "Each line is an example: type it with your own words, roles and days. 'undo' takes a step back."),
    examples: [.init("kring runsheet", Text(nl: "het draaiboek", en: "the run sheet"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(
      Table(
        title: Text(nl: "Draaiboek", en: "Run sheet"),
        columns: [
          .texts("moment", Self.steps.map { $0.moment(context.language) }, label: Text(nl: "wanneer", en: "when")),
          .texts("line", Self.steps.map(\.line), label: Text(nl: "u typt", en: "you type")),
          .texts("what", Self.steps.map { $0.what(context.language) }, label: Text(nl: "wat", en: "what")),
        ]))
  }
}
