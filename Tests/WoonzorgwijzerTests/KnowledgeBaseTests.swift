import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// The knowledge base as data: its shape, its citations, its words, its figures.
@Suite struct KnowledgeBaseTests {
  @Test(arguments: KnowledgeBase.names + ["glossary", "instrument", "judgements", "sources", "starting"])
  func `every file is as its published schema says`(name: String) throws {
    #expect(try KnowledgeBase.schema(name).problems(KnowledgeBase.data(name)) == [])
  }

  @Test func `a schema refuses an item without a source, and one in a single language`() throws {
    let schema = try KnowledgeBase.schema("agenda")
    var file = try #require(try KnowledgeBase.data("agenda").object)
    var items = try #require(file["dilemmas"]?.array)
    var first = try #require(items[0].object)
    first["source"] = nil
    first["label"] = ["nl": "opgave"]
    items[0] = .object(first)
    file["dilemmas"] = .array(items)
    #expect(
      Set(schema.problems(.object(file))) == ["$.dilemmas[0]: lacks 'source'", "$.dilemmas[0].label: lacks 'en'"])
  }

  @Test(arguments: KnowledgeBase.names)
  func `every item has a source that exists, with a place and lines`(name: String) throws {
    let known = try #require(try KnowledgeBase.data("sources").object)
    var citations = 0
    for (path, members) in KnowledgeBase.objects(try KnowledgeBase.data(name)) {
      if let source = members["source"], source != .null {
        let citation = try Citation(field: source)
        #expect(citation.lines != nil, "\(path)")
        #expect(known[citation.id] != nil, "\(path)")
        citations += 1
      } else if members["id"] != nil, members["place"] == nil, members["what"]?["source"] == nil,
        !["domains", "grades"].contains(where: path.contains)
      {
        Issue.record("\(path) has no source")
      }
    }
    #expect(citations > 0)
  }

  @Test func `no cell of Tabel 3 is filled, and no need is stated without a sentence that says it`() throws {
    let file = try KnowledgeBase.data("necessity")
    let cells = try #require(file["table3"]?["cells"]?.array)
    #expect(cells.count == 69)
    #expect(cells.allSatisfy { $0["grade"] == "onbekend" && $0["group"] == "3" })
    let rows = try #require(try KnowledgeBase.data("preconditions")["preconditions"]?.array)
    #expect(
      Set(cells.compactMap { $0["precondition"]?.string })
        == Set(rows.filter { $0["table3"] == true }.compactMap { $0["id"]?.string }))
    let stated = try (file["stated"]?.array ?? []).map(StatedNeed.init(field:))
    #expect(stated.count == 24 && stated.count == file["stated"]?.array?.count)
    let groups = Set((try KnowledgeBase.data("groups")["groups"]?.array ?? []).compactMap { $0["id"]?.string })
    for need in stated {
      #expect(groups.contains(need.group) && rows.contains { $0["id"]?.string == need.precondition })
      guard let seed = KnowledgeBase.seed else { continue }
      let lines = try #require(need.source.lines)
      #expect(seed[lines.lowerBound - 1].contains { $0.isLetter }, "\(need.group) \(need.precondition)")
    }
    #expect(Set(stated.map(\.group)) == ["3", "ggz-c3", "lvb", "vg-matig"])
  }

  @Test func `all rows of Tabel 3 are there, in four families, with minutes and metres where it gives them`() throws {
    let rows = try (KnowledgeBase.data("preconditions")["preconditions"]?.array ?? []).map(Precondition.init(field:))
      .filter(\.isInTable3)
    let counts = Dictionary(grouping: rows, by: \.family).mapValues(\.count)
    #expect(counts == ["toeleiding": 2, "ondersteuning": 9, "woning": 4, "woonomgeving": 8])
    #expect(rows.compactMap(\.metres) == [100, 1000, 100, 1000])
    #expect(rows.compactMap(\.minutes).map(\.to) == [30, 10] && rows.compactMap(\.minutes).first?.from == 20)
  }

  @Test func `limitations and networks are known of the four groups that annex 1 describes, and of no other`() throws {
    let groups = try (KnowledgeBase.data("groups")["groups"]?.array ?? []).map(TargetGroup.init(field:))
    #expect(
      groups.map(\.id) == [
        "vv", "vg", "lg", "zg", "ggz", "1", "2a", "2b", "3", "4a", "4b", "4c", "ggz-c3", "lvb", "vg-matig",
      ])
    #expect(groups.filter { $0.limitations != nil }.map(\.id) == ["3", "ggz-c3", "lvb", "vg-matig"])
    #expect(groups.filter { $0.network != nil }.map(\.id) == ["3", "ggz-c3", "lvb", "vg-matig"])
    #expect(groups.compactMap(\.share).map(\.value) == [0.75, 0.125, 0.125])
  }

  @Test func `the check of the data reads every list and finds nothing wrong`() throws {
    var registrar = Registrar(dataFolder: Workbench.data)
    Woonzorgwijzer().register(with: &registrar)
    let check = try #require(registrar.knowledgeCheck)
    try check(Workbench().session.looking(as: "woonzorgwijzer"))
  }

  @Test func `no person is named: no address, no telephone number`() throws {
    for name in KnowledgeBase.names {
      let text = try KnowledgeBase.data(name).canonical
      #expect(!text.contains("@") && text.firstMatch(of: /06[ -]?[0-9]{8}/) == nil)
    }
  }

  @Test func `the words are ours: no seven words after each other stand so in the source`() throws {
    guard let seed = KnowledgeBase.seed else { return }
    let words = KnowledgeBase.words(seed.joined(separator: "\n"))
    var runs: Set<[Substring]> = []
    for start in 0...(words.count - 7) { runs.insert(Array(words[start..<start + 7])) }
    for name in KnowledgeBase.names {
      for (path, members) in KnowledgeBase.objects(try KnowledgeBase.data(name)) {
        let ours = KnowledgeBase.words(members["nl"]?.string ?? "")
        guard ours.count >= 7 else { continue }
        for start in 0...(ours.count - 7) where runs.contains(Array(ours[start..<start + 7])) {
          Issue.record("\(name) \(path): \(ours[start..<start + 7].joined(separator: " "))")
        }
      }
    }
  }
}
