import WorkbenchKit

/// What has no place in a notebook: commands that change which workspace is at hand, or what is beside it.
enum NotebookRules {
  private static let refused: Set<String> = ["open", "new", "save", "save-as", "close", "exit", "notebook", "plugin"]

  static func refusal(_ signature: Signature) -> Diagnostic? {
    guard let first = signature.path.first else { return nil }
    let words = signature.path.joined(separator: " ")
    let isHarmless = ["plugin list", "plugin info", "plugin doctor"].contains(words)
    guard
      refused.contains(first) && !isHarmless
        || ["redact clean", "workspace merge-driver", "workspace export", "workspace sign"].contains(words)
    else {
      return nil
    }
    return Diagnostic(
      "notebook.command",
      Text(nl: "'\(words)' heeft in een notitieboek geen plaats", en: "'\(words)' has no place in a notebook"),
      wayOut: Text(
        nl: "een notitieboek heeft een werkruimte voor zich, of die van --workspace BESTAND",
        en: "a notebook has a workspace to itself, or the one of --workspace FILE"))
  }

  static let nested = Diagnostic(
    "notebook.command",
    Text(nl: "een notitieboek voert geen ander uit", en: "a notebook does not run another one"))
}
