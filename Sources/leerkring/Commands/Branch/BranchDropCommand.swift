import Session
import WorkbenchKit

/// `branch drop NAME [--discard]`
struct BranchDropCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .branch, about: Text(nl: "de tak", en: "the branch"))
    let discard = Argument(
      toggle: "discard", about: Text(nl: "ook als er eigen werk in staat", en: "even where it holds work of its own"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "branch drop",
    aliases: ["tak weg"],
    summary: Text(nl: "doe een tak weg", en: "throw a branch away"),
    details: Text(
      nl: "Dit is niet ongedaan te maken. Een tak met werk dat nergens anders staat, gaat alleen weg met --discard.",
      en: "This cannot be undone. A branch with work that stands nowhere else only goes with --discard."),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("branch drop koud", Text(nl: "wat niets werd", en: "what came to nothing")),
      Signature.Example(
        "branch drop main", Text(nl: "de tak die elke werkruimte heeft", en: "the branch that every workspace has"),
        failsWith: "branch.main"),
      Signature.Example(
        "branch drop nergens", Text(nl: "een tak die er niet is", en: "a branch that is not there"),
        failsWith: "branch.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    try given.checking(\.name) { name in
      let operation = Operation.branchDrop(name)
      // What can never be dropped is told before what only goes with the flag.
      _ = try session.workspace.applying(operation)
      let loss = session.workspace.loss(dropping: name)
      if let loss, !given.discard { throw unsaved(name, loss) }
      try session.apply(operation)
      return Output([.info(nl: "'\(name)' is weg", en: "'\(name)' is gone")])
    }
  }

  private func unsaved(_ name: String, _ loss: Int) -> Diagnostic {
    let what = loss == 0 ? Text(nl: "een stand", en: "a state") : .steps(loss)
    let stand = Text.plural(
      max(loss, 1), Text(nl: "die nergens anders staat", en: "that stands nowhere else"),
      Text(nl: "die nergens anders staan", en: "that stand nowhere else"))
    return Diagnostic(
      "branch.unsaved",
      Text(nl: "'\(name)' heeft \(what.nl) \(stand.nl)", en: "'\(name)' has \(what.en) \(stand.en)"),
      wayOut: Text(
        nl: "bekijk ze met 'branch diff \(name)', of geef --discard om ze weg te doen",
        en: "look at them with 'branch diff \(name)', or give --discard to throw them away"))
  }
}
