import Notebooks
import Session
import WorkbenchKit

/// `notebook new FILE [--title TITLE]`
struct NotebookNewCommand: UntypedHostCommand {
  let signature = Signature(
    "notebook new",
    aliases: ["notitieboek nieuw"],
    summary: Text(nl: "begin een notitieboek", en: "begin a notebook"),
    parameters: [
      .argument(
        "file", .file(existing: false), about: Text(nl: "waar het komt te staan", en: "where it is to stand")),
      .flag("title", .text, about: Text(nl: "de titel", en: "the title")),
    ],
    examples: [
      Signature.Example("notebook new buurt.md --title 'Onze buurt'", Text(nl: "met een titel", en: "with a title")),
      Signature.Example(
        "notebook new blad.md", Text(nl: "er is al een", en: "there is one already"), failsWith: "notebook.exists"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let path = call.text("file") ?? ""
    guard !FilePresence.exists(path) else { throw Self.exists(path, call.place(of: "file")) }
    let text = NotebookScaffold.text(title: call.text("title") ?? path, language: context.language)
    try context.files.write(Array(text.utf8), to: path, at: call.place(of: "file"))
    return Output([
      .notice(
        Notice(
          .info,
          Text(
            nl: "'\(path)' is er; vul het in een tekstbewerker aan, en dan: notebook run \(path)",
            en: "'\(path)' is there; add to it in an editor, and then: notebook run \(path)")))
    ])
  }

  static func exists(_ path: String, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "notebook.exists", Text(nl: "'\(path)' bestaat al", en: "'\(path)' exists already"),
      wayOut: Text(nl: "kies een andere naam", en: "choose another name"), place: place)
  }
}
