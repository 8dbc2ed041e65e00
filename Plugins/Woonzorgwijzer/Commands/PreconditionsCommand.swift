import WorkbenchKit

/// `wzw preconditions`: lists what people need to live on their own.
struct PreconditionsCommand: Command {
  struct Arguments: Sendable {
    let family = Argument(
      flag: "family", .named(.family),
      about: Text(
        nl: "alleen deze familie: toeleiding, ondersteuning, woning of woonomgeving",
        en:
          "only this family: toeleiding (finding help), ondersteuning (support), woning (dwelling) or woonomgeving (surroundings)"
      ))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw preconditions",
      aliases: ["wzw randvoorwaarden"],
      summary: Text(
        nl: "noem de randvoorwaarden om zelfstandig te wonen", en: "list the preconditions of living on one's own"),
      details: Text(
        nl: "De rijen van Tabel 3, en wat de lopende tekst van de bron eraan toevoegt, in vier families.",
        en: "The rows of table 3, and what the running text of the source adds, in four families."),
      examples: [
        .init(
          "wzw preconditions --family woning", Text(nl: "wat de woning moet hebben", en: "what the dwelling needs")),
        .init(
          "wzw preconditions --family tuin", Text(nl: "een familie die er niet is", en: "a family that is not there"),
          failsWith: "family.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var rows = try context.preconditions
    if let family = try given.family?.item(in: context).id { rows = rows.filter { $0.family == family } }
    let table = Table(
      title: Text(nl: "Randvoorwaarden", en: "Preconditions"),
      columns: [
        .texts("precondition", rows.map(\.id), label: Text(nl: "randvoorwaarde", en: "precondition")),
        .texts("family", rows.map(\.family), label: Text(nl: "familie", en: "family")),
        .texts("label", rows.map(\.label), label: Text(nl: "omschrijving", en: "description"), in: context),
        .numbers(
          "minutes", rows.map { $0.minutes?.to ?? .nan }, label: Text(nl: "binnen minuten", en: "within minutes")),
        .numbers(
          "metres", rows.map { $0.metres ?? .nan }, label: Text(nl: "binnen meter", en: "within metres"), unit: .metres),
        Column("table3", .booleans(rows.map(\.isInTable3)), label: Text(nl: "in Tabel 3", en: "in table 3")),
        .placesInSource(rows.map(\.source), in: context),
      ])
    return Output([.table(table), try context.knowledge.sources(rows.map(\.source), in: context)])
  }
}
