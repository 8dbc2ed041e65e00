import TestSupport

/// What a session does over more and more lines, results, branches and cells.
enum SessionJobs {
  static let all: [GrowthJob] = [
    GrowthJob(what: "lines", unit: "lines", sizes: [25_000, 50_000, 100_000]) { bench, size in
      let script = bench.folder.write(repeated(size) { _ in "let a = 1" }, to: "lines\(size).lk")
      return .init(whole: (bench.programs.leerkring.with(["-f", script]), nil), before: nothing(bench))
    },
    GrowthJob(what: "keep results and save", unit: "results", sizes: [250, 500, 1_000]) { bench, size in
      let script = bench.folder.write(results(size, from: 0) + ["save"], to: "keep\(size).lk")
      return .init(whole: (anew(script, "kept\(size).json", bench), nil), before: nothing(bench))
    },
    GrowthJob(what: "open a workspace of results", unit: "results", sizes: [500, 1_000, 2_000]) { bench, size in
      let path = try workspace(size, bench)
      return .init(
        whole: (bench.programs.leerkring.with(["-w", path, "-c", "let a = 1"]), nil), before: nothing(bench))
    },
    GrowthJob(what: "compare two branches of results", unit: "results", sizes: [500, 1_000, 2_000]) { bench, size in
      let path = try workspace(size, bench)
      return .init(
        whole: (bench.programs.leerkring.with(["-w", path, "-c", "compare main b"]), nil),
        before: (bench.programs.leerkring.with(["-w", path, "-c", "let a = 1"]), nil))
    },
    GrowthJob(what: "branches, made and saved", unit: "branches", sizes: [100, 200, 400]) { bench, size in
      let script = bench.folder.write(
        results(10, from: 0) + repeated(size) { "branch new b\($0)" } + ["save"], to: "branches\(size).lk")
      return .init(whole: (anew(script, "branches\(size).json", bench), nil), before: nothing(bench))
    },
    GrowthJob(what: "notebook to HTML", unit: "cells", sizes: [250, 500, 1_000]) { bench, size in
      let notebook = bench.folder.write(
        ["---", "title: groei", "---", ""]
          + repeated(size) { "```leerkring\ncalc wilson --share 0.\(100 + $0 % 800) --n 200\n```\n" },
        to: "cells\(size).md")
      return .init(
        whole: (bench.programs.leerkring.with(["notebook", "export", notebook, "--to", "html"]), nil),
        before: nothing(bench))
    },
  ]

  private static func nothing(_ bench: Bench) -> (command: Invocation, input: String?) {
    (bench.programs.leerkring.with(["-c", "let a = 1"]), nil)
  }

  /// A script in a workspace that is not there yet, each time.
  private static func anew(_ script: String, _ name: String, _ bench: Bench) -> Invocation {
    let program = bench.programs.leerkring
    let path = bench.folder(name)
    return Invocation(
      program: "/bin/sh",
      arguments: [
        "-c", "rm -f \"$1\"*; exec \"$2\" -w \"$1\" -f \"$3\"", "sh", path, program.program, script,
      ], environment: program.environment)
  }

  private static func repeated(_ count: Int, _ line: (Int) -> String) -> [String] { (0..<count).map(line) }

  private static func results(_ count: Int, from first: Int) -> [String] {
    (0..<count).flatMap { number in
      ["let r\(number) = calc wilson --share 0.\(100 + (number + first) % 800) --n 200", "keep r\(number)"]
    }
  }

  /// A workspace with so many results on two branches, in which each differs.
  private static func workspace(_ size: Int, _ bench: Bench) throws -> String {
    let path = bench.folder("results\(size).json")
    if bench.size(of: path) == 0 {
      let script = bench.folder.write(
        results(size, from: 0) + ["branch new b"] + results(size, from: 1) + ["branch use main", "save"],
        to: "results\(size).lk")
      _ = try Run.text(of: bench.programs.leerkring.with(["-w", path, "-f", script]), in: bench.folder)
    }
    return path
  }
}

extension TemporaryFolder {
  /// Writes lines to a file and returns its path.
  fileprivate func write(_ lines: [String], to name: String) -> String {
    write(Array((lines.joined(separator: "\n") + "\n").utf8), to: name)
  }
}
