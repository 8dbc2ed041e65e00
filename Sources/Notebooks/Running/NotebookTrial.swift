import Session
import WorkbenchKit

extension NotebookRun {
  /// Where a run stood, to come back to.
  public struct Mark {
    let checkpoint: Session.Checkpoint
    let dependencies: Dependencies
  }

  /// Where the run stands now.
  public var mark: Mark { Mark(checkpoint: session.checkpoint, dependencies: dependencies) }

  /// Goes back to where the run stood; files that were written since stay.
  public func resume(_ mark: Mark) {
    session.resume(mark.checkpoint)
    dependencies = mark.dependencies
  }

  /// Runs a cell from where the run stood, without a trace: nothing is kept and no file is written.
  ///
  /// - Throws: `Interrupted`.
  public func attempt(_ cell: Cell, from mark: Mark) throws -> CellResult {
    let mine = dependencies
    defer { dependencies = mine }
    return try session.trying(from: mark.checkpoint, files: UnwrittenFiles(files: session.surroundings.files)) {
      dependencies = mark.dependencies
      return try run(cell)
    }
  }
}

/// Files that are read as ever, and of which what is written goes nowhere.
private struct UnwrittenFiles: FileAccess {
  let files: any FileAccess

  func read(_ path: String, at place: Place?) throws -> ReadFile { try files.read(path, at: place) }
  func readFolder(_ path: String, at place: Place?) throws -> ReadFile { try files.readFolder(path, at: place) }
  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? { try files.stored(path, at: place) }
  func wasRead(_ path: String, sha256: String) { files.wasRead(path, sha256: sha256) }
  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {}
}
