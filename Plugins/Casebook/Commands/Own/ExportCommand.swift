import WorkbenchKit

/// `casus export X --to markdown|json [FILE]`: an example to share.
struct ExportCommand: Command {
  enum Form: String, ArgumentChoice {
    case markdown, json

    static let usual = Form.markdown
    var about: Text? {
      self == .markdown
        ? Text(nl: "een stuk om te lezen", en: "a paper to read")
        : Text(nl: "om te delen tussen kringen", en: "to share between circles")
    }
  }

  struct Arguments: Sendable {
    let example = Argument("case", .named(.shelved), about: Text(nl: "welk voorbeeld", en: "which example"))
    let form = Argument(requiredFlag: "to", .choice(Form.self), about: Text(nl: "de vorm", en: "the form"))
    let file = Argument(
      optional: "file", .newFile,
      about: Text(nl: "het bestand; anders op het scherm", en: "the file; else on the screen"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus export", aliases: ["casus uitvoer"],
    summary: Text(nl: "schrijf een voorbeeld als Markdown of JSON", en: "write an example as Markdown or JSON"),
    details: Text(
      nl:
        "Codes en rollen, geen personen. Wat in deze werkruimte verborgen is gaat niet mee; met 'kring.show-roles off' ook de rollen niet.",
      en:
        "Codes and roles, no persons. What is hidden in this workspace does not go along; nor do the roles with 'kring.show-roles off'."
    ),
    examples: [
      .init("casus export goede-buur --to markdown", Text(nl: "op het scherm", en: "on the screen")),
      .init(
        "casus export wilgenhof --to json wilgenhof.json",
        Text(nl: "een eigen casus om te delen", en: "a case of one's own to share")),
      .init(
        "casus export goede-buur --to visio", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let one = try given.example.item(in: context)
    let sheet = try ExampleSheet(one, in: context)
    let traits = try TraitSheet(in: context)
    let showsRoles = context.workspace.setting("kring.show-roles")?.plain != "off"
    let paper = ExamplePaper(sheet: sheet, traits: traits, showsRoles: showsRoles, language: context.language)
    let text = given.form == .json ? paper.json.canonical + "\n" : paper.markdown
    guard let file = given.file else { return Output([.text(text)]) }
    try context.text(of: [.text(text)]) { blocks in
      let clean = blocks.map { block in if case .text(let text) = block { text } else { "" } }.joined()
      try context.files.write(Array(clean.utf8), to: file, at: given.place(of: \.file))
    }
    return Output([.info(nl: "geschreven naar '\(file)'", en: "written to '\(file)'")])
  }
}
