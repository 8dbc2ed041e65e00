import WorkbenchKit

/// Something in a workspace that rests on what was recalled.
public struct Dependant: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case result
    case table
    case cell
    case page
  }

  public let kind: Kind
  /// Where it stands: the branch of a result or a table, the path of a notebook or a page.
  public let place: String
  /// A name, or the number of a cell.
  public let name: String
  /// The files by which it rests on it.
  public let files: [String]

  /// Makes a note of one.
  public init(_ kind: Kind, in place: String, name: String, files: [String]) {
    (self.kind, self.place, self.name, self.files) = (kind, place, name, files)
  }

  /// What of a workspace rests on something, branch by branch.
  ///
  /// - Throws: what `each` throws.
  public static func all(
    in workspace: Workspace, of recalled: RecalledSource, opened: (Part) -> Part = { $0 }, each: () throws -> Void = {}
  ) rethrows -> [Dependant] {
    var found: [Dependant] = []
    for (branch, course) in workspace.branches.sorted(by: { $0.key < $1.key }) {
      let rested = RestedFiles(course)
      for (name, held) in course.parts.sorted(by: { $0.key < $1.key }) {
        guard name.section == .results || name.section == .tables else { continue }
        try each()
        let files = rested.files(of: name)
        var sources: [Source] = []
        if name.section == .results {
          let json = try? opened(held.part).json()
          sources = ProvenanceCodec.decode(json?["provenance"] ?? .null).sources
        }
        guard recalled.names(files.map(\.sha256), sources) else { continue }
        found.append(
          Dependant(
            name.section == .results ? .result : .table, in: branch, name: name.name,
            files: files.filter { recalled.isRecalled($0.sha256) }.map(\.path)))
      }
    }
    return found
  }
}
