import Files
import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import RegionMonitor

/// The knowledge base as data: its shape, its citations, its words.
@Suite struct KnowledgeTests {
  static let names = [
    "regions", "successors", "questions", "conditions", "parts", "shares", "tasks", "placings", "rules", "glossary",
  ]

  private static func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().read("\(RegionBench.data)/\(name).json", at: nil).bytes)
  }

  private static func objects(_ json: JSON, _ path: String = "$") -> [(path: String, members: [String: JSON])] {
    switch json {
    case .object(let members):
      [(path, members)] + members.sorted { $0.key < $1.key }.flatMap { objects($1, "\(path).\($0)") }
    case .array(let items): items.enumerated().flatMap { objects($1, "\(path)[\($0)]") }
    default: []
    }
  }

  /// The lines of the seed, or nil where it is not there.
  private static let seed: [String]? = {
    let path = "\(Places.root)/../shared/seeds/002_61c946b634829bb7.txt"
    guard let file = try? DiskFiles().read(path, at: nil) else {
      print("skipped: tests against the source, because ../shared/seeds is not there")
      return nil
    }
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
  }()

  @Test(arguments: names + ["sources"]) func `every file is as its published schema says`(name: String) throws {
    let path = Places.root + "/Plugins/RegionMonitor/Knowledge/Schema/\(name).schema.json"
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
      if let lines = citation.lines, let seed = Self.seed, citation.id == "bw-mo-regio-2017" {
        for line in [lines.lowerBound, lines.upperBound] {
          #expect(seed[line - 1].contains { $0.isLetter }, "\(path) \(line)")
        }
      }
    }
    #expect(citations > 0)
  }

  @Test func `each region stands on its line of the source, name for name`() throws {
    guard let seed = Self.seed else { return }
    let bench = try RegionBench.make()
    _ = try bench.run("regio list")
    let regions = try #require(try Self.data("regions")["regions"]?.array)
    #expect(regions.count == 46)
    for region in regions {
      let line = try #require(region["source"]?["lines"]?.array?.first?.int)
      let columns = seed[line - 1].split(separator: "\t").map { String($0) }
      #expect(
        columns.count == 3 && columns[0] == region["label"]?["nl"]?.string && columns[1] == region["centre"]?.string)
      let printed = region["printed"]?.object ?? [:]
      let names = (region["municipalities"]?.array ?? []).compactMap(\.string).map { printed[$0]?.string ?? $0 }
      // Put together again the names are the line: nothing was parted or joined that is not.
      #expect(names.joined(separator: ", ") == columns[2], "\(line)")
    }
  }

  @Test func `what a source is cited for has its words on that line`() throws {
    guard let seed = Self.seed else { return }
    for (line, words) in [
      (173, "normatieve"), (198, "15%"), (211, "ambtelijk"), (213, "85%"), (217, "twee regio"), (219, "65%"),
      (219, "Zes regio"),
      (221, "categorisering"), (223, "1 januari 2020"), (261, "conditie 2"), (265, "helft"), (269, "Drie regio"),
      (384, "vier"),
      (418, "Elk tijdstip"), (517, "237"), (545, "drie"), (716, "1.200"), (869, "10 jaar"), (885, "20 landelijke"),
      (888, "coalition of the willing"), (917, "Harderwijk"), (925, "XX"), (952, "Nuenen, Gerwen"), (974, "Meerijstad"),
      (1130, "bepalen het niveau"),
    ] { #expect(seed[line - 1].contains(words), "\(line) \(words)") }
  }

  @Test func `tasks begin where the source numbers them, and their questions are as many as stand there`() throws {
    guard let seed = Self.seed else { return }
    for task in try Self.data("tasks")["tasks"]?.array ?? [] {
      let id = try #require(task["id"]?.string)
      let first = try #require(task["source"]?["lines"]?.array?.first?.int)
      #expect(seed[first - 1].hasPrefix(id + " "), "\(id) \(first)")
    }
    let placings = try #require(try Self.data("placings")["placings"]?.array)
    #expect(placings.count == 21)
    for (scale, tasks, questions) in [("lokaal", 6, 6), ("bovenregionaal", 8, 14), ("landelijk", 7, 10)] {
      let here = placings.filter { $0["scale"]?.string == scale }
      #expect(
        here.count == tasks && here.reduce(0) { $0 + ($1["questions"]?.array?.count ?? 0) } == questions, "\(scale)")
    }
  }

  @Test func `no municipality goes into one that is not there, and none that is there still is gone`() throws {
    let path = Places.root + "/../shared/data/kwb_nl_2024.csv"
    guard RegionBench.exists(path) else { return }
    let bench = try RegionBench.make()
    let listed = try bench.run("regio list --against \(path)")
    let new = Set(listed.texts("successors").flatMap { $0.split(separator: ", ").map { String($0) } })
    #expect(new.count > 17 && listed.fact("new") == 17)
    // Each that is new in 2024 was made of some of 2017: the regions name it, and two of them share it where it lies across.
    #expect(listed.numbers("new").reduce(0, +) == 19)
  }

  @Test func `every topic shows in both languages, and help finds the terms`() throws {
    for language in [WorkbenchKit.Language.nl, .en] {
      let bench = try RegionBench.make(language: language)
      for topic in SourceTopic.all {
        let shown = try bench.run("regio knowledge \(topic.id)")
        #expect(shown.table?.rowCount ?? 0 > 0 && !shown.texts("more").contains(""), "\(topic.id)")
      }
      for task in 1...14 { #expect(try !bench.run("opgave show \(task)").blocks.isEmpty) }
    }
  }
}
