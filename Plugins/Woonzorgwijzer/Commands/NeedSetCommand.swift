import WorkbenchKit

/// `wzw need set`: what one role at the table says of the necessity of a precondition.
struct NeedSetCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "wzw need set",
      aliases: ["wzw noodzaak zet"],
      summary: Text(
        nl: "leg vast hoe nodig een rol een randvoorwaarde vindt", en: "keep how needed a role finds a precondition"),
      details: Text(
        nl:
          "Elke rol houdt haar eigen waarde; een nieuwe vervangt de vorige van dezelfde rol, 'intrekken' neemt haar terug.",
        en:
          "Each role keeps a value of its own; a new one replaces the former of the same role, 'intrekken' (withdraw) takes it back."
      ),
      parameters: [
        LibraryParameters.group(library),
        .argument(
          "precondition",
          about: Text(nl: "randvoorwaarde, zoals nultrede", en: "precondition, such as nultrede (step-free)"),
          candidates: LibraryParameters.candidates { try library.preconditions($0) }),
        .argument(
          "situation",
          about: Text(
            nl: "mantelzorg: inwonend, uitwonend, geen of alle",
            en: "informal care: inwonend (live-in), uitwonend (elsewhere), geen (none) or alle (all)"),
          candidates: NeedWords.situationCandidates(library)),
        .argument(
          "value",
          about: Text(
            nl: "niet-nodig, prettig, zeer-wenselijk, noodzakelijk, onbekend of intrekken",
            en:
              "niet-nodig (not needed), prettig (pleasant), zeer-wenselijk (very desirable), noodzakelijk (necessary), onbekend (unknown) or intrekken (withdraw)"
          ),
          candidates: NeedWords.answerCandidates(library)),
        Parameter(
          "by", .text, position: .flag, required: true,
          about: Text(
            nl: "de rol die dit zegt: gemeente, corporatie, …", en: "the role that says so: gemeente, corporatie, …"),
          candidates: NeedWords.roleCandidates),
      ],
      changesWorkspace: true,
      examples: [
        .init(
          "wzw need set 3 nultrede inwonend noodzakelijk --by gemeente",
          Text(nl: "de gemeente over één situatie", en: "the municipality on one situation")),
        .init(
          "wzw need set lvb vaste-begeleider alle 'zeer wenselijk' --by corporatie",
          Text(nl: "de corporatie over alle situaties", en: "the housing corporation on all situations")),
        .init(
          "wzw need set 3 nultrede inwonend heel --by gemeente",
          Text(nl: "een waarde die er niet is", en: "a value that is not there"), failsWith: "necessity.unknown"),
        .init(
          "wzw need set 3 nultrap inwonend prettig --by gemeente",
          Text(nl: "een randvoorwaarde die er niet is", en: "a precondition that is not there"),
          failsWith: "precondition.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let group = try Kind.group.one(
      call.text("group") ?? "", among: library.groups(context), at: call.place(of: "group"))
    let precondition = try Kind.precondition.one(
      call.text("precondition") ?? "", among: library.preconditions(context), at: call.place(of: "precondition"))
    let situations = try NeedWords.situations(
      call.text("situation") ?? "", library, context, at: call.place(of: "situation"))
    let answer = try NeedWords.answer(call.text("value") ?? "", library, context, at: call.place(of: "value"))
    let role = try NeedWords.role(call.text("by") ?? "", at: call.place(of: "by"))

    var circle = try CircleNeeds(context.workspace)
    let before = circle.roles
    let cells = situations.map { NeedCell(group: group.id, precondition: precondition.id, situation: $0.id) }
    switch answer {
    case .value(let value): for cell in cells { circle.set(cell, value, by: role) }
    case .withdrawn:
      let held = cells.filter { circle.votes[$0]?[role] != nil }
      if held.isEmpty { throw nothing(role, group, precondition, at: call.place(of: "value")) }
      for cell in held { circle.set(cell, nil, by: role) }
    }
    circle.store(in: context.workspace)
    var blocks: [Block] = [.table(NeedTables.agreement(cells, circle, try library.stated(context), context))]
    if !before.contains(role), let near = NearestWord.best(role, among: before) {
      blocks.append(
        .notice(
          Notice(
            .caution,
            Text(
              nl: "'\(role)' is een nieuwe rol naast '\(near)'; was die bedoeld, dan helpt 'undo'",
              en: "'\(role)' is a new role beside '\(near)'; if that one was meant, 'undo' helps"))))
    }
    return Output(blocks)
  }

  private func nothing(_ role: String, _ group: TargetGroup, _ precondition: Precondition, at place: Place?)
    -> Diagnostic
  {
    Diagnostic(
      "need.none",
      Text(
        nl: "'\(role)' zei hier niets over '\(precondition.id)' bij '\(group.id)'",
        en: "'\(role)' said nothing here of '\(precondition.id)' for '\(group.id)'"),
      wayOut: Text(
        nl: "'wzw need show \(group.id)' toont wie wat zei", en: "'wzw need show \(group.id)' shows who said what"),
      suggestion: "wzw need show \(group.id)", place: place)
  }
}
