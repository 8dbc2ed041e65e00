import WorkbenchKit

/// Why an instrument stands where it does.
extension Advisor {
  /// What the areas lack for an instrument, and what their arrangements do there: what is known counts in full, what has to be
  /// found out for half.
  func task(of instrument: Instrument) -> (utility: Double, because: [Text]) {
    let isAgreement = instrument.id == "prestatieafspraken"
    let own = isAgreement ? [] : measures?.of(domain: instrument.domain) ?? []
    var because: [Text] = []
    var utility = 0.0
    if isAgreement, !agenda.topics.isEmpty {
      utility = agenda.isKnown ? 1 : 0.5
      because.append(
        agenda.isKnown
          ? Text(nl: "in het gebied liggen er onderwerpen voor", en: "the area has topics for them")
          : Text(
            nl: "in het gebied liggen er onderwerpen voor, nog uit te zoeken",
            en: "the area has topics for them, still to be found out"))
    } else if gaps?.shortDomains.contains(instrument.domain) == true {
      utility = 1
      because.append(Text(nl: "in het gebied komt hier iets tekort", en: "something is lacking here in the area"))
    } else if gaps?.unknownDomains.contains(instrument.domain) == true {
      utility = 0.5
      because.append(
        Text(
          nl: "of hier in het gebied genoeg is, is nog uit te zoeken",
          en: "whether there is enough here in the area is still to be found out"))
    }
    if !own.isEmpty {
      utility = 1
      let named = Text.list(own.map { "\($0.label) (\($0.area))" }, atMost: 2)
      because.append(Text(nl: "in het arrangement: \(named.nl)", en: "in the arrangement: \(named.en)"))
    }
    return (utility, because)
  }

  /// What the rules of the styles say, each sentence once with the styles that it is said of.
  static func reasons(_ said: [(style: String, note: Text)]) -> [Text] {
    var notes: [Text] = []
    for (_, note) in said where !notes.contains(note) { notes.append(note) }
    return notes.prefix(2).map { note in
      let styles = said.filter { $0.note == note }.map(\.style)
      return .verbatim(styles.joined(separator: ", ") + ": ") + note
    }
  }
}
