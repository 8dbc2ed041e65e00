import Session
import WorkbenchKit

/// `plugin disable NAME`
struct PluginDisableCommand: UntypedHostCommand {
  let door: PluginDoor

  var signature: Signature {
    Signature(
      "plugin disable",
      aliases: ["plugin uit"],
      summary: Text(nl: "zet een plugin uit, ook voor later", en: "switch a plugin off, for later too"),
      parameters: [PluginCommands.name(door.names)],
      examples: [
        Signature.Example(
          "plugin disable woonzorgwijzer", Text(nl: "een plugin die meekomt", en: "a plugin that ships")),
        Signature.Example(
          "plugin disable woonzorgwijsr", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
          failsWith: "plugin.unknown"),
      ])
  }

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let name = call.text("name") ?? ""
    try door.disable(name, at: call.place(of: "name"))
    return PluginCommands.done(Text(nl: "plugin '\(name)' staat uit", en: "plugin '\(name)' is switched off"))
  }
}
