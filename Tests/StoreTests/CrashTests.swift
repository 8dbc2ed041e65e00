import Glibc
import Session
import TestSupport
import Testing
import WorkbenchKit

@testable import Store

@Suite struct CrashTests {
  @Test func `killed at any moment, every acknowledged step is there and the next one can be made`() throws {
    let folder = TemporaryFolder()
    let path = folder("w.json")
    var acknowledged = 0
    for round in 1...12 {
      // By what it has done, for on a busy machine no time is sure to be enough.
      let steps = round * 7
      let child = ChildRun.run(
        "CrashVictim", through: "exec \"$@\"",
        variables: ["LEERKRING_TEST_WORKSPACE=\(path)", "LEERKRING_TEST_STEPS=\(steps)"])
      let output = try #require(child).output
      let before = acknowledged
      // Not by line: what the test runner prints may stand before it on the same one.
      for found in output.ranges(of: "step ") {
        acknowledged = max(acknowledged, Int(output[found.upperBound...].prefix { $0.isNumber }) ?? 0)
      }
      #expect(acknowledged >= before + steps, "round \(round)")
      let reader = try Keeper.open(path, readOnly: true)
      // It may die in the midst of a line: that line is left out and told of, and nothing else is amiss.
      #expect([[], [StoreNotice.torn(path + ".journal")]].contains(reader.notices), "round \(round)")
      let opened = try Keeper.open(path)
      #expect(!opened.keeper.isReadOnly)
      // One more than was told may have reached the disk.
      #expect(acknowledged...acknowledged + 1 ~= opened.workspace.serial)
      #expect(reader.workspace.serial == opened.workspace.serial)
      let title = try opened.workspace.parts[PartName(.about, "title")]?.part.json().string
      #expect(title?.utf8.first == (opened.workspace.serial == 0 ? nil : UInt8(ascii: "t")))
      opened.keeper.close()
      #expect(try Keeper.open(path, readOnly: true).notices == [], "round \(round)")
    }
  }
}

@Suite(.enabled(if: ChildRun.isRunning("CrashVictim"))) struct CrashVictim {
  @Test func `records, saves, opens and closes until it is killed`() throws {
    let path = try #require(getenv("LEERKRING_TEST_WORKSPACE").map { String(cString: $0) })
    var left = try #require(getenv("LEERKRING_TEST_STEPS").flatMap { Int(String(cString: $0)) })
    while true {
      let opened = try Keeper.open(path)
      var workspace = opened.workspace
      for number in 1...40 {
        try carry(
          number % 9 == 8 ? .undo(1) : Samples.title("t" + String(repeating: "x", count: number * 100)),
          on: opened.keeper, &workspace)
        left -= 1
        if left == 0 { dieSoon() }
        if number % 13 == 0 {
          try carry(.compact, on: opened.keeper, &workspace)
          try opened.keeper.save(workspace)
        }
      }
      opened.keeper.close()
    }
  }

  /// Lets the alarm go off, which nobody catches, in the midst of one of the next steps.
  private func dieSoon() {
    var time = itimerval()
    time.it_value.tv_usec = Int.random(in: 1...4_000)
    setitimer(Int32(ITIMER_REAL.rawValue), &time, nil)
  }

  /// Tells of an operation when it is acknowledged.
  private func carry(_ operation: Operation, on keeper: Keeper, _ workspace: inout Workspace) throws {
    workspace = try workspace.applying(operation)
    try keeper.record(operation, serial: workspace.serial)
    let line = Array("step \(workspace.serial)\n".utf8)
    write(1, line, line.count)
  }
}
