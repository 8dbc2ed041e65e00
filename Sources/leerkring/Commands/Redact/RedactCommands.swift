import Session

/// The commands that keep words out of everything that leaves the program.
enum RedactCommands {
  static func all(_ file: OpenWorkspace) -> [any HostCommand] {
    [
      RedactAddCommand(file: file), RedactListCommand(), RedactRemoveCommand(), RedactCheckCommand(),
      RedactCleanCommand(),
    ]
  }
}
