import WorkbenchKit

/// The search for the ten areas most like one, with all that is needed to contest it.
struct PeerSearch {
  static let wanted = 10

  let areas: [Area]
  let distances: [Double]
  /// Of the area itself and then of each peer, in the order of `Trait.allCases`.
  let traits: [[Double]]
  let used: [Trait]
  /// Of how many areas they were chosen, and how many were passed over for want of a trait.
  let candidates: Int
  let incomplete: Int
  let level: AreaLevel

  var lacking: [Trait] { Trait.allCases.filter { !used.contains($0) } }

  /// - Throws: `peers.none` where nothing is known to liken by, or there is nothing to liken to.
  init(
    _ area: Area, _ atlas: Atlas, _ knowledge: Knowledge, hasRate: ([Area]) throws -> [Bool], at place: Place?
  ) throws {
    // An own area is about as large as a wijk.
    let wijken = area.isOwn ? atlas.areas(.wijk) : []
    level = area.isOwn ? (wijken.isEmpty ? .buurt : .wijk) : area.level
    let apart = (wijken.isEmpty ? atlas.areas(level) : wijken).filter { other in
      other.code != area.code && !area.members.contains { AreaCode.holds(other.code, $0) }
    }
    let known = try zip(apart, hasRate(apart)).filter(\.1).map(\.0)
    let values = Traits(atlas: atlas, knowledge: knowledge).values([area] + known)
    let nearest = NearestPeers(to: values[0], among: Array(values.dropFirst()), count: Self.wanted)
    areas = nearest.peers.map { known[$0.index] }
    distances = nearest.peers.map(\.distance)
    traits = [values[0]] + nearest.peers.map { values[$0.index + 1] }
    used = nearest.used.map { Trait.allCases[$0] }
    candidates = known.count
    incomplete = nearest.incomplete
    if areas.isEmpty {
      throw Diagnostic(
        "peers.none",
        Text(
          nl: "voor '\(area.name)' zijn geen vergelijkbare gebieden te vinden: kenmerken of percentages ontbreken",
          en: "no comparable areas are to be found for '\(area.name)': traits or percentages are missing"),
        wayOut: Text(
          nl: "lees kerncijfers van meer gebieden in, of noem ze zelf: --with CODE",
          en: "import key figures of more areas, or name them yourself: --with CODE"),
        suggestion: "--with gemeente", place: place)
    }
  }

  /// The peers with their distances and traits, the area itself first.
  func table(_ area: Area) -> Table {
    let rows = [area] + areas
    return Table(
      title: Text(nl: "Gelijken van \(area.name)", en: "Peers of \(area.name)"),
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
    let names = Shown.joined(used.map(\.name), by: ", ")
    let number = Shown.count(candidates)
    let levels = level.counted(candidates)
    var text = Text(
      nl:
        "Gelijken: de \(areas.count) dichtstbijzijnde van \(levels.nl) met een percentage, naar \(names.nl); 'afst.' is het gemiddelde verschil per kenmerk in standaardafwijkingen (wortel uit gemiddeld kwadraat). Herkent de groep ze niet, noem dan andere met --with CODE.",
      en:
        "Peers: the \(areas.count) nearest of \(levels.en) with a percentage, by \(names.en); 'dist.' is the mean difference per trait in standard deviations (root mean square). If the group does not recognise them, name others: --with CODE."
    )
    if !lacking.isEmpty {
      let gone = Shown.joined(lacking.map(\.name), by: ", ")
      text = text + Text(nl: " Niet meegeteld, want onbekend: \(gone.nl).", en: " Left out, as unknown: \(gone.en).")
    }
    if incomplete > 0 {
      let passed = Shown.count(incomplete)
      text =
        text
        + Text(
          nl: " Van de \(number.nl) missen er \(passed.nl) een kenmerk; die doen niet mee.",
          en: " Of the \(number.en), \(passed.en) lack a trait and are passed over.")
    }
    return [.notice(Notice(.info, text))]
  }
}
