import Files
import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

@Suite struct KnowledgeTests {
  private static let folder = Places.root + "/Plugins/Databases/Knowledge"

  @Test(arguments: ["glossary", "sources"])
  func `every file is as its published schema says`(name: String) throws {
    let data = try JSONReader.parse(DiskFiles().bytes(of: "\(Self.folder)/Data/\(name).json"))
    let schema = try JSONReader.parse(DiskFiles().bytes(of: "\(Self.folder)/Schema/\(name).schema.json"))
    #expect(JSONSchema(root: schema).problems(data) == [])
  }

  @Test func `every term has its source`() throws {
    let bench = try Bench()
    let data = try JSONReader.parse(DiskFiles().bytes(of: "\(Self.folder)/Data/glossary.json"))
    let sources = try JSONReader.parse(DiskFiles().bytes(of: "\(Self.folder)/Data/sources.json"))
    for term in data["terms"]?.array ?? [] {
      let source = try #require(term["meaning"]?["source"]?["id"]?.string)
      #expect(sources[source] != nil)
      let line = try #require(term["line"]?.string)
      #expect(bench.bench.error(line.replacing("help ", with: "") + " --nergens")?.code.hasPrefix("argument") == true)
    }
  }
}
