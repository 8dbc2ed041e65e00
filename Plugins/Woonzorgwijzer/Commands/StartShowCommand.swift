import WorkbenchKit

/// `wzw start show`: lists the national starting values, or shows the figures of one.
struct StartShowCommand: Command {
  struct Arguments: Sendable {
    let name = Argument(
      optional: "name", .named(.starting),
      about: Text(nl: "bevolking, overleving, dementie, …", en: "population, survival, dementia, …"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw start show",
      aliases: ["wzw beginwaarden toon"],
      summary: Text(
        nl: "noem de landelijke beginwaarden, of toon de cijfers van één",
        en: "list the national starting values, or show the figures of one"),
      examples: [
        .init("wzw start show", Text(nl: "wat er is en wat in gebruik is", en: "what there is and what is in use")),
        .init(
          "wzw start show dementie",
          Text(nl: "de kansen, hun bron en wat ze niet zijn", en: "the rates, their source and what they are not")),
        .init(
          "wzw start show inkomen",
          Text(nl: "een beginwaarde die er niet is", en: "a starting value that is not there"),
          failsWith: "start.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let report = try StartingReport(context)
    guard let id = try given.name?.item(in: context).id, let set = report.sets.first(where: { $0.id == id })
    else {
      return Output([.paragraph(report.sentence), .table(try report.table())] + report.notices)
    }
    return try StartingSheet(set: set, context: context).output()
  }
}
