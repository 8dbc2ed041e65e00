import Session
import Store
import WorkbenchKit

extension Session {
  /// Brings a plugin's documents in the workspace up to the version that the loaded plugin writes, as a step.
  ///
  /// - Throws: `document.newer` where a newer plugin wrote them, and what the plugin's migration throws.
  func migrate(documentsOf owner: Registration.Owner, to document: any Document) throws {
    protect(fields: document.personalFields, of: owner.name)
    let changes = try DocumentMigration.changes(in: workspace, plugin: owner.name, to: document) {
      opened(try opened($0).json(), of: owner.name)
    }
    guard !changes.isEmpty else { return }
    let record = Step.Record(
      line: "# \(owner.name) \(owner.version)", time: surroundings.now(), plugin: owner.name, version: owner.version)
    try apply(.step(record, changes: changes))
  }
}
