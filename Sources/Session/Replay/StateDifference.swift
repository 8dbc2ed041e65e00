import WorkbenchKit

/// A part that is otherwise in one of two workspaces, apart from when it was done and how its steps are numbered.
public struct StateDifference: Sendable {
  public let branch: String
  public let part: PartName
  public let before: Part?
  public let after: Part?

  /// Compares a workspace with what came of running its lines anew.
  ///
  /// - Parameter opened: gives a part of which something is sealed as it was written.
  public static func all(of old: Workspace, from new: Workspace, opened: (Part) -> Part = { $0 }) -> [StateDifference] {
    old.branches.sorted { $0.key < $1.key }.flatMap { name, branch -> [StateDifference] in
      let other = new.branches[name]
      let numbers = Self.numbers(of: branch, in: other)
      let names = Set(branch.parts.keys).union(other?.parts.keys ?? [:].keys).sorted()
      // What is hidden is known to the workspace in which it was hidden.
      return names.filter { $0 != PartName(.documents, "leerkring/redactions") }.compactMap { part in
        let (before, after) = (branch.parts[part].map { opened($0.part) }, other?.parts[part].map { opened($0.part) })
        guard form(before, part, [:]) != form(after, part, numbers) else { return nil }
        return StateDifference(branch: name, part: part, before: before, after: after)
      }
    }
  }

  /// By the number of a step in the new workspace the one that it has in the old one.
  private static func numbers(of old: Branch, in new: Branch?) -> [Int: Int] {
    let done = old.log.done.flatMap { step in step.doneBy.map { _ in step } }
    return Dictionary(
      zip((new?.log.done).map(Array.init) ?? [], done).map { ($0.number, $1.number) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The canonical bytes without times, steps by the numbers that they have in the old workspace.
  private static func form(_ part: Part?, _ name: PartName, _ numbers: [Int: Int]) -> [UInt8]? {
    guard let part else { return nil }
    guard name.section != .tables, name.section != .schemas, var json = try? part.json() else {
      return part.canonical()
    }
    if name.section == .results, case .object(var members) = json, case .object(var from)? = members["provenance"],
      let reads = from["reads"]?.object
    {
      from["reads"] = .object(
        reads.mapValues { read in read.int.map { .number(Double(numbers[$0] ?? $0)) } ?? read })
      members["provenance"] = .object(from)
      json = .object(members)
    }
    return Array(withoutTimes(json).canonical.utf8)
  }

  private static func withoutTimes(_ json: JSON) -> JSON {
    switch json {
    case .string(let text): isTime(text) ? .null : json
    case .array(let elements): .array(elements.map(withoutTimes))
    case .object(let members): .object(members.mapValues(withoutTimes))
    case .null, .bool, .number: json
    }
  }

  /// `2026-01-02T03:04:05Z`.
  private static func isTime(_ text: String) -> Bool {
    let form = Array("0000-00-00T00:00:00Z".utf8)
    guard text.utf8.count == form.count else { return false }
    return zip(text.utf8, form).allSatisfy { byte, due in
      due == UInt8(ascii: "0") ? (48...57).contains(byte) : byte == due
    }
  }
}
