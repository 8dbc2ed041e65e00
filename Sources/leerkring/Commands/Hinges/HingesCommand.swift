import Session
@_spi(Host) import WorkbenchKit

/// `hinges RESULT --over NAME=RANGE… [--by NAME=ROLE…] [--decide RULE]`
struct HingesCommand: HostCommand {
  struct Arguments: Sendable {
    let result = Argument("result", .keptResult, about: Text(nl: "de bewaarde uitkomst", en: "the kept result"))
    let over = Argument(
      flags: "over", .pair(.value),
      about: Text(
        nl:
          "wat anders kan zijn: NAAM=40..60, NAAM=10..20:1 of NAAM=laag/hoog; NAAM is van 'let', een vlag of een instelling",
        en: "what may be otherwise: NAME=40..60, NAME=10..20:1 or NAME=low/high; NAME is of 'let', a flag or a setting")
    )
    let branch = Argument(
      flag: "branch", .branch,
      about: Text(nl: "wat deze tak anders aanneemt dan de uwe", en: "what this branch assumes otherwise than yours"))
    let by = Argument(
      flags: "by", .pair(.role),
      about: Text(
        nl: "wie een aanname doet: NAAM=ROL; anders de --by van haar regel",
        en: "who assumes it: NAME=ROLE; else the --by of its line"))
    let of = Argument(
      flag: "of", .name, about: Text(nl: "op welke kolom of welk getal", en: "by which column or figure"))
    let id = Argument(
      flag: "id", .name, about: Text(nl: "de kolom die rijen een naam geeft", en: "the column that names the rows"))
    let top = Argument(
      flag: "top", .integer(1...10_000),
      about: Text(
        nl: "hoeveel eerste plaatsen tellen; anders alle, en van meer dan tien rijen de eerste drie",
        en: "how many first places count; else all, and of more than ten rows the first three"))
    let decide = Argument(
      flag: "decide", .choice(HingeSpread.Rule.self),
      about: Text(
        nl: "hoe gekozen wordt; dan staat er wat weten waard is",
        en: "how is chosen; then it says what knowing is worth"))
    let runs = Argument(
      flag: "runs", .integer(4...100_000), default: "500",
      about: Text(nl: "hoogstens zoveel combinaties", en: "at most so many combinations"))
    let on = Argument(
      flag: "on", .file,
      about: Text(nl: "zoek bestanden ook in deze map", en: "look for files in this folder too"))
  }

  static let arguments = Arguments()

  let places: FilePlaces

