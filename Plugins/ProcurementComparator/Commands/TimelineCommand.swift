import WorkbenchKit

/// `procure timeline`: term and options of a contract, the steps before it, and when to decide.
struct TimelineCommand: Command {
  struct Arguments: Sendable {
    let start = Argument(
      requiredFlag: "start", .day, about: Text(nl: "eerste dag van het contract", en: "first day of the contract"))
    let term = Argument(
      flag: "term", ArgumentKind.name.map(or: ContractTerm(text: "", years: []), ContractTerm.init(typed:)),
      default: "2+1+1",
      about: Text(nl: "looptijd en opties in jaren: 2+1+1", en: "term and options in years: 2+1+1"),
      candidates: { _ in
        [
          Candidate("2+1+1", Text(nl: "Brunssum", en: "Brunssum")),
          Candidate("4+2", Text(nl: "Alphen", en: "Alphen")),
          Candidate("7", Text(nl: "Rotterdam, vervoer", en: "Rotterdam, transport")),
        ]
      })
    let notice = Argument(
      flag: "notice", .integer(0...36), default: "6",
      about: Text(nl: "maanden voor een einde om te beslissen", en: "months before an end to decide"))
    let months = Argument(
      flags: "months", .pair(.integer(0...120)),
      about: Text(
        nl: "uw maanden voor de start, per stap: agreement=9, award=6, clients=2",
        en: "your months before the start, by step: agreement=9, award=6, clients=2"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure timeline",
      aliases: ["procure tijdlijn"],
      summary: Text(
        nl: "zet looptijd, opties, overgang en beslismomenten op een tijdlijn",
        en: "put term, options, transition and moments of decision on a timeline"),
      examples: [
        .init(
          "procure timeline --start 2027-01-01 --term 2+1+1",
          Text(nl: "twee jaar en twee opties", en: "two years and two options")),
        .init(
          "procure timeline --start 2027-01-01 --months award=6,agreement=9",
          Text(nl: "met uw eigen maanden vooraf", en: "with your own months beforehand")),
        .init(
          "procure timeline --start 2027-01-01 --term twee", Text(nl: "geen jaren", en: "no years"),
          failsWith: "term.shape"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let start = given.start
    let plan = try given.checking(\.term) { term in
      guard let plan = ContractTimeline(start: start, years: term.years, notice: given.notice) else {
        throw term.problem
      }
      return plan
    }
    let parts = (
      Text(nl: "overgang", en: "transition"), Text(nl: "contract", en: "contract"), Text(nl: "beslissen", en: "decide")
    )
    var rows: [Timeline.Row] = []
    var citations: [Citation?] = []
    var whose: [Text?] = []
    let steps = try context.transitionSteps
    let own = try ownMonths(given, among: steps)
    let cases = try context.cases.labels
    let months = steps.map { step in own[step.id].map { -$0 } ?? step.months }
    // With months of one's own they may come in another order.
    for place in steps.indices.sorted(by: { (months[$0], $0) < (months[$1], $1) }) {
      let step = steps[place]
      guard let day = start.adding(months: months[place]) else { continue }
      let source = step.statement.source
      rows.append(
        .init(
          what: step.statement.text, start: day,
          source: try source.map { try context.knowledge.words(of: $0, in: context) }, group: parts.0))
      whose.append(
        months[place] == 0 && own[step.id] == nil ? nil : Self.whose(step, isOwn: own[step.id] != nil, cases))
      citations.append(source)
    }
    for (place, stretch) in plan.stretches.enumerated() {
      let what =
        stretch.isOption
        ? Text(nl: "optie \(place): ", en: "option \(place): ") : Text(nl: "looptijd: ", en: "term: ")
      let years = Text.counted(stretch.years, Text(nl: "jaar", en: "year"), Text(nl: "jaar", en: "years"))
      rows.append(.init(what: what + years, start: stretch.start, end: stretch.end, group: parts.1))
    }
    for (place, day) in plan.decisions.enumerated() {
      let isLast = place == plan.decisions.count - 1
      let what =
        isLast
        ? Text(nl: "besluit wat na het contract komt", en: "decide what comes after the contract")
        : Text(nl: "besluit over optie \(place + 1)", en: "decide on option \(place + 1)")
      rows.append(.init(what: what, start: day, who: Text(nl: "gemeente", en: "municipality"), group: parts.2))
    }
    let term = given.term.text
    let title = Text(nl: "Contract \(term) vanaf \(start.text)", en: "Contract \(term) from \(start.text)")
    let table = Table(
      title: title,
      columns: [
        .texts("part", rows.map(\.group), label: Text(nl: "deel", en: "part"), in: context),
        .texts("what", rows.map(\.what), label: Text(nl: "wat", en: "what"), in: context),
        .texts("start", rows.map(\.start.text), label: Text(nl: "van", en: "from")),
        .texts("end", rows.map { $0.end?.text }, label: Text(nl: "tot en met", en: "through")),
        .texts(
          "whose", whose + rows.dropFirst(whose.count).map { _ in nil },
          label: Text(nl: "wiens maanden", en: "whose months"), in: context),
      ])
    var blocks: [Block] = [.timeline(Timeline(title: title, rows: rows)), .table(table)]
    let same = try context.chosenTerms.filter { $0.term == term }
    citations += same.map(\.source)
    if let known = same.first.map({ Self.place(cases[$0.id] ?? .verbatim($0.id)) }) {
      blocks.append(.info(nl: "deze looptijd koos \(known.nl)", en: "this term was chosen by \(known.en)"))
    }
    blocks.append(
      .caution(
        nl: "hoe lang de stappen vooraf duren is uw keuze (--months); in Alphen was de tijd te kort",
        en: "how long the steps beforehand take is your choice (--months); in Alphen there was too little time"))
    blocks.append(try context.knowledge.sources(citations, in: context))
    return Output(blocks)
  }

  private func ownMonths(_ given: Given<Arguments>, among steps: [TransitionStep]) throws -> [String: Int] {
    var own: [String: Int] = [:]
    let vocabulary = Vocabulary<TransitionStep>(
      "step", none: Text(nl: "geen stap", en: "no step"),
      wayOut: .verbatim(steps.map(\.id).joined(separator: ", ")))
    for pair in given.months {
      let step = try vocabulary.one(pair.key, among: steps, at: pair.place)
      guard own.updateValue(pair.value, forKey: step.id) == nil else {
        throw Diagnostic(
          "step.repeated",
          Text(
            nl: "de maanden van '\(step.id)' zijn twee keer gegeven", en: "the months of '\(step.id)' are given twice"),
          wayOut: Text(nl: "geef er één", en: "give one"), place: pair.place)
      }
    }
    return own
  }

  /// - Parameter cases: the names of the cases by their ids.
  private static func whose(_ step: TransitionStep, isOwn: Bool, _ cases: [String: Text]) -> Text {
    if isOwn { return Text(nl: "van u", en: "yours") }
    guard let example = step.example else { return Text(nl: "onze keuze, geen bron", en: "our choice, no source") }
    return Text(nl: "van ", en: "of ") + place(cases[example] ?? .verbatim(example))
  }

  /// A case is called by its place, and behind that by what it is.
  private static func place(_ name: Text) -> Text {
    func first(_ name: String) -> String { name.split(separator: ":").first.map(String.init) ?? name }
    return Text(nl: first(name.nl), en: first(name.en))
  }
}
