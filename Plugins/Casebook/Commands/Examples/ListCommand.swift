import WorkbenchKit

/// `casus list`: the examples, one a row.
struct ListCommand: Command {
  struct Arguments: Sendable {
    let kind = Argument(
      flag: "kind", .choice(CaseKind.self), about: Text(nl: "alleen deze soort", en: "this kind only"))
    let question = Argument(
      flag: "question", .named(.question),
      about: Text(nl: "alleen wat bij deze vraag iets zegt", en: "only what says something at this question"))
    let task = Argument(
      flag: "task", .named(.task),
      about: Text(nl: "alleen bij deze opgave, zoals 3.1.8", en: "at this task only, such as 3.1.8"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus list", aliases: ["casus lijst"],
    summary: Text(
      nl: "noem de voorbeelden uit de bronnen en van de kring", en: "list the examples of the sources and of the circle"
    ),
    details: Text(
      nl:
        "Het jaar is dat waarin het begon, of anders dat waarvan de bron vertelt. Leeg is wat de bron niet zegt.",
      en:
        "The year is that in which it began, or else that of which the source tells. Empty is what the source does not say."
    ),
    next: [
      FollowUp(
        "casus show stadsdorp-zuid",
        Text(nl: "één voorbeeld, vraag voor vraag", en: "one example, question by question"))
    ],
    soughtBy: ["voorbeeld", "example", "pilot", "initiatief"],
    examples: [
      .init("casus list --kind pilot", Text(nl: "de achttien pilots", en: "the eighteen pilots")),
      .init("casus list --task 3.1.8", Text(nl: "bij één opgave", en: "at one task")),
      .init(
        "casus list --task 3.1.99", Text(nl: "een opgave die er niet is", en: "a task that is not there"),
        failsWith: "task.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try TraitSheet(in: context)
    var shelf = try context.shelf
    if let kind = given.kind { shelf = shelf.filter { $0.isKind(kind) } }
    if let question = try given.question?.item(in: context).id {
      shelf = shelf.filter { one in
        one.record.map { $0.answer(question) != nil || $0.central.contains { $0.question == question } }
          ?? one.own.map { !$0.answers(to: question).isEmpty } ?? false
      }
    }
    if let task = try given.task?.item(in: context).id { shelf = shelf.filter { $0.record?.task == task } }
    let states = shelf.map { sheet.entry($0.id, "state")?.value }
    let state = sheet.traits.first { $0.id == "state" }
    let table = Table(
      columns: [
        .texts("case", shelf.map(\.id), label: Text(nl: "naam", en: "name")),
        .texts("label", shelf.map(\.label), label: Text(nl: "wat", en: "what"), in: context).asDetail(),
        .texts("kind", shelf.map(\.kind.rawValue), label: Text(nl: "soort", en: "kind")).asDetail(),
        .texts("kind_label", shelf.map(\.kind.label), label: Text(nl: "soort", en: "kind"), in: context)
          .asDetail(given.kind != nil),
        .texts("place", shelf.map { $0.record?.place }, label: Text(nl: "waar", en: "where"), in: context),
        .numbers("year", shelf.map(Self.year), label: Text(nl: "jaar", en: "year"), format: .plain),
        .texts("task", shelf.map { $0.record?.task }, label: Text(nl: "opgave", en: "task"))
          .asDetail(!shelf.contains { $0.record?.task != nil }),
        .texts("question", shelf.map(Self.question), label: Text(nl: "vraag", en: "question"))
          .asDetail(!shelf.contains { Self.question($0) != nil }),
        .texts("state", states, label: Text(nl: "stand", en: "state")).asDetail(),
        .texts(
          "state_label", states.map { word in word.flatMap { state?.label(of: $0) } },
          label: Text(nl: "stand", en: "state"), in: context
        ).asDetail(given.kind == nil || states.allSatisfy { $0 == nil }),
      ])
    return Output([.paragraph(Self.answer(shelf, given.kind)), .table(table)])
  }

  /// How many of each kind.
  private static func answer(_ shelf: [ShelvedCase], _ only: CaseKind?) -> Text {
    let parts = [CaseKind.example, .initiative, .pilot, .own].compactMap { kind -> Text? in
      let count = shelf.count { $0.kind == kind }
      return count == 0 ? nil : .counted(count, kind.label, kind.plural)
    }
    guard !parts.isEmpty else {
      return Text(nl: "Er is geen voorbeeld dat hierbij past", en: "There is no example that fits this")
    }
    if let only { return .counted(shelf.count, only.label, only.plural) }
    let all = Text.counted(
      shelf.count, Text(nl: "voorbeeld", en: "example"), Text(nl: "voorbeelden", en: "examples"))
    return parts.count == 1 ? parts[0] : all + .verbatim(": ") + .joined(parts)
  }

  /// Of a case of one's own the year of the latest day in it.
  private static func year(_ one: ShelvedCase) -> Double {
    one.record.map { Double($0.year) } ?? one.own?.answers.compactMap { $0.day?.year }.max().map(Double.init) ?? .nan
  }

  /// The central questions at which it stands, and in brackets those that it is only named with.
  private static func question(_ one: ShelvedCase) -> String? {
    let marks = one.record?.central ?? []
    let partly = marks.filter { $0.mark == .partly }.map(\.question)
    let present = marks.filter { $0.mark == .present }.map(\.question).joined(separator: ", ")
    return marks.isEmpty ? nil : present + (partly.isEmpty ? "" : " (\(partly.joined(separator: ", ")))")
  }
}
