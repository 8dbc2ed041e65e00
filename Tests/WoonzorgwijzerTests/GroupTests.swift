import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// The knowledge base as a person asks for it.
@Suite struct GroupTests {
  @Test func `a group goes by its name, its care package, and in any case`() throws {
    let bench = try Workbench()
    for word in ["ggz-c3", "GGZ C3", "c3"] {
      #expect(try bench.run("wzw group '\(word)'").facts["group"] == .text("ggz-c3"))
    }
    #expect(try bench.run("wzw group 4a").facts["share"] == .number(0.75, unit: .share))
  }

  @Test func `of a group that the source does not describe, everything is unknown and said to be`() throws {
    let output = try Workbench().run("wzw group lg")
    #expect(output.facts["network"] == .text("onbekend"))
    #expect(Set(output.texts("inwonend") + output.texts("uitwonend") + output.texts("geen")) == ["onbekend"])
    #expect(output.words.contains("beschrijft deze groep niet"))
  }

  @Test func `elderly group 3: all rows of Tabel 3 are unknown but for the three needs that the text states`() throws {
    let output = try Workbench().run("wzw group 3")
    let needed = zip(output.texts("precondition"), output.texts("geen")).filter { $1 == "nodig" }.map(\.0)
    #expect(needed == ["persoonlijke-verzorging", "alarmopvolging-10", "beschut-wonen"])
    #expect(output.texts("geen").count { $0 == "onbekend" } == 21)
    #expect(output.words.contains("kleuren"))
  }

  @Test func `a domain of which the source says nothing is unknown`() throws {
    let output = try Workbench().run("wzw group lvb")
    let tables = output.blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil }
    }
    let limitations = try #require(tables.first { $0.column("limitation") != nil })
    let texts = { (name: String) in (limitations.column(name)?.texts ?? []).map { $0 ?? "" } }
    let row = try #require(texts("domain").firstIndex(of: "concentratie"))
    #expect(texts("limitation")[row] == "onbekend" && texts("degree")[row] == "")
  }

  @Test(arguments: [
    "wzw groups", "wzw group 3", "wzw preconditions", "wzw need show lvb", "wzw cases", "wzw cases breda",
    "wzw knowledge extramural", "wzw knowledge tempo", "wzw knowledge capacity", "wzw knowledge dilemmas",
    "wzw knowledge arrangements", "wzw knowledge priorities", "wzw knowledge woonservicegebied",
  ])
  func `whatever is shown names the dossier and where in it`(line: String) throws {
    let output = try Workbench().run(line)
    let sources = output.blocks.flatMap { block -> [Source] in
      if case .sources(let sources) = block { sources } else { [] }
    }
    // What has changed in the law since stands beside the dossier.
    let isLegal = ["wzw knowledge extramural", "wzw knowledge tempo"].contains(line)
    #expect(sources.map(\.id) == ["gebiedsgericht-2016"] + (isLegal ? ["waakvlam-2020"] : []))
    #expect(sources.first?.place?.isEmpty == false)
  }

  @Test func `a sector has its groups, a family its preconditions`() throws {
    let bench = try Workbench()
    #expect(try bench.run("wzw groups --sector vg").texts("group") == ["vg", "lvb", "vg-matig"])
    #expect(
      try bench.run("wzw preconditions --family toeleiding").texts("precondition") == [
        "info-advies", "monitoring", "vinger-aan-de-pols", "contact-houden", "oogje-in-het-zeil",
      ])
  }

  @Test func `sources are counted by what rests on them`() throws {
    let output = try Workbench().run("wzw sources")
    let row = try #require(output.texts("source").firstIndex(of: "gebiedsgericht-2016"))
    #expect(output.numbers("citations")[row] > 200)
    #expect(output.texts("publisher")[row] == "Platform31, VNG en Movisie")
  }
}
