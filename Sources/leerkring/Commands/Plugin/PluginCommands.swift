import Session

/// The commands on plugins.
enum PluginCommands {
  static func all(_ loader: PluginLoader) -> [any HostCommand] {
    [
      PluginListCommand(loader: loader), PluginInfoCommand(loader: loader), PluginEnableCommand(loader: loader),
      PluginDisableCommand(loader: loader), PluginLoadCommand(loader: loader), PluginUnloadCommand(loader: loader),
      PluginNewCommand(loader: loader), PluginPackCommand(loader: loader), PluginDoctorCommand(loader: loader),
    ]
  }
}
