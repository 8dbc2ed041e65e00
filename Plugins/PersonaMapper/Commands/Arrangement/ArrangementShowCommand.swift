import WorkbenchKit

/// `arrangement show [AREA]`: the arrangement on one page.
struct ArrangementShowCommand: Command {
  struct Arguments: Sendable {
    let area = Argument(
      optional: "area", .named(.arrangement), about: Text(nl: "het arrangement", en: "the arrangement"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de maatregelen klaar als \(MeasuresOffer.table), voor 'instrument advise'",
        en: "offer the measures as \(MeasuresOffer.table), for 'instrument advise'"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arrangement show",
    aliases: ["arrangement toon"],
    summary: Text(nl: "toon een arrangement op één bladzijde", en: "show an arrangement on one page"),
    details: Text(
      nl:
        "Staat er voor het gebied vraag en aanbod klaar ('wzw gap GEBIED --offer'), dan staat erbij wat de persona's hier missen. --offer zet "
        + "de maatregelen klaar: 'instrument advise' legt ze bij de instrumenten en bij de onderwerpen voor de prestatieafspraken.",
      en:
        "Where demand and supply of the area are offered ('wzw gap AREA --offer') it says what the personas lack here. --offer offers the "
        + "measures: 'instrument advise' lays them beside the instruments and the topics of the performance agreements."
    ),
    examples: [
      .init(
        "arrangement show wilgendal",
        Text(
          nl: "wie, welke momenten, wat, door wie, en wat openstaat",
          en: "who, which moments, what, by whom, and what is open")),
      .init(
        "arrangement show wilgendaal", Text(nl: "een gebied verkeerd getypt", en: "an area mistyped"),
        failsWith: "arrangement.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try ArrangementSheet(given.area, in: context)
    return Output(try sheet.blocks(context) + (given.offer ? MeasuresOffer.put(sheet, context) : []))
  }
}
