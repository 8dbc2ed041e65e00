import Session
import WorkbenchKit

/// `plugin load NAME`
struct PluginLoadCommand: PluginCommand {
  let loader: PluginLoader

  static let arguments = PluginArguments()

  var signature: Signature {
    Signature(
      "plugin load",
      aliases: ["plugin laad"],
      summary: Text(
        nl: "laad een plugin nu, in plaats van bij het eerste gebruik",
        en: "load a plugin now instead of when it is first used"),
      examples: [
        Signature.Example("plugin load woonzorgwijzer", Text(nl: "een plugin die meekomt", en: "a plugin that ships")),
        Signature.Example(
          "plugin load woonzorgwijsr", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
          failsWith: "plugin.unknown"),
      ])
  }

  func run(_ given: Given<PluginArguments>, in session: Session, context: Context) throws -> Output {
    let name = given.name
    try loader.load(name, at: given.place(of: \.name))
    return Output([.info(nl: "plugin '\(name)' is geladen", en: "plugin '\(name)' is loaded")])
  }
}
