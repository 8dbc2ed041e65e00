import TestSupport

/// Stages over more and more rows.
enum RowJobs {
  private static let sizes = [100_000, 200_000, 400_000]

  static let all: [GrowthJob] =
    [
      GrowthJob(what: "read CSV", unit: "rows", sizes: sizes) { bench, size in
        let path = try RowTables.csv(size, bench)
        return .init(whole: lines(["read '\(path)' | top 1"], bench), before: lines(["let a = 1"], bench))
      },
      GrowthJob(what: "read JSON Lines", unit: "rows", sizes: sizes) { bench, size in
        let path = try RowTables.jsonLines(size, bench)
        return .init(whole: lines(["read '\(path)' | top 1"], bench), before: lines(["let a = 1"], bench))
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
        let path = try RowTables.csv(size, bench)
        return .init(
          whole: lines(["read '\(path)' | \(stage) | top 1"], bench), before: lines(["read '\(path)' | top 1"], bench))
      }
    }
    + [
      GrowthJob(what: "join", unit: "rows", sizes: sizes) { bench, size in
        let path = try RowTables.csv(size, bench)
        return .init(
          whole: lines(["read '\(path)' | join '\(path)' --on t | top 1"], bench),
          before: lines(["read '\(path)' | top 1", "read '\(path)' | top 1"], bench))
      }
    ]
    + ["csv", "json", "jsonl", "xlsx"].map { form in
      GrowthJob(what: "to \(form)", unit: "rows", sizes: sizes) { bench, size in
        let path = try RowTables.csv(size, bench)
        return .init(
          whole: lines(["read '\(path)' | to \(form) '\(bench.folder("out.\(form)"))'"], bench),
          before: lines(["read '\(path)' | top 1"], bench))
      }
    }

  private static func lines(_ lines: [String], _ bench: Bench) -> (command: Invocation, input: String?) {
    (bench.programs.leerkring.with(lines.flatMap { ["-c", $0] }), nil)
  }
}
