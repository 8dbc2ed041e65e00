import Session
import WorkbenchKit

/// `plugin disable NAME`
struct PluginDisableCommand: PluginCommand {
  let loader: PluginLoader

  static let arguments = PluginArguments()

  var signature: Signature {
    Signature(
      "plugin disable",
      aliases: ["plugin uit"],
      summary: Text(nl: "zet een plugin uit, ook voor later", en: "switch a plugin off, for later too"),
      examples: [
        Signature.Example(
          "plugin disable woonzorgwijzer", Text(nl: "een plugin die meekomt", en: "a plugin that ships")),
        Signature.Example(
          "plugin disable woonzorgwijsr", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
          failsWith: "plugin.unknown"),
      ])
  }

  func run(_ given: Given<PluginArguments>, in session: Session, context: Context) throws -> Output {
    let name = given.name
    try loader.disable(name, at: given.place(of: \.name))
    return Output([.info(nl: "plugin '\(name)' staat uit", en: "plugin '\(name)' is switched off")])
  }
}
