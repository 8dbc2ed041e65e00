import Session
import WorkbenchKit

/// `branch list [--times]`
struct BranchListCommand: HostCommand {
  struct Arguments: Sendable {
    let times = Argument(
      toggle: "times", about: Text(nl: "met de tijd van de laatste stap", en: "with the time of the last step"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "branch list",
    aliases: ["tak lijst", "takken"],
    summary: Text(nl: "de takken van deze werkruimte", en: "the branches of this workspace"),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("branch list", Text(nl: "alle takken", en: "all branches")),
      Signature.Example(
        "branch list --time", Text(nl: "een vlag verkeerd getypt", en: "a flag mistyped"),
        failsWith: "argument.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let branches = session.workspace.branches.sorted { $0.key < $1.key }
    let logs = branches.map(\.value.log)
    var table = Table(
      columns: [
        .texts("branch", branches.map(\.key), label: Text(nl: "tak", en: "branch")),
        Column(
          "current", .booleans(branches.map { $0.key == session.workspace.branch }), label: Text(nl: "hier", en: "here")
        ),
        .numbers("steps", logs.map { Double($0.done.count) }, label: Text(nl: "stappen", en: "steps")),
        .numbers("undone", logs.map { Double($0.undoneCount) }, label: Text(nl: "ongedaan gemaakt", en: "taken back")),
        .texts("last", logs.map(\.done.last?.record.line), label: Text(nl: "laatste opdracht", en: "last command")),
      ])
    // Only when asked for: a script gives the same bytes whenever it is run.
    if given.times {
      table.set(.texts("time", logs.map(\.done.last?.record.time), label: Text(nl: "tijd", en: "time")))
    }
    return Output(table)
  }
}
