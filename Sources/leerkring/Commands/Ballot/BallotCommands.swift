import Session
import WorkbenchKit

/// The commands of the noun `ballot`.
enum BallotCommands {
  static var all: [any HostCommand] {
    [
      BallotNewCommand(), BallotFormCommand(), BallotTakeCommand(), BallotShowCommand(), BallotListCommand(),
      BallotDropCommand(),
    ]
  }
}
