import Plugging
import Session
import WorkbenchKit

/// `plugin pack NAME --to DIR`
struct PluginPackCommand: PluginCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .name, about: PluginArguments.about)
    let to = Argument(flag: "to", .newFile, default: ".", about: Text(nl: "in welke map", en: "in which folder"))
  }

  static let arguments = Arguments()

  let loader: PluginLoader

  var signature: Signature {
    Signature(
      "plugin pack",
      aliases: ["plugin verpak"],
      summary: Text(
        nl: "maak een map met manifest, module en gegevens van een plugin",
        en: "make a folder with a plugin's manifest, module and data"),
      details: Text(
        nl:
          "De map heet zoals de plugin. In het manifest komen de SHA-256 van de module en het hele kenmerk van kit en "
          + "compiler; alleen een leerkring met datzelfde kenmerk laadt hem.",
        en:
          "The folder is called as the plugin is. Its manifest gets the SHA-256 of the module and the whole fingerprint "
          + "of kit and compiler; only a leerkring with that same fingerprint loads it."),
      examples: [
        Signature.Example(
          "plugin pack woonzorgwijzer --to verpakt",
          Text(nl: "maakt verpakt/woonzorgwijzer", en: "makes verpakt/woonzorgwijzer")),
        Signature.Example(
          "plugin pack woonzorgwijsr", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
          failsWith: "plugin.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let (name, place) = (given.name, given.place(of: \.name))
    // Seen to load here, so that the fingerprint that is written is true.
    try loader.load(name, at: place)
    let plugin = try loader.directory.plugin(name, at: place)
    let folder = try given.checking(\.to) { try Packer.pack(plugin, into: $0) }
    var facts = Facts()
    facts.add("folder", .text(folder), label: Text(nl: "map", en: "folder"))
    facts.add(
      "sha256",
      (try? Manifest.read(at: "\(folder)/\(Manifest.fileName)").sha256).flatMap { $0 }.map(Value.text) ?? .missing,
      label: Text(nl: "SHA-256 van de module", en: "SHA-256 of the module"))
    return Output(facts)
  }
}
