/// What lines looked at and wrote, so that it can be told which of them hang on which.
public struct Footprint: Sendable, Hashable {
  /// Parts of the workspace as `section/name`, `section/beginning*` where all that begin so were asked for, `$name` for
  /// what `let` remembers, `@word` for an alias, and `*` for the whole workspace.
  public var reads: Set<String> = []
  /// Of the same form; parts stand in it only where whoever gathers it compares the workspaces.
  public var writes: Set<String> = []
  /// The SHA-256 of each file that was read, by its path as it was given.
  public var inputs: [String: String] = [:]
  /// The version of each plugin that took part.
  public var plugins: [String: String] = [:]
  /// Whether the names that a line itself takes up and gives are noted too.
  let hasNames: Bool

  /// - Parameter ofFilesOnly: whether nothing is asked but which files were read.
  public init(ofFilesOnly: Bool = false) { hasNames = !ofFilesOnly }
}
