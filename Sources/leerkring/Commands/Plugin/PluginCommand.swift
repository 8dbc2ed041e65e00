import Session
import WorkbenchKit

/// A command on a plugin that was found.
protocol PluginCommand: HostCommand {
  var loader: PluginLoader { get }
}

extension PluginCommand {
  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    parameter.name == "name" ? loader.directory.plugins.map { Candidate($0.name, $0.manifest?.summary) } : []
  }
}

/// The name of a plugin that was found.
struct PluginArguments: Sendable {
  static let about = Text(nl: "de naam van de plugin", en: "the name of the plugin")

  let name = Argument("name", .name, about: Self.about)
}
