import Files
import Session
import Store
import WorkbenchKit

/// The session's workspace and the file it stands in, if it stands in one.
final class OpenWorkspace {
  private let session: Session
  private let vault: WorkspaceVault
  private(set) var keeper: Keeper?
  /// Where a workspace without a file is kept between prompts; nil where that is not wanted.
  private var scratch: ScratchPlace?
  /// Whether the workspace at hand is the one that is kept there.
  private(set) var isScratch = false

  init(_ session: Session, _ vault: WorkspaceVault) {
    self.session = session
    self.vault = vault
  }

  /// The path of the person's own file, as it was given.
  var path: String? { isScratch ? nil : keeper?.path }

  /// Whether anything was done in the workspace at hand.
  var isEmpty: Bool { session.workspace.isEmpty }

  /// Whether there is work that stands in no file of the person's own.
  var isUnkept: Bool { isScratch ? !isEmpty : keeper == nil && session.hasUnsavedSteps }

  /// Opens a file and takes its workspace in hand; one that is missing is made.
  ///
  /// - Returns: what is to be told about it.
  /// - Throws: what `Keeper.open` throws; then the workspace at hand is as it was.
  func open(_ path: String, readOnly: Bool) throws -> [Notice] {
    // What is open already would meet its own lock.
    if !isScratch, let keeper, FilePresence.isSame(keeper.path, path), !keeper.isReadOnly, !readOnly { return [] }
    let opened = try Keeper.open(path, readOnly: readOnly)
    return opened.notices + adopt(opened)
  }

  /// Writes the steps to the file.
  ///
  /// - Throws: `workspace.nofile`, and what `Keeper.save` throws.
  func save(at place: Place?) throws {
    guard let keeper, !isScratch else {
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
    let workspace = try relocated(to: path)
    defer { if !isScratch { session.noteFiles() } }
    guard let keeper else {
      let opened = try Keeper.create(path, workspace, replacing: replacing)
      return opened.notices + adopt(opened)
    }
    let opened = try keeper.saveAs(path, workspace, replacing: replacing)
    if opened.keeper === keeper {
      session.markSaved()
      return opened.notices
    }
    let wasScratch = isScratch
    let notices = opened.notices + adopt(opened)
    // It stands in a file of its own now.
    if wasScratch { scratch?.remove() }
    return notices
  }

  /// The workspace with its paths as they are seen from where it is to lie.
  private func relocated(to path: String) throws -> Workspace {
    if !isScratch, let keeper, FilePresence.isSame(keeper.path, path) { return session.workspace }
    let target = (try? FilePath.target(of: path)) ?? path
    let bases = [session.home, session.surroundings.folder ?? "."].compactMap { $0 }
    return try session.workspace.relocated(to: FilePath.folder(of: target), from: bases)
  }

  /// Lets go of the file and begins an empty workspace; what was recorded stays with the file. At a prompt it goes on
  /// in the workspace that is kept between prompts.
  ///
  /// - Parameters:
  ///   - fresh: whether that one has to be empty too.
  ///   - discard: whether what stands in no file may be thrown away.
  /// - Throws: `workspace.unsaved`; then the workspace at hand is as it was.
  func close(fresh: Bool, discard: Bool, at place: Place?) throws -> [Notice] {
    guard !isUnkept || discard else { throw unsaved(place) }
    guard let scratch else {
      closeFile()
      session.adopt(Workspace(lineage: Lineage.new()))
      return []
    }
    if isScratch {
      keeper?.close()
      scratch.remove()
      return takeScratch(scratch)
    }
    if fresh, let left = try? scratch.open().opened {
      left.keeper.close()
      guard left.workspace.isEmpty || discard else { throw scratchIsFull(place) }
      scratch.remove()
    }
    return takeScratch(scratch)
  }

  /// Gives up the lock at the end of the program.
  func release() {
    keeper?.close()
    if isScratch, isEmpty { scratch?.remove() }
    keeper = nil
    isScratch = false
  }

  /// Refuses to let go of steps that stand in no file and are kept nowhere.
  ///
  /// - Throws: `workspace.unsaved`.
  func demandNothingIsLost(discard: Bool, at place: Place?) throws {
    guard !isScratch, isUnkept, !discard else { return }
    throw unsaved(place)
  }

  // MARK: Between prompts

  /// Takes in hand what the last prompt without a file left, and keeps it from now on.
  ///
  /// - Returns: what is to be told about it.
  func openScratch(in folder: String?) -> [Notice] {
    guard let place = ScratchPlace(in: folder) else {
      return [
        Notice.caution(
          nl: "Er is geen map om deze werkruimte in te onthouden; bewaar haar met: save-as BESTAND",
          en: "There is no folder to remember this workspace in; save it with: save-as FILE")
      ]
    }
    scratch = place
    return takeScratch(place)
  }

  private func takeScratch(_ place: ScratchPlace) -> [Notice] {
    do {
      let (opened, notices) = try place.open()
      let withdrawn = adopt(opened)
      isScratch = true
      // Where it lies nobody works; its paths stay as they are typed until it is given a place.
      session.home = nil
      return notices + withdrawn
    } catch {
      closeFile()
      session.adopt(Workspace(lineage: Lineage.new()))
      let error = Diagnostic(error)
      return [error.code == "workspace.locked" ? Self.elsewhere : Self.unusable(error)]
    }
  }

  /// - Returns: which plugins cannot work with it.
  private func adopt(_ opened: Keeper.Opened) -> [Notice] {
    keeper?.close()
    keeper = opened.keeper
    isScratch = false
    // What cannot be kept is not recorded: a read-only session may still bring documents up to date in memory.
    session.recorder = opened.keeper.isReadOnly ? nil : opened.keeper
    session.isReadOnly = opened.keeper.isReadOnly
    vault.keep(opened.workspace.lineage)
    session.home = opened.keeper.folder
    session.adopt(opened.workspace, baseline: opened.saved)
    return updateDocuments()
  }

  /// Brings the documents of plugins that are loaded already up to date; one that cannot work with them is withdrawn.
  func updateDocuments() -> [Notice] {
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

  private func closeFile() {
    keeper?.close()
    keeper = nil
    isScratch = false
    session.recorder = nil
    session.home = nil
    session.isReadOnly = false
  }
}
