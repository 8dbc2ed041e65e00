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
    return Output(
      Table(columns: [
        .texts("name", plugins.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("version", plugins.map { $0.manifest?.version }, label: Text(nl: "versie", en: "version")),
        .texts("kit", plugins.map { $0.manifest?.kit.version }, label: .verbatim("kit")),
        .texts("status", plugins.map(\.status.word)).asDetail(),
        .texts("status_label", plugins.map(\.status.label), label: .verbatim("status"), in: context),
        .texts("reason", plugins.map { $0.status.reason?(context.language) }, label: Text(nl: "reden", en: "reason")),
        .texts("path", plugins.map(\.path), label: Text(nl: "pad", en: "path")),
      ]))
  }
}
