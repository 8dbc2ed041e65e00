import Session
import WorkbenchKit

/// Writes steps and parts as they stand in a snapshot, on the branch that is worked on and on the others.
enum StepWriter {
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
    if let language = step.record.language { members.append(("language", .text(language.rawValue))) }
    if !step.record.merged.isEmpty {
      members.append(("merged", .json(Array(RecordForm.encode(step.record.merged).canonical.utf8))))
    }
    if !step.record.needs.isEmpty {
      members.append(("needs", .json(Array(NeededForm.encode(step.record.needs).canonical.utf8))))
    }
    if let seed = step.record.seed { members.append(("seed", .text(String(seed)))) }
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

  static func layout(_ part: Part, in section: PartName.Section) -> Layout {
    section == .tables ? .verbatim(part.canonical()) : .json(part.canonical())
  }
}
