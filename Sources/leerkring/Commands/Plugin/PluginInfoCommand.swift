import Plugging
import Session
import WorkbenchKit

/// `plugin info NAME`
struct PluginInfoCommand: PluginCommand {
  let loader: PluginLoader

  static let arguments = PluginArguments()

  var signature: Signature {
    Signature(
      "plugin info",
      aliases: ["plugin toon"],
      summary: Text(nl: "toon wat het manifest van een plugin zegt", en: "show what a plugin's manifest says"),
      examples: [
        Signature.Example("plugin info woonzorgwijzer", Text(nl: "een plugin die meekomt", en: "a plugin that ships")),
        Signature.Example(
          "plugin info woonzorgwijsr", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
          failsWith: "plugin.unknown"),
      ])
  }

  func run(_ given: Given<PluginArguments>, in session: Session, context: Context) throws -> Output {
    let plugin = try loader.directory.plugin(given.name, at: given.place(of: \.name))
    var blocks: [Block] = [.heading(Heading(.verbatim(plugin.name)))]
    if let manifest = plugin.manifest { blocks.append(.paragraph(manifest.summary)) }
    blocks.append(.facts(facts(plugin, context.language)))
    // The label beside it says the same.
    var machine = Facts(isDetail: true)
    machine.add("status", .text(plugin.status.word))
    blocks.append(.facts(machine))
    if let manifest = plugin.manifest {
      blocks.append(.table(words(manifest, context.language)))
      blocks += permissions(manifest)
    }
    return Output(blocks)
  }

  private func facts(_ plugin: FoundPlugin, _ language: Language) -> Facts {
    var facts = Facts()
    func add(_ name: String, _ text: String?, _ label: Text) {
      facts.add(name, text.map(Value.text) ?? .missing, label: label)
    }
    let manifest = plugin.manifest
    add("version", manifest?.version, Text(nl: "versie", en: "version"))
    add("status_label", plugin.status.label(language), .verbatim("status"))
    add("reason", plugin.status.reason?(language), Text(nl: "reden", en: "reason"))
    add("kit", manifest?.kit.version, .verbatim("kit"))
    add("digest", manifest?.kit.digest, Text(nl: "kenmerk van de kit", en: "digest of the kit"))
    add("module", plugin.modulePath, .verbatim("module"))
    add("data", plugin.dataFolder, Text(nl: "gegevens", en: "data"))
    facts.add("packed", .boolean(plugin.isPacked), label: Text(nl: "verpakt", en: "packed"))
    add("sha256", manifest?.sha256, Text(nl: "SHA-256 van de module", en: "SHA-256 of the module"))
    add("licence", manifest?.licence, Text(nl: "licentie", en: "licence"))
    add("reads", Self.listed(manifest?.sources.flatMap(Self.names)), Text(nl: "leest", en: "reads"))
    add("writes", Self.listed(manifest?.sinks.map { "to \($0.form)" }), Text(nl: "schrijft", en: "writes"))
    if let document = manifest?.documents.first {
      facts.add(
        "document_schema", document.schema,
        label: Text(nl: "documentversie", en: "document version"))
    }
    return facts
  }

  private static func names(_ source: Manifest.Source) -> [String] {
    source.endings.map { ".\($0)" } + source.schemes.map { "\($0):" }
  }

  private static func listed(_ names: [String]?) -> String? {
    guard let names, !names.isEmpty else { return nil }
    return names.sorted().joined(separator: ", ")
  }

  private func words(_ manifest: Manifest, _ language: Language) -> Table {
    Table(columns: [
      .texts("noun", manifest.nouns.map(\.noun), label: Text(nl: "woord", en: "word")),
      .texts(
        "aliases", manifest.nouns.map { $0.aliases.joined(separator: ", ") }, label: Text(nl: "ook", en: "also")),
      .texts("summary", manifest.nouns.map { $0.summary(language) }, label: Text(nl: "waarover", en: "about")),
    ])
  }

  private func permissions(_ manifest: Manifest) -> [Block] {
    guard !manifest.permissions.isEmpty else { return [] }
    let list = Text.joined(manifest.permissions.map(\.label))
    return [
      .info(
        nl: "de plugin zegt dat hij dit doet: \(list.nl); dat wordt niet afgedwongen",
        en: "the plugin says that it does this: \(list.en); that is not enforced")
    ]
  }
}
