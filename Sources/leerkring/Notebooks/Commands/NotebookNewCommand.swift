import Notebooks
import Session
import WorkbenchKit

/// `notebook new FILE [--title TITLE]`
struct NotebookNewCommand: HostCommand {
  struct Arguments: Sendable {
    let file = NotebookArguments.newFile
    let title = NotebookArguments.title
  }

  static let arguments = Arguments()

  let signature = Signature(
    "notebook new",
    aliases: ["notitieboek nieuw"],
    summary: Text(nl: "begin een notitieboek", en: "begin a notebook"),
    examples: [
      Signature.Example("notebook new buurt.md --title 'Onze buurt'", Text(nl: "met een titel", en: "with a title")),
      Signature.Example(
        "notebook new blad.md", Text(nl: "er is al een", en: "there is one already"), failsWith: "notebook.exists"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let (path, place) = (given.file, given.place(of: \.file))
    guard !FilePresence.exists(path) else { throw Self.exists(path, place) }
    let text = NotebookScaffold.text(title: given.title ?? path, language: context.language)
    try context.files.write(Array(text.utf8), to: path, at: place)
    return Output([
      .info(
        nl: "'\(path)' is er; vul het in een tekstbewerker aan, en dan: notebook run \(path)",
        en: "'\(path)' is there; add to it in an editor, and then: notebook run \(path)")
    ])
  }

  static func exists(_ path: String, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "notebook.exists", Text(nl: "'\(path)' bestaat al", en: "'\(path)' exists already"),
      wayOut: Text(nl: "kies een andere naam", en: "choose another name"), place: place)
  }
}
