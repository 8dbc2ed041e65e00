import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// What a person reads of the sources, and of the law beside them.
@Suite struct SourceTopicsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `gebiedsgericht-2016, lines 314 to 318: the purpose and three principles of the Woonzorgwijzer`() throws {
    let shown = try bench.run("wzw knowledge principles")
    #expect(shown.texts("principle") == ["doel", "dekking", "beginsel-1", "beginsel-2", "beginsel-3"])
    let texts = shown.texts("text")
    #expect(texts[2].contains("sociaaleconomische") && texts[3].contains("hoe hij wil wonen"))
    #expect(try bench.run("wzw knowledge woonzorgwijzer").texts("principle").count == 5)
  }

  @Test func `gebiedsgericht-2016, lines 1360 to 1372: RIGO and VNG each described their groups`() throws {
    let shown = try bench.run("wzw groups")
    let by = Dictionary(
      uniqueKeysWithValues: zip(shown.texts("group"), shown.table?.column("described_by")?.texts ?? []))
    #expect(
      by["3"] == "RIGO, VNG" && by["ggz-c3"] == "RIGO, VNG" && by["lvb"] == "RIGO, VNG" && by["vg-matig"] == "RIGO")
    #expect(by["4a"] == "VNG" && by["4b"] == "VNG" && by["4c"] == "VNG")
    #expect(by["1"] == .some(nil) && by["2a"] == .some(nil))
    #expect(try bench.run("wzw group lvb").seen.contains("IQ 50 tot 85"))
    let elderly = try bench.run("wzw group 4a").seen
    #expect(elderly.contains("ZZP 4") && elderly.contains("niet meer dan dit"))
  }

  @Test func `the sources behind the source are credited`() throws {
    let area = try bench.run("wzw knowledge woonservicegebied").seen
    for from in ["RUN, HAN, UMCG", "SEV/Platform31, 2012", "effectenarena in tien woonservicegebieden"] {
      #expect(area.contains("(\(from))"), "\(from)")
    }
    #expect(try bench.run("wzw knowledge capacity").seen.contains("(VNG)"))
    #expect(!(try bench.run("wzw knowledge woonservicegebied").texts("kind_label").contains("organisation")))
  }

  @Test func `preconditions go by their label where nobody types them`() throws {
    _ = try bench.run("wzw demo")
    for line in ["wzw gap BU99010101", "wzw supply BU99010101"] {
      let columns = try bench.run(line).blocks.flatMap { block in
        if case .table(let table) = block { table.columns } else { [Column]() }
      }
      func holds(_ word: String, _ columns: [Column]) -> Bool {
        columns.contains { ($0.texts ?? []).contains { $0?.contains(word) == true } }
      }
      #expect(holds("winkels voor dagelijkse boodschappen binnen 100 m", columns.filter { !$0.isDetail }), "\(line)")
      #expect(!holds("winkels-100", columns.filter { !$0.isDetail }) && holds("winkels-100", columns), "\(line)")
    }
  }

  @Test func `a test of access beyond the law cannot be enforced, in Berflo Es`() throws {
    #expect(try bench.run("wzw cases berflo-es").seen.contains("niet af te dwingen"))
  }

  @Test(arguments: ["wzw knowledge law", "wzw group ggz-c3", "wzw knowledge tempo", "wzw knowledge extramural"])
  func `the Wlz is open on a psychiatric ground since 2021, with when that was looked up`(line: String) throws {
    let words = try bench.run(line).seen
    #expect(words.contains("sinds 1 januari 2021") && words.contains("nagegaan op 28 november 2026"), "\(line)")
  }

  @Test func `a group outside mental health care has no such note`() throws {
    #expect(!(try bench.run("wzw group 3").seen.contains("sinds 1 januari 2021")))
  }
}
