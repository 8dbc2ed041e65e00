import Plugging
import Session
import WorkbenchKit

/// `plugin doctor [NAME] [--load]`
struct PluginDoctorCommand: PluginCommand {
  struct Arguments: Sendable {
    let name = Argument(optional: "name", .name, about: PluginArguments.about)
    let load = Argument(
      toggle: "load",
      about: Text(
        nl: "laad ze ook, in een proefproces dat mag stranden", en: "load them too, in a process that may crash"))
  }

  static let arguments = Arguments()

  let loader: PluginLoader

  var signature: Signature {
    Signature(
      "plugin doctor",
      aliases: ["plugin keur"],
      summary: Text(nl: "kijk plugins van alle kanten na", en: "look at plugins from all sides"),
      examples: [
        Signature.Example(
          "plugin doctor --load", Text(nl: "alle plugins, ook of ze laden", en: "all, and whether they load")),
        Signature.Example(
          "plugin doctor woonzorgwijsr", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
          failsWith: "plugin.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let plugins =
      try given.name.map { [try loader.directory.plugin($0, at: given.place(of: \.name))] }
      ?? loader.directory.plugins
    var findings: [Doctor.Finding] = []
    for plugin in plugins {
      try context.checkInterrupt()
      findings += Doctor.examine(plugin, loading: given.load)
    }
    return Output(
      Table(columns: [
        .texts("plugin", findings.map(\.plugin), label: .verbatim("plugin")),
        .texts("check", findings.map(\.check), label: Text(nl: "keuring", en: "check")),
        .texts("about", findings.map { $0.label(context.language) }, label: Text(nl: "waarover", en: "about")),
        .texts(
          "result", findings.map { $0.problem == nil ? "ok" : "problem" }, label: Text(nl: "uitkomst", en: "result")),
        .texts("code", findings.map { $0.problem?.code }, label: .verbatim("code")),
        .texts(
          "detail", findings.map { $0.problem?.message(context.language) },
          label: Text(nl: "wat er is", en: "what it is")),
        .texts(
          "remedy", findings.map { $0.problem?.wayOut?(context.language) },
          label: Text(nl: "wat u kunt doen", en: "what you can do")),
      ]))
  }
}
