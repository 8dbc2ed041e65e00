import Session
import WorkbenchKit

/// `ballot list`
struct BallotListCommand: HostCommand {
  let signature = Signature(
    "ballot list",
    aliases: ["stembiljet lijst"],
    summary: Text(
      nl: "noem de stembiljetten, en wat met een stembiljet te vragen is",
      en: "list the ballots, and what can be asked by a ballot"),
    examples: [Signature.Example("ballot list", Text(nl: "alle", en: "all of them"))])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let ballots = try context.workspace.ballotNames.compactMap { try context.workspace.ballot($0) }
    let commands = session.ballotedCommands.map(\.signature)
    return Output([
      .table(
        Table(
          title: Text(nl: "Stembiljetten", en: "Ballots"),
          columns: [
            .texts("ballot", ballots.map(\.name), label: Text(nl: "stembiljet", en: "ballot")),
            .texts("asks", ballots.map(\.asked), label: Text(nl: "vraagt", en: "asks")),
            .counts("questions", ballots.map(\.questionCount), label: Text(nl: "vragen", en: "questions")),
            .counts(
              "answered", ballots.map(\.takenCount),
              label: Text(nl: "rollen die antwoordden", en: "roles that answered")),
          ])),
      .table(
        Table(
          title: Text(nl: "Te vragen met een stembiljet", en: "Can be asked by a ballot"),
          columns: [
            .texts(
              "command", commands.map { $0.path.joined(separator: " ") }, label: Text(nl: "opdracht", en: "command")),
            .texts("about", commands.map { $0.summary(context.language) }, label: Text(nl: "wat", en: "what")),
          ])),
    ])
  }
}
