import Crates
import Files
import Notebooks
import Session
import WorkbenchKit

/// Notes what the lines of a notebook gave while it runs, as runs of a crate.
final class NotebookCrate {
  private(set) var runs: [CrateRun] = []
  private(set) var heldBack = HeldBack()
  private let values: [CrateValue]
  private var lines: [Int: Int] = [:]
  /// By the number of a step, and by a name with its `$`, the run that made it.
  private var makers: [String: String] = [:]

  /// - Parameter values: what its parameters are.
  init(_ values: [String: Value], seed: UInt64?, in session: Session) {
    self.values =
      values.sorted { $0.key < $1.key }.map {
        CrateValue(kind: "parameter", name: $0.key, value: session.redacted($0.value.plain))
      } + (seed.map { [CrateValue(kind: "seed", name: "", value: String($0))] } ?? [])
  }

  /// Notes one line of a cell.
  func note(_ result: RunResult, of cell: Cell, in session: Session, changed: [String]) {
    let number = lines[cell.number, default: 0] + 1
    lines[cell.number] = number
    let line = session.outgoing(result.line)
    heldBack.hidden += line.hidden
    let two = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
    var run = CrateRun(
      id: "cell-\(two(cell.number))-line-\(two(number))", line: line.text,
      place: Text(nl: "cel \(cell.number), regel \(number)", en: "cell \(cell.number), line \(number)"))
    run.given = values.filter { $0.kind == "seed" || result.line.contains("$" + $0.name) }
    run.changed = changed.map { session.redacted($0) }
    let whole = Self.whole(result, in: session)
    run.basis = basis(of: whole, line: result.line)
    noteMade(by: run.id, line: result.line, in: session)
    run.inputs = whole.provenance.inputs.map { WorkspaceCrate.bare($0, session) }
    if let owner = whole.owner { run.tools = [owner] }
    run.given += WorkspaceCrate.given(whole.provenance, session)
    if whole.output.blocks.contains(where: { if case .notice = $0 { false } else { true } }) {
      let outgoing = session.outgoing(whole)
      let shown = ShownResult.of(outgoing.result)
      heldBack.hidden += outgoing.hidden
      heldBack.add(shown.held)
      run.result = shown.result
    }
    runs.append(run)
  }

  /// The runs that had made what a line read: parts of the workspace, and what names held.
  private func basis(of result: RunResult, line: String) -> [String] {
    let names = makers.keys.filter { $0.hasPrefix("$") && line.contains($0) }
    let steps = result.provenance.reads.values.filter { $0 > 0 }.map(String.init)
    return Set((names + steps).compactMap { makers[$0] }).sorted()
  }

  private func noteMade(by run: String, line: String, in session: Session) {
    if let step = session.workspace.log.done.last?.number, makers[String(step)] == nil { makers[String(step)] = run }
    let words = line.split(separator: " ", maxSplits: 2)
    if words.count > 2, words[0] == "let" { makers["$" + words[1]] = run }
  }

  /// What `let` gave a name is remembered and not shown; it is told all the same.
  private static func whole(_ result: RunResult, in session: Session) -> RunResult {
    let words = result.line.split(separator: " ", maxSplits: 2)
    guard words.count > 2, words[0] == "let", case .result(let remembered)? = session.remembered[String(words[1])]
    else {
      return result
    }
    return remembered
  }
}
