import WorkbenchKit

/// `wzw groups`: lists the target groups.
struct GroupsCommand: Command {
  struct Arguments: Sendable {
    let sector = Argument(
      flag: "sector", .named(.sector),
      about: Text(
        nl: "alleen deze sector: VV, VG, LG, ZG of GGZ",
        en: "only this sector: VV (elderly), VG, LG, ZG (disability) or GGZ (mental health)"))
    let instrument = Argument(
      toggle: "woonzorgwijzer",
      about: Text(
        nl: "welke groepen hier verwant zijn aan wat de landelijke WoonZorgwijzer noemt",
        en: "which groups here are related to what the national WoonZorgwijzer names"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw groups",
      aliases: ["wzw doelgroepen"],
      summary: Text(nl: "noem de doelgroepen van wonen met zorg", en: "list the target groups of living with care"),
      next: [
        FollowUp("wzw group 4a", Text(nl: "het blad van één doelgroep", en: "the sheet of one target group")),
        FollowUp(
          "wzw start show",
          Text(nl: "groepen met landelijke kansen, zoals dementie", en: "groups with national rates, such as dementia")),
      ],
      examples: [
        .init("wzw groups --sector VV", Text(nl: "de groepen ouderen", en: "the groups of elderly people")),
        .init(
          "wzw groups --woonzorgwijzer",
          Text(nl: "tegenover de WoonZorgwijzer van nu", en: "against today's WoonZorgwijzer")),
        .init(
          "wzw groups --sector VVT", Text(nl: "een sector die er niet is", en: "a sector that is not there"),
          failsWith: "sector.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    if given.instrument {
      if given.sector != nil {
        throw Diagnostic(
          "argument.clash",
          Text(
            nl: "--sector kiest uit de doelgroepen, en --woonzorgwijzer toont andere groepen",
            en: "--sector chooses among the target groups, and --woonzorgwijzer shows other groups"),
          wayOut: Text(nl: "laat een van beide weg", en: "leave one of the two out"))
      }
      return try InstrumentReport(view: context.instrumentView, context: context).output()
    }
    var groups = try context.groups
    if let sector = try given.sector?.item(in: context).sector { groups = groups.filter { $0.sector == sector } }
    let described = groups.map { $0.limitations != nil }
    let table = Table(
      title: Text(nl: "Doelgroepen", en: "Target groups"),
      columns: [
        .texts("group", groups.map(\.id), label: Text(nl: "doelgroep", en: "group")),
        .texts("sector", groups.map(\.sector), label: .verbatim("sector")),
        .texts("label", groups.map(\.label), label: Text(nl: "omschrijving", en: "description"), in: context),
        .numbers(
          "share", groups.map { $0.share?.value ?? .nan },
          label: Text(nl: "deel van groep 4 (ongeveer)", en: "share of group 4 (about)"), unit: .share,
          format: .share(1)),
        Column("described", .booleans(described), label: Text(nl: "beschreven", en: "described")).asDetail(),
        .texts(
          "described_by", groups.map { $0.describedBy.isEmpty ? nil : $0.describedBy.joined(separator: ", ") },
          label: Text(nl: "beschreven door", en: "described by")),
        .placesInSource(groups.map(\.source), in: context),
      ])
    var blocks: [Block] = [.table(table)]
    if described.contains(false) {
      blocks.append(
        .info(
          nl:
            "RIGO beschrijft beperkingen en netwerk, VNG vat een groep in één regel samen; wat geen van beide geeft, is onbekend",
          en:
            "RIGO describes limitations and network, VNG sums a group up in a line; what neither gives is unknown (onbekend)"
        ))
    }
    let citations = groups.map(\.source) + groups.flatMap { $0.traits.map(\.source) }
    blocks.append(try context.knowledge.sources(citations, in: context))
    return Output(blocks)
  }
}
