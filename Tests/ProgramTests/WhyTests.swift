import TestSupport
import Testing
import WorkbenchKit

@Suite struct WhyTests {
  private static let demo = ["wzw demo", "let r1 = wzw estimate BU99010101 --indicator Eenzaam --age 65+"]

  private func why(_ lines: [String]) throws -> JSON {
    try #require(try Leerkring.json(Self.demo + lines).last)
  }

  @Test func `a result tells its command, plugin, version and files`() throws {
    let why = try why(["keep r1", "why r1"])
    #expect(why.facts["command"]?.string == Self.demo[1])
    #expect(why.facts["plugin"] == "woonzorgwijzer")
    #expect(why.facts["version"]?.string?.isEmpty == false)
    let tables = why.blocks("table").map { ($0["columns"]?.array ?? []).compactMap { $0["name"]?.string } }
    #expect(tables.contains { $0.starts(with: ["file", "sha256", "rows", "columns", "year"]) })
    #expect(why.blocks("sources").count == 1)
  }

  @Test func `the figures of the cell multiply to its value`() throws {
    let table = try #require(try why(["why r1"]).blocks("table").first)
    let names = (table["columns"]?.array ?? []).map { $0["name"]?.string ?? "" }
    let rows = (table["rows"]?.array ?? []).map {
      Dictionary(zip(names, $0.array ?? []), uniquingKeysWith: { a, _ in a })
    }
    #expect(rows.map { $0["row"]?.string } == ["BU99010101", "BU99010101"])
    #expect(rows.map { $0["evidence"]?.string } == ["illustrative", "illustrative"])
    let estimate = try #require(try why(["$r1"]).rows.first?["estimate"]?.number)
    let product = rows.reduce(1.0) { $0 * ($1["value"]?.number ?? .nan) }
    #expect(abs(product - estimate) < 1e-9)
  }

  @Test func `a kept result tells the same in the next process`() throws {
    let folder = TemporaryFolder()
    let first = Leerkring.run(
      ["--json", "-w", folder("w.json")] + (Self.demo + ["keep r1", "why r1"]).flatMap { ["-c", $0] })
    let second = Leerkring.run(["--json", "-w", folder("w.json"), "-c", "why r1"])
    let before = try JSONReader.parse(String(first.output.split(separator: "\n").last ?? ""))
    let after = try JSONReader.parse(String(second.output.split(separator: "\n").last ?? ""))
    #expect(before["blocks"] == after["blocks"])
    #expect(second.code == 0)
  }

  @Test func `one row of many is asked for by its name or number`() throws {
    let many = "let r2 = wzw estimate --level buurt --indicator Eenzaam --age 65+ | sort estimate desc"
    let named = try why([many, "why r2 --row BU99010103"]).blocks("table")
    #expect(named.first?.rowValues("row") == ["BU99010103", "BU99010103"])
    #expect(
      Leerkring.run(["--json"] + (Self.demo + [many, "why r2 --row BU9901010"]).flatMap { ["-c", $0] })
        .errorObject?["code"]?.string == "row.unknown")
  }

  @Test func `the steps it stands on are named`() throws {
    let why = try why(["why r1"])
    #expect(why.blocks("table").contains { $0["title"]?.string == "steps" && $0.rowValues("command") == ["wzw demo"] })
  }

  @Test func `a step that stood on another brings that one along`() throws {
    let lines = ["wzw define Oost BU99010101 BU99010103", "let r3 = wzw estimate Oost --indicator Eenzaam --age 65+"]
    let why = try why(lines + ["why r3"])
    let steps = why.blocks("table").first { $0["title"]?.string == "steps" }
    #expect(steps?.rowValues("command") == ["wzw demo", lines[0]])
    let folder = TemporaryFolder()
    let run = { (lines: [String]) in
      Leerkring.run(["--json", "-w", folder("w.json")] + lines.flatMap { ["-c", $0] }).output
    }
    let last = { (output: String) in try JSONReader.parse(String(output.split(separator: "\n").last ?? "")) }
    // In a workspace with a file the files that ship go by their bare names, before it is kept as after it.
    let first = try last(run(Self.demo + lines + ["keep r3", "save", "why r3"]))
    #expect(try last(run(["why r3"]))["blocks"] == first["blocks"])
  }

  @Test func `a name that is not there is one error`() {
    #expect(Leerkring.run(["--json", "-c", "why x"]).errorObject?["code"]?.string == "result.unknown")
  }
}

extension JSON {
  /// The texts of one column of a table block.
  fileprivate func rowValues(_ name: String) -> [String?] {
    guard let index = self["columns"]?.array?.firstIndex(where: { $0["name"]?.string == name }) else { return [] }
    return (self["rows"]?.array ?? []).map { $0.array?[index].string }
  }
}
