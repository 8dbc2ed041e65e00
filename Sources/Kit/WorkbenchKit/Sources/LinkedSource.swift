/// Takes tables from where no file lies: `SCHEME:REFERENCE`, such as `db:land/public.pc6`.
///
/// A plugin registers it, and names it in its manifest with its scheme. What it gives has not passed the guard yet, as with
/// `TableSource`.
public protocol LinkedSource: Sendable {
  /// As in the manifest.
  var name: String { get }
  /// The word before the colon, as in the manifest.
  var scheme: String { get }

  /// Returns what there is to be read behind a reference.
  ///
  /// - Throws: a `Diagnostic`; what the target's interrupt throws.
  func contents(of target: LinkTarget) throws -> [SourceItem]

  /// Returns the table that a reference names; its `sha256` is that of what came.
  ///
  /// - Throws: a `Diagnostic`; what the target's interrupt throws.
  func open(_ target: LinkTarget, _ choice: SourceChoice) throws -> SourcedTable

  /// Returns what would be asked for a table with the target's stages behind it, without asking for any of its rows.
  ///
  /// - Throws: a `Diagnostic`; what the target's interrupt throws.
  func plan(_ target: LinkTarget, _ choice: SourceChoice) throws -> SourcePlan

  /// Returns how many cells of a result that came from there a workspace keeps at most; nil for no bound.
  ///
  /// - Parameter workspace: with its settings.
  func mostKept(in workspace: WorkspaceHandle) -> Int?
}

extension LinkedSource {
  /// That nothing is done there.
  public func plan(_ target: LinkTarget, _ choice: SourceChoice) throws -> SourcePlan { SourcePlan() }

  /// No bound.
  public func mostKept(in workspace: WorkspaceHandle) -> Int? { nil }
}

/// What a linked source is asked for, and what it may ask for meanwhile.
public struct LinkTarget {
  /// What stands behind the colon.
  public let reference: String
  /// The workspace as the plugin sees it that brings the source: with its own document.
  public let workspace: WorkspaceHandle
  /// The stages that stand behind `read`, as far as they can be done where the rows are: the source may do any number of the first of
  /// them, where the outcome is equal to the last bit, and says in `SourcedTable.stages` how many it did. Behind these it may prepare a
  /// `group` or `count` by `Table.tallied`, which does not count as done.
  public let stages: [SourceStage]
  /// Reads a file and notes it as an input.
  public let read: (_ path: String) throws -> ReadFile
  /// Throws where the person asked to stop; to be called at least once for ten thousand cells.
  public let checkInterrupt: () throws -> Void

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - reference: what stands behind the colon.
  ///   - workspace: as the plugin sees it.
  ///   - stages: those behind `read`, as far as they can be done where the rows are.
  ///   - read: reads a file and notes it as an input.
  ///   - checkInterrupt: throws where the person asked to stop.
  public init(
    reference: String, workspace: WorkspaceHandle, stages: [SourceStage] = [],
    read: @escaping (String) throws -> ReadFile,
    checkInterrupt: @escaping () throws -> Void = {}
  ) {
    self.reference = reference
    self.workspace = workspace
    self.stages = stages
    self.read = read
    self.checkInterrupt = checkInterrupt
  }
}
