import WorkbenchKit

/// The peers of an area as they are shown.
extension PeerSearch {
  /// The peers with their distances and traits, the area itself first.
  func table(_ area: Area) -> Table {
    let rows = [area] + areas
    return Table(
      title: Text(nl: "Gebieden die op \(area.name) lijken", en: "Peers of \(area.name)"),
      columns: [
        .texts("area", rows.map(\.code), label: Text(nl: "gebied", en: "area")),
        .texts("name", rows.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("municipality", rows.map(\.municipality), label: Text(nl: "gemeente", en: "municipality")).asDetail(),
        .numbers(
          "distance", [0] + distances, label: Text(nl: "afst.", en: "dist."), format: .decimals(2)),
      ]
        + Trait.allCases.enumerated().map { index, trait in trait.column(traits.map { $0[index] }) })
  }

  /// How they were found.
  var notices: [Block] {
    let names = Text.joined(used.map(\.name), by: ", ")
    let number = Text.count(candidates)
    let levels = level.counted(candidates)
    var text = Text(
      nl:
        "Vergelijkbare gebieden: van \(levels.nl) met een percentage de \(areas.count) die er het meest op lijken, naar \(names.nl); 'afst.' is het gemiddelde verschil per kenmerk in standaardafwijkingen (wortel uit gemiddeld kwadraat). Herkent de groep ze niet, noem dan andere met --with CODE.",
      en:
        "Peers: the \(areas.count) nearest of \(levels.en) with a percentage, by \(names.en); 'dist.' is the mean difference per trait in standard deviations (root mean square). If the group does not recognise them, name others: --with CODE."
    )
    if !lacking.isEmpty {
      let gone = Text.joined(lacking.map(\.name), by: ", ")
      text = text + Text(nl: " Niet meegeteld, want onbekend: \(gone.nl).", en: " Left out, as unknown: \(gone.en).")
    }
    if incomplete > 0 {
      let passed = Text.count(incomplete)
      text =
        text
        + Text(
          nl: " Van de \(number.nl) missen er \(passed.nl) een kenmerk; die doen niet mee.",
          en: " Of the \(number.en), \(passed.en) lack a trait and are passed over.")
    }
    return [.notice(Notice(.info, text))]
  }
}
