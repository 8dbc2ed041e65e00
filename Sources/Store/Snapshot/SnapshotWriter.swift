import Session
import WorkbenchKit

/// Writes a workspace as one JSON file: the same state gives the same bytes, and a small change a small difference.
public enum SnapshotWriter {
  public static func encode(_ workspace: Workspace) -> [UInt8] {
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
        (section.rawValue, .object((parts[section] ?? []).map { ($0.name.name, layout($0.part, in: section)) })))
    }
    members.append(("documents", documents(parts[.documents] ?? [], schemas: parts[.schemas] ?? [])))
    var about: [(name: String, value: Layout)] = []
    for (name, part) in parts[.about] ?? [] {
      // Only these two stand at the top: any other name could be that of a section.
      if name.name == "title" || name.name == "language" {
        members.append((name.name, layout(part, in: .about)))
      } else {
        about.append((name.name, layout(part, in: .about)))
      }
    }
    if !about.isEmpty { members.append(("about", .object(about))) }
    if let branches = BranchesWriter.section(workspace) { members.append(("branches", branches)) }
    return Layout.object(members).write()
  }

  private static func layout(_ part: Part, in section: PartName.Section) -> Layout {
    section == .tables ? .verbatim(part.canonical()) : .json(part.canonical())
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
      ("done", .array(log.done.map { step($0, values: "other") })),
      ("next", .number(log.nextNumber)),
      ("undone", .array(log.undone.map { step($0, values: "other") })),
    ])
  }

  /// - Parameter values: what the member is called that holds the values of parts on the other side of the step.
  static func step(_ step: Step, values name: String) -> Layout {
    var members: [(name: String, value: Layout)] = [
      ("line", .text(step.record.line)),
      ("number", .number(step.number)),
      ("time", .text(step.record.time)),
      (name, values(step.other)),
    ]
    if let plugin = step.record.plugin { members.append(("plugin", .text(plugin))) }
    if let version = step.record.version { members.append(("version", .text(version))) }
    if !step.record.basis.isEmpty {
      members.append(("basis", .array(step.record.basis.map { .number($0) })))
    }
    if !step.record.inputs.isEmpty {
      members.append(
        ("inputs", .array(step.record.inputs.map { .json(Array(ProvenanceCodec.encode($0).canonical.utf8)) })))
    }
    return .object(members)
  }

  /// Parts by their full names, null for one that is absent.
  static func values(_ parts: [PartName: Part?]) -> Layout {
    .object(
      parts.map { name, part in
        (name.text, part.map { layout($0, in: name.section) } ?? .json(Array("null".utf8)))
      })
  }
}
