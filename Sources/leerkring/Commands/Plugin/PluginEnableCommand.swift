import Session
import WorkbenchKit

/// `plugin enable NAME`
struct PluginEnableCommand: PluginCommand {
  let loader: PluginLoader

  static let arguments = PluginArguments()

  var signature: Signature {
    Signature(
      "plugin enable",
      aliases: ["plugin aan"],
      summary: Text(
        nl: "zet een plugin aan, ook voor later; wie strandde mag het weer proberen",
        en: "switch a plugin on, for later too; one that crashed may try again"),
      examples: [
        Signature.Example(
          "plugin enable woonzorgwijzer", Text(nl: "een plugin die meekomt", en: "a plugin that ships")),
        Signature.Example(
          "plugin enable woonzorgwijsr", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
          failsWith: "plugin.unknown"),
      ])
  }

  func run(_ given: Given<PluginArguments>, in session: Session, context: Context) throws -> Output {
    let name = given.name
    try loader.enable(name, at: given.place(of: \.name))
    return Output([.info(nl: "plugin '\(name)' staat aan", en: "plugin '\(name)' is switched on")])
  }
}
