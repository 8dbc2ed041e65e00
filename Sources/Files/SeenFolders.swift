/// The folders that were looked at in one go, with all that lies above them: on the next way through them they are passed by.
///
/// For one go only: who owns a folder may open it to others afterwards.
public struct SeenFolders: Sendable {
  /// Without links in them.
  var paths: Set<String> = []

  public init() {}
}
