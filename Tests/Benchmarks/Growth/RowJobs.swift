import TestSupport

/// Stages over more and more rows.
enum RowJobs {
  private static let sizes = [100_000, 200_000, 400_000]

  static let all: [GrowthJob] =
    [
      GrowthJob(what: "read CSV", unit: "rows", sizes: sizes) { bench, size in
        .init(whole: lines(["read '\(try table(size, bench))' | top 1"], bench), before: lines(["let a = 1"], bench))
      },
      GrowthJob(what: "read JSON Lines", unit: "rows", sizes: sizes) { bench, size in
        .init(whole: lines(["read '\(try records(size, bench))' | top 1"], bench), before: lines(["let a = 1"], bench))
      },
    ]
    + [
      ("where", "where n > 500 and t ~ '7'"), ("derive", "derive m = round(n * 2 + x, 1)"),
      ("sort by a number", "sort x"),
      ("sort by a text", "sort t"), ("top by a number", "top 10 --by x"),
      ("group, 7 groups", "group g --sum n --mean x"),
      ("group, a group for each row", "group t --sum n"), ("pivot", "pivot g --values n --using sum --rows d"),
      ("unpivot", "unpivot n x"), ("describe", "describe"),
    ].map { what, stage in
      GrowthJob(what: what, unit: "rows", sizes: sizes) { bench, size in
        let path = try table(size, bench)
        return .init(
          whole: lines(["read '\(path)' | \(stage) | top 1"], bench), before: lines(["read '\(path)' | top 1"], bench))
      }
    }
    + [
      GrowthJob(what: "join", unit: "rows", sizes: sizes) { bench, size in
        let path = try table(size, bench)
        return .init(
          whole: lines(["read '\(path)' | join '\(path)' --on t | top 1"], bench),
          before: lines(["read '\(path)' | top 1", "read '\(path)' | top 1"], bench))
      }
    ]
    + ["csv", "json", "jsonl", "xlsx"].map { form in
      GrowthJob(what: "to \(form)", unit: "rows", sizes: sizes) { bench, size in
        let path = try table(size, bench)
        return .init(
          whole: lines(["read '\(path)' | to \(form) '\(bench.folder("out.\(form)"))'"], bench),
          before: lines(["read '\(path)' | top 1"], bench))
      }
    }

  private static func lines(_ lines: [String], _ bench: Bench) -> (command: Invocation, input: String?) {
    (bench.programs.leerkring.with(lines.flatMap { ["-c", $0] }), nil)
  }

  private static func cells(_ row: Int) -> (d: String, g: String, n: String, t: String, x: String) {
    // Spread by a factor that has no part in common with the sizes.
    let number = row * 7_919 % 1_000_003
    return ("d\(row / 7)", "g\(row % 7)", "\(number % 1_000)", "t\(number)", "\(number).\(row % 10)")
  }

  private static func table(_ size: Int, _ bench: Bench) throws -> String {
    try made("rows\(size).csv", bench) {
      var text = "d;g;n;t;x\n"
      for row in 0..<size {
        let cells = cells(row)
        text += "\(cells.d);\(cells.g);\(cells.n);\(cells.t);\(cells.x)\n"
      }
      return text
    }
  }

  private static func records(_ size: Int, _ bench: Bench) throws -> String {
    try made("rows\(size).jsonl", bench) {
      var text = ""
      for row in 0..<size {
        let cells = cells(row)
        text += #"{"d":"\#(cells.d)","g":"\#(cells.g)","n":\#(cells.n),"t":"\#(cells.t)","x":\#(cells.x)}"# + "\n"
      }
      return text
    }
  }

  /// The path of a file that is made once.
  private static func made(_ name: String, _ bench: Bench, _ text: () -> String) throws -> String {
    let path = bench.folder(name)
    if bench.size(of: path) == 0 { bench.folder.write(Array(text().utf8), to: name) }
    return path
  }
}
