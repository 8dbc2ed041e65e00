import WorkbenchKit

/// Something in a workspace that rests on what was recalled.
public struct Dependant: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case result
    /// What was decided on a result, as a table with `id` and `rests_on` says.
    case decision
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
      let first = found.count
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
      let results = found[first...].filter { $0.kind == .result }
      if !results.isEmpty { try found.append(contentsOf: decisions(in: branch, course, on: results, each)) }
    }
    return found
  }

  /// What was decided on results, by the tables of a branch that tell of each row on which kept results it rests.
  private static func decisions(
    in branch: String, _ course: Branch, on results: [Dependant], _ each: () throws -> Void
  ) rethrows -> [Dependant] {
    var found: [Dependant] = []
    for (name, held) in course.parts.sorted(by: { $0.key < $1.key }) where name.section == .tables {
      try each()
      guard let table = try? held.part.table(), let rests = table.column("rests_on")?.open.texts,
        let names = table.column("id")?.open.texts
      else { continue }
      for (rests, name) in zip(rests, names) {
        let named = Set((rests ?? "").split(separator: ";").map(String.init))
        let behind = results.filter { named.contains($0.name) }
        guard let name, !behind.isEmpty else { continue }
        let files = behind.flatMap(\.files).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        found.append(Dependant(.decision, in: branch, name: name, files: files))
      }
    }
    return found
  }
}
