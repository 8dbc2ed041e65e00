import WorkbenchKit

/// Brings a workspace of one version of the format to the next; every version has one, in a file of its own.
public protocol FormatMigration: Sendable {
  /// The version that it takes; it gives the one after it.
  var from: Int { get }

  /// Returns the file of the next version, but for `version`, which is set afterwards.
  func file(_ json: JSON) throws -> JSON

  /// Returns an operation of the journal as the next version writes it.
  func operation(_ json: JSON) throws -> JSON
}

/// The migrations that are known, one after the other.
public struct FormatMigrations: Sendable {
  /// Version 1 is the first that was ever given out: nothing is older.
  public static let all = FormatMigrations([])

  private let steps: [Int: any FormatMigration]

  public init(_ steps: [any FormatMigration]) {
    self.steps = Dictionary(steps.map { ($0.from, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The migrations from a version to the present one, or nil where one is lacking.
  func chain(from version: Int) -> [any FormatMigration]? {
    var chain: [any FormatMigration] = []
    var version = version
    while version < WorkspaceFormat.version {
      guard let step = steps[version] else { return nil }
      chain.append(step)
      version += 1
    }
    return chain
  }
}

extension [any FormatMigration] {
  /// Brings the bytes of a file to the present version.
  func file(_ bytes: [UInt8]) throws -> [UInt8] {
    var json = try JSONReader.parse(bytes)
    for step in self { json = try step.file(json) }
    guard case .object(var members) = json else { return [UInt8](json.canonical.utf8) }
    members["version"] = .number(Double(WorkspaceFormat.version))
    return [UInt8](JSON.object(members).canonical.utf8)
  }

  /// Brings the bytes of an operation to the present version.
  func operation(_ bytes: [UInt8]) throws -> [UInt8] {
    var json = try JSONReader.parse(bytes)
    for step in self { json = try step.operation(json) }
    return [UInt8](json.canonical.utf8)
  }
}
