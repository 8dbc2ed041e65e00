import WorkbenchKit

/// The migrations that are known, one after the other.
public struct FormatMigrations: Sendable {
  /// Version 1 is the first that was ever given out: nothing is older.
  public static let all = FormatMigrations([FromVersion1()])

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
    if allSatisfy(\.onlyAdds) { return bytes }
    var json = try JSONReader.parse(bytes)
    for step in self { json = try step.file(json) }
    guard case .object(var members) = json else { return [UInt8](json.canonical.utf8) }
    members["version"] = .number(Double(WorkspaceFormat.version))
    return [UInt8](JSON.object(members).canonical.utf8)
  }

  /// Brings the bytes of an operation to the present version.
  func operation(_ bytes: [UInt8]) throws -> [UInt8] {
    if allSatisfy(\.onlyAdds) { return bytes }
    var json = try JSONReader.parse(bytes)
    for step in self { json = try step.operation(json) }
    return [UInt8](json.canonical.utf8)
  }
}
