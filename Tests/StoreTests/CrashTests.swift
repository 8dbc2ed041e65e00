import Glibc
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

@Suite struct CrashTests {
  @Test func `killed at any moment, every acknowledged step is there and the next one can be made`() throws {
    let folder = TemporaryFolder()
    let path = folder("w.json")
    var acknowledged = 0
    for round in 1...12 {
      // Time for the child to start, and then some.
      let delay = 0.15 + Double(round) * 0.017
      let child = ChildRun.run(
        "CrashVictim", through: "timeout -s KILL \(delay) \"$@\"", variables: ["LEERKRING_TEST_WORKSPACE=\(path)"])
      let output = try #require(child).output
      // Not by line: what the test runner prints may stand before it on the same one.
      for found in output.ranges(of: "step ") {
        acknowledged = max(acknowledged, Int(output[found.upperBound...].prefix { $0.isNumber }) ?? 0)
      }
      guard folder.read("w.json") != nil else { continue }
      let reader = try Keeper.open(path, readOnly: true)
      #expect(reader.notices == [])
      let opened = try Keeper.open(path)
      #expect(!opened.keeper.isReadOnly)
      // One more than was told may have reached the disk.
      #expect(acknowledged...acknowledged + 1 ~= opened.workspace.serial)
      #expect(reader.workspace.serial == opened.workspace.serial)
      let title = try opened.workspace.parts[PartName(.about, "title")]?.part.json().string
      #expect(title?.utf8.first == (opened.workspace.serial == 0 ? nil : UInt8(ascii: "t")))
      opened.keeper.close()
    }
    #expect(acknowledged > 0, "the child never came as far as a step")
  }
}

@Suite(.enabled(if: ChildRun.isRunning("CrashVictim"))) struct CrashVictim {
  @Test func `records, saves, opens and closes until it is killed`() throws {
    let path = try #require(getenv("LEERKRING_TEST_WORKSPACE").map { String(cString: $0) })
    while true {
      let opened = try Keeper.open(path)
      var workspace = opened.workspace
      for number in 1...40 {
        try carry(
          number % 9 == 0 ? .undo(1) : Samples.title("t" + String(repeating: "x", count: number * 100)),
          on: opened.keeper, &workspace)
        if number % 13 == 0 {
          try carry(.compact, on: opened.keeper, &workspace)
          try opened.keeper.save(workspace)
        }
      }
      opened.keeper.close()
    }
  }

  /// Tells of an operation when it is acknowledged.
  private func carry(_ operation: Operation, on keeper: Keeper, _ workspace: inout Workspace) throws {
    workspace = try workspace.applying(operation)
    try keeper.record(operation, serial: workspace.serial)
    let line = Array("step \(workspace.serial)\n".utf8)
    write(1, line, line.count)
  }
}
