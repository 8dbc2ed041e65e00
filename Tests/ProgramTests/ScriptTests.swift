import Glibc
import TestSupport
import Testing
import WorkbenchKit

@Suite struct ScriptTests {
  @Test func `a script on standard input stops at its first error and names line and word`() {
    let run = Leerkring.run([], input: "help\nhelpp\nhelp\n")
    #expect(run.code == 3)
    #expect(run.errors.hasPrefix("stdin:2:1: "))
    #expect(run.errors.contains("'help'"))
    #expect(run.output == Leerkring.run([], input: "help\n").output)
  }

  @Test func `with bail off the rest runs and the end is not fine`() {
    let run = Leerkring.run(["--bail", "off", "--json"], input: "help\nhelpp\nhelp\n")
    #expect(run.code == 1)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.errorObject?["suggestion"]?.string == "help")
  }

  @Test func `a -c line that fails ends with 1 and the rest is not run`() {
    let run = Leerkring.run(["--json", "-c", "set title A", "-c", "wrong", "-c", "set title B"])
    #expect(run.code == 1)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.errorObject?["line"]?.int == 2)
    #expect(run.errorObject?["source"]?.string == "-c")
  }

  @Test(arguments: [["--jsn"], ["--seed", "x"], ["--bail", "maybe"], ["-f", "a", "-c", "b"], ["--readonly"], ["-c"]])
  func `wrong options end with 2 before any line ran`(_ arguments: [String]) {
    let run = Leerkring.run(arguments, input: "help\n")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func `an argument too many is told of the program and its help`() {
    let run = Leerkring.run(["a.json", "b.json"])
    #expect(run.code == 2)
    #expect(run.errors.contains("'b.json' is too much for 'leerkring'"))
    #expect(run.errors.contains("'leerkring --help'"))
  }

  @Test func `a command in the place of a workspace makes no file`() {
    let folder = TemporaryFolder()
    let run = Leerkring.run(["help"], folder: folder.path)
    #expect(run.code == 2)
    #expect(run.errors.contains("argument.command"))
    #expect(folder.text("help") == nil)
    #expect(Leerkring.run(["--workspace", "help", "-c", "set title A"], folder: folder.path).code == 0)
    #expect(Leerkring.run(["help", "-c", "set title"], folder: folder.path).output.contains("A"))
  }

  @Test func `help knows every noun that can be typed`() {
    let help = Leerkring.run(["--safe", "-c", "help shell --full"]).output
    for command in ["workspace show", "workspace diff", "workspace compact", "workspace journal"] {
      #expect(help.contains(command))
    }
    #expect(Leerkring.run(["--safe", "-c", "help workspace"]).code == 0)
    let due = Leerkring.run(["--safe", "-c", "workspace"])
    #expect(due.errors.contains("one of: compact, diff, export, journal, merge, merge-driver, replay, show,\n"))
    #expect(due.errors.contains(" sign, verify\n"))
  }

  @Test func `a file that is not there costs nothing of the others`() {
    let folder = TemporaryFolder()
    let good = folder.write("help\n", to: "good.lk")
    let run = Leerkring.run(["-f", good, "-f", folder("missing.lk")])
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
  }

  @Test func `a pipe that the shell hands over is a script`() {
    let run = ChildProcess.run(
      "/bin/bash", ["-c", "'\(Places.program)' -f <(sleep 0.2; echo 'set title A'; echo 'set title')"],
      environment: Leerkring.environment())
    #expect(run.code == 0)
    #expect(run.output.contains("A"))
  }

  @Test func `exit ends with its number`() {
    #expect(Leerkring.run(["-c", "exit 7"]).code == 7)
    #expect(Leerkring.run([], input: "exit\nhelpp\n").code == 0)
  }

  @Test func `an error in a file that a file calls shows the whole chain`() {
    let folder = TemporaryFolder()
    folder.write("set title A\nwrong\n", to: "inner.lk")
    let outer = folder.write("help\nsource \(folder("inner.lk"))\n", to: "outer.lk")
    let run = Leerkring.run(["-f", outer])
    #expect(run.code == 3)
    #expect(run.errors.contains("inner.lk:2:1"))
    #expect(run.errors.contains("outer.lk:2:"))
  }

  @Test func `a file that calls itself ends with an error`() {
    let folder = TemporaryFolder()
    let path = folder.write("source \(folder("self.lk"))\n", to: "self.lk")
    let run = Leerkring.run(["-f", path])
    #expect(run.code == 3)
    #expect(run.errors.contains("source.toodeep"))
  }

  @Test func `version and help are plain in a pipe`() {
    let version = Leerkring.run(["--version"])
    #expect(Leerkring.run(["-Vc", "x"]).output == version.output)
    #expect(Leerkring.run(["-hc", "x"]).output == Leerkring.run(["--help"]).output)
    // What is the value of an option is no group, and neither is one that would need a value in its midst.
    #expect(Leerkring.run(["-c", "-Vc", "--safe"]).code == 1)
    #expect(Leerkring.run(["-cV", "x", "--safe"]).code == 2)
    #expect(version.code == 0)
    #expect(version.output.hasPrefix("leerkring "))
    let help = Leerkring.run(["--help"], environment: ["TERM": "xterm-256color"])
    #expect(help.code == 0)
    #expect(!help.output.contains("\u{1B}"))
    #expect(help.output.contains("--workspace"))
    #expect(help.errors.isEmpty)
  }

  @Test func `--echo shows each line before what it gives`() {
    let run = Leerkring.run(["--echo", "-c", "set title A", "-c", "set title"])
    #expect(run.output == "› set title A\n› set title\n  title of the workspace:  A\n")
  }

  @Test func `a transcript is itself a script that gives the same`() throws {
    let folder = TemporaryFolder()
    let log = folder("t.lk")
    let first = Leerkring.run(
      ["--bail", "off", "--log", log], input: "set title 'a b'\nwrong\nset title\n# a remark\n\nhistory\n")
    #expect(first.code == 1)
    let second = Leerkring.run(["-f", log])
    #expect(second.code == 0)
    #expect(second.output == first.output)
    #expect(folder.text("t.lk")?.contains("# ! wrong\n") == true)
  }

  @Test func `a transcript holds the lines of the files that were sourced, in order`() throws {
    let folder = TemporaryFolder()
    folder.write("set title B\nwrong\nset title\n", to: "inner.lk")
    let log = folder("t.lk")
    let first = Leerkring.run(
      ["--bail", "off", "--log", log], input: "set title A\nsource inner.lk\nhistory\n", folder: folder.path)
    #expect(first.code == 1)
    #expect(
      folder.text("t.lk")?.hasPrefix(
        "set title A\n# source inner.lk\nset title B\n# ! wrong\n# inner.lk:2:1: error: 'wrong' is not a command")
        == true)
    let second = Leerkring.run(["-f", log], folder: folder.path)
    #expect(second.code == 0)
    #expect(second.output == first.output)
  }

