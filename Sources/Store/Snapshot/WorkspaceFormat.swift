/// What the file of a workspace says of itself.
public enum WorkspaceFormat {
  public static let name = "leerkring-workspace"
  /// The version that this program writes; older ones are migrated, newer ones refused.
  public static let version = 2
}
