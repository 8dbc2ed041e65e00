import WorkbenchKit

/// `waakvlam capacity`: how many people fit in the hours there are.
struct CapacityCommand: Command {
  struct Arguments: Sendable {
    let fte = Argument(requiredFlag: "fte", .above0("fte"), about: Text(nl: "voltijdbanen", en: "full-time jobs"))
    let hours = Argument(
      requiredFlag: "hours", .above0("hours"),
      about: Text(nl: "uren van een voltijdbaan per week", en: "hours of a job in a week"))
    let direct = Argument(
      requiredFlag: "direct", .share,
      about: Text(nl: "welk deel van de uren bij bewoners is", en: "which part of the hours is with residents"))
    let frequency = Argument(
      requiredFlag: "frequency", TypedQuantity.kind("frequency", .aboveNought),
      about: Text(
        nl: "contacten per bewoner per week: 0.5 is eens in de twee weken",
        en: "contacts a resident in a week: 0.5 is once a fortnight"))
    let visit = Argument(
      requiredFlag: "visit", TypedQuantity.kind("visit", .nought),
      about: Text(nl: "uren van een contact", en: "hours of a contact"))
    let travel = Argument(
      requiredFlag: "travel", TypedQuantity.kind("travel", .nought),
      about: Text(nl: "uren reizen per contact", en: "hours of travel a contact"))
    let signals = Argument(
      flag: "signals", TypedQuantity.kind("signals", .nought),
      about: Text(nl: "signalen per week", en: "signals in a week"))
    let signalHours = Argument(
      flag: "signal-hours", TypedQuantity.kind("signal-hours", .nought),
      about: Text(nl: "uren per signaal", en: "hours a signal"))
    let people = Argument(
      flag: "people", .integer(0...1_000_000),
      about: Text(nl: "hoeveel bewoners er nu zijn", en: "how many residents there are now"))
    let drawing = DrawArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam capacity", aliases: ["waakvlam uren"],
    summary: Text(
      nl: "reken uit voor hoeveel bewoners de uren genoeg zijn", en: "work out for how many residents the hours suffice"
    ),
    details: Text(
      nl:
        "Alles per week. Signalen gaan voor: wat zij aan uren nemen gaat van het vaste contact af; die volgorde is onze aanname. Met --people: "
        + "welk deel van de uren zij vragen.",
      en:
        "All by the week. Signals go first: the hours they take go off the regular contact; that order is our assumption. With --people: which part "
        + "of the hours these ask for."),
    next: [FollowUp("keep uren --last", Text(nl: "bewaar dit antwoord", en: "keep this answer"))],
    examples: [
      .init(
        "waakvlam capacity --fte 2 --hours 36 --direct .65 --frequency .5 --visit .75 --travel .25 --signals 10 --signal-hours 1.5",
        Text(nl: "verzonnen: twee banen", en: "invented: two jobs")),
      .init(
        "waakvlam capacity --fte 2 --hours 36 --direct .65 --frequency .5 --visit 0 --travel 0",
        Text(nl: "een contact zonder tijd", en: "a contact without time"), failsWith: "capacity.visit"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard given.visit.mean + given.travel.mean > 0 else {
      throw Diagnostic(
        "capacity.visit", Text(nl: "een contact kost geen tijd", en: "a contact takes no time"),
        wayOut: Text(nl: "geef --visit of --travel meer dan 0", en: "give --visit or --travel more than 0"),
        suggestion: "--visit", place: given.place(of: \.visit))
    }
    if given.signals == nil, let hours = given.signalHours, hours.mean > 0 {
      throw Diagnostic(
        "argument.missing", Text(nl: "hoeveel signalen zijn er per week?", en: "how many signals are there in a week?"),
        wayOut: Text(nl: "geef ook --signals", en: "give --signals too"), suggestion: "--signals",
        place: given.place(of: \.signalHours))
    }
    if let signals = given.signals, signals.mean > 0, given.signalHours == nil {
      throw Diagnostic(
        "argument.missing", Text(nl: "hoeveel uur kost een signaal?", en: "how many hours does a signal take?"),
        wayOut: Text(nl: "geef ook --signal-hours", en: "give --signal-hours too"), suggestion: "--signal-hours",
        place: given.place(of: \.signals))
    }
    let total = given.fte * given.hours * given.direct
    let nothing = TypedQuantity(.constant(0))
    let quantities = [
      given.frequency, given.visit, given.travel, given.signals ?? nothing, given.signalHours ?? nothing,
    ]
    let known = given.people
    let use = CapacityUse(total, quantities.map(\.mean), known)
    var facts = Facts()
    facts.add(
      "hours", .number(total), label: Text(nl: "uren bij bewoners", en: "hours with residents"), format: .decimals(1))
    facts.add(
      "contact_hours", .number(use.contactHours),
      label: Text(nl: "uren voor vast contact", en: "hours for regular contact"), format: .decimals(1))
    facts.add(
      "people", .number(use.people), label: Text(nl: "bewoners die passen", en: "residents that fit"),
      format: .decimals(0))
    let isDrawn = !quantities.allSatisfy(\.isSure)
    if isDrawn {
      let drawn = try context.drawn(quantities, given.drawing) { values, _ in
        let use = CapacityUse(total, values, known)
        return [use.people, use.used]
      }
      facts.add(
        "people_low", .number(drawn.quantile(0, 0.05)), label: Text(nl: "bewoners, laag", en: "residents, low"),
        format: .decimals(0))
      facts.add(
        "people_high", .number(drawn.quantile(0, 0.95)), label: Text(nl: "bewoners, hoog", en: "residents, high"),
        format: .decimals(0))
    }
    facts.add(
      "used", use.used.isNaN ? .missing : .number(use.used),
      label: Text(nl: "deel van de uren in gebruik", en: "part of the hours used"), format: .share(0))
    facts.add(
      "first_to_fall", .text(use.firstToFall.rawValue), label: Text(nl: "valt het eerst weg", en: "falls away first"),
      shown: use.firstToFall.label)
    var blocks: [Block] = [.facts(facts.atAGlance())]
    if use.used > 1 + 1e-9 {
      blocks.append(
        .caution(
          nl: "de uren zijn niet genoeg: het vaste contact komt het eerst in de knel",
          en: "the hours do not suffice: regular contact is squeezed first"))
    }
    blocks += [
      .info(
        nl: "alles per week; signalen gaan voor, en dat is onze aanname",
        en: "all by the week; signals go first, which is our assumption"),
      MethodWords.ownFigures,
    ]
    if isDrawn { blocks.append(context.drawnNotice(given.drawing)) }
    return Output(blocks)
  }
}

/// The hours of a week and what takes them.
struct CapacityUse {
  enum First: String {
    case none, contact, signals

    var label: Text {
      switch self {
      case .none: Text(nl: "niets", en: "nothing")
      case .contact: Text(nl: "het vaste contact", en: "regular contact")
      case .signals:
        Text(nl: "ook signalen: zij vragen meer dan er is", en: "signals too: they ask for more than there is")
      }
    }
  }

  let contactHours: Double
  /// Whole residents who fit.
  let people: Double
  /// Of those who are there, or else of those who fit; no number without hours.
  let used: Double
  let firstToFall: First

  /// - Parameter values: frequency, visit, travel, signals, hours of a signal.
  init(_ total: Double, _ values: [Double], _ known: Int?) {
    let each = values[0] * (values[1] + values[2])
    let signals = values[3] * values[4]
    contactHours = max(0, total - signals)
    people = each > 0 ? (contactHours / each + 1e-9).rounded(.down) : .infinity
    let asked = (known.map(Double.init) ?? people) * each + signals
    used = total > 0 ? asked / total : .nan
    firstToFall = signals > total + 1e-9 ? .signals : asked > total + 1e-9 ? .contact : .none
  }
}
