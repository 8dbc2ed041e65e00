import Session
import WorkbenchKit

/// `plugin unload NAME`
struct PluginUnloadCommand: PluginCommand {
  let loader: PluginLoader

  static let arguments = PluginArguments()

  var signature: Signature {
    Signature(
      "plugin unload",
      aliases: ["plugin ontlaad"],
      summary: Text(
        nl: "trek de opdrachten van een plugin in, tot 'plugin load'",
        en: "withdraw the commands of a plugin, until 'plugin load'"),
      examples: [
        Signature.Example(
          "plugin unload woonzorgwijzer", Text(nl: "een plugin die meekomt", en: "a plugin that ships")),
        Signature.Example(
          "plugin unload woonzorgwijsr", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
          failsWith: "plugin.unknown"),
      ])
  }

  func run(_ given: Given<PluginArguments>, in session: Session, context: Context) throws -> Output {
    let name = given.name
    try loader.unload(name, at: given.place(of: \.name))
    return Output([
      .info(
        nl: "plugin '\(name)' heeft geen opdrachten meer; 'plugin load \(name)' brengt ze terug",
        en: "plugin '\(name)' has no commands any more; 'plugin load \(name)' brings them back")
    ])
  }
}
