import Session
import TestSupport
import WorkbenchKit

/// Steps as a session makes them, chosen by a seed, each possible where it stands.
struct RandomSteps {
  /// The workspace before and after each.
  private(set) var states: [Workspace]
  private(set) var operations: [Operation] = []

  /// - Parameter lineage: of the workspace, which is empty at first.
  init(_ count: Int, lineage: String, using generator: inout SeededGenerator) {
    states = [Workspace(lineage: lineage)]
    while operations.count < count {
      let operation = Self.operation(operations.count, states[states.count - 1], &generator)
      // What is not possible here, such as an undo of nothing, is left.
      guard let next = try? states[states.count - 1].applying(operation) else { continue }
      operations.append(operation)
      states.append(next)
    }
  }

  private static func operation(
    _ number: Int, _ workspace: Workspace, _ generator: inout SeededGenerator
  ) -> Operation {
    switch Int.random(in: 0..<16, using: &generator) {
    case 0...3: step("set title \(number)", [PartName(.about, "title"): Part(.string(text(number, &generator)))])
    case 4: step("set seed \(number)", [PartName(.settings, "seed"): Part(.number(Double(number)))])
    case 5...6: step("import \(number)", [PartName(.tables, "t\(number % 3)"): Part(table(number, &generator))])
    case 7...8:
      step("keep r\(number % 5)", [PartName(.results, "r\(number % 5)"): Part(["n": .number(Double(number))])])
    case 9: step("forget", [PartName(.results, "r\(number % 5)"): nil])
    case 10: .undo(Int.random(in: 1...2, using: &generator))
    case 11: .redo(1)
    case 12: .branchNew("b\(number)")
    case 13: .branchUse(workspace.branchNames.randomElement(using: &generator) ?? "main")
    case 14: .branchDrop(workspace.branchNames.randomElement(using: &generator) ?? "main")
    default: .compact
    }
  }

  private static func step(_ line: String, _ changes: [PartName: Part?]) -> Operation {
    .step(Step.Record(line: line, time: "2026-01-02T03:04:05Z"), changes: changes)
  }

  private static func text(_ number: Int, _ generator: inout SeededGenerator) -> String {
    let length = Bool.random(using: &generator) ? Int.random(in: 0...20, using: &generator) : 9_000
    return "titel \(number) é\u{202E}\"\\\n" + String(repeating: "x", count: length)
  }

  private static func table(_ number: Int, _ generator: inout SeededGenerator) -> Table {
    let rows = Int.random(in: 0...6, using: &generator)
    return Table(columns: [
      .texts("area", (0..<rows).map { "BU\(number)\($0)" }),
      .numbers("people", (0..<rows).map { _ in Double.random(in: 0...1_000, using: &generator) }),
    ])
  }
}
