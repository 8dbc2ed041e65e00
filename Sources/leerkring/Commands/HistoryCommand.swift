import Session
import WorkbenchKit

/// `history [N] [--times]`
struct HistoryCommand: HostCommand {
  struct Arguments: Sendable {
    let count = Argument(
      optional: "n", .integer(1...1_000_000), about: Text(nl: "alleen de laatste zoveel", en: "only the last so many"))
    let times = Argument(
      toggle: "times", about: Text(nl: "met de tijd van elke stap", en: "with the time of each step"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "history",
    aliases: ["geschiedenis"],
    summary: Text(nl: "de stappen van deze werkruimte", en: "the steps of this workspace"),
    details: Text(
      nl: "Wat ongedaan is gemaakt en nog opnieuw kan, staat erbij als 'ongedaan gemaakt' (in de kolom state: undone).",
      en: "What was taken back and can be done again is listed as 'undone'."),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("history", Text(nl: "alle stappen", en: "all steps")),
      Signature.Example(
        "history 0", Text(nl: "nul stappen kan niet", en: "zero steps makes no sense"), failsWith: "argument.range"),
    ])

  private static let states: [String: Text] = [
    "done": Text(nl: "gedaan", en: "done"), "undone": Text(nl: "ongedaan gemaakt", en: "undone"),
  ]

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let log = session.workspace.log
    var steps = log.done.map { ($0, "done") } + log.undone.map { ($0, "undone") }
    if let count = given.count { steps = steps.suffix(count) }
    var columns = [
      Column.numbers(
        "step", steps.map { Double($0.0.number) }, label: Text(nl: "stap", en: "step"), format: .plain),
      Column.texts("command", steps.map(\.0.record.line), label: Text(nl: "opdracht", en: "command")),
      Column.texts("plugin", steps.map(\.0.record.plugin), label: .verbatim("plugin")),
      Column.texts("state", steps.map(\.1)).asDetail(),
      Column.texts(
        "state_label", steps.map { Self.states[$0.1] }, label: Text(nl: "toestand", en: "state"), in: context),
    ]
    if given.times {
      columns.insert(.texts("time", steps.map(\.0.record.time), label: Text(nl: "tijd", en: "time")), at: 1)
    }
    return Output(Table(columns: columns))
  }
}
