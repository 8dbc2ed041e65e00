import WorkbenchKit

/// The program, run as a person would run it, in surroundings that are the same everywhere.
public enum Leerkring {
  /// Widths, time zone, language and folders that a test can rely on.
  public static func environment(home: String = "/nonexistent", _ more: [String: String] = [:]) -> [String: String] {
    [
      "COLUMNS": "80", "TZ": "UTC", "LANG": "C.UTF-8", "HOME": home, "PATH": "/usr/bin:/bin",
      "SOURCE_DATE_EPOCH": "1795219200", "SWIFT_BACKTRACE": "enable=no",
    ].merging(more) { _, new in new }
  }

  public static func run(
    _ arguments: [String], input: String = "", environment more: [String: String] = [:], folder: String? = nil
  ) -> ChildProcess {
    ChildProcess.run(
      Places.program, arguments, input: input, environment: environment(home: "/nonexistent", more),
      folder: folder ?? Places.root)
  }

  /// Runs lines with `-c` each and returns the objects that `--json` gives.
  public static func json(_ lines: [String], options: [String] = []) throws -> [JSON] {
    let run = run(["--json"] + options + lines.flatMap { ["-c", $0] })
    return try run.output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
  }
}

extension ChildProcess {
  /// The last line of standard error as the error object that `--json` gives.
  public var errorObject: JSON? {
    errors.split(separator: "\n").last.flatMap { try? JSONReader.parse(String($0)) }?["error"]
  }
}

extension JSON {
  /// The blocks of one kind in an object that `--json` gave.
  public func blocks(_ kind: String) -> [JSON] {
    (self["blocks"]?.array ?? []).filter { $0["kind"]?.string == kind }
  }

  /// The facts of all facts blocks together.
  public var facts: [String: JSON] {
    blocks("facts").reduce(into: [:]) { $0.merge($1["facts"]?.object ?? [:]) { _, last in last } }
  }

  /// The rows of the first table, each as a dictionary by column name.
  public var rows: [[String: JSON]] {
    guard let table = blocks("table").first else { return [] }
    let names = (table["columns"]?.array ?? []).map { $0["name"]?.string ?? "" }
    return (table["rows"]?.array ?? []).map { row in
      Dictionary(zip(names, row.array ?? []), uniquingKeysWith: { first, _ in first })
    }
  }
}
