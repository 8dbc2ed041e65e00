import Plugging
import Session
import WorkbenchKit

/// `plugin list`
struct PluginListCommand: HostCommand {
  let loader: PluginLoader

  let signature = Signature(
    "plugin list",
    aliases: ["plugin lijst"],
    summary: Text(
      nl: "toon de plugins die gevonden zijn, ook die niet meedoen", en: "show the plugins found, those left out too"),
    examples: [
      Signature.Example("plugin list", Text(nl: "alle plugins", en: "all plugins")),
      Signature.Example(
        "plugin list | where status = \"refused\"", Text(nl: "alleen wat geweigerd is", en: "only what was refused")),
      Signature.Example(
        "plugin list now", Text(nl: "een woord te veel", en: "a word too many"), failsWith: "argument.surplus"),
    ])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let plugins = loader.directory.plugins
    let parts = plugins.map { $0.libraries + $0.programs as [any SystemPart] }
    let missing = parts.map { $0.filter { !$0.isThere } }
    var output = Output(
      Table(columns: [
        .texts("name", plugins.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("version", plugins.map { $0.manifest?.version }, label: Text(nl: "versie", en: "version")),
        .texts("kit", plugins.map { $0.manifest?.kit.version }, label: .verbatim("kit")),
        .texts("status", plugins.map(\.status.word)).asDetail(),
        .texts("status_label", plugins.map(\.status.label), label: .verbatim("status"), in: context),
        .texts("reason", plugins.map { $0.status.reason?(context.language) }, label: Text(nl: "reden", en: "reason")),
        .texts(
          "libraries", parts.map { Self.names($0) },
          label: Text(nl: "bibliotheken en programma's", en: "libraries and programs")),
        .texts(
          "libraries_missing", missing.map { Self.names($0) },
          label: Text(nl: "wat er niet is", en: "what is not there")
        ).asDetail(),
        .texts("path", plugins.map(\.path), label: Text(nl: "pad", en: "path")),
      ]))
    for (plugin, parts) in zip(plugins, missing) {
      for part in parts {
        output.blocks.append(
          .notice(
            Notice(
              .info,
              Text(
                nl: "'\(plugin.name)' zoekt \(part.name), en dat is er niet: ",
                en: "'\(plugin.name)' looks for \(part.name), and it is not there: ") + part.wayOut)))
      }
    }
    return output
  }

  private static func names(_ parts: [any SystemPart]) -> String? {
    parts.isEmpty ? nil : parts.map(\.name).joined(separator: ", ")
  }
}
