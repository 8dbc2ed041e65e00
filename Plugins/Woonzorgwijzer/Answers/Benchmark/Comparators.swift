import WorkbenchKit

/// What an area is compared with: its municipality, the country, named areas, or its peers.
struct Comparators {
  enum Kind: Sendable { case municipality, country, named, peers }

  let kind: Kind
  let areas: [Area]
  /// Those of them that make the yardstick: one that lies within another counts in that one.
  let reference: [Area]
  /// The areas of the same kind within the reference, for the picture.
  let siblings: [Area]
  /// How the peers were found; nil where there are none.
  let search: PeerSearch?

  static let candidates: [Candidate] = [
    Candidate("gemeente", Text(nl: "de eigen gemeente", en: "its own municipality")),
    Candidate("nederland", Text(nl: "het land", en: "the country")),
    Candidate("peers", Text(nl: "de tien gebieden die er het meest op lijken", en: "the ten areas most like it")),
  ]
  private static let words: [String: Kind] = [
    "gemeente": .municipality, "municipality": .municipality, "nederland": .country, "netherlands": .country,
    "land": .country, "country": .country, "peers": .peers, "gelijken": .peers,
  ]

  /// - Parameters:
  ///   - words: what to compare with; none is its municipality.
  ///   - hasRate: whether an area has a percentage; one without is no peer.
  /// - Throws: `benchmark.self`, `benchmark.with`, `benchmark.reference`, `benchmark.overlap`, `area.unknown`, `area.ambiguous`, `peers.none`.
  init(
    _ words: [(word: String, place: Place?)], at place: Place?, for area: Area, _ atlas: Atlas, _ codebook: Codebook,
    hasRate: ([Area]) throws -> [Bool]
  ) throws {
    let kinds = words.isEmpty ? [Kind.municipality] : words.map { Self.words[$0.word.lowercased()] ?? .named }
    if kinds.contains(.peers) {
      guard kinds.count == 1 else { throw Self.alone(at: place) }
      let search = try PeerSearch(area, atlas, codebook, hasRate: hasRate, at: place)
      self.init(kind: .peers, areas: search.areas, siblings: [], search: search)
      return
    }
    var areas: [Area] = []
    let find = AreaSearch(atlas: atlas)
    for (index, kind) in kinds.enumerated() {
      switch kind {
      case .municipality: areas += try Self.municipalities(of: area, atlas, at: place)
      case .country: areas.append(try Self.loaded("NL00", atlas, at: place))
      case .named, .peers: areas.append(try find.one(words[index].word, at: words[index].place))
      }
    }
    var seen: Set<String> = []
    areas = areas.filter { seen.insert($0.code).inserted }
    if areas.map(\.code) == [area.code] { throw Self.itself(area, at: place) }
    let kind = kinds.count == 1 ? kinds[0] : .named
    let level = area.isOwn ? AreaLevel.buurt : area.level
    let siblings = kind == .municipality ? areas.flatMap { atlas.areas(level, within: $0) } : []
    let reference = try Self.countedOnce(areas, at: place)
    self.init(kind: kind, areas: areas, reference: reference, siblings: siblings, search: nil)
  }

  /// What is compared with, within a sentence: "Nederland".
  var inWords: Text {
    switch kind {
    case .country: Text(nl: "Nederland", en: "the Netherlands")
    case .peers: Text(nl: "vergelijkbare gebieden", en: "its peers")
    case .municipality, .named: Text.list(reference.map(\.name), atMost: 3)
    }
  }

  private init(kind: Kind, areas: [Area], reference: [Area]? = nil, siblings: [Area], search: PeerSearch?) {
    self.kind = kind
    self.areas = areas
    self.reference = reference ?? areas
    self.siblings = siblings
    self.search = search
  }

  /// - Throws: `benchmark.overlap` where two share people and neither lies within the other.
  private static func countedOnce(_ areas: [Area], at place: Place?) throws -> [Area] {
    let choice = AreaNesting(of: areas).choice(among: Array(areas.indices))
    if let crossing = choice.crossing {
      let (one, other) = (areas[crossing.row].name, areas[crossing.other].name)
      throw Diagnostic(
        "benchmark.overlap",
        Text(
          nl: "'\(one)' en '\(other)' delen mensen, die in de maatstaf dubbel zouden tellen",
          en: "'\(one)' and '\(other)' share people, who would count twice in the yardstick"),
        wayOut: Text(nl: "noem gebieden naast elkaar", en: "name areas beside each other"), place: place)
    }
    return choice.rows.map { areas[$0] }
  }

  private static func municipalities(of area: Area, _ atlas: Atlas, at place: Place?) throws -> [Area] {
    let codes = Set(area.members.compactMap(AreaCode.municipality)).sorted()
    if codes.isEmpty || codes == [area.code] { throw itself(area, at: place) }
    return try codes.map { try loaded($0, atlas, at: place) }
  }

  private static func loaded(_ code: String, _ atlas: Atlas, at place: Place?) throws -> Area {
    if let area = atlas.area(code) { return area }
    throw Diagnostic(
      "benchmark.reference",
      Text(nl: "'\(code)' is niet ingelezen", en: "'\(code)' has not been imported"),
      wayOut: Text(
        nl: "lees het bestand zonder --only in, of vergelijk met een ander gebied: 'wzw benchmark … --with CODE'",
        en: "import the file without --only, or compare with another area: 'wzw benchmark … --with CODE'"),
      suggestion: "--with peers", place: place)
  }

  private static func itself(_ area: Area, at place: Place?) -> Diagnostic {
    Diagnostic(
      "benchmark.self",
      Text(nl: "'\(area.name)' wordt met zichzelf vergeleken", en: "'\(area.name)' is compared with itself"),
      wayOut: Text(
        nl: "vergelijk het met 'wzw benchmark … --with nederland' of '--with peers'",
        en: "compare it by 'wzw benchmark … --with nederland' or '--with peers'"),
      suggestion: "--with peers", place: place)
  }

  private static func alone(at place: Place?) -> Diagnostic {
    Diagnostic(
      "benchmark.with",
      Text(nl: "'peers' gaat niet samen met andere gebieden", en: "'peers' does not go together with other areas"),
      wayOut: Text(nl: "geef alleen --with peers", en: "give --with peers alone"), suggestion: "--with peers",
      place: place)
  }
}
