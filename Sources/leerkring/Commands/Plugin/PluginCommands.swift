import Session
import WorkbenchKit

/// The commands on plugins.
enum PluginCommands {
  static func all(_ door: PluginDoor) -> [any HostCommand] {
    [
      PluginListCommand(door: door), PluginInfoCommand(door: door), PluginEnableCommand(door: door),
      PluginDisableCommand(door: door), PluginLoadCommand(door: door), PluginUnloadCommand(door: door),
      PluginNewCommand(door: door), PluginPackCommand(door: door), PluginDoctorCommand(door: door),
    ]
  }
}

/// A command on a plugin that was found.
protocol PluginCommand: HostCommand {
  var door: PluginDoor { get }
}

extension PluginCommand {
  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    parameter.name == "name" ? door.directory.plugins.map { Candidate($0.name, $0.manifest?.summary) } : []
  }
}

/// The name of a plugin that was found.
struct PluginArguments: Sendable {
  static let about = Text(nl: "de naam van de plugin", en: "the name of the plugin")

  let name = Argument("name", .name, about: Self.about)
}
