import WorkbenchKit

/// `wzw extramural`: who lives at home where once they would have lived in an institution; of the country or of an area.
struct ExtramuralCommand: Command {
  struct Arguments: Sendable {
    let area = Argument(
      optional: "area", .name, about: NamedAreas.about, candidates: NamedAreas.candidates)
    let split = IndicatorArguments.split
    let year = FigureYear()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw extramural",
      aliases: ["wzw extramuralisering"],
      summary: Text(
        nl: "toon de extramuralisering, landelijk of als aandeel van een gebied",
        en: "show extramuralisation, of the country or as an area's share"),
      details: Text(
        nl: """
          Met een gebied: de landelijke aantallen maal het aandeel van het gebied in de bevolking waaruit zij komen, als bereik. \
          VV: het aandeel in de 65-plussers, en in 75+ en 80+ waar die bekend zijn (--as population of --split); andere sectoren: \
          het aandeel in alle inwoners en in de volwassenen. Het bereik loopt van het kleinste aandeel met pech tot het grootste \
          met geluk (Poisson, 95 %). RIGO en Tabel 1 staan naast elkaar en worden nooit gemengd.
          """,
        en: """
          With an area: the national counts times the area's share in the population they come from, as a range. VV: the share \
          in people over 65, and in 75+ and 80+ where these are known (--as population or --split); other sectors: the share in \
          all inhabitants and in adults. The range goes from the least share with bad luck to the greatest with good (Poisson, \
          95%). RIGO and table 1 stand side by side and are never mixed.
          """),
      examples: [
        .init(
          "wzw extramural", Text(nl: "de landelijke aantallen en het tempo", en: "the national counts and the tempo")),
        .init(
          "wzw extramural GM9901",
          Text(nl: "een aandeel vraagt ook de cijfers van het land", en: "a share asks for the country's figures too"),
          failsWith: "area.country"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard given.area != nil else {
      let page = try ExtramuralTopic.show(context)
      let tempo = try ExtramuralTopic.tempo(context)
      return Output(
        page.blocks + tempo.blocks + [try context.knowledge.sources(page.citations + tempo.citations, in: context)])
    }
    let codebook = try context.codebook
    let atlas = try given.year.atlas(in: context)
    let area = try given.checking(\.area) { try AreaSearch(atlas: atlas).one($0 ?? "") }
    guard let country = atlas.area("NL00") else {
      throw Diagnostic(
        "area.country",
        Text(
          nl: "de cijfers van heel Nederland (NL00) zijn niet ingelezen, dus een aandeel is niet te bepalen",
          en: "the figures of the whole country (NL00) have not been imported, so there is no share to be had"),
        wayOut: Text(
          nl: "lees de kerncijfers van het hele land in, zonder --only",
          en: "import the key figures of the whole country, without --only"), place: given.place(of: \.area))
    }
    let people = try PeopleByAge(
      atlas, codebook, context.workspace, splits: given.checking(\.split, AgeSplits.init))
    let shares = ExtramuralShares(area: area, country: country, people: people)
    let report = ExtramuralReport(shares: shares, codebook: codebook, context: context)
    return Output(try report.blocks())
  }
}
