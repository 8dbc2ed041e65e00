import WorkbenchKit

/// `persona set axis x|y WORDS`: gives the set in use another axis.
struct SetAxisCommand: UntypedCommand {
  let signature = Signature(
    "persona set axis", aliases: ["persona set as"],
    summary: Text(nl: "geef de set een as, of een andere", en: "give the set an axis, or another one"),
    details: Text(
      nl: "Een as is NAAM of NAAM:LAAG..HOOG. Wat een bron over de oude as zegt, vervalt; plaatsen als getal blijven.",
      en: "An axis is NAME or NAME:LOW..HIGH. What a source says of the old axis falls away; places as numbers stay."),
    parameters: [
      .argument(
        "which",
        .choice([
          Candidate("x", Text(nl: "de liggende as", en: "the axis across")),
          Candidate("y", Text(nl: "de staande as", en: "the axis upwards")),
        ]), about: Text(nl: "welke as", en: "which axis")),
      .argument("axis", about: Text(nl: "NAAM of NAAM:LAAG..HOOG", en: "NAME or NAME:LOW..HIGH")),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "persona set axis x 'netwerk:klein..groot'", Text(nl: "met woorden aan de einden", en: "with words at the ends")
      ),
      .init("persona set axis x 'netwerk:klein'", Text(nl: "één einde", en: "one end"), failsWith: "axis.form"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let axis = try SetNewCommand.axis(call, "axis")
    for index in set.personas.indices {
      if call.text("which") == "x" { set.personas[index].x.sayings = [] } else { set.personas[index].y.sayings = [] }
    }
    if call.text("which") == "x" { set.x = axis } else { set.y = axis }
    Holdings.store(set, context)
    guard let axis else { return .nothing }
    return Output([
      Shown.info(
        "de as is \(axis.name.nl), van \(axis.low.nl) tot \(axis.high.nl)",
        "the axis is \(axis.name.en), from \(axis.low.en) to \(axis.high.en)")
    ])
  }
}