  @Test func `a transcript holds no control character, whether it was typed, read or shown`() throws {
    let folder = TemporaryFolder()
    folder.write("a,b\n\u{1B}]0x\u{7},1\n", to: "a.csv")
    let log = folder("t.lk")
    let lines = "set title 'a\u{1B}[2Jb'\nread a.csv | to csv\nread a.csv | to json\nread '\u{1B}[2J.csv'\nset title\n"
    _ = Leerkring.run(["--bail", "off", "--log", log], input: lines, folder: folder.path)
    let text = try #require(folder.text("t.lk"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(text.hasPrefix("# ! set title 'a␛[2Jb'\n") && text.contains("read a.csv | to csv\n# a,b\n# ␛]0x␇,1\n"))
    #expect(Leerkring.run(["-f", log], folder: folder.path).code == 0)
  }

  @Test func `a transcript that does not fit on the disk is an error`() {
    let run = Leerkring.run(["--json", "--log", "/dev/full", "-c", "set title A"])
    #expect(run.code == 1)
    #expect(run.errorObject?["code"]?.string == "file.diskfull")
  }

  @Test func `a transcript never writes over what is still to be read`() {
    let folder = TemporaryFolder()
    let script = folder.write("help\n", to: "a.lk")
    #expect(Leerkring.run(["-f", script, "--log", script]).code == 2)
    #expect(folder.text("a.lk") == "help\n")
    #expect(Leerkring.run(["-w", folder("w.json"), "-c", "set title A"]).code == 0)
    #expect(Leerkring.run(["-w", folder("w.json"), "--log", folder("w.json"), "-c", "help"]).code == 2)
    #expect(Leerkring.run(["-w", folder("w.json"), "-c", "set title"]).output.contains("A"))
  }

