import TestSupport
import Testing
import WorkbenchKit

/// The examples of every command, as `help` shows them, typed into the program.
@Suite struct CommandExampleTests {
  @Test func `help names the commands of the shell, the stages and the plugins`() {
    #expect(ShippedCommands.names.count > 40)
    for command in ["undo", "workspace diff", "plugin list", "read", "where", "wzw estimate"] {
      #expect(ShippedCommands.names.contains(command), "\(command)")
    }
  }

  @Test(arguments: ShippedCommands.names)
  func `has an example that works and one that fails, and each does what it says`(_ command: String) throws {
    if ["workspace sign", "workspace verify"].contains(command), !SigningKeys.areThere {
      return print("skipped: the examples of '\(command)', as there is no ssh-keygen")
    }
    let (takesParameters, examples) = try ShippedCommands.page(command)
    #expect(examples.contains { $0.failsWith == nil })
    // What takes nothing and needs nothing has no way to fail that is worth showing.
    if takesParameters { #expect(examples.contains { $0.failsWith != nil }) }
    for example in examples { try expect(example, of: command) }
  }

  /// Types an example in a room where all that it needs is there.
  private func expect(_ example: ShippedCommands.Example, of command: String) throws {
    let room = try ExampleRoom(for: command)
    let lines = room.lines + [example.line]
    let run = room.run(["--json"], lines)
    #expect(run.errorObject?["code"]?.string == example.failsWith, "\(example.line): \(run.errors)")
    #expect(run.code == (example.failsWith == nil ? 0 : 1), "\(example.line): \(run.errors)")
    // What is wrong in a file has its place there.
    if example.failsWith != nil, run.errorObject?["source"]?.string == "-c" {
      #expect(run.errorObject?["line"]?.int == lines.count, "\(example.line)")
    }
  }
}
