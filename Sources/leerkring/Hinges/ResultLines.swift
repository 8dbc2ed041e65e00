import Session
import WorkbenchKit

/// The lines by which a kept result came about on a branch, from nothing up to the one that kept it.
struct ResultLines {
  let entries: [ReplayLine]
  /// Of each line whether the result hangs on it, as far as that was noted.
  let isInvolved: [Bool]
  let remarks: [ReplayRemark]

  /// - Throws: `replay.compacted`; `result.unknown` where the branch does not have it.
  init(_ result: String, on name: String, of workspace: Workspace) throws {
    let part = PartName(.results, result)
    guard let branch = workspace.branches[name], let kept = branch.parts[part] else {
      throw Diagnostic(
        "result.unknown",
        Text(nl: "in '\(name)' is geen uitkomst '\(result)' bewaard", en: "no result '\(result)' is kept in '\(name)'"),
        wayOut: Text(nl: "'results' toont wat bewaard is", en: "'results' shows what is kept"))
    }
    let takesOthers = branch.log.done.contains { step in
      step.record.needs.contains { $0.branch.map { $0 != name } ?? false }
    }
    // Other branches cost as much as this one: they are run only where a name of this one came from there.
    let whole = Workspace(
      lineage: workspace.lineage, serial: workspace.serial, parts: branch.parts.mapValues(\.part), log: branch.log,
      branch: name, others: takesOthers ? workspace.branches.filter { $0.key != name } : [:])
    let plan = try ReplayPlan(whole)
    remarks = plan.remarks
    guard !takesOthers else {
      entries = plan.entries
      isInvolved = plan.entries.map { _ in true }
      return
    }
    let end = plan.entries.lastIndex { $0.origin == .step(kept.step) }
    entries = Array(plan.entries[...(end ?? plan.entries.count - 1)])
    let (steps, lines) = Self.behind(kept.step, branch.log)
    isInvolved = entries.map { entry in
      switch entry.origin {
      case .step(let number): steps.contains(number)
      case .needed: lines.contains(entry.line)
      case .move: false
      }
    }
  }

  /// The steps that a step rests on, itself among them, and the lines that these hang on.
  private static func behind(_ step: Int, _ log: Log) -> (steps: Set<Int>, lines: Set<String>) {
    var records: [Int: Step.Record] = [:]
    for step in log.done { records[step.number] = step.record }
    var (steps, lines, waiting) = (Set<Int>(), Set<String>(), [step])
    while let next = waiting.popLast() {
      guard let record = records[next], steps.insert(next).inserted else { continue }
      waiting += record.basis
      for needed in record.needs {
        if let made = needed.step { waiting.append(made) } else { lines.insert(needed.line) }
      }
      lines.formUnion(record.merged.flatMap { $0.record.needs.map(\.line) })
    }
    return (steps, lines)
  }
}