  @Test func `standard output on a full disk is an error in the language of the rest`() {
    let run = ChildProcess.run(
      "/bin/sh", ["-c", "'\(Places.program)' --lang nl -c help > /dev/full"], environment: Leerkring.environment())
    #expect(run.code == 1)
    #expect(
      run.errors == """
        fout: '/dev/stdout' past niet meer op de schijf [file.diskfull]
          maak ruimte, of schrijf naar een andere schijf

        """)
  }

  @Test func `the language is chosen by option, workspace, environment in that order`() {
    func first(_ arguments: [String], _ environment: [String: String] = [:]) -> String {
      Leerkring.run(arguments, environment: environment).errors
    }
    #expect(first(["-c", "x"], ["LANG": "nl_NL.UTF-8"]).contains("fout"))
    #expect(first(["-c", "x"], ["LANG": "nl_NL.UTF-8", "LC_ALL": "C.UTF-8"]).contains("error"))
    #expect(first(["-c", "set language nl", "-c", "x"]).contains("fout"))
    #expect(first(["--lang", "en", "-c", "set language nl", "-c", "x"]).contains("error"))
  }

  @Test func `errors in JSON stand on one line with every member`() throws {
    let error = try #require(Leerkring.run(["--json", "-c", "worksapce show"]).errorObject)
    #expect(error["suggestion"]?.string == "workspace")
    #expect(error["code"]?.string == "command.unknown")
    #expect(error["column"]?.int == 1)
    #expect(Set((error.object ?? [:]).keys).isSuperset(of: ["code", "message", "source", "line", "column"]))
  }

  @Test func `lines are run as they arrive`() throws {
    let live = try #require(LiveProcess(Places.program, ["--json"], environment: Leerkring.environment()))
    live.send("set title A\n")
    #expect(live.lines(atLeast: 1).count == 1)
    live.send("set title\n")
    #expect(live.lines(atLeast: 2).count == 2)
    #expect(live.end() == 0)
  }

  @Test(arguments: zip([SIGINT, SIGTERM, SIGHUP], [130, 143, 129] as [Int32]))
  func `a signal ends a waiting script with its own code`(_ signal: Int32, _ code: Int32) throws {
    let live = try #require(LiveProcess(Places.program, ["--json"], environment: Leerkring.environment()))
    live.send("set title A\n")
    _ = live.lines(atLeast: 1)
    #expect(live.end(signal) == code)
  }

  @Test func `nobody reading is no crash`() {
    let run = ChildProcess.run(
      "/bin/sh", ["-c", "yes help 2>/dev/null | '\(Places.program)' | head -n 1; echo ended"],
      environment: Leerkring.environment())
    #expect(run.output.hasSuffix("ended\n"))
    #expect(run.errors.isEmpty)
  }

  @Test func `the same lines give the same bytes`() {
    let input = "set title A\nlet x = 5\nkeep x\nhistory\nresults\nworkspace show\nhelp\n"
    #expect(Leerkring.run([], input: input).output == Leerkring.run([], input: input).output)
  }
}
