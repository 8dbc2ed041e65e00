import Files
import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Waakvlam

/// The knowledge base as data: its shape, its citations, its words.
@Suite struct KnowledgeTests {
  static let names = ["candidates", "handover", "marks", "mechanisms", "relapse", "situations"]

  private static func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().read("\(WaakvlamBench.data)/\(name).json", at: nil).bytes)
  }

  private static func objects(_ json: JSON, _ path: String = "$") -> [(path: String, members: [String: JSON])] {
    switch json {
    case .object(let members):
      [(path, members)] + members.sorted { $0.key < $1.key }.flatMap { objects($1, "\(path).\($0)") }
    case .array(let items): items.enumerated().flatMap { objects($1, "\(path)[\($0)]") }
    default: []
    }
  }

  /// The lines of the seeds, or nil where they are not there.
  private static let seeds: [String: [String]]? = {
    var found: [String: [String]] = [:]
    for (id, name) in [
      ("gebiedsgericht-2016", "000_64e1708054ab6191.txt"), ("bw-mo-regio-2017", "002_61c946b634829bb7.txt"),
      ("vernieuwing-casus-2015", "003_7555b0b5d58fc93b.txt"), ("waakvlam-2020", "004_d251f3e8da818ed2.txt"),
    ] {
      guard let file = try? DiskFiles().read("\(Places.root)/../shared/seeds/\(name)", at: nil) else {
        print("skipped: tests against the sources, because ../shared/seeds is not there")
        return nil
      }
      found[id] = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0) }
    }
    return found
  }()

  @Test(arguments: names + ["sources", "glossary"]) func `every file is as its published schema says`(name: String)
    throws
  {
    let path = Places.root + "/Plugins/Waakvlam/Knowledge/Schema/\(name).schema.json"
    let schema = JSONSchema(root: try JSONReader.parse(DiskFiles().read(path, at: nil).bytes))
    #expect(schema.problems(try Self.data(name)) == [])
  }

  @Test(arguments: names) func `every citation names a publication that is known, and lines that say something`(
    name: String
  ) throws {
    let known = try #require(try Self.data("sources").object)
    var citations = 0
    for (path, members) in Self.objects(try Self.data(name)) {
      guard let json = members["source"] else { continue }
      let citation = try Citation(field: json)
      #expect(known[citation.id] != nil, "\(path)")
      citations += 1
      if let lines = citation.lines, let seed = Self.seeds?[citation.id] {
        for line in [lines.lowerBound, lines.upperBound] {
          #expect(seed[line - 1].contains { $0.isLetter }, "\(path) \(line)")
        }
      }
    }
    #expect(citations > 0)
  }

  @Test func `what a source is cited for has its words on that line`() throws {
    guard let seeds = Self.seeds else { return }
    for (id, line, words) in [
      ("waakvlam-2020", 145, "outreachend"), ("waakvlam-2020", 484, "80%"), ("waakvlam-2020", 937, "vertrouwd"),
      ("waakvlam-2020", 795, "zes op de acht"), ("waakvlam-2020", 945, "studenten"), ("waakvlam-2020", 933, "wijk-GGD"),
      ("waakvlam-2020", 850, "paar weken"), ("waakvlam-2020", 988, "intake"), ("waakvlam-2020", 174, "zorgplicht"),
      ("bw-mo-regio-2017", 400, "doorzettingsmacht"), ("bw-mo-regio-2017", 406, "zelfzorg"),
      ("bw-mo-regio-2017", 418, "Elk tijdstip"), ("gebiedsgericht-2016", 210, "waakvlam"),
      ("vernieuwing-casus-2015", 513, "huismeester"),
    ] { #expect(seeds[id]?[line - 1].contains(words) == true, "\(id) \(line)") }
  }

  @Test func `three situations of four, three and three steps, each with its party, and no share in any`() throws {
    let bench = try WaakvlamBench.make()
    let all = try bench.run("waakvlam situation")
    #expect(all.texts("id") == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3"])
    let lines = ["144", "145", "146", "147", "153-155", "159-161", "164-166", "174", "175", "176"]
    #expect(all.texts("lines") == lines)
    let parties = Set((try Self.data("situations")["parties"]?.array ?? []).compactMap { $0["id"]?.string })
    for situation in try Self.data("situations")["situations"]?.array ?? [] {
      for step in situation["steps"]?.array ?? [] {
        #expect(parties.contains(step["party"]?.string ?? ""))
        #expect((step["now"] == nil) == (step["absent"] == .bool(true)))
      }
    }
    for (_, members) in Self.objects(try Self.data("situations")) {
      for (key, value) in members where value.number != nil { Issue.record("a figure: \(key)") }
    }
  }

  @Test func `every topic shows in both languages, and help finds the terms`() throws {
    for language in [WorkbenchKit.Language.nl, .en] {
      let bench = try WaakvlamBench.make(language: language)
      for topic in SourceTopic.all {
        let shown = try bench.run("waakvlam knowledge \(topic.id)")
        #expect(shown.table?.rowCount ?? 0 > 0 && !shown.texts("more").contains(""), "\(topic.id)")
      }
    }
  }
}
