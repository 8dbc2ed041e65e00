import TestSupport
import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// The knowledge base as data: its shape, its citations, its words.
@Suite struct KnowledgeTests {
  @Test(arguments: KnowledgeFiles.names + ["sources"])
  func `every file is as its published schema says`(name: String) throws {
    #expect(try KnowledgeFiles.schema(name).problems(KnowledgeFiles.data(name)) == [])
  }

  @Test func `a schema refuses a case without a source for a figure, and a text in one language`() throws {
    var file = try #require(try KnowledgeFiles.data("cases").object)
    var cases = try #require(file["cases"]?.array)
    var first = try #require(cases[0].object)
    first["numbers"] = [["trait": "products", "value": 9]]
    first["label"] = ["nl": "Sittard"]
    cases[0] = .object(first)
    file["cases"] = .array(cases)
    let problems = Set(try KnowledgeFiles.schema("cases").problems(.object(file)))
    #expect(problems.contains("$.cases[0].label: lacks 'en'"))
    #expect(problems.count > 1)
  }

  @Test(arguments: KnowledgeFiles.names)
  func `every citation names a publication that is known, with a place, and lines of a seed that has words there`(
    name: String
  ) throws {
    let known = try #require(try KnowledgeFiles.data("sources").object)
    var citations = 0
    for (path, members) in KnowledgeFiles.objects(try KnowledgeFiles.data(name)) {
      guard let json = members["source"] else { continue }
      let citation = try Citation(field: json)
      #expect(known[citation.id] != nil, "\(path)")
      citations += 1
      guard KnowledgeFiles.seeds[citation.id] != nil else { continue }
      let lines = try #require(citation.lines, "\(path)")
      guard let seed = KnowledgeFiles.seedLines[citation.id] else { continue }
      #expect(lines.upperBound <= seed.count, "\(path)")
      #expect(seed[lines.lowerBound - 1].contains { $0.isLetter }, "\(path): line \(lines.lowerBound)")
      #expect(seed[lines.upperBound - 1].contains { $0.isLetter }, "\(path): line \(lines.upperBound)")
    }
    #expect(citations > 0)
  }

  @Test(arguments: KnowledgeFiles.names)
  func `every statement has a source`(name: String) throws {
    for (path, members) in KnowledgeFiles.objects(try KnowledgeFiles.data(name)) where members["text"] != nil {
      #expect(members["source"] != nil, "\(path)")
    }
  }

  @Test func `no person is named: no address, no telephone number`() throws {
    for name in KnowledgeFiles.names {
      let text = try KnowledgeFiles.data(name).canonical
      #expect(!text.contains("@") && text.firstMatch(of: /06[ -]?[0-9]{8}/) == nil)
    }
  }

  @Test func `the words are ours: no seven words after each other stand so in a source`() throws {
    for seed in KnowledgeFiles.seedLines.values {
      let words = KnowledgeFiles.words(seed.joined(separator: "\n"))
      var runs: Set<[Substring]> = []
      for start in 0...(words.count - 7) { runs.insert(Array(words[start..<start + 7])) }
      for name in KnowledgeFiles.names {
        for (path, members) in KnowledgeFiles.objects(try KnowledgeFiles.data(name)) {
          let ours = KnowledgeFiles.words(members["nl"]?.string ?? "")
          guard ours.count >= 7 else { continue }
          for start in 0...(ours.count - 7) where runs.contains(Array(ours[start..<start + 7])) {
            Issue.record("\(name) \(path): \(ours[start..<start + 7].joined(separator: " "))")
          }
        }
      }
    }
  }

  @Test func `Swift reads all that the files hold`() throws {
    try Workbench().session.looking(as: "procurementcomparator").readProcurementKnowledge()
    #expect(try KnowledgeFiles.items("forms", list: "axes", as: Axis.self).count == 5)
    #expect(try KnowledgeFiles.items("forms", as: Form.self).count == 24)
    #expect(try KnowledgeFiles.items("forms", list: "incentives", as: PerverseIncentive.self).count == 10)
    #expect(try KnowledgeFiles.items("cases", as: CaseRecord.self).count == 10)
    #expect(try KnowledgeFiles.items("cases", list: "traits", as: Trait.self).count == 16)
    #expect(try KnowledgeFiles.items("criteria", as: Criterion.self).count == 7)
    #expect(try KnowledgeFiles.items("criteria", list: "statements", as: SignedStatement.self).count == 48)
    #expect(try KnowledgeFiles.items("kpis", as: Indicator.self).count == 17)
  }

  @Test(arguments: [
    ("forms", "forms", "label", "procure forms"), ("cases", "cases", "year", "procure case brunssum"),
    ("criteria", "statements", "sign", "procure fit"), ("kpis", "kpis", "set", "procure kpi"),
    ("floor", "items", "source", "bid floor --labour 30 --nonproductive 20"),
    ("terms", "steps", "months", "procure timeline --start 2027-01-01"),
    ("iwmo", "rules", "text", "procure iwmo --minutes 9"),
    ("provision", "rows", "outcome", "procure provision"), ("arnhem", "rules", "id", "procure arnhem --hours 2"),
    ("law", "law", "what", "procure law"),
  ])
  func `an item that lacks a member is an error that names the file and the member, and nothing is answered`(
    file: String, list: String, member: String, line: String
  ) throws {
    let folder = TemporaryFolder()
    for name in KnowledgeFiles.names + ["sources"] {
      var json = try KnowledgeFiles.data(name)
      if name == file, var members = json.object, var items = members[list]?.array, var item = items[0].object {
        item[member] = nil
        items[0] = .object(item)
        members[list] = .array(items)
        json = .object(members)
      }
      folder.write(Array(json.canonical.utf8), to: "\(name).json")
    }
    let bench = try Workbench(data: folder.path)
    let error = bench.error(line)
    #expect(error?.code == "knowledge.damaged")
    let message = error?.message.en ?? ""
    #expect(throws: Diagnostic.self) {
      try bench.session.looking(as: "procurementcomparator").readProcurementKnowledge()
    }
    #expect(message.contains("'\(file).json'") && message.contains("› \(member)' is missing"), "\(message)")
  }

  @Test func `every label on an axis is a form of that axis, every figure a trait, every sign about both`() throws {
    let forms = try KnowledgeFiles.items("forms", as: Form.self)
    let axis = Dictionary(uniqueKeysWithValues: forms.map { ($0.id, $0.axis) })
    let traits = Set(try KnowledgeFiles.items("cases", list: "traits", as: Trait.self).map(\.id))
    for one in try KnowledgeFiles.items("cases", as: CaseRecord.self) {
      for (name, placed) in one.place {
        for label in placed { #expect(axis[label.form] == name, "\(one.id) \(label.form)") }
      }
      for figure in one.figures { #expect(traits.contains(figure.trait), "\(one.id) \(figure.trait)") }
    }
    let criteria = Set(try KnowledgeFiles.items("criteria", as: Criterion.self).map(\.id))
    for sign in try KnowledgeFiles.items("criteria", list: "statements", as: SignedStatement.self) {
      #expect(axis[sign.form] != nil && criteria.contains(sign.criterion), "\(sign.form) \(sign.criterion)")
    }
    let words = forms.flatMap { [$0.id] + $0.names }
    #expect(Set(words).count == words.count)
  }
}
