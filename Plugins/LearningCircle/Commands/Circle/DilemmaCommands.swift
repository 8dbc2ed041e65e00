import WorkbenchKit

/// The dilemmas that a circle can take: those of the source and its own.
enum Dilemmas {
  static func all(_ circle: Circle?, in context: Context) throws -> [Term] {
    try context.shippedDilemmas
      + (circle?.ownDilemmas ?? []).map { Term(id: $0.id, label: .verbatim($0.text), source: nil) }
  }

  static func table(_ circle: Circle, in context: Context) throws -> [Block] {
    let dilemmas = try all(circle, in: context)
    let table = Table(
      title: Text(nl: "Dilemma's", en: "Dilemmas"),
      columns: [
        .texts("dilemma", dilemmas.map(\.id), label: .verbatim("dilemma")),
        .texts("label", dilemmas.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .texts("more", dilemmas.map { $0.what?.shown }, label: Text(nl: "in het kort", en: "in brief"), in: context),
        Column(
          "taken", .booleans(dilemmas.map { circle.taken.contains($0.id) }),
          label: Text(nl: "opgepakt", en: "taken up")),
      ])
    return [.table(table), try context.knowledge.sources(dilemmas.map(\.source), in: context)]
  }
}

extension Vocabulary<Term> {
  static var dilemma: Vocabulary {
    Vocabulary(
      "dilemma", none: Text(nl: "geen dilemma", en: "no dilemma"),
      wayOut: Text(nl: "'kring dilemma list' noemt ze", en: "'kring dilemma list' lists them")
    ) { try Dilemmas.all($0.workspace.currentCircle, in: $0) }
  }
}

/// `kring dilemma list`: the dilemmas of the source, and the circle's own.
struct DilemmaListCommand: Command {
  let signature = Signature(
    "kring dilemma list", aliases: ["kring dilemmas"],
    summary: Text(nl: "toon de dilemma's", en: "list the dilemmas"),
    examples: [
      .init("kring dilemma list", Text(nl: "vijf uit de bron, en de eigen", en: "five of the source, and the own"))
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(try Dilemmas.table(try context.circle(), in: context))
  }
}

/// `kring dilemma add TEXT`: a dilemma of the circle itself.
struct DilemmaAddCommand: Command {
  struct Arguments: Sendable {
    let text = Argument("text", .words, about: Text(nl: "het dilemma", en: "the dilemma"))
    let id = Argument(flag: "id", .words, about: Text(nl: "hoe het heet", en: "what it is called"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring dilemma add", aliases: ["kring dilemma bij"],
    summary: Text(nl: "voeg een eigen dilemma toe", en: "add a dilemma of your own"),
    changesWorkspace: true,
    examples: [
      .init(
        "kring dilemma add 'wie belt na acht uur terug' --id avond",
        Text(nl: "een eigen dilemma", en: "a dilemma of your own")),
      .init(
        "kring dilemma add 'nog een' --id opgave", Text(nl: "een naam die er al is", en: "a name that is taken"),
        failsWith: "dilemma.taken"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let known = try Dilemmas.all(circle, in: context)
    let id =
      try given.id.map { try Slug.demand($0, at: given.place(of: \.id)) }
      ?? Circle.id(of: given.text, among: Set(known.map(\.id)))
    try Vocabulary<Term>.dilemma.demandFree(id, among: known, at: given.place(of: \.id))
    circle.ownDilemmas.append(OwnDilemma(id: id, text: given.text))
    context.workspace.store(circle)
    return Output(try Dilemmas.table(circle, in: context))
  }
}

/// `kring dilemma take ID`: the dilemma that the circle works on.
struct DilemmaTakeCommand: Command {
  struct Arguments: Sendable {
    let dilemma = Argument("dilemma", .named(.dilemma), about: Text(nl: "welk dilemma", en: "which dilemma"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring dilemma take", aliases: ["kring dilemma neem"],
    summary: Text(nl: "pak een dilemma op", en: "take up a dilemma"),
    changesWorkspace: true,
    next: [
      FollowUp(
        "agenda add 'waar werken wij aan?' --minutes 30 --from dilemma:{dilemma}",
        Text(nl: "zet het op de agenda", en: "put it on the agenda"))
    ],
    examples: [
      .init("kring dilemma take crisis", Text(nl: "een van de vijf", en: "one of the five")),
      .init(
        "kring dilemma take weer", Text(nl: "een dat er niet is", en: "one that is not there"),
        failsWith: "dilemma.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let dilemma = try given.dilemma.item(in: context)
    if !circle.taken.contains(dilemma.id) { circle.taken.append(dilemma.id) }
    context.workspace.store(circle)
    var blocks: [Block] = [.heading(Heading(dilemma.label, level: 2))]
    if let what = dilemma.what { blocks.append(.paragraph(what.shown)) }
    if dilemma.source != nil { blocks.append(try context.knowledge.sources([dilemma.source], in: context)) }
    return Output(blocks)
  }
}
