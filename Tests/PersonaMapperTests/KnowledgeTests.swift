import Files
import TestSupport
import Testing
import WorkbenchKit

@testable import PersonaMapper

/// The shipped sets and measures as data: their shape, their citations, what they leave open.
@Suite struct KnowledgeTests {
  private func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().bytes(of: "\(Workbench.data)/\(name).json"))
  }

  private func schema(_ name: String) throws -> JSONSchema {
    let path = Places.root + "/Plugins/PersonaMapper/Knowledge/Schema/\(name).schema.json"
    return JSONSchema(root: try JSONReader.parse(DiskFiles().bytes(of: path)))
  }

  private static let seed: [String]? = {
    let path = Places.root + "/../shared/seeds/001_854400e96aa52804.txt"
    guard let bytes = try? DiskFiles().bytes(of: path) else {
      print("skipped: tests against the source, because ../shared/seeds is not there")
      return nil
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0)
    }
  }()

  @Test(arguments: ["sets", "measures", "glossary", "sources"])
  func `every file is as its published schema says`(name: String) throws {
    #expect(try schema(name).problems(data(name)) == [])
  }

  @Test func `every shipped set is a set as it is exported and imported`() throws {
    let schema = try schema("persona-set-1")
    for item in try data("sets")["sets"]?.array ?? [] {
      #expect(schema.problems(item) == [] && SetForm.problems(item) == [])
      let set = try PersonaSet(field: item)
      #expect(schema.problems(set.json) == [])
      #expect(try PersonaSet(field: set.json) == set && set.unread.isEmpty)
    }
  }

  @Test func `every citation names a source and lines that are there, and no sentence is copied`() throws {
    let known = try #require(try data("sources").object)
    for name in ["sets", "measures"] {
      var stack: [JSON] = [try data(name)]
      var count = 0
      while let json = stack.popLast() {
        stack += json.array ?? []
        guard let members = json.object else { continue }
        stack += members.values
        guard members["lines"] != nil else { continue }
        let citation = try Citation(field: json)
        let lines = try #require(citation.lines)
        count += 1
        #expect(known[citation.id] != nil)
        if let seed = Self.seed {
          #expect(
            seed[(lines.lowerBound - 1)..<lines.upperBound].contains { $0.contains { $0.isLetter } })
        }
      }
      #expect(count > 10)
    }
    guard let seed = Self.seed else { return }
    let text = seed.joined(separator: " ").lowercased()
    for name in ["sets", "measures"] {
      var stack: [JSON] = [try data(name)]
      while let json = stack.popLast() {
        stack += (json.array ?? []) + (json.object?.values.map { $0 } ?? [])
        guard let words = json["nl"]?.string, words.split(separator: " ").count >= 5 else { continue }
        #expect(!text.contains(words.lowercased()), "\(words)")
      }
    }
  }

  @Test func `what the source lost is empty: no position, three moments and a question, no cell`() throws {
    let set = try #require(
      try data("sets")["sets"]?.array?.map(PersonaSet.init(field:)).first { $0.id == "langer-thuis" })
    #expect(set.personas.count == 6)
    #expect(set.personas.allSatisfy { $0.x == PersonaPlace() && $0.y == PersonaPlace() && $0.description == nil })
    #expect(set.moments.map(\.origin) == [.given, .example, .example, .question])
    #expect(set.cells.isEmpty && set.missing.count == 4)
    #expect(set.examples.count == 4 && Set(set.examples.map(\.profile.nl)).count == 2)
    #expect(set.examples.allSatisfy { example in !set.personas.contains { $0.name == example.profile } })
  }

  @Test func `Guus has two places in the source and both are said; the others have one`() throws {
    let bench = try Workbench("persona set use doelgroepenvervoer")
    let list = try bench.run("persona list")
    #expect(list.table?.columnNames.contains("source") == true)
    #expect(list.texts("name") == ["Guus", "Ravi", "Ilse", "Mildred"])
    #expect(list.texts("x") == ["kwetsbaar", "extreem kwetsbaar", "zeer kwetsbaar", "kwetsbaar"])
    #expect(list.texts("y") == ["zeer veel (bijlage D); veel (hoofdstuk 4)", "zeer veel", "behoefte", "enige"])
    #expect(list.texts("source").allSatisfy { $0 == "wmo-uitvoering-2017, bijlage D" })
  }

  @Test func `four pillars with twelve measures, and four initiatives under none`() throws {
    let bench = try Workbench("persona set use langer-thuis")
    #expect(try bench.run("arrangement measures").table?.rowCount == 16)
    #expect(
      try bench.run("arrangement measures netwerk").texts("measure") == [
        "signaleren", "netwerk-groter", "vervangende-zorg", "mantelzorg",
      ])
    #expect(try bench.run("arrangement measures").texts("pillar").count { $0 == "niet genoemd" } == 4)
  }

  @Test func `who made the key moments and asked the passengers is credited`() throws {
    let sets = try #require(try data("sets")["sets"]?.array?.map(PersonaSet.init(field:)))
    let transport = try #require(sets.first { $0.id == "doelgroepenvervoer" })
    #expect(transport.evidence.allSatisfy { $0.source?.from == "Muzus" })
    #expect(sets[0].missing.contains { $0.source?.from == "Muzus" && $0.source?.lines == 745...761 })
  }

  @Test func `the evidence is 2,500 cards out, 200 back, 18 and 10 interviews`() throws {
    let tables = try Workbench().run("persona set show doelgroepenvervoer").tables
    let evidence = try #require(tables.first { $0.title?.en == "Evidence" })
    #expect(evidence.column("count")?.numbers == [2500, 200, 18, 10])
    #expect(try Workbench().run("persona set show vraagwijzer").tables.first?.column("count")?.numbers == [3, 14, 1])
  }
}
