import Session
import Store
import WorkbenchKit

/// The session's workspace and the file it stands in, if it stands in one.
final class OpenWorkspace {
  private let session: Session
  private(set) var keeper: Keeper?

  init(_ session: Session) { self.session = session }

  /// The file's path as it was given.
  var path: String? { keeper?.path }

  /// Opens a file and takes its workspace in hand; one that is missing is made.
  ///
  /// - Returns: what is to be told about it.
  /// - Throws: what `Keeper.open` throws; then the workspace at hand is as it was.
  func open(_ path: String, readOnly: Bool) throws -> [Notice] {
    // What is open already would meet its own lock.
    if let keeper, FilePresence.isSame(keeper.path, path), !keeper.isReadOnly, !readOnly { return [] }
    return adopt(try Keeper.open(path, readOnly: readOnly))
  }

  /// Writes the steps to the file.
  ///
  /// - Throws: `workspace.nofile`, and what `Keeper.save` throws.
  func save(at place: Place?) throws {
    guard let keeper else {
      throw Diagnostic(
        "workspace.nofile",
        Text(nl: "deze werkruimte staat nog in geen bestand", en: "this workspace stands in no file yet"),
        wayOut: Text(nl: "bewaar haar met: save-as BESTAND", en: "save it with: save-as FILE"), place: place)
    }
    try keeper.save(session.workspace)
    session.markSaved()
  }

  /// Writes the workspace to another file and goes on in that one.
  ///
  /// - Throws: `workspace.exists`, and what `Keeper.saveAs` throws.
  func saveAs(_ path: String, replacing: Bool) throws -> [Notice] {
    if let keeper {
      let opened = try keeper.saveAs(path, session.workspace, replacing: replacing)
      if opened.keeper === keeper {
        session.markSaved()
        return opened.notices
      }
      return adopt(opened)
    }
    return adopt(try Keeper.create(path, session.workspace, replacing: replacing))
  }

  /// Lets go of the file and begins an empty workspace; what was recorded stays with the file.
  func close() {
    keeper?.close()
    keeper = nil
    session.recorder = nil
    session.isReadOnly = false
    session.adopt(Workspace(lineage: Lineage.new()))
  }

  /// Gives up the lock at the end of the program.
  func release() { keeper?.close() }

  /// Refuses to let go of steps that stand in no file.
  ///
  /// - Throws: `workspace.unsaved`.
  func demandNothingIsLost(_ call: Call) throws {
    guard keeper == nil, session.hasUnsavedSteps, !call.flag("discard") else { return }
    throw Diagnostic(
      "workspace.unsaved",
      Text(nl: "deze werkruimte staat nog in geen bestand", en: "this workspace stands in no file yet"),
      wayOut: Text(
        nl: "bewaar haar met 'save-as BESTAND', of geef --discard om haar weg te doen",
        en: "save it with 'save-as FILE', or give --discard to throw it away"),
      place: call.place)
  }

  private func adopt(_ opened: Keeper.Opened) -> [Notice] {
    keeper?.close()
    keeper = opened.keeper
    // What cannot be kept is not recorded: a read-only session may still bring documents up to date in memory.
    session.recorder = opened.keeper.isReadOnly ? nil : opened.keeper
    session.isReadOnly = opened.keeper.isReadOnly
    session.adopt(opened.workspace, baseline: opened.saved)
    return opened.notices + updateDocuments()
  }

  /// Brings the documents of plugins that are loaded already up to date; one that cannot work with them is withdrawn.
  private func updateDocuments() -> [Notice] {
    session.registry.documentOwners.compactMap { owner, document in
      do {
        try session.migrate(documentsOf: owner, to: document)
        return nil
      } catch {
        session.registry.remove(plugin: owner.name)
        let reason = (error as? Diagnostic)?.message ?? .verbatim("\(error)")
        return Notice(
          .warning,
          Text(nl: "'\(owner.name)' doet hier niet mee: ", en: "'\(owner.name)' takes no part here: ") + reason)
      }
    }
  }
}
