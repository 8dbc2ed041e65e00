import Session
import WorkbenchKit

/// What the program was asked on its command line; bound by the same binder as a command.
struct ProgramOptions {
  enum Bail: String {
    case auto, on, off
  }

  let workspace: String?
  /// Whether the workspace was given as a bare word, which may have been meant as a command.
  let workspaceIsBare: Bool
  let files: [String]
  let lines: [String]
  let plugins: [String]
  let isReadOnly: Bool
  let isSafe: Bool
  let isJSON: Bool
  let echoes: Bool
  let asksNothing: Bool
  let bail: Bail
  let log: String?
  let language: Language?
  let seed: UInt64?
  let wantsHelp: Bool
  let wantsVersion: Bool

  static let signature = Signature(
    "",
    summary: Text(
      nl: "werkbank voor leerkringen over wonen, welzijn en zorg",
      en: "workbench for learning circles on housing, welfare and care"),
    parameters: [
      .argument(
        "workspace-file", .file(existing: false), required: false,
        about: Text(nl: "de werkruimte, zoals met --workspace", en: "the workspace, as with --workspace")),
      .flag(
        "file", .file(existing: true), short: "f", repeated: true,
        about: Text(nl: "voer de regels van een bestand uit", en: "run the lines of a file")),
      .flag("command", .text, short: "c", repeated: true, about: Text(nl: "voer deze regel uit", en: "run this line")),
      .flag(
        "workspace", .file(existing: false), short: "w",
        about: Text(
          nl: "de werkruimte; wordt gemaakt als zij er niet is", en: "the workspace; made where it is missing")),
      .flag(
        "readonly", about: Text(nl: "open de werkruimte alleen om te lezen", en: "open the workspace for reading only")),
      .flag(
        "json",
        about: Text(nl: "één JSON-object per uitgevoerde regel", en: "one JSON object for each line that is run")),
      .flag("echo", about: Text(nl: "toon de regels zelf ook", en: "show the lines themselves as well")),
      .flag(
        "log", .file(existing: false),
        about: Text(nl: "bewaar een verslag dat zelf een script is", en: "keep a transcript that is itself a script")),
      .flag(
        "bail", .choice([Candidate("auto"), Candidate("on"), Candidate("off")]),
        about: Text(
          nl: "stop bij de eerste fout; auto: in een bestand en op standaardinvoer wel, aan de prompt niet",
          en: "stop at the first error; auto: in a file and on standard input, not at the prompt"),
        fallback: "auto"),
      .flag(
        "lang", .choice([Candidate("nl"), Candidate("en")]),
        about: Text(nl: "de taal van wat u leest", en: "the language of what you read")),
      .flag(
        "seed", .integer(0...(1 << 53)),
        about: Text(nl: "het begin van alles wat geloot wordt", en: "the start of all that is drawn")),
      .flag(
        "plugin", .file(existing: true), repeated: true,
        about: Text(nl: "ook de plugin in deze map", en: "the plugin in this folder too")),
      .flag(
        "safe",
        about: Text(
          nl: "zonder plugins, beginbestand en herstelde werkruimte",
          en: "no plugins, no init file, no restored workspace")),
      .flag("no-input", about: Text(nl: "vraag niets", en: "ask nothing")),
      .flag("version", short: "V", about: Text(nl: "toon de versie", en: "show the version")),
      .flag("help", short: "h", about: Text(nl: "toon deze hulp", en: "show this help")),
    ],
    examples: [])

  /// - Throws: `argument.*`; nothing has run.
  init(_ arguments: [String]) throws {
    let call = try OptionBinding.bind(arguments, to: Self.signature)
    guard !call.has("workspace") || !call.has("workspace-file") else {
      throw Diagnostic(
        "argument.repeated",
        Text(
          nl: "de werkruimte is twee keer gegeven: '\(call.text("workspace-file") ?? "")' en --workspace",
          en: "the workspace is given twice: '\(call.text("workspace-file") ?? "")' and --workspace"))
    }
    guard !call.has("file") || !call.has("command") else {
      throw Diagnostic(
        "argument.clash", Text(nl: "-c en -f gaan niet samen", en: "-c and -f do not go together"),
        wayOut: Text(nl: "gebruik -c 'source BESTAND'", en: "use -c 'source FILE'"))
    }
    workspace = call.text("workspace") ?? call.text("workspace-file")
    workspaceIsBare = call.has("workspace-file")
    files = call.texts("file")
    lines = call.texts("command")
    plugins = call.texts("plugin")
    isReadOnly = call.flag("readonly")
    isSafe = call.flag("safe")
    isJSON = call.flag("json")
    echoes = call.flag("echo")
    asksNothing = call.flag("no-input")
    bail = call.text("bail").flatMap(Bail.init) ?? .auto
    log = call.text("log")
    language = call.text("lang").flatMap(Language.init)
    seed = call.number("seed").map { UInt64($0) }
    wantsHelp = call.flag("help")
    wantsVersion = call.flag("version")
    guard !isReadOnly || workspace != nil else {
      throw Diagnostic(
        "argument.clash",
        Text(nl: "--readonly vraagt om een werkruimte", en: "--readonly needs a workspace"),
        wayOut: Text(nl: "geef er een met --workspace BESTAND", en: "give one with --workspace FILE"))
    }
  }
}

extension ProgramOptions {
  /// The language asked for in arguments that could not be bound, so that even their error is in it.
  static func language(in arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
      if argument == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
    }
    return nil
  }
}
