import Session
import WorkbenchKit

/// `branch list`
struct BranchListCommand: HostCommand {
  let signature = Signature(
    "branch list",
    aliases: ["tak lijst", "takken"],
    summary: Text(nl: "de takken van deze werkruimte", en: "the branches of this workspace"),
    examples: [Signature.Example("branch list", Text(nl: "alle takken", en: "all branches"))])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let branches = session.workspace.branches.sorted { $0.key < $1.key }
    let logs = branches.map(\.value.log)
    return Output(
      Table(columns: [
        .texts("branch", branches.map(\.key), label: Text(nl: "tak", en: "branch")),
        Column(
          "current", .booleans(branches.map { $0.key == session.workspace.branch }), label: Text(nl: "hier", en: "here")
        ),
        .numbers("steps", logs.map { Double($0.done.count) }, label: Text(nl: "stappen", en: "steps")),
        .numbers("undone", logs.map { Double($0.undoneCount) }, label: Text(nl: "ongedaan gemaakt", en: "taken back")),
        .texts("last", logs.map(\.done.last?.record.line), label: Text(nl: "laatste opdracht", en: "last command")),
        .texts("time", logs.map(\.done.last?.record.time), label: Text(nl: "tijd", en: "time")),
      ]))
  }
}
