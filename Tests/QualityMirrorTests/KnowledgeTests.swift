import Files
import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import QualityMirror

/// The knowledge base as data: its shape, its citations, its words.
@Suite struct KnowledgeTests {
  static let names = ["cases", "domains", "reasons", "results"]

  private static func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().read("\(MirrorBench.data)/\(name).json", at: nil).bytes)
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
      ("wmo-uitvoering-2017", "001_854400e96aa52804.txt"), ("bw-mo-regio-2017", "002_61c946b634829bb7.txt"),
      ("vernieuwing-casus-2015", "003_7555b0b5d58fc93b.txt"),
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
    let path = Places.root + "/Plugins/QualityMirror/Knowledge/Schema/\(name).schema.json"
    let schema = JSONSchema(root: try JSONReader.parse(DiskFiles().read(path, at: nil).bytes))
    #expect(schema.problems(try Self.data(name)) == [])
  }

  @Test(arguments: names) func `every citation names a publication that is known, and lines that say something`(
    name: String
  ) throws {
    let known = try #require(try Self.data("sources").object)
    for (path, members) in Self.objects(try Self.data(name)) {
      guard let json = members["source"] else { continue }
      let citation = try Citation(field: json)
      #expect(known[citation.id] != nil, "\(path)")
      let lines = try #require(citation.lines, "\(path)")
      guard let seed = Self.seeds?[citation.id] else { continue }
      for line in [lines.lowerBound, lines.upperBound] {
        #expect(seed[line - 1].contains { $0.isLetter }, "\(path) \(line)")
      }
    }
  }

  @Test func `what a source is cited for has its words on that line`() throws {
    guard let seeds = Self.seeds else { return }
    for (id, line, words) in [
      ("bw-mo-regio-2017", 745, "uren zorg"), ("bw-mo-regio-2017", 745, "in navolging van"),
      ("bw-mo-regio-2017", 751, "samenwerking tussen aanbieders"),
      ("bw-mo-regio-2017", 320, "Inkomen en schulden"), ("bw-mo-regio-2017", 323, "Participatie"),
      ("bw-mo-regio-2017", 1104, "getraind"),
      ("bw-mo-regio-2017", 1110, "ongeveer 400"), ("bw-mo-regio-2017", 1110, "200 cliënten"),
      ("bw-mo-regio-2017", 731, "vertrouwen"),
      ("wmo-uitvoering-2017", 320, "second opinion"), ("wmo-uitvoering-2017", 716, "per thema"),
      ("wmo-uitvoering-2017", 714, "ongevraagd"),
      ("wmo-uitvoering-2017", 718, "vertrouwen van burgers"), ("wmo-uitvoering-2017", 407, "SMART"),
      ("vernieuwing-casus-2015", 93, "stabiele financiële situatie"),
      ("vernieuwing-casus-2015", 132, "Monitoring en sturing"),
      ("vernieuwing-casus-2015", 162, "voortgangsgesprekken"), ("vernieuwing-casus-2015", 241, "nulmeting"),
    ] { #expect(seeds[id]?[line - 1].lowercased().contains(words.lowercased()) == true, "\(id) \(line) \(words)") }
  }

  @Test func `the only figure is the one that the source gives, and what it does not is said to be empty`() throws {
    var figures: [Double] = []
    for name in Self.names {
      for (path, members) in Self.objects(try Self.data(name)) where !path.hasSuffix(".source") {
        figures += members.values.compactMap(\.number)
      }
    }
    #expect(figures.sorted() == [200, 400])
    let empty = try MirrorBench.make().run("spiegel knowledge empty")
    #expect(empty.table?.rowCount == 6 && empty.texts("more").allSatisfy { !$0.isEmpty })
    let cases = try MirrorBench.make().run("spiegel cases")
    #expect(cases.texts("figure").count { $0 == "de bron geeft geen cijfers" } == 2)
  }

  @Test func `every topic shows in both languages, and the rest of the knowledge reads`() throws {
    for language in [WorkbenchKit.Language.nl, .en] {
      let bench = try MirrorBench.make(language: language)
      for topic in SourceTopic.all {
        #expect(try bench.run("spiegel knowledge \(topic.id)").table?.rowCount ?? 0 > 0, "\(topic.id)")
      }
      #expect(
        try bench.run("spiegel arrangement goals").texts("domain") == ["inkomen", "wonen", "zorg", "participatie"])
      #expect(try bench.run("spiegel reason list").table?.rowCount == 7)
    }
  }
}
