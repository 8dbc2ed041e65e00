import Files
import TestSupport
import Testing
import WorkbenchKit

@testable import InstrumentSelector

/// The knowledge base as data: its shape, its citations, its words.
@Suite struct KnowledgeTests {
  static let names = ["calendar", "cooperation", "instruments", "law", "questions", "rules", "scans", "steering"]

  private static func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().read("\(Workbench.data)/\(name).json", at: nil).bytes)
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

  @Test(arguments: names + ["sources"]) func `every file is as its published schema says`(name: String) throws {
    let path = Places.root + "/Plugins/InstrumentSelector/Knowledge/Schema/\(name).schema.json"
    let schema = JSONSchema(root: try JSONReader.parse(DiskFiles().read(path, at: nil).bytes))
    #expect(schema.problems(try Self.data(name)) == [])
  }

  @Test(arguments: names) func `every citation names a publication that is known, and lines that say something`(
    name: String
  ) throws {
    let known = try #require(try Self.data("sources").object)
    var citations = 0
    for (path, members) in Self.objects(try Self.data(name)) {
      for key in ["source", "law", "seed"] {
        // The name of a law is a text, and the law itself is a list.
        guard let json = members[key], json.object != nil, json["nl"] == nil else { continue }
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

  @Test func `what has no source says that it is a reading of ours`() throws {
    for name in Self.names {
      for (path, members) in Self.objects(try Self.data(name))
      where members["label"] != nil && members["id"] != nil && members["source"] == nil {
        // A value of an answer, or a core value, belongs to what stands around it.
        if path.contains(".values[") || path.hasPrefix("$.law[") { continue }
        #expect(members["reading"] == true, "\(path)")
      }
    }
  }

  @Test func `there are fourteen instruments in three domains, and what the source does not give is empty`() throws {
    let items = try #require(try Self.data("instruments")["instruments"]?.array)
    let instruments = try items.map(Instrument.init(field:))
    #expect(instruments.count == 14 && items.count == 14)
    #expect(
      Dictionary(grouping: instruments, by: \.domain).mapValues(\.count) == [
        "ruimtelijke-ordening": 5, "wonen": 4, "wmo": 5,
      ])
    // A plan is bound by the Ladder, and a test beyond the law cannot be enforced; no other limits are given.
    #expect(instruments.filter { !$0.limits.isEmpty }.map(\.id) == ["structuurvisie", "vergunningenbeleid"])
    for item in items {
      for field in ["needs", "with", "clashes"] { #expect(item[field] == []) }
      #expect(item["lead_months"] == .null)
    }
    let plan = try #require(instruments.first { $0.id == "bestemmingsplan" })
    #expect(plan.legal.map(\.period.until?.text) == ["2023-12-31", nil])
    #expect(plan.legal.map(\.period.from?.text) == ["2008-07-01", "2024-01-01"])
  }

  @Test func `there are eleven interventions, nine elements and three models`() throws {
    let scans = try (Self.data("scans")["scans"]?.array ?? []).map(Scan.init(field:))
    #expect(scans.map(\.id) == ["vbpm", "process", "model", "regie", "cooperation", "readiness"])
    #expect(scans.map(\.items.count) == [11, 9, 14, 4, 8, 4])
    #expect(scans.allSatisfy { !$0.isReading && $0.source != nil })
    let ready = try #require(scans.last)
    #expect(ready.source?.id == "bw-mo-regio-2017" && ready.source?.lines == 1140...1140)
  }

  @Test func `the words are ours: no seven words after each other stand so in a source`() throws {
    guard let seeds = Self.seeds else { return }
    func words(_ text: String) -> [Substring] { text.lowercased().split { !$0.isLetter && !$0.isNumber } }
    var runs: Set<[Substring]> = []
    for seed in seeds.values {
      let all = words(seed.joined(separator: "\n"))
      for start in 0...(all.count - 7) { runs.insert(Array(all[start..<start + 7])) }
    }
    for name in Self.names {
      for (path, members) in Self.objects(try Self.data(name)) {
        let ours = words(members["nl"]?.string ?? "")
        guard ours.count >= 7 else { continue }
        for start in 0...(ours.count - 7) where runs.contains(Array(ours[start..<start + 7])) {
          Issue.record("\(name) \(path): \(ours[start..<start + 7].joined(separator: " "))")
        }
      }
    }
  }

  /// A bench whose knowledge lacks an item of a list.
  private func bench(
    in folder: TemporaryFolder, _ file: String, _ list: String, without id: String
  ) throws -> Workbench {
    for name in Self.names + ["sources"] {
      var json = try Self.data(name)
      if name == file, var members = json.object, let items = members[list]?.array {
        members[list] = .array(items.filter { $0["id"] != .string(id) })
        json = .object(members)
      }
      folder.write(Array(json.canonical.utf8), to: "\(name).json")
    }
    return try Workbench(data: folder.path)
  }

  @Test func `Swift reads all that the files hold`() throws {
    let context = try Workbench().session.looking(as: "instrumentselector")
    try context.readSteeringKnowledge()
    for topic in KnowledgeTopic.all where topic.id != "law" {
      #expect(try !topic.items(in: context).isEmpty, "\(topic.id)")
    }
    #expect(try context.agreementTopics.count == 5)
  }

  @Test(arguments: [
    ("scans", "scans", "process", "steer knowledge process"), ("law", "law", "wlz-ggz", "steer knowledge laws"),
    ("law", "law", "woningwet", "instrument plan woonvisie --from 2027-01-01"),
  ])
  func `what is named by its id and is not there is an error, and no empty page`(
    file: String, list: String, id: String, line: String
  ) throws {
    let folder = TemporaryFolder()
    let bench = try bench(in: folder, file, list, without: id)
    let error = bench.error(line)
    #expect(
      error?.code == "knowledge.damaged" && error?.message.en.contains("'\(id)'") == true, "\(error?.message.en ?? "")")
    #expect(throws: Diagnostic.self) {
      try bench.session.looking(as: "instrumentselector").readSteeringKnowledge()
    }
  }
}
