import Rendering
import Session
@_spi(Host) import WorkbenchKit

/// `set [NAME [VALUE]]`
struct SetCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument(
      optional: "name", .name,
      about: Text(
        nl: "title, language, seed, hints, of een instelling van een plugin",
        en: "title, language, seed, hints, or a setting of a plugin"))
    // Guarded as the setting itself says: a seed may look like anybody's number.
    let value = Argument(optional: "value", .name, about: Text(nl: "de waarde", en: "the value"))
  }

  static let arguments = Arguments()

  /// What the person chose for every prompt.
  let person: PersonSettings
  /// How many lines the screen has; nil where there is none.
  let height: () -> Int?

  let signature = Signature(
    "set",
    aliases: ["stel"],
    summary: Text(nl: "stel iets in, of toon wat is ingesteld", en: "set something, or show what is set"),
    details: Text(
      nl: """
        Zonder naam een lijst; met een naam de waarde; met een lege tekst ('') gaat de instelling weg. 'rows' en 'hints' zijn van u \
        en geen stap van de werkruimte. Zoveel regels mag een antwoord aan de prompt innemen; 0 is zonder grens, leeg is de hoogte \
        van het scherm.
        """,
      en: """
        Without a name a list; with a name the value; an empty text ('') removes the setting. 'rows' and 'hints' are yours, and \
        no step of the workspace. As many lines may an answer at the prompt take; 0 is no bound, empty is the height of the screen.
        """),
    changesWorkspace: false,
    examples: [
      Signature.Example("set title 'Berflo Es'", Text(nl: "geef de werkruimte een titel", en: "give it a title")),
      Signature.Example("set", Text(nl: "alle instellingen", en: "all settings")),
      Signature.Example(
        "set titel x", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
        failsWith: "setting.unknown"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    let known = known(in: session)
    if parameter.name == "name" { return known.map { Candidate($0.name, $0.about) } }
    guard let setting = known.first(where: { $0.name == words.first }), case .choice(let words) = setting.parameter.kind
    else { return [] }
    return words
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    guard let name = given.name else { return list(in: session, context) }
    if let noun = name.split(separator: ".").first, name.contains(".") { try session.registry.redeem(String(noun)) }
    let known = known(in: session)
    guard let setting = known.first(where: { $0.name == name }) else {
      let names = known.map(\.name)
      throw Diagnostic(
        "setting.unknown",
        Text(nl: "er is geen instelling '\(name)'", en: "there is no setting '\(name)'"),
        wayOut: Text(nl: "er is: \(names.joined(separator: ", "))", en: "there is: \(names.joined(separator: ", "))"),
        suggestion: NearestWord.best(name, among: names), place: given.place(of: \.name))
    }
    guard let value = given.value else {
      return Output(fact(setting, current(setting, context), context))
    }
    if PersonSettings.holds(name) {
      let bound = value.isEmpty ? nil : try setting.parameter.bind(.text(value), at: given.place(of: \.value)).value
      try person.choose(bound, for: setting)
      return .nothing
    }
    let part = HostSetting.part(name)
    if value.isEmpty {
      context.workspace.setPart(part, to: nil)
    } else {
      let bound = try setting.parameter.bind(.text(value), at: given.place(of: \.value))
      context.workspace.setPart(part, to: Part(HostSetting.json(bound.value)))
    }
    return .nothing
  }

  private func known(in session: Session) -> [Setting] {
    HostSetting.all + PersonSettings.all + session.registry.settings.map(\.setting)
  }

  private func current(_ setting: Setting, _ context: Context) -> Value {
    PersonSettings.holds(setting.name) ? person.value(setting) : HostSetting.current(setting, context)
  }

  private func fact(_ setting: Setting, _ value: Value, _ context: Context) -> Facts {
    var facts = Facts()
    facts.add(setting.name, value, label: setting.about, shown: value.isMissing ? holding(setting, context) : nil)
    return facts
  }

  /// What holds where nothing was chosen; nil where nothing does.
  private func holding(_ setting: Setting, _ context: Context) -> Text? {
    switch setting.name {
    case "language":
      let language = context.language
      return Text(nl: "\(language.rawValue), zoals uw systeem zegt", en: "\(language.rawValue), as your system says")
    case "rows":
      guard let height = height() else {
        return Text(nl: "zonder grens: er is geen scherm", en: "no bound: there is no screen")
      }
      return Text(nl: "\(height), de hoogte van het scherm", en: "\(height), the height of the screen")
    default: return nil
    }
  }

  private func list(in session: Session, _ context: Context) -> Output {
    Output(table(in: session, context) { setting in current(setting, context).plain })
  }

  /// The list with what holds where nothing was chosen.
  func reading(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Reading? {
    guard given.name == nil else { return nil }
    let marks = NumberMarks(context.language)
    return .blocks([
      .table(
        table(in: session, context) { setting in
          let value = current(setting, context)
          return value.isMissing ? holding(setting, context)?(context.language) : marks.value(value, format: .plain)
        })
    ])
  }

  private func table(in session: Session, _ context: Context, _ value: (Setting) -> String?) -> Table {
    let settings = known(in: session).sorted { $0.name < $1.name }
    return Table(columns: [
      .texts("name", settings.map(\.name), label: Text(nl: "naam", en: "name")),
      .texts("value", settings.map(value), label: Text(nl: "waarde", en: "value")),
      .texts("about", settings.map { $0.about(context.language) }, label: Text(nl: "wat", en: "what")),
    ])
  }
}

/// The settings of the shell itself.
enum HostSetting {
  static let all = [
    Setting(
      "title", .words, fallback: .missing, about: Text(nl: "titel van de werkruimte", en: "title of the workspace")),
    Setting(
      "language", .language, fallback: .missing,
      about: Text(nl: "taal van wat u leest", en: "language of what you read")),
    Setting(
      "seed", .integer(0...(1 << 53)), fallback: .number(1),
      about: Text(nl: "het begin van alles wat geloot wordt", en: "the start of all that is drawn")),
  ]

  static func part(_ name: String) -> PartName {
    name == "title" || name == "language" ? PartName(.about, name) : PartName(.settings, name)
  }

  static func current(_ setting: Setting, _ context: Context) -> Value {
    guard let json = try? context.workspace.part(part(setting.name))?.json() else { return setting.fallback }
    switch json {
    case .bool(let bool): return .boolean(bool)
    case .number(let number): return .number(number)
    case .string(let string): return .text(string)
    default: return setting.fallback
    }
  }

  static func json(_ value: Value) -> JSON {
    switch value {
    case .number(let number, _): .number(number)
    case .boolean(let boolean): .bool(boolean)
    default: .string(value.plain)
    }
  }
}
