import WorkbenchKit

/// `casus answer NAME QUESTION TEXT --by ROLE`: what a role knows of one question.
struct AnswerCommand: Command {
  struct Arguments: Sendable {
    let own = Argument("name", .named(.own), about: Text(nl: "welke eigen casus", en: "which case of one's own"))
    let question = Argument(
      "question", .named(.caseQuestion),
      about: Text(
        nl:
          "renewal (vernieuwing), client (klant), how (hoe), provider (aanbieder), conditions (voorwaarden), future (toekomst) of staff (medewerkers)",
        en: "renewal, client, how, provider, conditions, future or staff"))
    let text = Argument("text", .words, about: Text(nl: "het antwoord", en: "the answer"))
    let by = Argument(requiredFlag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
    let status = Argument(
      flag: "status", .choice(AnswerStatus.self), default: AnswerStatus.heard.rawValue,
      about: Text(
        nl: "hoe het bekend is: gezien, gehoord of gelezen",
        en: "how it is known: gezien (seen), gehoord (heard), gelezen (read)"))
    let at = Argument(flag: "at", .day, about: Text(nl: "op welke dag dat was", en: "on which day that was"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus answer", aliases: ["casus antwoord"],
    summary: Text(
      nl: "schrijf bij een eigen casus wat een rol van één vraag weet",
      en: "write at a case of one's own what a role knows of one question"),
    details: Text(
      nl:
        "Rollen en organisaties, geen personen. Een tweede antwoord van dezelfde rol komt in de plaats van haar eerste.",
      en: "Roles and organisations, no persons. A second answer of the same role takes the place of its first."),
    changesWorkspace: true,
    next: [FollowUp("casus show {name}", Text(nl: "de hele casus", en: "the whole case"))],
    examples: [
      .init(
        "casus answer wilgenhof renewal 'een buurtkamer met vrijwilligers' --by gemeente --status gezien --at 2027-03-01",
        Text(nl: "wat de gemeente zag", en: "what the municipality saw")),
      .init(
        "casus answer wilgenhof renewal 'bel 06-12345678' --by gemeente",
        Text(nl: "een telefoonnummer", en: "a telephone number"),
        failsWith: "personal.found"),
      .init(
        "casus answer wilgenhof weer 'zon' --by gemeente",
        Text(nl: "een vraag die er niet is", en: "a question that is not there"),
        failsWith: "question.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var own = try given.own.item(in: context)
    let question = try given.question.item(in: context)
    let text = given.text.split(separator: " ").joined(separator: " ")
    guard !text.isEmpty else {
      throw Diagnostic(
        "answer.empty", Text(nl: "het antwoord is leeg", en: "the answer is empty"),
        wayOut: Text(nl: "schrijf wat er bekend is, tussen aanhalingstekens", en: "write what is known, in quotes"),
        place: given.place(of: \.text))
    }
    own.put(OwnAnswer(question: question.id, role: given.by, text: text, status: given.status, day: given.at))
    context.workspace.store(own)
    return try OwnCaseAnswer.output(own, question.id, in: context)
  }
}
