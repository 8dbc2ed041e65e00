import Session
@_spi(Host) import WorkbenchKit

/// What the program was asked on its command line; bound by the same binder as a command.
struct ProgramOptions {
  enum Bail: String, ArgumentChoice {
    case auto, on, off

    static let usual = auto
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
  /// Whether the transcript goes on behind what stands there.
  let appendsLog: Bool
  let language: Language?
  let seed: UInt64?
  let wantsHelp: Bool
  let wantsVersion: Bool

  /// What can stand behind the program's name.
  struct Arguments: Sendable {
    let workspaceFile = Argument(
      optional: "workspace-file", .newFile,
      about: Text(nl: "de werkruimte, zoals met --workspace", en: "the workspace, as with --workspace"))
    let files = Argument(
      flags: "file", .file, short: "f",
      about: Text(
        nl: "voer de regels van een bestand uit; - is standaardinvoer",
        en: "run the lines of a file; - is standard input"))
    let lines = Argument(
      flags: "command", .name, short: "c", about: Text(nl: "voer deze regel uit", en: "run this line"))
    let workspace = Argument(
      flag: "workspace", .newFile, short: "w",
      about: Text(nl: "de werkruimte; wordt gemaakt als zij er niet is", en: "the workspace; made where it is missing"))
    let readOnly = Argument(
      toggle: "readonly",
      about: Text(nl: "open de werkruimte alleen om te lezen", en: "open the workspace for reading only"))
    let json = Argument(
      toggle: "json",
      about: Text(nl: "één JSON-object per uitgevoerde regel", en: "one JSON object for each line that is run"))
    let echo = Argument(
      toggle: "echo", about: Text(nl: "toon de regels zelf ook", en: "show the lines themselves as well"))
    let log = Argument(
      flag: "log", .newFile,
      about: Text(
        nl: "bewaar een verslag dat zelf een script is, in een nieuw bestand",
        en: "keep a transcript that is itself a script, in a new file"))
    let logAppend = Argument(
      flag: "log-append", .newFile,
      about: Text(nl: "hetzelfde, achter wat er al staat", en: "the same, behind what is there already"))
    let bail = Argument(
      flag: "bail", .choice(Bail.self), default: Bail.usual.rawValue,
      about: Text(
        nl: "stop bij de eerste fout; auto: in een bestand en op standaardinvoer wel, aan de prompt niet",
        en: "stop at the first error; auto: in a file and on standard input, not at the prompt"))
    let language = Argument(
      flag: "lang", .language, about: Text(nl: "de taal van wat u leest", en: "the language of what you read"))
    let seed = Argument(
      flag: "seed", .integer(0...(1 << 53)),
      about: Text(nl: "het begin van alles wat geloot wordt", en: "the start of all that is drawn"))
    let plugins = Argument(
      flags: "plugin", .file, about: Text(nl: "ook de plugin in deze map", en: "the plugin in this folder too"))
    let safe = Argument(
      toggle: "safe",
      about: Text(
        nl: "zonder plugins, beginbestand en herstelde werkruimte",
        en: "no plugins, no init file, no restored workspace"))
    let noInput = Argument(toggle: "no-input", about: Text(nl: "vraag niets", en: "ask nothing"))
    let version = Argument(toggle: "version", short: "V", about: Text(nl: "toon de versie", en: "show the version"))
    let help = Argument(toggle: "help", short: "h", about: Text(nl: "toon deze hulp", en: "show this help"))
  }

  static let arguments = Arguments()
  static let signature = Signature(
    "",
    summary: Text(
      nl: "werkbank voor leerkringen over wonen, welzijn en zorg",
      en: "workbench for learning circles on housing, welfare and care"),
    examples: []
  ).declaring { arguments }

  /// - Throws: `argument.*`; nothing has run.
  init(_ words: [String]) throws {
    let given = try OptionBinding.bind(words, to: Self.signature, as: Self.arguments)
    if let file = given.workspaceFile, given.workspace != nil {
      throw Diagnostic(
        "argument.repeated",
        Text(
          nl: "de werkruimte is twee keer gegeven: '\(file)' en --workspace",
          en: "the workspace is given twice: '\(file)' and --workspace"))
    }
    guard given.files.isEmpty || given.lines.isEmpty else {
      throw Diagnostic(
        "argument.clash", Text(nl: "-c en -f gaan niet samen", en: "-c and -f do not go together"),
        wayOut: Text(nl: "gebruik -c 'source BESTAND'", en: "use -c 'source FILE'"))
    }
    workspace = given.workspace ?? given.workspaceFile
    workspaceIsBare = given.workspaceFile != nil
    files = given.files
    lines = given.lines
    plugins = given.plugins
    isReadOnly = given.readOnly
    isSafe = given.safe
    isJSON = given.json
    echoes = given.echo
    asksNothing = given.noInput
    bail = given.bail
    guard given.log == nil || given.logAppend == nil else {
      throw Diagnostic(
        "argument.clash",
        Text(nl: "--log en --log-append gaan niet samen", en: "--log and --log-append do not go together"))
    }
    log = given.log ?? given.logAppend
    appendsLog = given.logAppend != nil
    language = given.language
    seed = given.seed.map { UInt64($0) }
    wantsHelp = given.help
    wantsVersion = given.version
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

extension ArgumentKind where Element == Language {
  /// A language that the program speaks.
  static var language: ArgumentKind {
    ArgumentKind<String>.choice([Candidate("nl"), Candidate("en")]).map(or: .nl) { Language(rawValue: $0) ?? .nl }
  }
}
