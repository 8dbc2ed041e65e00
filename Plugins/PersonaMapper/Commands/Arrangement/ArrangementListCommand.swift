import WorkbenchKit

/// `arrangement list`.
struct ArrangementListCommand: UntypedCommand {
  let signature = Signature(
    "arrangement list", aliases: ["arrangement lijst"],
    summary: Text(nl: "noem de arrangementen", en: "list the arrangements"),
    examples: [.init("arrangement list", Text(nl: "elk gebied een regel", en: "a row for each area"))])

  func run(_ call: Call, in context: Context) throws -> Output {
    let all = try Holdings.arrangements(context)
    return Output(
      Table(
        title: Text(nl: "Arrangementen", en: "Arrangements"),
        columns: [
          .texts("arrangement", all.map(\.id), label: .verbatim("arrangement")),
          .texts("area", all.map(\.area), label: Text(nl: "gebied", en: "area")),
          .texts("set", all.map(\.set), label: .verbatim("set")),
          Shown.text(
            "basis", all.map { $0.weights.isEmpty ? nil : $0.basis.label }, Text(nl: "gewichten", en: "weights"),
            context),
          Shown.count("answers", all.map(\.answers.count), Text(nl: "antwoorden", en: "answers")),
        ]))
  }
}
