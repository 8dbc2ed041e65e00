import WorkbenchKit

/// `arrangement list`.
struct ArrangementListCommand: Command {
  let signature = Signature(
    "arrangement list", aliases: ["arrangement lijst"],
    summary: Text(nl: "noem de arrangementen", en: "list the arrangements"),
    examples: [.init("arrangement list", Text(nl: "elk gebied een regel", en: "a row for each area"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let all = try context.workspace.arrangements
    return Output(
      Table(
        title: Text(nl: "Arrangementen", en: "Arrangements"),
        columns: [
          .texts("arrangement", all.map(\.id), label: .verbatim("arrangement")),
          .texts("area", all.map(\.area), label: Text(nl: "gebied", en: "area")),
          .texts("set", all.map(\.set), label: .verbatim("set")),
          .texts(
            "basis", all.map { $0.weights.isEmpty ? nil : $0.basis.label }, label: Text(nl: "gewichten", en: "weights"),
            in: context),
          .counts("answers", all.map(\.answers.count), label: Text(nl: "antwoorden", en: "answers")),
        ]))
  }
}
