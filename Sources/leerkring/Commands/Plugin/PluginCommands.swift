import Session
import WorkbenchKit

/// The commands on plugins.
enum PluginCommands {
  static func all(_ door: PluginDoor) -> [any UntypedHostCommand] {
    [
      PluginListCommand(door: door), PluginInfoCommand(door: door), PluginEnableCommand(door: door),
      PluginDisableCommand(door: door), PluginLoadCommand(door: door), PluginUnloadCommand(door: door),
      PluginNewCommand(door: door), PluginPackCommand(door: door), PluginDoctorCommand(door: door),
    ]
  }

  /// The parameter that all but `list` take.
  static func name(_ names: PluginNames, required: Bool = true) -> Parameter {
    .argument(
      "name", required: required, about: Text(nl: "de naam van de plugin", en: "the name of the plugin"),
      candidates: { _ in names.candidates })
  }

  static func done(_ text: Text) -> Output { Output([.notice(Notice(.info, text))]) }
}
