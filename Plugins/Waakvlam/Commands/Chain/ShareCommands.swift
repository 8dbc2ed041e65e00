import WorkbenchKit

/// How it goes now, or how it should.
enum Moment: String, ArgumentChoice {
  case now
  case wanted

  static let usual = Moment.now
  var about: Text? { label }
  var label: Text {
    self == .now
      ? Text(nl: "zoals het nu gaat", en: "as it goes now") : Text(nl: "zoals het zou moeten", en: "as it should")
  }

  var shares: WritableKeyPath<LightChain, LightChain.Shares> { self == .now ? \.now : \.wanted }
}

/// What a role says of several steps at once.
struct SharesArguments: ArgumentGroup {
  let shares = Argument(
    list: "shares", .pair(.value.stating(.share)),
    about: Text(
      nl: "stap=deel dat de stap haalt: 1.1=0.6, 60% of weet-niet",
      en: "step=part that gets through: 1.1=0.6, 60% or weet-niet (does not know)"),
    candidates: { context in ((try? context.steps) ?? []).map { Candidate("\($0.id)=", $0.label) } })
  let by = Argument(requiredFlag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
}

extension Given<SharesArguments> {
  /// Keeps what the role says, and shows it.
  func keep(_ moment: Moment, _ context: Context) throws -> Output {
    var said: [(SituationStep, ShareAnswer?)] = []
    for pair in self.shares {
      let step = try Vocabulary<SituationStep>.step.one(pair.key, in: context, at: pair.place)
      said.append((step, try ShareAnswer.typed(pair.value, of: step.id, at: pair.place)))
    }
    return try context.keep(said, moment, by: self.by)
  }
}

extension Context {
  /// Keeps what a role says of steps; nil takes it back.
  fileprivate func keep(_ said: [(SituationStep, ShareAnswer?)], _ moment: Moment, by role: String) throws -> Output {
    var chain = try workspace.lightChain
    for (step, answer) in said { chain[keyPath: moment.shares][step.id, default: [:]][role] = answer }
    workspace.store(chain)
    let situation = try situations.filter { one in said.contains { $0.0.situation == one.id } }
    let steps = situation.flatMap(\.steps)
    let summaries = steps.map { ShareSummary(chain[keyPath: moment.shares][$0.id]) }
    func shares(_ name: String, _ label: Text, _ value: (ShareSummary) -> Double) -> Column {
      .numbers(name, summaries.map(value), label: label, unit: .share, format: .share(0))
    }
    var columns: [Column] = [
      .texts("step", steps.map(\.id), label: Text(nl: "stap", en: "step")),
      .texts("label", steps.map(\.label), label: Text(nl: "wat", en: "what"), in: self),
      shares("median", Text(nl: "mediaan", en: "median"), \.median),
    ]
    if showsRoles {
      columns += [
        shares("low", Text(nl: "laagste", en: "lowest"), \.low),
        shares("high", Text(nl: "hoogste", en: "highest"), \.high),
      ]
    }
    columns += [
      .counts("roles", summaries.map { $0.values.count + $0.unknown }, label: Text(nl: "rollen", en: "roles")),
      .counts("unknown", summaries.map(\.unknown), label: Text(nl: "weet niet", en: "unknown")),
    ]
    let title = Text(nl: "Wie de stap haalt, \(moment.label.nl)", en: "Who gets through, \(moment.label.en)")
    return Output([.table(Table(title: title, columns: columns))] + (showsRoles ? [] : [Self.rolesHidden]))
  }
}

/// `waakvlam now STEP=SHARE… --by ROLE`: how many get through each step as it goes now.
struct NowCommand: Command {
  struct Arguments: Sendable { let saying = SharesArguments() }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.saying.shares, of: arguments.saying.by) }

  let signature = Signature(
    "waakvlam now", aliases: ["waakvlam nu"],
    summary: Text(
      nl: "zeg welk deel elke stap haalt, zoals het nu gaat",
      en: "say which part gets through each step, as it goes now"),
    details: ShareTexts.details, changesWorkspace: true,
    next: [FollowUp("waakvlam chain", Text(nl: "wat er overblijft", en: "what is left"))],
    examples: [
      .init("waakvlam now 1.1=0.6 1.2=0.5 1.3=0.7 1.4=0.4 --by gemeente", Text(nl: "verzonnen", en: "invented")),
      .init("waakvlam now 1.1=2 --by gemeente", Text(nl: "geen deel", en: "no part"), failsWith: "share.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output { try given.saying.keep(.now, context) }
}

/// `waakvlam wanted STEP=SHARE… --by ROLE`: how many should get through each step.
struct WantedCommand: Command {
  struct Arguments: Sendable { let saying = SharesArguments() }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.saying.shares, of: arguments.saying.by) }

  let signature = Signature(
    "waakvlam wanted", aliases: ["waakvlam gewenst"],
    summary: Text(
      nl: "zeg welk deel elke stap zou moeten halen", en: "say which part should get through each step"),
    details: ShareTexts.details, changesWorkspace: true,
    next: [FollowUp("waakvlam chain", Text(nl: "wat er overblijft", en: "what is left"))],
    examples: [
      .init("waakvlam wanted 1.1=0.95 1.2=0.9 1.3=0.85 1.4=0.9 --by gemeente", Text(nl: "verzonnen", en: "invented")),
      .init("waakvlam wanted 5.1=0.9 --by gemeente", Text(nl: "geen stap", en: "no step"), failsWith: "step.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output { try given.saying.keep(.wanted, context) }
}

/// `waakvlam step STEP now|wanted SHARE --by ROLE`: one correction.
struct StepCommand: Command {
  struct Arguments: Sendable {
    let step = Argument("step", .named(.step), about: Text(nl: "de stap, zoals 1.2", en: "the step, such as 1.2"))
    let moment = Argument(
      "moment", .choice(Moment.self), about: Text(nl: "now (nu) of wanted (gewenst)", en: "now or wanted"))
    let share = Argument(
      "share", .value,
      about: Text(
        nl: "het deel dat de stap haalt: 0.6, 60% of weet-niet",
        en: "the part that gets through: 0.6, 60% or weet-niet (does not know)"))
    let by = Argument(requiredFlag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam step", aliases: ["waakvlam stap"],
    summary: Text(nl: "verbeter wat een rol van één stap zei", en: "correct what a role said of one step"),
    details: ShareTexts.details, changesWorkspace: true,
    examples: [
      .init("waakvlam step 1.2 now 0.4 --by gemeente", Text(nl: "een ander deel", en: "another part")),
      .init("waakvlam step 1.2 now 40 --by gemeente", Text(nl: "geen deel", en: "no part"), failsWith: "share.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let step = try given.step.item(in: context)
    let answer = try ShareAnswer.typed(given.share, of: step.id, at: given.place(of: \.share))
    return try context.keep([(step, answer)], given.moment, by: given.by)
  }
}

private enum ShareTexts {
  static let details = Text(
    nl:
      "Een deel van 0 tot 1: van wie bij deze stap komt, hoeveel er verder gaan. weet-niet telt apart; intrekken neemt een antwoord terug. De "
      + "getallen zijn van de tafel: de bron geeft er geen.",
    en:
      "A part from 0 to 1: of those who come to this step, how many go on. weet-niet (does not know) counts apart; intrekken takes an answer back. "
      + "The figures are the table's: the source gives none.")
}
