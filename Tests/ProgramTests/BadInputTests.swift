import Glibc
import TestSupport
import Testing
import WorkbenchKit

@Suite struct BadInputTests {
  let folder = TemporaryFolder()

  /// Runs bytes as a script and returns the code of the error.
  private func code(_ bytes: [UInt8]) -> (exit: Int32, error: String?) {
    let path = folder.write(bytes, to: "bad.lk")
    let run = Leerkring.run(["--json", "-f", path])
    #expect(run.signal == 0)
    return (run.code, run.errorObject?["code"]?.string)
  }

  @Test func `an empty script is fine`() { #expect(code([]) == (0, nil)) }

  @Test func `NUL bytes are refused with their line`() {
    let path = folder.write(Array("set title A\nset \0 B\n".utf8), to: "nul.lk")
    let run = Leerkring.run(["--json", "-f", path])
    #expect(run.code == 3)
    #expect(run.errorObject?["code"]?.string == "line.nul")
    #expect(run.errorObject?["line"]?.int == 2)
  }

  @Test func `invalid UTF-8 is refused`() { #expect(code([0x73, 0xFF, 0xFE, 0x0A]) == (3, "line.encoding")) }

  @Test func `a line of 200 MB is refused and the memory stays small`() {
    let run = ChildProcess.run(
      "/bin/sh",
      [
        "-c",
        "ulimit -v 4000000; (echo help; head -c 200000000 /dev/zero | tr '\\0' a; echo; echo help) "
          + "| '\(Places.program)' --json --bail off | wc -l",
      ], environment: Leerkring.environment())
    #expect(run.output.trimmed == "2")
    #expect(run.errorObject?["code"]?.string == "line.toolong")
  }

  @Test func `a directory, a pipe and a missing file are told apart`() {
    mkfifo(folder("pipe"), 0o600)
    #expect(Leerkring.run(["--json", "-f", folder.path]).errorObject?["code"]?.string == "file.directory")
    #expect(Leerkring.run(["--json", "-f", folder("pipe")]).errorObject?["code"]?.string == "file.special")
    #expect(Leerkring.run(["--json", "-f", folder("none")]).errorObject?["code"]?.string == "file.missing")
    #expect(Leerkring.run(["--json", "-c", "read \(folder.path)"]).errorObject?["code"]?.string == "file.directory")
    #expect(Leerkring.run(["--json", "-c", "read '\(folder("pipe"))'"]).errorObject?["code"]?.string == "file.special")
  }

  @Test func `a deep nest of parentheses, quotes and pipes ends in an error`() {
    for line in [
      "read Package.swift | where " + String(repeating: "(", count: 100_000) + "1",
      String(repeating: "| ", count: 100_000), String(repeating: "a ", count: 200_000),
      "set title " + String(repeating: "'", count: 99_999),
    ] {
      let run = Leerkring.run(["--json"], input: line + "\n")
      #expect(run.signal == 0)
      #expect(run.code == 3)
    }
  }

  @Test func `escape sequences never reach the terminal or a JSON line raw`() {
    let input = "set title \"a\\u{1B}[31mb\\u{9B}c\\u{202E}d\"\nset title\nnone\u{1B}[2J\n"
    for options in [["--bail", "off"], ["--bail", "off", "--json"]] {
      let run = Leerkring.run(options, input: input)
      for text in [run.output, run.errors] {
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeOnTerminal })
      }
    }
  }

  @Test func `no line is wider than COLUMNS`() {
    for columns in [20, 40, 80] {
      let run = Leerkring.run(
        ["--bail", "off"], input: "help\nhelp set\nset\n" + String(repeating: "x", count: 300) + "\n",
        environment: ["COLUMNS": "\(columns)"])
      for line in (run.output + run.errors).split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
    }
  }

  @Test func `a current folder that is gone is no crash`() {
    let run = ChildProcess.run(
      "/bin/sh",
      [
        "-c",
        "mkdir '\(folder("gone"))' && cd '\(folder("gone"))' && rmdir '\(folder("gone"))' && "
          + "'\(Places.program)' --json -w w.json -c help",
      ], environment: Leerkring.environment())
    #expect(run.code == 5)
    #expect(run.errorObject?["code"]?.string != nil)
  }

  @Test func `random bytes crash nothing`() {
    var generator = Seeded(state: 7)
    for _ in 0..<30 {
      let words = [
        "read", "where", "|", "'", "\"", "$x", "let", "=", "\\", "`", "wzw", "--in", "é", "\u{1F469}", "(", "#",
      ]
      let text = (0..<40).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      let run = Leerkring.run(["--bail", "off"], input: text + "\n")
      #expect(run.signal == 0, "\(text)")
    }
  }
}

private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 31)
  }
}

extension String {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
