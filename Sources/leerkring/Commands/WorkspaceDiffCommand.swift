import Session
import WorkbenchKit

/// `workspace diff [--steps N]`
struct WorkspaceDiffCommand: HostCommand {
  struct Arguments: Sendable {
    let steps = Argument(
      flag: "steps", .integer(1...1_000_000),
      about: Text(nl: "vergelijk met zoveel stappen geleden", en: "compare with so many steps ago"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "workspace diff",
    summary: Text(
      nl: "wat er veranderd is sinds het bewaren, of in de laatste stappen",
      en: "what changed since it was saved, or in the last steps"),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("workspace diff", Text(nl: "sinds het bewaren", en: "since it was saved")),
      Signature.Example(
        "workspace diff --steps 9999", Text(nl: "meer dan er zijn", en: "more than there are"),
        failsWith: "undo.nothing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    Output(try difference(given, session).table)
  }

  func reading(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Reading? {
    let was =
      given.steps.map { Text(nl: "\(Text.steps($0).nl) geleden", en: "\(Text.steps($0).en) ago") }
      ?? Text(nl: "bij het bewaren", en: "when it was saved")
    return .blocks([
      .table(
        try difference(given, session).readable(context.language, was: was, now: Text(nl: "nu", en: "now")))
    ])
  }

  private func difference(_ given: Given<Arguments>, _ session: Session) throws -> PartDifference {
    let saved = session.baseline.branches[session.workspace.branch] ?? session.baseline.current
    let before = try given.steps.map { try session.workspace.applying(.undo($0)).current } ?? saved
    return PartDifference(
      from: before.parts.mapValues(\.part), to: session.workspace.parts.mapValues(\.part), in: session)
  }
}
