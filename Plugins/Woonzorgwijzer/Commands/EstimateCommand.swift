import WorkbenchKit

/// `wzw estimate`: how many people of an area have a limitation, or belong to a target group.
struct EstimateCommand: UntypedCommand {
  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw estimate",
      aliases: ["wzw schat"],
      summary: Text(
        nl: "schat hoeveel mensen in een gebied een beperking of kenmerk hebben",
        en: "estimate how many people of an area have a limitation or trait"),
      details: Text(
        nl: """
          Zonder gebied: alle gebieden van --level (anders buurten), binnen --in. Met gebieden en --level: de gebieden van dat \
          niveau daarbinnen. 'rate' is een aandeel van 1.
          direct: het percentage van het gebied maal zijn inwoners van die leeftijd; zonder --indicator of --age alles wat is \
          ingelezen. 'low' en 'high' ontbreken waar het bestand geen marge geeft. --age 18-64 is 18+ min 65+. --together telt wie \
          alle genoemde indicatoren samen heeft: grenzen, en een schatting als ze los van elkaar staan.
          synthetic: per doelgroep de kansen uit 'wzw import … --as rates' maal inwoners. calibrated: daarna aangepast op bekende \
          totalen (--as margins). composite: directe tellingen met hun fout (--as counts: area,group,estimate,sd of \
          area,group,share,n) samen met een model (Fay-Herriot). Kansen boven 65 vragen fijnere klassen (--as population) of --split.
          --rank geeft rangen met hun interval uit trekkingen; wie te onzeker is, staat als zodanig gemerkt. Bij direct zonder \
          marge telt alleen het toeval van de telling mee, en dat staat erbij.
          --offer zet de uitkomst als tabel wzw.estimates in de werkruimte, voor andere onderdelen: \(Offer.columns).
          """,
        en: """
          Without an area: all areas of --level (else neighbourhoods), within --in. With areas and --level: the areas of that \
          level within them. 'rate' is a share of 1.
          direct: the percentage of the area times its people of that age; without --indicator or --age all that is imported. \
          'low' and 'high' are missing where the file gives no margin. --age 18-64 is 18+ minus 65+. --together counts who has all \
          the named indicators at once: bounds, and an estimate as if they were independent.
          synthetic: per target group the rates of 'wzw import … --as rates' times people. calibrated: then fitted to known \
          totals (--as margins). composite: direct counts with their error (--as counts: area,group,estimate,sd or \
          area,group,share,n) together with a model (Fay-Herriot). Rates above 65 ask for finer bands (--as population) or --split.
          --rank gives ranks with their interval out of draws; what is too uncertain is marked so. With direct and no margin only \
          the chance in the count goes in, and that is said.
          --offer puts the outcome into the workspace as the table wzw.estimates, for other parts: \(Offer.columns).
          """),
      parameters: [
        .argument(
          "area", required: false, repeated: true, about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        AreaParameters.level, AreaParameters.within,
        .flag(
          "indicator", .text, repeated: true,
          about: Text(nl: "welk kenmerk: volledige naam of stam", en: "which trait: full name or stem"),
          candidates: AreaParameters.indicatorCandidates(reference)),
        .flag(
          "age", .text, repeated: true,
          about: Text(nl: "leeftijdsgroep: 65+, 18+ of 18-64", en: "age group: 65+, 18+ or 18-64"),
          candidates: { _ in [Candidate("65+", nil), Candidate("18+", nil), Candidate("18-64", nil)] }),
        AreaParameters.year,
        .flag(
          "group", .text, repeated: true,
          about: Text(nl: "doelgroep: 3, 4a, ggz-c3, lvb, …", en: "target group: 3, 4a, ggz-c3, lvb, …"),
          candidates: LibraryParameters.candidates { try reference.groups($0) }),
        .flag(
          "method",
          .choice([
            Candidate("direct", Text(nl: "percentage maal inwoners", en: "percentage times people")),
            Candidate("synthetic", GroupMethod.synthetic.label), Candidate("calibrated", GroupMethod.calibrated.label),
            Candidate("composite", GroupMethod.composite.label),
          ]),
          about: Text(
            nl: "de methode; anders direct, met --group synthetic",
            en: "the method; else direct, with --group synthetic")),
        .flag(
          "split", .pair, repeated: true,
          about: Text(
            nl: "aanname: welk deel van de 65-plussers ouder is, zoals 75+=48%",
            en: "assumption: what part of the people over 65 is older, such as 75+=48%")),
        .flag(
          "together",
          about: Text(nl: "wie alle indicatoren samen heeft", en: "who has all the indicators together")),
        .flag("rank", about: Text(nl: "rangen met hun interval", en: "ranks with their interval")),
        .flag(
          "by",
          .choice([
            Candidate("estimate", Text(nl: "aantal mensen", en: "number of people")),
            Candidate("rate", Text(nl: "aandeel", en: "share")),
          ]),
          about: Text(nl: "waarnaar de rang is", en: "what the rank is by"), fallback: "estimate"),
        .flag(
          "draws", .integer(100...100_000),
          about: Text(nl: "hoeveel trekkingen", en: "how many draws"), fallback: "1000"),
        .flag(
          "seed", .integer(0...Int.max),
          about: Text(
            nl: "begingetal van de trekkingen; anders dat van de werkruimte",
            en: "seed of the draws; else that of the workspace")),
        .flag(
          "offer",
          about: Text(
            nl: "zet de tabel wzw.estimates in de werkruimte", en: "put the table wzw.estimates into the workspace")),
      ],
      examples: [
        .init(
          "wzw estimate BU99010101 --indicator BeperkingInBewegen --age 65+",
          Text(nl: "één getal voor één buurt", en: "one figure for one neighbourhood")),
        .init(
          "wzw estimate --level wijk --in GM9901 --indicator Eenzaam --age 18+",
          Text(nl: "de wijken van een gemeente", en: "the districts of a municipality")),
        .init(
          "wzw estimate --in GM9901 --indicator Eenzaam --age 65+ --rank",
          Text(nl: "waar de meesten zijn, en hoe zeker dat is", en: "where most are, and how sure that is")),
        .init(
          "wzw estimate GM9901 --group 3",
          Text(nl: "een doelgroep vraagt eigen kansen", en: "a target group asks for rates of your own"),
          failsWith: "rates.none"),
        .init(
          "wzw estimate GM9901 --indicator Bewegen",
          Text(nl: "de naam van een indicator is nooit een gok", en: "the name of an indicator is never a guess"),
          failsWith: "indicator.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let isForGroups = call.has("group")
    let method = call.text("method") ?? (isForGroups ? "synthetic" : "direct")
    if let method = GroupMethod(rawValue: method) {
      try refuse(["indicator", "age", "together"], in: call, unless: "direct")
      return try GroupAnswer(method: method, reference: reference, call: call, context: context).output()
    }
    try refuse(["group", "split"], in: call, unless: "synthetic")
    return try DirectAnswer(reference: reference, call: call, context: context).output()
  }

  /// Flags that belong to another method.
  private func refuse(_ flags: [String], in call: Call, unless method: String) throws {
    guard let flag = flags.first(where: call.has) else { return }
    throw Diagnostic(
      "argument.method",
      Text(nl: "--\(flag) hoort niet bij deze methode", en: "--\(flag) does not go with this method"),
      wayOut: Text(nl: "neem --method \(method)", en: "take --method \(method)"), suggestion: "--method \(method)",
      place: call.place(of: flag))
  }
}
