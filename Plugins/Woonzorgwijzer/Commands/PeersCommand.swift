import WorkbenchKit

/// `wzw peers`: the areas most like one, by traits that the group chooses.
struct PeersCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument()
    let by = Argument(
      flags: "by", .name, required: true,
      about: Text(
        nl: "waarop zij lijken: percentages, kerncijfers of eigen cijfers",
        en: "by what they are alike: percentages, key figures or figures of your own"),
      candidates: FigureNames.candidates)
    let scope = AreaScope()
    let number = Argument(
      flag: "number", .integer(1...50), default: "10", about: Text(nl: "hoeveel gebieden", en: "how many areas"))
    let year = FigureYear()
    let rates = RateChoice()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw peers",
      aliases: ["wzw soortgelijk"],
      summary: Text(
        nl: "zoek de gebieden die het meest op een gebied lijken", en: "find the areas most like an area"),
      details: Text(
        nl: """
          Elk kenmerk telt even zwaar, gemeten in standaardafwijkingen van de gebieden waaronder gezocht is; 'distance' is de wortel \
          uit het gemiddelde kwadraat, en 'furthest' het kenmerk waarin een gebied het meest verschilt. Zonder --level gebieden van \
          hetzelfde niveau (een eigen gebied onder wijken), zonder --in van alle gemeenten die zijn ingelezen. Een gebied zonder een \
          van de kenmerken wordt niet vergeleken. Wat er aan jaren verschilt, staat erbij.
          """,
        en: """
          Each trait counts alike, measured in standard deviations of the areas among which was sought; 'distance' is the root of the mean \
          square, and 'furthest' the trait on which an area differs most. Without --level areas of the same level (an own area among \
          districts), without --in of all municipalities that are imported. An area without one of the traits is not compared. What \
          differs in years is said.
          """),
      next: [
        FollowUp(
          "wzw benchmark {area} --with peers --indicator Eenzaam",
          Text(nl: "vergelijken met de gebieden die er het meest op lijken", en: "compare with the areas most like it"))
      ],
      soughtBy: ["vergelijkbaar", "lijkt op", "peers", "similar"],
      examples: [
        .init(
          "wzw peers BU99010101 --by age_65_plus,dwelling_value,Eenzaam",
          Text(nl: "buurten die erop lijken", en: "neighbourhoods like it")),
        .init(
          "wzw peers WK990101 --by density,owner_occupied --number 3",
          Text(nl: "de drie wijken die er het meest op lijken", en: "the three districts most like it")),
        .init(
          "wzw peers GM9901 --by density",
          Text(
            nl: "van één gemeente is geen vergelijkbaar gebied te vinden", en: "a municipality by itself has no peers"),
          failsWith: "peers.none"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let atlas = try given.year.atlas(in: context)
    let area = try given.area.found(in: atlas)
    let rates = try given.rates.searchIfAny(in: context)
    let search = MapSearch(atlas, codebook, context.workspace, among: rates)
    var names: [String] = []
    var labels: [Text] = []
    var found: [MapSearch.Found] = []
    for one in try given.checkingEach(\.by, { try search.find($0, in: context) }) where !names.contains(Self.name(one))
    {
      names.append(Self.name(one))
      labels.append(Self.label(one, codebook))
      found.append(one)
    }
    let level = given.scope.level ?? Self.level(area, atlas)
    let candidates = atlas.areas(level, within: try given.scope.outer(in: atlas)).filter { other in
      other.code != area.code && !area.members.contains { AreaCode.holds(other.code, $0) }
        && !other.members.allSatisfy { atlas.holds(area, $0) }
    }
    let all = [area] + candidates
    var subjects = FigureSubjects(atlas: atlas, codebook: codebook, context: context)
    subjects.sameCodes = given.rates.sameCodes
    let shown = try found.map { try subjects.subject($0, all, withCertainty: false) }
    let values = all.indices.map { row in shown.map { $0.values.indices.contains(row) ? $0.values[row] : .nan } }
    let peers = TraitPeers(area, candidates, values, wanted: given.number)
    guard !peers.peers.isEmpty else { throw Self.none(area, candidates.count, at: given.place) }
    return Output(
      PeersReport(
        found: peers, subjects: shown, names: names, labels: labels, level: level, language: context.language
      ).blocks)
  }

  private static func name(_ found: MapSearch.Found) -> String {
    switch found {
    case .indicator(let stem, _): stem
    case .figure(let measure): measure.name
    case .own(let figure, _): figure.name
    case .group(let group, _): group.id
    }
  }

  private static func label(_ found: MapSearch.Found, _ codebook: Codebook) -> Text {
    switch found {
    case .indicator(let stem, _): codebook.indicators[stem]?.label ?? .verbatim(stem)
    case .figure(let measure): measure.label
    case .own(let figure, _): .verbatim(figure.name)
    case .group(let group, _): group.people
    }
  }

  /// An own area is about as large as a wijk.
  private static func level(_ area: Area, _ atlas: Atlas) -> AreaLevel {
    guard area.isOwn else { return area.level }
    return atlas.areas(.wijk).isEmpty ? .buurt : .wijk
  }

  private static func none(_ area: Area, _ candidates: Int, at place: Place?) -> Diagnostic {
    Diagnostic(
      "peers.none",
      candidates == 0
        ? Text(
          nl: "naast '\(area.name)' is er geen ander gebied van dat niveau",
          en: "beside '\(area.name)' there is no other area of that level")
        : Text(
          nl:
            "voor '\(area.name)' zijn geen vergelijkbare gebieden te vinden: kenmerken ontbreken of zijn overal gelijk",
          en: "no comparable areas are to be found for '\(area.name)': traits are missing or alike everywhere"),
      wayOut: Text(
        nl: "lees cijfers van meer gebieden in, of kies andere kenmerken met --by",
        en: "import figures of more areas, or choose other traits with --by"), place: place)
  }
}