  let signature = Signature(
    "hinges",
    aliases: ["kantelpunten"],
    summary: Text(
      nl: "wat zou ons van gedachten doen veranderen: welke aanname een uitkomst doet kantelen, en waar",
      en: "what would change our minds: which assumption turns a result, and where"),
    details: Text(
      nl: """
        Een uitkomst kantelt als de volgorde van haar rijen anders wordt, of als een getal door 0 gaat. De regels waaruit zij kwam gaan \
        daarvoor telkens opnieuw, in een werkruimte apart: er wordt niets bewaard en niets geschreven. Per aanname wordt gezocht in 16 \
        gelijke stappen en daartussen door halveren; wat binnen één stap kantelt en terugkantelt, wordt niet gezien. Het aandeel is dat in \
        de variantie als alle aannames tegelijk anders kunnen zijn, onafhankelijk van elkaar (Shapley; Owen 2014), en telt op tot 100 %. \
        Met --decide staat erbij wat het waard is alles zeker te weten, en elke aanname alleen (Raiffa en Schlaifer 1961). Wat wordt \
        geloot, begint elke keer gelijk. Een regel met dezelfde vlag op meer plaatsen wijst u aan met een woord ervoor: WOORD:NAAM.
        """,
      en: """
        A result turns where the order of its rows becomes another one, or where a figure goes through 0. The lines that it came from are run \
        anew for that time and again, in a workspace apart: nothing is kept and nothing is written. Each assumption is searched in 16 equal \
        steps and between them by halving; what turns and turns back within one step is not seen. The share is that in the variance where \
        all assumptions may be otherwise at once, independent of each other (Shapley; Owen 2014), and adds up to 100%. With --decide it says \
        what it is worth to know everything, and each assumption alone (Raiffa and Schlaifer 1961). What is drawn begins alike each time. A \
        flag that stands in more than one line is pointed at by a word before it: WORD:NAME.
        """),
    readsWholeWorkspace: true,
    next: [FollowUp("why {result}", Text(nl: "waar de uitkomst vandaan komt", en: "where the result comes from"))],
    examples: [
      Signature.Example(
        "hinges ruimte --over prijs=40..60 --by prijs=gemeente",
        Text(nl: "waar een tekort begint", en: "where a shortage begins")),
      Signature.Example(
        "hinges ruimte --over prijs=40..60,aantal=80..120 --decide positive",
        Text(nl: "twee aannames, en wat weten waard is", en: "two assumptions, and what knowing is worth")),
      Signature.Example(
        "hinges ruimte --over huur=1..2",
        Text(nl: "waar de uitkomst niet aan hangt", en: "on which the result does not hang"),
        failsWith: "hinges.unknown"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    guard parameter.name == "over", let name = words.first(where: { !$0.hasPrefix("-") }),
      let lines = try? ResultLines(name, on: session.workspace.branch, of: session.workspace)
    else { return [] }
    return AssumptionSearch(lines, showsRoles: session.looking().showsRoles) { _ in nil }.known.map {
      Candidate($0.name + "=", Text(nl: "nu \($0.now.plain)", en: "now \($0.now.plain)"))
    }
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let kept = try given.checking(\.result) { try KeptResult.named($0, in: context) }
    context.workspace.merge(kept.result.provenance)
    let here = session.workspace.branch
    let lines = try given.checking(\.result) { try ResultLines($0, on: here, of: session.workspace) }
    let assumptions = try self.assumptions(given, lines, session, context)
    let others = assumptions.flatMap { assumption -> [ReplayLine] in
      if case .lines(_, _, let others) = assumption.place { others } else { [] }
    }
    let found = try FoundFiles(
      of: lines.entries + others, home: session.home, on: given.on, places, in: session, context)
    try found.demandAll(at: given.place(of: \.result))
    let request = HingeAnalysis.Request(
      of: given.of, id: given.id, top: given.top, rule: given.decide, runs: given.runs)
    let analysis: HingeAnalysis
    do {
      analysis = try HingeRuns.with(
        given.result, lines, found, folders: [session.home, given.on].compactMap { $0 }, assumptions, in: session,
        context
      ) { try HingeAnalysis(kept, assumptions, request, $0) }
    } catch var error as Diagnostic {
      // A line of then has no place in the line of now.
      if error.place?.source == "log" { error.place = nil }
      throw error.at(error.code == "hinges.decide" ? given.place(of: \.decide) : given.place)
    }
    let told = HingesTold(result: given.result, found: analysis, context: context)
    return Output(told.blocks + ReplayTold.notices(lines.remarks).map(Block.notice))
  }

  private func assumptions(
    _ given: Given<Arguments>, _ lines: ResultLines, _ session: Session, _ context: Context
  ) throws -> [Assumption] {
    let parties = Dictionary(given.by.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
    let search = AssumptionSearch(lines, showsRoles: context.showsRoles) { Self.setting($0, session, context) }
    var found = try given.checkingEach(\.over) { pair in
      try search.assumption(pair.key, pair.value.plain, party: parties[pair.key])
    }
    if let other = given.branch {
      let theirs = try given.checking(\.branch) { _ in
        try ResultLines(given.result, on: other, of: session.workspace)
      }
      found += try given.checking(\.branch) { _ in
        let differing = try BranchAssumptions.all(lines, theirs, names: (session.workspace.branch, other))
        if !context.showsRoles, let said = differing.first(where: { $0.party != nil }) {
          throw AssumptionSearch.hidden(said.name)
        }
        return differing
      }
    }
    guard !found.isEmpty else {
      let names = search.known.map { "\($0.name)=…" }
      throw Diagnostic(
        "argument.missing", Text(nl: "wat kan er anders zijn?", en: "what may be otherwise?"),
        wayOut: names.isEmpty
          ? Text(
            nl: "noem een bereik met --over, of een tak met --branch",
            en: "name a range with --over, or a branch with --branch")
          : Text(
            nl: "--over met een bereik: \(Text.list(names).nl)", en: "--over with a range: \(Text.list(names).en)"),
        suggestion: "--over", place: given.place)
    }
    let names = found.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }), given.branch == nil {
      throw Diagnostic(
        "hinges.twice", Text(nl: "'\(twice)' staat er meer dan eens", en: "'\(twice)' stands there more than once"),
        wayOut: Text(nl: "geef elke aanname één bereik", en: "give each assumption one range"),
        place: given.place(of: \.over))
    }
    let strange = parties.keys.sorted().first { !names.contains($0) }
    if let strange {
      throw Diagnostic(
        "hinges.unknown", Text(nl: "'\(strange)' is hier geen aanname", en: "'\(strange)' is no assumption here"),
        wayOut: Text(nl: "er is: \(Text.list(names).nl)", en: "there is: \(Text.list(names).en)"),
        suggestion: NearestWord.best(strange, among: names), place: given.place(of: \.by))
    }
    return found
  }

  /// What a setting is now; nil for what is none.
  private static func setting(_ name: String, _ session: Session, _ context: Context) -> Value? {
    if let noun = name.split(separator: ".").first, name.contains(".") { try? session.registry.redeem(String(noun)) }
    return session.registry.settings.map(\.setting).first { $0.name == name }.map { HostSetting.current($0, context) }
  }
}
