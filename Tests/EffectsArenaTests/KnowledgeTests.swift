import Files
import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import EffectsArena

/// The knowledge base as data: its shape, its citations, its figures.
@Suite struct KnowledgeTests {
  static let names = ["blocks", "effects", "laws", "limits", "money", "starters"]

  private static func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().read("\(ArenaBench.data)/\(name).json", at: nil).bytes)
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
      ("gebiedsgericht-2016", "000_64e1708054ab6191.txt"), ("wmo-uitvoering-2017", "001_854400e96aa52804.txt"),
      ("bw-mo-regio-2017", "002_61c946b634829bb7.txt"), ("vernieuwing-casus-2015", "003_7555b0b5d58fc93b.txt"),
      ("waakvlam-2020", "004_d251f3e8da818ed2.txt"),
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
    let path = Places.root + "/Plugins/EffectsArena/Knowledge/Schema/\(name).schema.json"
    let schema = JSONSchema(root: try JSONReader.parse(DiskFiles().read(path, at: nil).bytes))
    #expect(schema.problems(try Self.data(name)) == [])
  }

  @Test(arguments: names) func `every citation names a publication that is known, and lines that say something`(
    name: String
  ) throws {
    let known = try #require(try Self.data("sources").object)
    var citations = 0
    for (path, members) in Self.objects(try Self.data(name)) {
      for key in ["source", "contested"] {
        guard let json = members[key] else { continue }
        let citation = try Citation(field: json)
        #expect(known[citation.id] != nil, "\(path)")
        citations += 1
        if let lines = citation.lines, let seed = Self.seeds?[citation.id] {
          #expect(seed[lines.lowerBound - 1].contains { $0.isLetter }, "\(path) \(lines)")
        }
      }
    }
    #expect(citations > 0)
  }

  @Test func `every printed figure stands on the line that is cited`() throws {
    guard let seeds = Self.seeds else { return }
    let printed: [(id: String, words: [String])] = [
      ("nieuwe-taken", ["20%", "0,8 miljard"]), ("oude-taken", ["0,6 miljard", "40%"]), ("begeleiding-34", ["34%"]),
      ("sociaal-domein-12", ["12%"]), ("fonds-200", ["€ 200 miljoen", "77 gemeenten", "€ 4,8 miljard"]),
      ("ggz-20", ["20%", "300 miljoen"]), ("bedden-30", ["30%"]), ("berflo-es-geld", ["370.000 euro"]),
    ]
    let money = try Self.data("money")
    let items = (money["items"]?.array ?? []) + (money["cases"]?.array ?? [])
    for (id, words) in printed {
      let item = try #require(items.first { $0["id"]?.string == id }, "\(id)")
      let citation = try Citation(field: item["source"] ?? .null)
      let lines = try #require(citation.lines)
      let text = try #require(seeds[citation.id])[lines.lowerBound - 1]
      for word in words { #expect(text.contains(word), "\(id): \(word)") }
    }
    let shares = seeds["gebiedsgericht-2016"]?[626] ?? ""
    for word in ["18%", "60%", "17%"] { #expect(shares.contains(word)) }
    #expect(seeds["gebiedsgericht-2016"]?[399].contains("58 WMO-geschikte woningen") == true)
  }

  @Test(arguments: ["woonservicegebied", "goede-buur", "berflo-es"])
  func `a starter has no link, and no amount but a printed one`(name: String) throws {
    let bench = try ArenaBench.empty(["arena start \(name)"])
    let sheet = try #require(try bench.session.workspace.sheetForTest)
    #expect(sheet.links.isEmpty && sheet.effects.isEmpty && !sheet.nodes(.effect).isEmpty)
    #expect(sheet.investments.compactMap(\.mean) == (name == "berflo-es" ? [370_000] : []))
    #expect(sheet.nodes.allSatisfy { $0.source != nil } && sheet.unread.isEmpty)
    // Started again it is there already, and the way out works.
    let error = try #require(bench.error("arena start \(name)"))
    #expect(error.code == "sheet.taken")
    try bench.run(try #require(error.suggestion))
    try bench.run("arena start \(name) --name tweede")
  }

  @Test func `nineteen blocks, nine effects, and every topic can be read in both languages`() throws {
    let bench = try ArenaBench.empty()
    #expect(try bench.run("arena knowledge blocks").table?.rowCount == 19)
    #expect(try bench.run("arena knowledge effects").table?.rowCount == 9)
    for topic in SourceTopic.all {
      #expect(try bench.run("arena knowledge \(topic.id)").table?.rowCount ?? 0 > 0, "\(topic.id)")
    }
    #expect(try bench.run("arena knowledge").table?.rowCount == SourceTopic.all.count)
  }
}
