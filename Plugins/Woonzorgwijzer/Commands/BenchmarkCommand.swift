import WorkbenchKit

/// `wzw benchmark`: how many there are of an area against how many another would lead one to expect.
struct BenchmarkCommand: UntypedCommand {
  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw benchmark",
      aliases: ["wzw vergelijk"],
      summary: Text(
        nl: "vergelijk een gebied met zijn gemeente, het land, andere gebieden of zijn gelijken",
        en: "compare an area with its municipality, the country, other areas or its peers"),
      details: Text(
        nl: """
          Indirecte standaardisatie: 'expected' is de som over de leeftijdsklassen van het percentage elders maal de eigen \
          inwoners; 'ratio' is observed / expected. Klassen zijn 18-64 en 65+ waar van beide percentages zijn ingelezen, anders \
          één. 'funnel_low' en 'funnel_high' zijn aandelen van 1: p ± 1,96 √(p (1 − p) / n) om het verwachte aandeel p bij n \
          eigen inwoners (Spiegelhalter 2005). Gelijken zijn de tien gebieden die het dichtst bij liggen in leeftijd, \
          huishouden, eigendom, WOZ-waarde en dichtheid.
          """,
        en: """
          Indirect standardisation: 'expected' is the sum over the age bands of the rate elsewhere times the own people; 'ratio' \
          is observed / expected. The bands are 18-64 and 65+ where percentages of both are imported, else one. 'funnel_low' and \
          'funnel_high' are shares of 1: p ± 1.96 √(p (1 − p) / n) around the expected share p with n own people (Spiegelhalter \
          2005). Peers are the ten areas nearest in age, household, tenure, value and density.
          """),
      parameters: [
        .argument(
          "area", about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        .flag(
          "with", .text, repeated: true,
          about: Text(
            nl: "gemeente (anders dit), nederland, peers, of gebieden",
            en: "gemeente (by default), nederland, peers, or areas"
          ),
          candidates: { Comparators.candidates + AreaParameters.areaCandidates($0) }),
        .flag(
          "indicator", .text,
          about: Text(nl: "welk kenmerk: volledige naam of stam", en: "which trait: full name or stem"),
          candidates: AreaParameters.indicatorCandidates(reference)),
        .flag(
          "age", .text, about: Text(nl: "leeftijdsgroep: 65+ of 18+", en: "age group: 65+ or 18+"),
          candidates: { _ in [Candidate("65+", nil), Candidate("18+", nil)] }),
        AreaParameters.year,
      ],
      examples: [
        .init(
          "wzw benchmark BU99010101 --with gemeente --indicator Eenzaam --age 65+",
          Text(nl: "een buurt tegenover haar gemeente", en: "a neighbourhood against its municipality")),
        .init(
          "wzw benchmark BU99010101 --with peers --indicator Eenzaam",
          Text(nl: "tegenover de tien buurten die er het meest op lijken", en: "against the ten most like it")),
        .init(
          "wzw benchmark GM9901 --indicator Eenzaam",
          Text(nl: "een gemeente tegenover zichzelf", en: "a municipality against itself"), failsWith: "benchmark.self"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let area = try AreaSearch(atlas: atlas).one(call.text("area") ?? "", at: call.place(of: "area"))
    let search = try IndicatorSearch(context.workspace, knowledge)
    guard let word = call.text("indicator") else { throw Self.noIndicator(search, at: call.place) }
    let found = try AreaBenchmark(
      area, with: call.all("with").map { ($0.value.text ?? $0.value.plain, $0.place) }, at: call.place(of: "with"),
      stem: search.stem(word, at: call.place(of: "indicator")), age: call.text("age"), ageAt: call.place(of: "age"),
      search, atlas, context)
    return Output(try BenchmarkStory(found, atlas, context).told().blocks)
  }

  private static func noIndicator(_ search: IndicatorSearch, at place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.missing",
      Text(nl: "'wzw benchmark' weet niet waarop", en: "'wzw benchmark' does not know on what"),
      wayOut: Text(
        nl: "noem een indicator met --indicator; 'wzw indicators' noemt ze alle",
        en: "name an indicator with --indicator; 'wzw indicators' lists them all"),
      suggestion: "--indicator", place: place)
  }
}
