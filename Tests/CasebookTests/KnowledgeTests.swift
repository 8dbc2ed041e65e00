import Files
import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Casebook

/// The knowledge base as data: its shape, its citations, its words, and that it says what others say of the same practice.
@Suite struct KnowledgeTests {
  static let names = [
    "cases", "initiatives", "pilots", "questions", "traits", "contradictions", "lessons", "models",
  ]

  private static func data(_ name: String, of plugin: String = "Casebook") throws -> JSON {
    let path = "\(Places.root)/Plugins/\(plugin)/Knowledge/Data/\(name).json"
    return try JSONReader.parse(DiskFiles().read(path, at: nil).bytes)
  }

  private static func items(_ name: String) throws -> [JSON] { try data(name)[name]?.array ?? [] }

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
    let path = Places.root + "/Plugins/Casebook/Knowledge/Schema/\(name).schema.json"
    let schema = JSONSchema(root: try JSONReader.parse(DiskFiles().read(path, at: nil).bytes))
    #expect(schema.problems(try Self.data(name)) == [])
  }

  @Test(arguments: names) func `every citation names a publication that is known, and lines that say something`(
    name: String
  ) throws {
    let known = try #require(try Self.data("sources").object)
    var citations = 0
    for (path, members) in Self.objects(try Self.data(name)) {
      for json in [members["source"]].compactMap({ $0 }) + (members["sources"]?.array ?? []) {
        let citation = try Citation(field: json)
        #expect(known[citation.id] != nil && citation.lines != nil, "\(path)")
        citations += 1
        guard let lines = citation.lines, let seed = Self.seeds?[citation.id] else { continue }
        for line in [lines.lowerBound, lines.upperBound] {
          #expect(seed[line - 1].contains { $0.isLetter || $0.isNumber }, "\(path) \(line)")
        }
      }
    }
    #expect(citations > 0)
  }

  @Test func `what a source is cited for has its words on that line`() throws {
    guard let seeds = Self.seeds else { return }
    for (id, line, words) in [
      ("vernieuwing-casus-2015", 133, "Urenregistratie"), ("vernieuwing-casus-2015", 153, "40 organisaties"),
      ("vernieuwing-casus-2015", 182, "urenregistratie"), ("vernieuwing-casus-2015", 212, "beperkt"),
      ("vernieuwing-casus-2015", 233, "8,5 miljoen"), ("vernieuwing-casus-2015", 255, "individuele aanbieders"),
      ("vernieuwing-casus-2015", 295, "volume * prijs"), ("vernieuwing-casus-2015", 337, "geregistreerd"),
      ("vernieuwing-casus-2015", 344, "zorgkantoor"), ("vernieuwing-casus-2015", 350, "buurtverpleegkundige"),
      ("vernieuwing-casus-2015", 387, "niet verlengd"), ("vernieuwing-casus-2015", 397, "2010"),
      ("vernieuwing-casus-2015", 415, "ouderenfondsen"), ("vernieuwing-casus-2015", 437, "startkapitaal"),
      ("vernieuwing-casus-2015", 457, "tien uur per maand"), ("vernieuwing-casus-2015", 473, "ruilmunt"),
      ("vernieuwing-casus-2015", 489, "verdienmodel"), ("vernieuwing-casus-2015", 527, "Effectencalculator"),
      ("vernieuwing-casus-2015", 531, "60 organisaties"), ("vernieuwing-casus-2015", 119, "in termen van uren"),
      ("wmo-uitvoering-2017", 116, "effectiviteit"), ("wmo-uitvoering-2017", 359, "bijlagen D, F en H"),
      ("wmo-uitvoering-2017", 494, "Overlap"), ("wmo-uitvoering-2017", 550, "populatiebekostiging"),
      ("wmo-uitvoering-2017", 397, "Guus"), ("wmo-uitvoering-2017", 600, "zeer vele"),
      ("wmo-uitvoering-2017", 515, "coöperatie"), ("bw-mo-regio-2017", 444, "corporatie"),
      ("bw-mo-regio-2017", 566, "drie maanden"), ("bw-mo-regio-2017", 812, "honderd"),
      ("bw-mo-regio-2017", 259, "2^e helft"), ("bw-mo-regio-2017", 384, "vier specifieke vragen"),
      ("bw-mo-regio-2017", 545, "drie specifieke vragen"), ("bw-mo-regio-2017", 1058, "30 woonvoorzieningen"),
      ("bw-mo-regio-2017", 1142, "stapelen niet"), ("waakvlam-2020", 76, "40%"), ("waakvlam-2020", 450, "41%"),
      ("waakvlam-2020", 490, "helft"), ("waakvlam-2020", 346, "157"), ("waakvlam-2020", 811, "41"),
      ("gebiedsgericht-2016", 987, "47%"), ("gebiedsgericht-2016", 986, "14%"),
      ("gebiedsgericht-2016", 184, "25 procent"),
    ] { #expect(seeds[id]?[line - 1].contains(words) == true, "\(id) \(line)") }
  }

  @Test func `eight cases answer the six questions, one of them also for the staff`() throws {
    let bench = try CasebookBench.make()
    let six = ["renewal", "client", "how", "provider", "conditions", "future"]
    let cases = try Self.items("cases")
    #expect(cases.count == 8)
    for one in cases {
      let answers = one["answers"]?.array ?? []
      let whole = answers.filter { $0["partly"]?.bool != true }.compactMap { $0["question"]?.string }
      #expect(Set(six).isSubset(of: whole), "\(one["id"]?.string ?? "")")
      #expect(whole.contains("staff") == (one["id"] == "sittard-geleen"))
    }
    let matrix = try bench.run("casus matrix")
    #expect(matrix.numbers("present") == [8, 8, 8, 8, 8, 8, 1] && matrix.numbers("partly") == [0, 0, 0, 0, 0, 0, 2])
  }

  @Test func `no figure is given for what the sources do not print`() throws {
    for model in try Self.items("models") {
      #expect(!Self.objects(model).contains { $0.members.values.contains { $0.number != nil } })
      #expect((model["empty"]?.array ?? []).count >= 3)
    }
    for id in ["stadsdorp-zuid", "samen-en-anders", "goede-buur"] {
      let one = try #require(try Self.items("cases").first { $0["id"]?.string == id })
      #expect(!(one["facts"]?.array ?? []).contains { $0["unit"] == "euro" })
      #expect(try CasebookBench.make().run("casus show \(id)").words.contains("drukt niet af"))
    }
  }

  @Test func `each coded value is one of its trait, once, and what is unknown has none`() throws {
    let traits = try Self.items("traits")
    var seen: Set<String> = []
    for coded in try Self.data("traits")["coded"]?.array ?? [] {
      let (owner, trait) = (coded["case"]?.string ?? "", coded["trait"]?.string ?? "")
      #expect(seen.insert("\(owner) \(trait)").inserted)
      let values = traits.first { $0["id"]?.string == trait }?["values"]?.array ?? []
      #expect(values.contains { $0["id"] == coded["value"] }, "\(owner) \(trait)")
    }
    #expect(seen.count == 67)
    for missing in ["sittard-geleen earning", "leeuwarden choice", "stadsdorp-zuid hours", "goede-buur choice"] {
      #expect(!seen.contains(missing), "\(missing)")
    }
  }

  @Test func `lessons, models, tasks and links name what is there`() throws {
    let ids = try Set(
      ["cases", "initiatives", "pilots"].flatMap { try Self.items($0).compactMap { $0["id"]?.string } })
    #expect(ids.count == 34)
    let central = Set((try Self.data("questions")["central"]?.array ?? []).compactMap { $0["id"]?.string })
    let tasks = Set((try Self.data("questions")["tasks"]?.array ?? []).compactMap { $0["id"]?.string })
    let causes = Set((try Self.data("lessons")["causes"]?.array ?? []).compactMap { $0["id"]?.string })
    for lesson in try Self.items("lessons") {
      #expect(
        ids.union(central).contains(lesson["case"]?.string ?? "") && causes.contains(lesson["cause"]?.string ?? ""))
    }
    for pilot in try Self.items("pilots") { #expect(tasks.contains(pilot["task"]?.string ?? "")) }
    for name in ["cases", "initiatives", "pilots"] {
      for other in try Self.items(name).flatMap({ $0["also"]?.array ?? [] }) {
        #expect(ids.contains(other.string ?? ""))
      }
    }
    for model in try Self.items("models") { #expect(ids.contains(model["case"]?.string ?? "")) }
  }

  @Test func `the facts are those that the list of contracting has of the same practice`() throws {
    let contracting = try Self.data("cases", of: "ProcurementComparator")["cases"]?.array ?? []
    var (links, facts) = (0, 0)
    for name in ["cases", "initiatives", "pilots"] {
      for one in try Self.items(name) {
        guard let link = one["procure"]?.string else { continue }
        links += 1
        let other = try #require(contracting.first { $0["id"]?.string == link }, "\(link)")
        for fact in one["facts"]?.array ?? [] {
          guard let same = (other["numbers"]?.array ?? []).first(where: { $0["trait"] == fact["id"] }) else { continue }
          facts += 1
          #expect(same["value"] == fact["value"], "\(link) \(fact["id"]?.string ?? "")")
          #expect(same["approximate"]?.bool == fact["approximate"]?.bool, "\(link) \(fact["id"]?.string ?? "")")
        }
        if name == "cases" {
          // Every number there has its counterpart here.
          let here = Set((one["facts"]?.array ?? []).compactMap { $0["id"]?.string })
          let there = Set((other["numbers"]?.array ?? []).compactMap { $0["trait"]?.string })
          #expect(there.isSubset(of: here), "\(link)")
          #expect(other["year"] == one["year"], "\(link)")
        }
      }
    }
    #expect(links == 11 && facts > 30)
    // Worked neighbourhoods are told elsewhere only.
    let areas = try Self.data("cases", of: "Woonzorgwijzer")["cases"]?.array ?? []
    let ids = try Set(
      ["cases", "initiatives", "pilots"].flatMap { try Self.items($0).compactMap { $0["id"]?.string } })
    #expect(!areas.isEmpty && areas.allSatisfy { !ids.contains($0["id"]?.string ?? "") })
  }

  @Test func `no person, no address and no telephone number came along`() throws {
    for name in Self.names {
      let text = String(
        decoding: try DiskFiles().read("\(CasebookBench.data)/\(name).json", at: nil).bytes, as: UTF8.self)
      #expect(!text.contains("@") && !text.contains("respondent:"))
      for person in ["Jacobs", "Heiden", "Meurs", "Wiel", "Santen", "Pijnacker", "Kooij", "Wijgerse"] {
        #expect(!text.contains(person), "\(name): \(person)")
      }
    }
  }

  @Test func `every topic and every example shows in both languages, and help finds them`() throws {
    for language in [WorkbenchKit.Language.nl, .en] {
      let bench = try CasebookBench.make(language: language)
      for topic in SourceTopic.all { #expect(try bench.run("casus knowledge \(topic.id)").table?.rowCount ?? 0 > 0) }
      for id in try bench.run("casus list").texts("case") {
        let shown = try bench.run("casus show \(id)")
        #expect(shown.texts("text").allSatisfy { !$0.isEmpty }, "\(id)")
      }
    }
  }
}
