import Crates
import Files
import Session
import WorkbenchKit

/// The steps of the branch at hand and its kept results, as runs of a crate.
struct WorkspaceCrate {
  let runs: [CrateRun]
  let heldBack: HeldBack
  /// The day of the last step.
  let lastDay: CalendarDate?

  init(_ session: Session) {
    let workspace = session.workspace
    let results = Self.results(in: session)
    var held = HeldBack()
    held.sealed = results.sealed
    var runs: [CrateRun] = []
    var told: Set<String> = []
    for step in workspace.log.done {
      let record = step.record
      let line = session.outgoing(Self.bare(record.line, record.inputs))
      held.hidden += line.hidden
      var run = CrateRun(
        id: "step-\(step.number)", line: line.text, place: Text(nl: "stap \(step.number)", en: "step \(step.number)"))
      run.time = record.time
      run.inputs = record.inputs.map { Self.bare($0, session) }
      run.basis = record.basis.map { "step-\($0)" }
      run.needs = record.needs.map { session.redacted(Self.bare($0.line, record.inputs)) }
      run.changed = step.other.keys.filter { $0.section != .schemas }.map { session.redacted($0.text) }.sorted()
      if let seed = record.seed { run.given.append(CrateValue(kind: "seed", name: "", value: String(seed))) }
      if let plugin = record.plugin {
        run.tools = [Registration.Owner(name: plugin, version: record.version ?? "")]
      }
      // What a step gave is told where the result is still as that step kept it.
      if let name = step.other.keys.first(where: { $0.section == .results }),
        workspace.parts[name]?.step == step.number, let kept = results.kept[name.name]
      {
        Self.tell(kept, of: &run, &held, session)
        told.insert(name.name)
      }
      runs.append(run)
    }
    // Of a compacted workspace the steps are gone, and what was kept still tells its line.
    for (name, kept) in results.kept.sorted(by: { $0.key < $1.key }) where !told.contains(name) {
      let shown = session.redacted(name)
      var run = CrateRun(
        id: "result-\(CrateFile.mark(shown))",
        line: session.redacted(Self.bare(kept.result.line, kept.result.provenance.inputs)),
        place: Text(nl: "bewaard als '\(shown)'", en: "kept as '\(shown)'"))
      run.time = kept.time.isEmpty ? nil : kept.time
      run.inputs = kept.result.provenance.inputs.map { Self.bare($0, session) }
      Self.tell(kept, of: &run, &held, session)
      runs.append(run)
    }
    let days = runs.compactMap { run in run.time.flatMap { CalendarDate($0.prefix(10)) } }
    (self.runs, heldBack, lastDay) = (runs, held, days.max())
  }

  private static func tell(_ kept: KeptResult, of run: inout CrateRun, _ held: inout HeldBack, _ session: Session) {
    var whole = kept.result
    whole.line = bare(whole.line, whole.provenance.inputs)
    let outgoing = session.outgoing(whole)
    let shown = ShownResult.of(outgoing.result)
    held.hidden += outgoing.hidden
    held.add(shown.held)
    run.result = shown.result
    if let owner = kept.result.owner { run.tools = [owner] }
    run.given += given(kept.result.provenance, session)
  }

  /// The settings that it went by and that somebody gave a value.
  static func given(_ provenance: Provenance, _ session: Session) -> [CrateValue] {
    provenance.reads.keys.sorted().compactMap { read in
      guard let name = PartName(read), name.section == .settings, let json = try? session.part(name)?.json() else {
        return nil
      }
      return CrateValue(
        kind: "setting", name: name.name, value: session.redacted(json.string ?? json.canonical))
    }
  }

  /// A line in which files stand by their bare names, wherever they were typed to be.
  private static func bare(_ line: String, _ inputs: [InputFile]) -> String {
    inputs.filter { $0.path.hasPrefix("/") }.reduce(line) { $0.replacing($1.path, with: InputName.of($1.path)) }
  }

  static func bare(_ input: InputFile, _ session: Session) -> InputFile {
    var copy = input
    copy.columns = input.columns.map { session.redacted($0) }
    return copy
  }

  private static func results(in session: Session) -> (kept: [String: KeptResult], sealed: Int) {
    var (kept, sealed): ([String: KeptResult], Int) = ([:], 0)
    for name in session.workspace.parts.keys where name.section == .results {
      if let json = try? session.part(name)?.json(), let result = try? KeptResult(name: name.name, json: json) {
        kept[name.name] = result
      } else {
        sealed += 1
      }
    }
    return (kept, sealed)
  }
}
