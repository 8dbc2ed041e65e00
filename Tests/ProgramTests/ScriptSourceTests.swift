import TestSupport
import Testing

/// Where the lines of a script come from, and what an editor puts before them.
@Suite struct ScriptSourceTests {
  private let folder = TemporaryFolder()
  private static let mark = "\u{FEFF}"

  @Test func `a byte order mark at the start of a script is no part of its first line`() {
    folder.write(Self.mark + "set title A\nset title\n", to: "bom.lk")
    folder.write(Self.mark, to: "empty.lk")
    let due = Leerkring.run(["-c", "set title A", "-c", "set title"]).output
    let runs = [
      Leerkring.run(["-f", folder("bom.lk")]), Leerkring.run([], input: Self.mark + "set title A\nset title\n"),
      Leerkring.run(["-c", "source '\(folder("bom.lk"))'"]),
      Leerkring.run(["-f", folder("empty.lk"), "-f", folder("bom.lk")]),
    ]
    for run in runs { #expect(run.code == 0 && run.output == due, "\(run.output)\(run.errors)") }
    #expect(Leerkring.run(["-f", folder("empty.lk")]).code == 0)
    // Elsewhere it is a character like any other, and is not passed over.
    folder.write("set title A\n" + Self.mark + "set title\n", to: "inside.lk")
    #expect(Leerkring.run(["-f", folder("inside.lk")]).code != 0)
  }

  @Test func `a file that a notebook sources may begin so too`() {
    folder.write(Self.mark + "let a = 4\n", to: "bom.lk")
    folder.write("```leerkring\nsource bom.lk\n$a\n```\n", to: "n.md")
    let run = Leerkring.run(["notebook", "run", "n.md"], folder: folder.path)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(folder.text("n.md")?.contains("\n  4\n") == true)
  }

  @Test func `-f - takes the script from standard input, also among files`() {
    folder.write("set title A\n", to: "a.lk")
    let one = Leerkring.run(["-f", "-"], input: "set title B\nset title\n")
    #expect(one.code == 0 && one.output.contains("B"))
    let both = Leerkring.run(["-f", folder("a.lk"), "-f", "-"], input: "set title\n")
    #expect(both.code == 0 && both.output.contains("A"))
    let wrong = Leerkring.run(["-f", "-"], input: "help\nmis\n")
    #expect(wrong.errors.contains("stdin:2:1"))
  }
}
