import Session
import WorkbenchKit

/// Brings a plugin's documents up to the version that the loaded plugin writes.
public enum DocumentMigration {
  /// Returns the changes that a step has to make, or none where the documents are up to date or absent.
  ///
  /// Documents that carry no version count as of version 1.
  /// - Parameter opening: opens what is sealed in a document, so that the plugin sees it as it wrote it.
  /// - Throws: `document.newer` where a newer plugin wrote them; `json.syntax`; what the plugin's own migration throws.
  public static func changes(
    in workspace: Workspace, plugin: String, to document: some Document,
    opening: (Part) throws -> JSON = { try $0.json() }
  ) throws -> [PartName: Part?] {
    let prefix = "\(plugin)/"
    let old = workspace.parts.filter { $0.key.section == .documents && $0.key.name.hasPrefix(prefix) }
    let schema = PartName(.schemas, plugin)
    guard !old.isEmpty || workspace.parts[schema] != nil else { return [:] }
    let version = try workspace.parts[schema]?.part.json().int ?? 1
    let target = document.schemaVersion
    guard version <= target else {
      throw Diagnostic(
        "document.newer",
        Text(
          nl: "de documenten van '\(plugin)' zijn van versie \(version), deze plugin kent tot en met \(target)",
          en: "the documents of '\(plugin)' are of version \(version), this plugin knows up to \(target)"),
        wayOut: Text(nl: "installeer een nieuwere '\(plugin)'", en: "install a newer '\(plugin)'"))
    }
    guard version < target else { return [:] }
    var pieces: [String: JSON] = [:]
    for (name, held) in old { pieces[String(name.name.dropFirst(prefix.count))] = try opening(held.part) }
    for step in version..<target { pieces = try document.migrate(pieces, from: step) }
    var changes: [PartName: Part?] = [schema: Part(.number(Double(target)))]
    for name in old.keys { changes[name] = .some(nil) }
    for (piece, json) in pieces { changes[PartName(.documents, prefix + piece)] = Part(json) }
    return changes
  }
}
