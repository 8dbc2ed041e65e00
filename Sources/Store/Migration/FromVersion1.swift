import WorkbenchKit

/// From version 2 on a step tells the lines on which it hangs, its language and its seed, and paths are kept as they are seen from
/// the workspace's folder. Of what a step of version 1 hung on nothing is known; its paths are brought to that form once it is read.
public struct FromVersion1: FormatMigration {
  public let from = 1
  public let onlyAdds = true

  /// Makes it.
  public init() {}

  public func file(_ json: JSON) throws -> JSON { json }
  public func operation(_ json: JSON) throws -> JSON { json }
}
