import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// The groups here as a view on what public descriptions name of the national WoonZorgwijzer.
@Suite struct InstrumentViewTests {
  @Test func `each trait names groups that can be counted, a source that exists, and a difference where there is one`()
    throws
  {
    let view = try InstrumentView(Fields(KnowledgeBase.data("instrument")))
    let known = try StartingFigures(Fields(KnowledgeBase.data("starting"))).groups.map(\.id)
    let publications = try #require(try KnowledgeBase.data("sources").object)
    #expect(Set(view.traits.map(\.id)).count == view.traits.count)
    for trait in view.traits {
      #expect(Set(trait.groups).isSubset(of: known), "\(trait.id)")
      #expect(publications[trait.source] != nil, "\(trait.id)")
      // No group of the two is quite the same, and nothing differs from no group.
      #expect((trait.different == nil) == trait.groups.isEmpty, "\(trait.id)")
      #expect(trait.groups.isEmpty == false || trait.same == nil, "\(trait.id)")
    }
    #expect(view.sources.allSatisfy { publications[$0] != nil })
  }

  @Test func `the sentence counts what the table shows, and what no source gives is said`() throws {
    let output = try Workbench().run("wzw groups --woonzorgwijzer")
    #expect(output.words.contains("noemen 4 aandoeningen en 3 beperkingen. Bij 6 daarvan is hier een verwante groep"))
    #expect(output.words.contains("niet ingevuld"))
    #expect(output.texts("trait").first == "dementie" && output.texts("trait").count == 7)
    #expect(output.texts("group").count { $0.isEmpty } == 1)
    #expect(output.texts("compared").first == "de aandoening, maar ook mensen in instellingen; kansen uit 1980-1993")
    #expect(output.texts("compared")[3] == "de beperking telt, niet de ziekte")
  }

  @Test func `a sector does not go with it`() throws {
    #expect(try Workbench().error("wzw groups --woonzorgwijzer --sector VV")?.code == "argument.clash")
  }
}
