import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// What is said beside a ranking and a comparison, and only what goes with the columns that show.
@Suite struct RankWordsTests {
  @Test func `draws and low to high are spoken of where bounds show, and nowhere else`() throws {
    let bench = try SmallTown.bench()
    try bench.run("wzw start")
    let estimate = try bench.run("wzw estimate BU01640501 --group dementie")
    #expect(estimate.words.contains("Laag-hoog is 95 % uit 1.000 trekkingen"))
    for line in [
      "wzw rank dementie --in GM0164 --level buurt --show persons", "wzw rank dementie --in GM0164 --level buurt",
      "wzw benchmark BU01640501 --group dementie", "wzw peers BU01640501 --by dementie",
    ] {
      let output = try bench.run(line)
      for absent in ["Laag-hoog", "laag-hoog", "standaardfout", "trekkingen"] {
        #expect(!output.words.contains(absent), "\(line): \(absent)")
      }
      #expect(output.words.contains("landelijke beginwaarden, niet van dit gebied"), "\(line)")
    }
  }

  private func ranked() throws -> Workbench {
    let bench = try Workbench()
      .file(
        "kwb.csv",
        "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5\nBU00340101;Kade;Almere;1000\nBU00340102;Werf;Almere;1000\nBU00340103;Dok;Almere;1000\n"
      )
      .file("m.csv", "code;c;se\nBU00340101;7,1;0,1\nBU00340102;6,0;0,1\nBU00340103;7,2;0,2\n")
    try bench.run("wzw import kwb.csv --year 2024")
    try bench.run("wzw add m.csv --as cijfer --kind mean --column c --error se --year 2024")
    return bench
  }

  @Test func `an area apart from all others is told so, and one other is one`() throws {
    let apart = try ranked().run("wzw rank cijfer --mark BU00340102")
    #expect(apart.words.contains("(3 tot 3); van alle andere te onderscheiden."))
    let alike = try ranked().run("wzw rank cijfer --mark BU00340101")
    #expect(alike.words.contains("(1 tot 2); niet te onderscheiden van 1 ander."))
    let paragraphs = [apart, alike].map { output in
      output.blocks.compactMap { if case .paragraph(let text) = $0 { text.en } else { nil } }.joined()
    }
    #expect(paragraphs[0].contains("(3 to 3); it can be told apart from all others."))
    #expect(paragraphs[1].contains("(1 to 2); it cannot be told apart from 1 other."))
  }
}
