import Session
import WorkbenchKit

/// The steps of the log that a result stands on: those that made what it read, and those that these stood on.
struct StepChain {
  private let steps: [(step: Step, parts: [String])]

  /// The steps that made what it read itself.
  var direct: [Step] { steps.filter { !$0.parts.isEmpty }.map(\.step) }

  init(_ provenance: Provenance, in workspace: Workspace) {
    var parts: [Int: [String]] = [:]
    for (part, step) in provenance.reads where step > 0 { parts[step, default: []].append(part) }
    // Backwards: what a step stood on stands before it.
    for step in workspace.log.done.reversed() where parts[step.number] != nil {
      for number in step.record.basis where parts[number] == nil { parts[number] = [] }
    }
    steps = workspace.log.done.compactMap { step in parts[step.number].map { (step, $0.sorted()) } }
  }

  /// The steps, oldest first; nil where there is none.
  var table: Table? {
    guard !steps.isEmpty else { return nil }
    return Table(
      title: Text(nl: "stappen", en: "steps"),
      columns: [
        .numbers("step", steps.map { Double($0.step.number) }, label: Text(nl: "stap", en: "step"), format: .plain),
        .texts("command", steps.map(\.step.record.line), label: Text(nl: "opdracht", en: "command")),
        .texts("gave", steps.map { $0.parts.joined(separator: ", ") }, label: Text(nl: "gaf", en: "gave")),
        .texts("plugin", steps.map(\.step.record.plugin), label: .verbatim("plugin")).asDetail(),
        .texts("version", steps.map(\.step.record.version), label: Text(nl: "versie", en: "version")).asDetail(),
      ])
  }

  /// The files of the result itself and of the steps; a file that the result names more closely is not said twice.
  func inputs(with own: [InputFile]) -> [InputFile] {
    var inputs = own
    for input in steps.flatMap(\.step.record.inputs) where !inputs.contains(where: { $0.sha256 == input.sha256 }) {
      inputs.append(input)
    }
    return inputs
  }
}
