import WorkbenchKit

/// `wzw need set`: what one role at the table says of the necessity of a precondition.
struct NeedSetCommand: Command {
  struct Arguments: Sendable {
    let group = CircleArguments.group
    let precondition = Argument(
      "precondition", .named(.precondition),
      about: Text(nl: "randvoorwaarde, zoals nultrede", en: "precondition, such as nultrede (step-free)"))
    let situation = Argument(
      "situation", .named(.situation),
      about: Text(
        nl: "mantelzorg: inwonend, uitwonend, geen of alle",
        en: "informal care: inwonend (live-in), uitwonend (elsewhere), geen (none) or alle (all)"))
    let value = Argument(
      "value", .named(.necessity),
      about: Text(
        nl: "niet-nodig, prettig, zeer-wenselijk, noodzakelijk, onbekend of intrekken",
        en:
          "niet-nodig (not needed), prettig (pleasant), zeer-wenselijk (very desirable), noodzakelijk (necessary), onbekend (unknown) or intrekken (withdraw)"
      ),
      candidates: { context in
        ((try? Vocabulary.necessity.all(in: context)) ?? []).filter { $0.necessity != .needed }.map {
          Candidate($0.id, $0.label)
        }
      })
    let by = CircleArguments.role()
    let set = CircleArguments.set
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    Ballot(
      asking: arguments.value,
      about: [
        .init(arguments.precondition), .init(arguments.situation, usually: [CareSituation.all.id]),
      ],
      of: arguments.by, scale: Necessity.grades.map(\.rawValue), besides: [Necessity.unknown.rawValue])
  }

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
      changesWorkspace: true,
      next: [
        FollowUp("wzw need agree", Text(nl: "hoe eens de rollen het zijn", en: "how far the roles agree"))
      ],
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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let group = try given.group.item(in: context)
    let precondition = try given.precondition.item(in: context)
    let situation = try given.situation.item(in: context)
    let value = try given.checking(\.value) { try Self.value($0, in: context) }
    var sets = try JudgementSets(context)
    let set = try given.checking(\.set) { try $0.map(sets.found) ?? sets.written }
    if set.name == ExampleJudgements.name { throw Self.isShipped(at: given.place(of: \.set)) }
    var circle = set.needs
    let wasExample = sets.inUse.name == ExampleJudgements.name && set.name == JudgementSets.circle
    let cells = try context.situations.filter { situation == .all || $0 == situation }.map {
      NeedCell(group: group.id, precondition: precondition.id, situation: $0.id)
    }
    let held = cells.filter { circle.votes[$0]?[given.by] != nil }
    if value == nil, held.isEmpty { throw nothing(given.by, group, precondition, at: given.place(of: \.value)) }
    for cell in value == nil ? held : cells { circle.set(cell, value, by: given.by) }
    try sets.keep(circle, as: set.name, in: context.workspace)
    let table = NeedTables.agreement(
      cells, .init(name: set.name, needs: circle), try context.statedNeeds, context)
    let isFirst = try wasExample && JudgementSets(context).inUse.name == JudgementSets.circle
    return Output([.table(table)] + (isFirst ? [Self.exampleEnds] : []))
  }

  /// What is said when the circle's first judgement puts the example aside.
  private static let exampleEnds = Block.caution(
    nl:
      "van nu af tellen alleen oordelen van de kring; het voorbeeld telt niet meer mee ('wzw need copy voorbeeld NAAM' neemt het over om te veranderen, 'wzw need use voorbeeld' zet het terug)",
    en:
      "from now on only judgements of the circle count; the example counts no more ('wzw need copy voorbeeld NAME' takes it over to be changed, 'wzw need use voorbeeld' puts it back)"
  )

  private static func isShipped(at place: Place?) -> Diagnostic {
    Diagnostic(
      "need.set.shipped",
      Text(nl: "het voorbeeld is niet te veranderen", en: "the example cannot be changed"),
      wayOut: Text(
        nl: "maak er een eigen set van: 'wzw need copy voorbeeld NAAM'",
        en: "make a set of your own of it: 'wzw need copy voorbeeld NAME'"),
      suggestion: "wzw need copy voorbeeld", place: place)
  }

  /// What a role says; nil where it takes back what it said.
  ///
  /// - Throws: `necessity.unknown`; `necessity.ungraded` for `nodig`, which only a text says.
  private static func value(_ word: NameOf<NecessityGrade>, in context: Context) throws -> Necessity? {
    let value = try word.item(in: context).necessity
    if value == .needed {
      throw Diagnostic(
        "necessity.ungraded",
        Text(
          nl: "'\(word.word)' zegt niet hoe nodig iets is: het woord staat voor wat de tekst van de bron nodig noemt",
          en: "'\(word.word)' is no grade: it stands for what the text of the source says"),
        wayOut: Vocabulary.necessity.wayOut)
    }
    return value
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
