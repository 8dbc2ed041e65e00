import WorkbenchKit

/// `casus new NAME`: a case of one's own, by the same questions.
struct NewCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "hoe de casus heet", en: "what the case is called"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus new", aliases: ["casus nieuw"],
    summary: Text(
      nl: "begin een eigen casus, met dezelfde vragen", en: "begin a case of one's own, with the same questions"),
    changesWorkspace: true,
    next: [
      FollowUp(
        "casus answer {name} renewal 'wat er nieuw is' --by gemeente",
        Text(nl: "een antwoord van een rol", en: "an answer of a role")),
      FollowUp("casus trait {name} initiator=burgers --source gesprek", Text(nl: "een kenmerk", en: "a trait")),
    ],
    examples: [
      .init("casus new lindehof", Text(nl: "een lege casus", en: "an empty case")),
      .init(
        "casus new brunssum", Text(nl: "een naam die er al is", en: "a name that is there already"),
        failsWith: "case.taken"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let id = try given.checking(\.name) { try Slug.demand($0) }
    try Vocabulary<ShelvedCase>.shelved.demandFree(id, among: context.shelf, at: given.place(of: \.name))
    let own = OwnCase(id: id, title: given.name.split(separator: " ").joined(separator: " "))
    context.workspace.store(own)
    var output = try OwnCaseAnswer.output(own, in: context)
    let words = Text.joined(try context.questions.map { Text(nl: $0.names.first ?? $0.id, en: $0.id) })
    output.blocks.append(
      .info(
        nl: "bij 'casus answer' typt u: \(words.nl)", en: "at 'casus answer' you type: \(words.en)"))
    return output
  }
}

/// What is shown after a case of one's own changed.
enum OwnCaseAnswer {
  /// - Parameter question: the one that was answered; nil for all.
  static func output(_ own: OwnCase, _ question: String? = nil, in context: Context) throws -> Output {
    let questions = try context.questions
    let answered = questions.count { !own.answers(to: $0.id).isEmpty }
    let rows = try ExampleSheet(ShelvedCase(content: .own(own)), in: context).rows
    let label = own.label
    return Output([
      .paragraph(
        Text(
          nl: "\(label.nl): bij \(answered) van de \(questions.count) vragen staat iets",
          en: "\(label.en): \(answered) of the \(questions.count) questions have an answer")),
      .table(ExampleSheet.table(rows.filter { question == nil || $0.question == question }, context).atAGlance()),
    ])
  }
}
