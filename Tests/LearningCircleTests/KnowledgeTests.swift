import Files
import TestSupport
import Testing
import WorkbenchKit

@testable import LearningCircle

/// The knowledge base as data: its shape, its citations, its words.
@Suite struct KnowledgeTests {
  static let names = ["advice", "dilemmas", "hypotheses", "ladder", "survey", "themes"]

  private static func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().read("\(CircleBench.data)/\(name).json", at: nil).bytes)
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

  @Test(arguments: names + ["sources", "glossary"]) func `every file is as its published schema says`(name: String)
    throws
  {
    let path = Places.root + "/Plugins/LearningCircle/Knowledge/Schema/\(name).schema.json"
    let schema = JSONSchema(root: try JSONReader.parse(DiskFiles().read(path, at: nil).bytes))
    #expect(schema.problems(try Self.data(name)) == [])
  }

  @Test(arguments: names) func `every citation names a publication that is known, and lines that say something`(
    name: String
  ) throws {
    let known = try #require(try Self.data("sources").object)
    var citations = 0
    for (path, members) in Self.objects(try Self.data(name)) {
      for key in ["source", "n_source"] {
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

  @Test func `every share of the survey stands with its digits on the line that is cited`() throws {
    guard let seeds = Self.seeds, let lines = seeds["waakvlam-2020"] else { return }
    for item in try Self.data("survey")["items"]?.array ?? [] {
      for share in item["shares"]?.array ?? [] {
        let citation = try Citation(field: share["source"] ?? .null)
        let line = try #require(citation.lines?.lowerBound)
        let percent = try #require(share["percent"]?.int)
        #expect(lines[line - 1].contains("\(percent)%"), "\(item["id"]?.string ?? "") \(line)")
      }
    }
    for count in try Self.data("survey")["counts"]?.array ?? [] {
      let line = try #require(try Citation(field: count["source"] ?? .null).lines?.lowerBound)
      let number = try #require(count["n"]?.int)
      // Twenty-one organisations are told in words: ten, five and six.
      if number != 21 { #expect(lines[line - 1].contains("\(number)"), "\(number)") }
    }
  }
}
