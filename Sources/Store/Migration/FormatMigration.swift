import WorkbenchKit

/// Brings a workspace of one version of the format to the next; every version has one, in a file of its own.
public protocol FormatMigration: Sendable {
  /// The version that it takes; it gives the one after it.
  var from: Int { get }

  /// Returns the file of the next version, but for `version`, which is set afterwards.
  func file(_ json: JSON) throws -> JSON

  /// Returns an operation of the journal as the next version writes it.
  func operation(_ json: JSON) throws -> JSON

  /// Whether all that was written stays as it is, because the next version only adds to it.
  var onlyAdds: Bool { get }
}

extension FormatMigration {
  /// No.
  public var onlyAdds: Bool { false }
}
