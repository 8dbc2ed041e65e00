import Session
import WorkbenchKit

/// Writes a workspace as one JSON file: the same state gives the same bytes, and a small change a small difference.
public enum SnapshotWriter {
  /// Returns the canonical form, without the seal that a file bears.
  public static func encode(_ workspace: Workspace) -> [UInt8] { layout(of: workspace).write() }

  static func layout(of workspace: Workspace) -> Layout {
    var members: [(name: String, value: Layout)] = [
      ("format", .text(WorkspaceFormat.name)),
      ("version", .number(WorkspaceFormat.version)),
      ("lineage", .text(workspace.lineage)),
      ("serial", .number(workspace.serial)),
      ("log", log(workspace.log)),
    ]
    let parts = Dictionary(grouping: workspace.parts.map { (name: $0.key, part: $0.value.part) }, by: \.name.section)
    for section in [PartName.Section.results, .settings, .tables] {
      members.append(
        (
          section.rawValue,
          .object((parts[section] ?? []).map { ($0.name.name, StepWriter.layout($0.part, in: section)) })
        ))
    }
    members.append(("documents", documents(parts[.documents] ?? [], schemas: parts[.schemas] ?? [])))
    var about: [(name: String, value: Layout)] = []
    for (name, part) in parts[.about] ?? [] {
      // Only these two stand at the top: any other name could be that of a section.
      if name.name == "title" || name.name == "language" {
        members.append((name.name, StepWriter.layout(part, in: .about)))
      } else {
        about.append((name.name, StepWriter.layout(part, in: .about)))
      }
    }
    if !about.isEmpty { members.append(("about", .object(about))) }
    if let branches = BranchesWriter.section(workspace) { members.append(("branches", branches)) }
    return .object(members)
  }

  private static func documents(
    _ pieces: [(name: PartName, part: Part)], schemas: [(name: PartName, part: Part)]
  ) -> Layout {
    var plugins: [String: [(name: String, value: Layout)]] = [:]
    var parts: [String: [(name: String, value: Layout)]] = [:]
    for (name, part) in schemas { plugins[name.name, default: []].append(("schema", .json(part.canonical()))) }
    for (name, part) in pieces {
      let layout = Layout.json(part.canonical())
      if let slash = name.name.firstIndex(of: "/") {
        parts[String(name.name[..<slash]), default: []].append(
          (String(name.name[name.name.index(after: slash)...]), layout))
      } else {
        plugins[name.name, default: []].append(("whole", layout))
      }
    }
    for (plugin, pieces) in parts { plugins[plugin, default: []].append(("parts", .object(pieces))) }
    return .object(plugins.map { ($0.key, .object($0.value)) })
  }

  private static func log(_ log: Log) -> Layout {
    .object([
      ("done", .array(log.done.map { StepWriter.step($0, values: "other") })),
      ("next", .number(log.nextNumber)),
      ("undone", .array(log.undone.map { StepWriter.step($0, values: "other") })),
    ])
  }
}
