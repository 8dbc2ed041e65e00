import WorkbenchKit

/// `wzw need copy`: makes a set of judgements of one's own out of another.
struct NeedCopyCommand: Command {
  struct Arguments: Sendable {
    let from = Argument(
      "from", .name, about: Text(nl: "de set die u overneemt", en: "the set to take over"),
      candidates: CircleArguments.sets)
    let name = Argument("name", .name, about: Text(nl: "hoe de nieuwe set heet", en: "what the new set is called"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need copy",
      aliases: ["wzw noodzaak kopieer"],
      summary: Text(
        nl: "maak van een set van oordelen een eigen set", en: "make a set of judgements of your own out of another"),
      details: Text(
        nl:
          "De nieuwe set telt meteen; 'wzw need set' verandert haar, en waar een rol iets zegt vervalt daar het voorbeeld.",
        en:
          "The new set counts at once; 'wzw need set' changes it, and where a role says something the example gives way there."
      ),
      changesWorkspace: true,
      examples: [
        .init(
          "wzw need copy voorbeeld buurtplan",
          Text(nl: "het voorbeeld als begin van een eigen set", en: "the example as the start of an own set")),
        .init(
          "wzw need copy voorbeeld kring",
          Text(nl: "een naam die al vergeven is", en: "a name that is taken already"), failsWith: "need.set.taken"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sets = try JudgementSets(context)
    let from = try given.checking(\.from) { try sets.found($0) }
    let name = given.name.trimmedOfPadding
    try given.checking(\.name) { _ in try check(name, sets) }
    try sets.keep(from.needs, as: name, in: context.workspace)
    JudgementSets.choose(name, in: context.workspace)
    let count = Text.counted(
      from.needs.votes.count, Text(nl: "vraag", en: "question"), Text(nl: "vragen", en: "questions"))
    return Output([
      .paragraph(
        Text(
          nl: "De set '\(name)' telt nu, met het antwoord op \(count.nl) uit '\(from.name)'.",
          en: "The set '\(name)' counts now, with the answer to \(count.en) out of '\(from.name)'."))
    ])
  }

  private func check(_ name: String, _ sets: JudgementSets) throws {
    if name.isEmpty || name.count > 40 || name.contains(where: \.isNewline) {
      throw Diagnostic(
        "need.set.name",
        Text(nl: "een set heet met 1 tot en met 40 tekens", en: "a set is called by 1 through 40 characters"),
        wayOut: Text(nl: "kies een korte naam", en: "choose a short name"))
    }
    let key = name.lowercased()
    if let taken = sets.names.first(where: { $0.lowercased() == key }) {
      throw Diagnostic(
        "need.set.taken",
        Text(nl: "er is al een set '\(taken)'", en: "there is a set '\(taken)' already"),
        wayOut: [JudgementSets.circle, ExampleJudgements.name].contains(taken)
          ? Text(nl: "kies een andere naam", en: "choose another name")
          : Text(
            nl: "kies een andere naam, of gooi haar eerst weg met 'wzw need drop'",
            en: "choose another name, or throw it away first with 'wzw need drop'"))
    }
  }
}

/// `wzw need use`: chooses which set of judgements counts.
struct NeedUseCommand: Command {
  struct Arguments: Sendable {
    let set = Argument(
      "set", .name, about: Text(nl: "kring, voorbeeld of een eigen set", en: "kring (circle), voorbeeld or an own set"),
      candidates: CircleArguments.sets)
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need use",
      aliases: ["wzw noodzaak gebruik"],
      summary: Text(nl: "kies welke set van oordelen telt", en: "choose which set of judgements counts"),
      changesWorkspace: true,
      examples: [
        .init("wzw need use kring", Text(nl: "alleen wat de rollen hier zeggen", en: "only what the roles say here")),
        .init(
          "wzw need use vorig", Text(nl: "een set die er niet is", en: "a set that is not there"),
          failsWith: "need.set.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try given.checking(\.set) { try JudgementSets(context).found($0) }
    JudgementSets.choose(set.name, in: context.workspace)
    let count = Text.counted(
      set.needs.votes.count, Text(nl: "vraag", en: "question"), Text(nl: "vragen", en: "questions"))
    var blocks: [Block] = [
      .paragraph(
        Text(
          nl: "De set '\(set.name)' telt nu; zij beantwoordt \(count.nl).",
          en: "The set '\(set.name)' counts now; it answers \(count.en)."))
    ]
    if let mark = set.mark, set.name == ExampleJudgements.name {
      blocks.append(.caution(nl: "\(mark.nl).", en: "\(mark.en)."))
    }
    return Output(blocks)
  }
}

/// `wzw need drop`: throws away a set of judgements that was copied.
struct NeedDropCommand: Command {
  struct Arguments: Sendable {
    let set = Argument(
      "set", .name, about: Text(nl: "een eigen set", en: "a set of your own"), candidates: CircleArguments.sets)
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need drop",
      aliases: ["wzw noodzaak weg"],
      summary: Text(nl: "gooi een eigen set van oordelen weg", en: "throw a set of judgements of your own away"),
      changesWorkspace: true,
      examples: [
        .init("wzw need drop plan", Text(nl: "een set die u niet meer nodig hebt", en: "a set you need no more")),
        .init(
          "wzw need drop voorbeeld",
          Text(nl: "wat meekomt, blijft", en: "what ships, stays"), failsWith: "need.set.kept"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sets = try JudgementSets(context)
    let set = try given.checking(\.set) { try sets.found($0) }
    if [JudgementSets.circle, ExampleJudgements.name].contains(set.name) {
      throw Diagnostic(
        "need.set.kept",
        Text(nl: "de set '\(set.name)' is niet weg te gooien", en: "the set '\(set.name)' cannot be thrown away"),
        wayOut: set.name == JudgementSets.circle
          ? Text(
            nl: "een rol neemt haar oordeel terug met 'intrekken'",
            en: "a role takes its judgement back with 'intrekken'")
          : Text(
            nl: "'wzw start drop voorbeeldoordelen' laat het buiten beschouwing",
            en: "'wzw start drop voorbeeldoordelen' leaves it out of consideration"),
        place: given.place(of: \.set))
    }
    try sets.keep(nil, as: set.name, in: context.workspace)
    if sets.chosen == set.name { JudgementSets.choose(nil, in: context.workspace) }
    let now = try JudgementSets(context).inUse.name
    return Output([
      .paragraph(
        Text(
          nl: "De set '\(set.name)' is weggegooid; '\(now)' telt.",
          en: "The set '\(set.name)' was thrown away; '\(now)' counts."))
    ])
  }
}
