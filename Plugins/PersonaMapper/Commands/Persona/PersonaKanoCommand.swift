import Methods
import WorkbenchKit

/// `persona kano FILE`: what features of a service are to people, in all and by persona.
struct PersonaKanoCommand: Command {
  struct Arguments: Sendable {
    let answers = AnswerArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    let words = KanoAnswers.scale
    return Ballot(
      filling: arguments.answers.file, of: "respondent", about: "feature",
      asking: [
        .init(
          "functional", Text(nl: "wat vindt u ervan als het er is?", en: "how do you feel if it is there?"),
          among: words),
        .init(
          "dysfunctional", Text(nl: "en als het er niet is?", en: "and if it is not there?"), among: words),
      ])
  }

  let signature = Signature(
    "persona kano",
    aliases: ["persona kenmerken"],
    summary: Text(
      nl: "wat kenmerken van een dienst voor mensen betekenen (Kano)",
      en: "what features of a service are to people (Kano)"),
    details: Text(
      nl:
        "Het bestand heeft respondent, feature, functional en dysfunctional, met 1 tot en met 5 of woorden; met een kolom persona erbij "
        + "komt er een rij voor elke persona. M moet er zijn, O hoe meer hoe beter, A verrast, I maakt niet uit, R liever niet, Q spreekt "
        + "zichzelf tegen. better = (A + O) / (A + O + M + I), worse = -(O + M) / (A + O + M + I).",
      en:
        "The file has respondent, feature, functional and dysfunctional, with 1 through 5 or words; with a column persona there is a row "
        + "for each persona. M must be, O the more the better, A delights, I does not matter, R rather not, Q contradicts itself. "
        + "better = (A + O) / (A + O + M + I), worse = -(O + M) / (A + O + M + I)."),
    examples: [
      .init("persona kano kano.csv", Text(nl: "een regel voor elk kenmerk", en: "a row for each feature")),
      .init(
        "persona kano behoeften.csv", Text(nl: "een bestand zonder kenmerken", en: "a file without features"),
        failsWith: "column.unknown"),
    ])

  private static let legend = Text(
    nl:
      "M moet er zijn, O hoe meer hoe beter, A verrast, I maakt niet uit, R liever niet, Q spreekt zichzelf tegen",
    en: "M must be, O the more the better, A delights, I does not matter, R rather not, Q contradicts itself")

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let file = try given.answers.table(given.guarding, in: context)
    let answers = try given.checking(\.answers.file) { _ in try KanoAnswers(file.table) }
    context.workspace.note(
      Source(
        id: "matzler-hinterhuber-1998",
        title:
          "Matzler & Hinterhuber: How to make product development projects more successful by integrating Kano's model",
        publisher: "Technovation 18", date: "1998"))
    var blocks: [Block] = [.table(answers.asTable), .paragraph(Self.legend)]
    if answers.leftOut > 0 {
      blocks.append(
        .caution(
          nl: "weggelaten, want er zijn geen twee antwoorden: \(answers.leftOut)",
          en: "left out, being without two answers: \(answers.leftOut)"))
    }
    return Output(blocks + file.notices.map(Block.notice))
  }
}
