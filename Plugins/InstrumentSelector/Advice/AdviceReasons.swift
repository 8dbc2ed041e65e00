import WorkbenchKit

/// Why an instrument stands where it does.
extension Advisor {
  /// What the areas lack for an instrument: known to be lacking counts in full, what has to be found out for half.
  func task(of instrument: Instrument) -> (utility: Double, because: Text?) {
    guard let gaps else { return (0, nil) }
    if instrument.id == "prestatieafspraken" {
      if topics.contains(where: { !$0.lacking.isEmpty }) {
        return (1, Text(nl: "in het gebied liggen er onderwerpen voor", en: "the area has topics for them"))
      }
      if !topics.isEmpty {
        return (
          0.5,
          Text(
            nl: "in het gebied liggen er onderwerpen voor, nog uit te zoeken",
            en: "the area has topics for them, still to be found out")
        )
      }
    }
    if gaps.shortDomains.contains(instrument.domain) {
      return (1, Text(nl: "in het gebied komt hier iets tekort", en: "something is lacking here in the area"))
    }
    if gaps.unknownDomains.contains(instrument.domain) {
      return (
        0.5,
        Text(
          nl: "of hier in het gebied genoeg is, is nog uit te zoeken",
          en: "whether there is enough here in the area is still to be found out")
      )
    }
    return (0, nil)
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
