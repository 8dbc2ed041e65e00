import Testing
import WorkbenchKit

@testable import PersonaMapper

/// Every form in which a table can come in gives the same answers.
@Suite struct AnswerFormTests {
  private static let forms = ["csv", "json", "jsonl", "columns.json"]

  /// A table in each form; the first line holds the names.
  private static func files(_ name: String, _ rows: [[String]]) -> [String: String] {
    let heads = rows[0]
    func cell(_ words: String) -> String { Double(words) == nil ? "\"\(words)\"" : words }
    let objects = rows.dropFirst().map { row in
      "{" + zip(heads, row).map { "\"\($0)\":\(cell($1))" }.joined(separator: ",") + "}"
    }
    let lists = rows.dropFirst().map { "[" + $0.map(cell).joined(separator: ",") + "]" }.joined(separator: ",")
    let names = heads.map { "\"\($0)\"" }.joined(separator: ",")
    return [
      "\(name).csv": rows.map { $0.joined(separator: ",") + "\n" }.joined(),
      "\(name).json": "[" + objects.joined(separator: ",") + "]",
      "\(name).jsonl": objects.map { $0 + "\n" }.joined(),
      "\(name).columns.json": "{\"columns\":[\(names)],\"rows\":[\(lists)]}",
    ]
  }

  private static let respondents = files(
    "wie", [["respondent", "a", "b"], ["r1", "1", "2"], ["r2", "2", "2"], ["r3", "5", "1"], ["r4", "5", "2"]])

  @Test(arguments: forms)
  func `the respondent's name is no answer, in whatever form it comes`(form: String) throws {
    let bench = try Workbench(files: Self.respondents)
    let found = try bench.run("persona cluster wie.\(form) --k 2 --resamples 0")
    #expect(abs((found.fact("silhouette") ?? 0) - 0.3817) < 0.00005)
    #expect(found.tables[0].column("size")?.numbers == [3, 1])
    #expect(found.tables[0].column("medoid")?.texts?.allSatisfy { $0?.hasPrefix("r") == true } == true)
    #expect(found.words.contains("de respondenten heten naar kolom 'respondent'"))
    let placed = try bench.run("persona assign wie.\(form)")
    #expect(placed.texts("id") == ["r1", "r2", "r3", "r4"])
    #expect(placed.texts("persona") == ["concept-1", "concept-1", "concept-2", "concept-1"])
  }

  @Test(arguments: forms)
  func `Kano takes every form`(form: String) throws {
    let rows = [
      ["respondent", "persona", "feature", "functional", "dysfunctional"], ["r1", "guus", "bellen", "1", "5"],
      ["r2", "mildred", "bellen", "3", "3"],
    ]
    let found = try Workbench(files: Self.files("k", rows)).run("persona kano k.\(form)")
    #expect(found.texts("persona") == ["guus", "mildred"] && found.texts("category") == ["O", "I"])
  }

  @Test func `a table of the workspace goes in too, and an empty text of JSON is no answer`() throws {
    let rows = ["a", "b", "c"].map {
      "{\"w\":\"\($0)\",\"x\":\"\($0 == "c" ? "" : "ja")\",\"y\":\"\($0 == "a" ? 1 : 2)\"}"
    }
    let bench = try Workbench(files: ["wie.json": "[\(rows.joined(separator: ","))]"])
    let found = try bench.run("persona cluster wie.json --k 2 --resamples 0")
    #expect(found.tables[1].column("answered_of_all")?.numbers?.allSatisfy { $0 == 3 } == true)
    #expect(try !bench.piece("drafts").canonical.contains("\"x\":\"\""))
    let table = Table(columns: [.texts("w", ["a", "b", "c"]), .numbers("y", [1, 2, 2])])
    try bench.session.apply(.step(.init(line: "test", time: ""), changes: [PartName(.tables, "wie"): Part(table)]))
    #expect(try bench.run("persona cluster wie --k 2 --resamples 0").fact("respondents_count") == 3)
    #expect(try bench.run("persona assign wie").texts("id") == ["a", "b", "c"])
    #expect(bench.error("persona cluster $niets")?.code == "variable.unknown")
    #expect(bench.error("persona cluster niets.json")?.code == "file.missing")
  }

  @Test func `a row has its number where the first column cannot tell rows apart`() throws {
    let bench = try Workbench(files: ["x.csv": "x,y\n1,a\n1,a\n2,b\n"])
    let found = try bench.run("persona cluster x.csv --k 2 --resamples 0")
    #expect(found.words.contains("de respondenten heten naar hun nummer"))
  }
}
