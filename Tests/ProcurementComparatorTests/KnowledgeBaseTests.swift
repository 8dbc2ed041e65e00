import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// The knowledge base as data: its shape, its citations, its words.
@Suite struct KnowledgeBaseTests {
  @Test(arguments: KnowledgeBase.names + ["sources"])
  func `every file is as its published schema says`(name: String) throws {
    #expect(try KnowledgeBase.schema(name).problems(KnowledgeBase.data(name)) == [])
  }

  @Test func `a schema refuses a case without a source for a figure, and a text in one language`() throws {
    var file = try #require(try KnowledgeBase.data("cases").object)
    var cases = try #require(file["cases"]?.array)
    var first = try #require(cases[0].object)
    first["numbers"] = [["trait": "products", "value": 9]]
    first["label"] = ["nl": "Sittard"]
    cases[0] = .object(first)
    file["cases"] = .array(cases)
    let problems = Set(try KnowledgeBase.schema("cases").problems(.object(file)))
    #expect(problems.contains("$.cases[0].label: lacks 'en'"))
    #expect(problems.count > 1)
  }

  @Test(arguments: KnowledgeBase.names)
  func `every citation names a publication that is known, with a place, and lines of a seed that has words there`(
    name: String
  ) throws {
    let known = try #require(try KnowledgeBase.data("sources").object)
    var citations = 0
    for (path, members) in KnowledgeBase.objects(try KnowledgeBase.data(name)) {
      guard let json = members["source"] else { continue }
      let citation = try #require(Citation(json), "\(path)")
      #expect(known[citation.id] != nil, "\(path)")
      citations += 1
      guard KnowledgeBase.seeds[citation.id] != nil else { continue }
      let lines = try #require(citation.lines, "\(path)")
      guard let seed = KnowledgeBase.seedLines[citation.id] else { continue }
      #expect(lines.upperBound <= seed.count, "\(path)")
      #expect(seed[lines.lowerBound - 1].contains { $0.isLetter }, "\(path): line \(lines.lowerBound)")
      #expect(seed[lines.upperBound - 1].contains { $0.isLetter }, "\(path): line \(lines.upperBound)")
    }
    #expect(citations > 0)
  }

  @Test(arguments: KnowledgeBase.names)
  func `every statement has a source`(name: String) throws {
    for (path, members) in KnowledgeBase.objects(try KnowledgeBase.data(name)) where members["text"] != nil {
      #expect(members["source"] != nil, "\(path)")
    }
  }

  @Test func `no person is named: no address, no telephone number`() throws {
    for name in KnowledgeBase.names {
      let text = try KnowledgeBase.data(name).canonical
      #expect(!text.contains("@") && text.firstMatch(of: /06[ -]?[0-9]{8}/) == nil)
    }
  }

  @Test func `the words are ours: no seven words after each other stand so in a source`() throws {
    for seed in KnowledgeBase.seedLines.values {
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

  @Test func `what Swift reads is all that the files hold`() throws {
    let forms = try KnowledgeBase.data("forms")
    #expect(forms["axes"]?.array?.compactMap(Axis.init).count == 5)
    #expect(forms["forms"]?.array?.count == forms["forms"]?.array?.compactMap(Form.init).count)
    #expect(forms["incentives"]?.array?.count == forms["incentives"]?.array?.compactMap(PerverseIncentive.init).count)
    let cases = try KnowledgeBase.data("cases")
    #expect(cases["cases"]?.array?.compactMap(CaseRecord.init).count == 10)
    #expect(cases["traits"]?.array?.count == cases["traits"]?.array?.compactMap(Trait.init).count)
    let criteria = try KnowledgeBase.data("criteria")
    #expect(criteria["criteria"]?.array?.compactMap(Criterion.init).count == 7)
    #expect(
      criteria["statements"]?.array?.count == criteria["statements"]?.array?.compactMap(SignedStatement.init).count)
  }

  @Test func `every label on an axis is a form of that axis, every figure a trait, every sign about both`() throws {
    let forms = (try KnowledgeBase.data("forms")["forms"]?.array ?? []).compactMap(Form.init)
    let axis = Dictionary(uniqueKeysWithValues: forms.map { ($0.id, $0.axis) })
    let traits = Set((try KnowledgeBase.data("cases")["traits"]?.array ?? []).compactMap { $0["id"]?.string })
    for one in (try KnowledgeBase.data("cases")["cases"]?.array ?? []).compactMap(CaseRecord.init) {
      for (name, placed) in one.place {
        for label in placed { #expect(axis[label.form] == name, "\(one.id) \(label.form)") }
      }
      for figure in one.figures { #expect(traits.contains(figure.trait), "\(one.id) \(figure.trait)") }
    }
    let criteria = Set((try KnowledgeBase.data("criteria")["criteria"]?.array ?? []).compactMap { $0["id"]?.string })
    for sign in (try KnowledgeBase.data("criteria")["statements"]?.array ?? []).compactMap(SignedStatement.init) {
      #expect(axis[sign.form] != nil && criteria.contains(sign.criterion), "\(sign.form) \(sign.criterion)")
    }
    let words = forms.flatMap { [$0.id] + $0.names }
    #expect(Set(words).count == words.count)
  }
}
