import WorkbenchKit

/// `wzw need shares`: how a group divides over the informal-care situations.
struct NeedSharesCommand: Command {
  struct Arguments: Sendable {
    let group = CircleArguments.group
    let shares = Argument(
      list: "shares", .pair(.value), required: false,
      about: Text(
        nl: "inwonend=.3 uitwonend=.4 geen=.3", en: "inwonend=.3 (live-in) uitwonend=.4 (elsewhere) geen=.3 (none)"),
      candidates: { context in ((try? context.situations) ?? []).map { Candidate($0.id, $0.label) } })
    let withdraw = CircleArguments.withdraw(Text(nl: "neem de verdeling terug", en: "take the shares back"))
    let giver = GiverArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need shares",
      aliases: ["wzw noodzaak verdeling"],
      summary: Text(
        nl: "geef welk deel van een doelgroep mantelzorg in huis, elders of niet heeft",
        en: "give which part of a target group has informal care at home, elsewhere or none"),
      details: Text(
        nl: "De drie aandelen zijn samen 1 (of 100%). Geen bron geeft ze; ze zijn van de groep en worden zo genoemd.",
        en:
          "The three shares are 1 (or 100%) together. No source gives them; they are the group's and are named as such."
      ),
      changesWorkspace: true,
      examples: [
        .init(
          "wzw need shares 3 inwonend=.3 uitwonend=.4 geen=.3 --by gemeente",
          Text(nl: "de verdeling van een groep", en: "how a group divides")),
        .init(
          "wzw need shares 3 inwonend=30% uitwonend=40% geen=40% --by gemeente",
          Text(nl: "aandelen die samen geen geheel zijn", en: "shares that are no whole together"),
          failsWith: "shares.sum"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let group = try given.group.item(in: context)
    var shares = try CareShares(context.workspace)
    let before = shares.entries[group.id]
    if given.withdraw {
      if before == nil { throw GivenFigureProblem.nothing(group.id, at: given.place(of: \.withdraw)) }
      shares.set(group.id, nil)
    } else {
      let found = try given.checking(\.shares) { try Self.read($0, context.situations) }
      shares.set(group.id, .init(shares: found, giver: try given.giver.giver()))
    }
    try shares.store(in: context.workspace)
    let said = NeedInputs.changed(
      Text(nl: "groep \(group.id)", en: "group \(group.id)"), isWithdrawn: given.withdraw, isNew: before == nil)
    return Output([.paragraph(said)] + (try NeedInputs(context).sharesTable()))
  }

  private static func read(_ pairs: [Pair<Value>], _ situations: [CareSituation]) throws -> [String: Double] {
    var shares: [String: Double] = [:]
    for pair in pairs {
      let situation = try Vocabulary.situation.one(pair.key, among: situations, at: pair.place)
      guard let share = try? ShareText.share(pair.value) else { throw share(pair.value.plain, at: pair.place) }
      if shares.updateValue(share, forKey: situation.id) != nil {
        throw Diagnostic(
          "argument.repeated",
          Text(nl: "'\(situation.id)' staat er twee keer", en: "'\(situation.id)' stands there twice"),
          place: pair.place)
      }
    }
    if shares.isEmpty { throw GivenFigureProblem.missing("shares") }
    let sum = shares.values.reduce(0, +)
    let absent = situations.filter { shares[$0.id] == nil }.map(\.id)
    guard absent.isEmpty, abs(sum - 1) <= CareShares.tolerance else {
      let shown = NumberText.shortest((sum * 1000).rounded() / 1000)
      let rest = NumberText.shortest(((1 - sum) * 1000).rounded() / 1000)
      throw Diagnostic(
        "shares.sum",
        absent.isEmpty
          ? Text(nl: "de aandelen zijn samen \(shown), niet 1", en: "the shares are \(shown) together, not 1")
          : Text(
            nl: "het aandeel van \(absent.joined(separator: ", ")) staat er niet bij",
            en: "the share of \(absent.joined(separator: ", ")) is not given"),
        wayOut: Text(
          nl: "geef inwonend, uitwonend en geen, samen 1 of 100%",
          en: "give inwonend (live-in), uitwonend (elsewhere) and geen (none), together 1 or 100%"),
        suggestion: absent.count == 1 && sum <= 1 ? "\(absent[0])=\(rest)" : nil)
    }
    return shares
  }

  private static func share(_ word: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "shares.value",
      Text(nl: "'\(word)' is geen aandeel van 0 tot en met 1", en: "'\(word)' is no share from 0 through 1"),
      wayOut: Text(nl: "zoals: inwonend=.3 of inwonend=30%", en: "such as: inwonend=.3 or inwonend=30%"), place: place)
  }
}
