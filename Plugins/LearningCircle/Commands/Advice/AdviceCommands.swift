import WorkbenchKit

/// `advies list`: the advice of the source, by party.
struct AdviceListCommand: Command {
  struct Arguments: Sendable {
    let party = Argument(
      flag: "party", .named(.adviceParty), about: Text(nl: "alleen voor deze partij", en: "for this party only"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "advies list", aliases: ["advies lijst"],
    summary: Text(nl: "toon de adviezen uit de bron", en: "list the advice of the source"),
    examples: [
      .init("advies list --party gemeenten", Text(nl: "voor gemeenten", en: "for municipalities")),
      .init(
        "advies list --party iedereen", Text(nl: "een partij die er niet is", en: "a party that is not there"),
        failsWith: "party.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let party = try given.party?.item(in: context)
    let advice = try context.advice.filter { party == nil || $0.party == party?.id }
    return Output([
      .table(
        Table(
          title: Text(nl: "Adviezen", en: "Advice"),
          columns: [
            .texts("advice", advice.map(\.id), label: Text(nl: "advies", en: "advice")),
            .texts("label", advice.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
            .texts("party", advice.map(\.party), label: Text(nl: "voor", en: "for")),
            .texts("source", advice.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context)
              .asDetail(),
          ])), try context.knowledge.sources(advice.map(\.source), in: context),
    ])
  }
}

/// `advies set ID ANSWER --by ROLE`: what a role does with a piece of advice.
struct AdviceSetCommand: Command {
  struct Arguments: Sendable {
    let advice = Argument("advice", .named(.advice), about: Text(nl: "welk advies", en: "which advice"))
    let answer = Argument(
      "answer", .choice(AdviceAnswer.self), about: Text(nl: "wat ermee gebeurt", en: "what is done with it"))
    let by = Argument<String>.by
  }

  static let arguments = Arguments()

  static var ballot: Ballot? {
    Ballot(
      asking: arguments.answer, about: [.init(arguments.advice)], of: arguments.by,
      scale: ["niet", "later", "deels", "overgenomen"],
      besides: ["onbekend"])
  }

  let signature = Signature(
    "advies set", aliases: ["advies zet"],
    summary: Text(
      nl: "leg vast wat een rol met een advies doet", en: "put down what a role does with a piece of advice"),
    changesWorkspace: true,
    next: [FollowUp("advies matrix", Text(nl: "alle adviezen en rollen", en: "all advice and roles"))],
    examples: [
      .init("advies set loket overgenomen --by gemeente", Text(nl: "overgenomen", en: "taken over")),
      .init(
        "advies set loket misschien --by gemeente",
        Text(nl: "een woord dat er niet is", en: "a word that is not there"), failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let advice = try given.advice.item(in: context)
    let role = circle.canonical(given.by)
    circle.advice[advice.id, default: [:]][role] = given.answer == .withdrawn ? nil : given.answer
    if circle.advice[advice.id]?.isEmpty == true { circle.advice[advice.id] = nil }
    context.workspace.store(circle)
    return Output(try AdviceMatrix(circle, in: context).blocks([advice], context))
  }
}

/// `advies matrix`: all advice by all roles.
struct AdviceMatrixCommand: Command {
  struct Arguments: Sendable {
    let by = Argument(
      flag: "by", .circleRole,
      about: Text(nl: "het eigen advies van deze rol eerst", en: "the own advice of this role first"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "advies matrix", aliases: ["advies overzicht"],
    summary: Text(
      nl: "zet adviezen tegen rollen: wie doet wat ermee", en: "set advice against roles: who does what with it"),
    examples: [
      .init("advies matrix", Text(nl: "alle adviezen", en: "all advice")),
      .init("advies matrix --by 123456", Text(nl: "geen rol", en: "no role"), failsWith: "role.name"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    var advice = try context.advice
    if let by = given.by {
      let kind = circle.role(by)?.kind ?? RoleKind.told(by: by)
      let own = Set(try context.adviceParties.filter { $0.id != "alle" && $0.kinds.contains(kind.rawValue) }.map(\.id))
      advice = advice.filter { own.contains($0.party) } + advice.filter { !own.contains($0.party) }
    }
    return Output(try AdviceMatrix(circle, in: context).blocks(advice, context))
  }
}

/// What roles do with advice, as a matrix.
struct AdviceMatrix {
  private let circle: Circle
  private let parties: [String: Text]

  init(_ circle: Circle, in context: Context) throws {
    self.circle = circle
    parties = try context.adviceParties.labels
  }

  func blocks(_ advice: [Advice], _ context: Context) throws -> [Block] {
    let said = Set(circle.advice.values.flatMap(\.keys))
    let atTable = Set(circle.roles.map(\.role))
    let roles = circle.speakers.filter { said.contains($0) || atTable.contains($0) }
    let sources = try context.knowledge.sources(advice.map(\.source), in: context)
    guard context.showsRoles else { return [.table(counts(advice, context)), Context.rolesHidden, sources] }
    guard !roles.isEmpty else {
      return [
        .info(
          nl: "nog geen rol; 'advies set ADVIES overgenomen --by ROL'",
          en: "no role yet; 'advies set ADVICE overgenomen --by ROLE'"),
        sources,
      ]
    }
    let matrix = CellMatrix(
      title: Text(nl: "Wat rollen met de adviezen doen", en: "What roles do with the advice"),
      rowHeading: Text(nl: "advies", en: "advice"), columnHeading: Text(nl: "rol", en: "role"),
      rows: advice.map { .init($0.id, label: $0.label) }, columns: roles.map { .init($0) },
      cells: advice.map { piece in
        roles.map { role in
          guard let answer = circle.advice[piece.id]?[role], let about = answer.about else { return .empty }
          return CellMatrix.Cell(about, mark: answer.mark)
        }
      })
    return [.matrix(matrix), sources]
  }

  /// How many roles said something, without who.
  private func counts(_ advice: [Advice], _ context: Context) -> Table {
    func count(_ answer: AdviceAnswer) -> [Int] {
      advice.map { piece in circle.advice[piece.id]?.values.count { $0 == answer } ?? 0 }
    }
    return Table(
      title: Text(nl: "Wat er met de adviezen gebeurt", en: "What is done with the advice"),
      columns: [
        .texts("advice", advice.map(\.id), label: Text(nl: "advies", en: "advice")),
        .counts("taken", count(.taken), label: Text(nl: "overgenomen", en: "taken over")),
        .counts("partly", count(.partly), label: Text(nl: "deels", en: "partly")),
        .counts("later", count(.later), label: Text(nl: "later", en: "later")),
        .counts("no", count(.no), label: Text(nl: "niet", en: "no")),
        .counts("unknown", count(.unknown), label: Text(nl: "weet niet", en: "unknown")),
      ])
  }
}
