import Plugging
import Session
import WorkbenchKit

/// `plugin new NAME [--to DIR] [--kit DIR] [--licence SPDX] [--source]`
struct PluginNewCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument(
      "name", .name,
      about: Text(
        nl: "hoe de plugin heet, en waarmee zijn opdrachten beginnen",
        en: "what the plugin is called, and its commands begin with"))
    let to = Argument(flag: "to", .newFile, default: ".", about: Text(nl: "in welke map", en: "in which folder"))
    let kit = Argument(
      flag: "kit", .file,
      about: Text(
        nl: "de map met de bronnen van de kit, als die niet bij het programma ligt",
        en: "the folder with the kit's sources, where it does not lie with the program"))
    let licence = Argument(
      flag: "licence", .words,
      about: Text(
        nl: "onder welke licentie, als SPDX-naam zoals EUPL-1.2; zonder blijft het veld leeg",
        en: "under which licence, as an SPDX name such as EUPL-1.2; without it the field stays empty"))
    let source = Argument(
      toggle: "source",
      about: Text(
        nl: "met een voorbeeld van een eigen vorm van bestanden", en: "with an example of a form of files of its own"))
  }

  static let arguments = Arguments()

  let loader: PluginLoader

  var signature: Signature {
    Signature(
      "plugin new",
      aliases: ["plugin nieuw"],
      summary: Text(
        nl: "maak een map met een plugin die bouwt, laadt en zijn voorbeelden test",
        en: "make a folder with a plugin that builds, loads and tests its examples"),
      details: Text(
        nl:
          "De map heet zoals de plugin en is een pakket voor Swift. Het bouwt met de kit van dit programma, waar het ook "
          + "ligt: die van de installatie, of die van de bronnen waaruit leerkring gebouwd is.",
        en:
          "The folder is called as the plugin is, and is a package for Swift. It builds with the kit of this program, "
          + "wherever it lies: that of the installation, or that of the sources leerkring was built from."),
      examples: [
        Signature.Example(
          "plugin new mantelzorg --to plugins", Text(nl: "maakt plugins/mantelzorg", en: "makes plugins/mantelzorg")),
        Signature.Example(
          "plugin new Mantelzorg", Text(nl: "een naam met een hoofdletter", en: "a name with a capital"),
          failsWith: "plugin.name"),
      ])
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let kit = try given.checking(\.kit) { folder in
      try folder.map { try KitFolder($0) } ?? KitFolder.ofProgram(in: SearchPath.runningProgramFolder())
    }
    let scaffold = try given.checking(\.name) { name in
      let program = SearchPath.runningProgram() ?? "leerkring"
      let scaffold = try Scaffold(
        name, kit: kit, program: program, language: context.language, licence: given.licence ?? "",
        hasSource: given.source)
      try checkFree(name, session.registry)
      return scaffold
    }
    let folder = try given.checking(\.to) { try scaffold.write(into: $0) }
    var facts = Facts()
    facts.add("folder", .text(folder), label: Text(nl: "map", en: "folder"))
    facts.add("kit", .text(scaffold.kit.path), label: Text(nl: "met de kit in", en: "with the kit in"))
    facts.add("build", .text("swift build"), label: Text(nl: "bouwen, in die map", en: "to build it, in that folder"))
    facts.add("test", .text("swift test"), label: Text(nl: "testen", en: "to test it"))
    facts.add(
      "run", .text("leerkring --plugin .build/debug -c '\(scaffold.example)'"),
      label: Text(nl: "gebruiken", en: "to use it"))
    return Output(facts)
  }

  /// A plugin whose word is taken would be refused when it is built.
  private func checkFree(_ name: String, _ registry: Registry) throws {
    let plugins = loader.directory.plugins
    let holder: Text
    if let plugin = plugins.first(where: { $0.name == name || $0.manifest?.words.contains(name) == true }) {
      holder = Text(nl: "plugin '\(plugin.name)'", en: "plugin '\(plugin.name)'")
    } else if registry.following([String]()).contains(name) {
      holder = Text(nl: "leerkring zelf", en: "leerkring itself")
    } else {
      return
    }
    throw Diagnostic(
      "plugin.taken",
      Text(
        nl: "het woord '\(name)' is al van \(holder.nl)", en: "the word '\(name)' belongs to \(holder.en) already"),
      wayOut: Text(nl: "kies een andere naam", en: "choose another name"))
  }
}
