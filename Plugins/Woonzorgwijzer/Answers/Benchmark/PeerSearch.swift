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
    _ area: Area, _ atlas: Atlas, _ codebook: Codebook, hasRate: ([Area]) throws -> [Bool], at place: Place?
  ) throws {
    // An own area is about as large as a wijk.
    let wijken = area.isOwn ? atlas.areas(.wijk) : []
    level = area.isOwn ? (wijken.isEmpty ? .buurt : .wijk) : area.level
    let apart = (wijken.isEmpty ? atlas.areas(level) : wijken).filter { other in
      other.code != area.code && !area.members.contains { AreaCode.holds(other.code, $0) }
    }
    let known = try zip(apart, hasRate(apart)).filter(\.1).map(\.0)
    let values = Traits(atlas: atlas, codebook: codebook).values([area] + known)
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
}
