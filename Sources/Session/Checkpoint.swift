import WorkbenchKit

extension Session {
  /// A session as it stood: its workspace, and all that was remembered.
  public struct Checkpoint {
    let state: State
  }

  /// The session as it stands now, to come back to.
  public var checkpoint: Checkpoint { Checkpoint(state: state) }

  /// Goes back to where the session stood. For a session that keeps nothing: what was made durable since stays so.
  public func resume(_ checkpoint: Checkpoint) {
    let footprint = state.footprint
    take(checkpoint.state)
    // Whoever gathers what lines look at goes on gathering.
    state.footprint = footprint
  }

  /// Does something from where the session stood, with other files and kept nowhere, and comes back to where it stands now however
  /// that ends.
  public func trying<Result>(
    from checkpoint: Checkpoint, files: any FileAccess, _ body: () throws -> Result
  ) rethrows -> Result {
    let mine = state
    defer { take(mine) }
    take(checkpoint.state)
    state.recorder = nil
    state.surroundings.files = files
    return try body()
  }
}
