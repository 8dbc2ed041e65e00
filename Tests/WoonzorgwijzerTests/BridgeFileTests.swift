import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// What a file of a bridge holds, where it can be read in more than one way.
@Suite struct BridgeFileTests {
  private func read(_ text: String, from: Int? = nil, to: Int? = nil) throws -> BridgeReader.Reading {
    let bench = try Workbench()
      .file("a.csv", "Codering_3;AantalInwoners_5\nBU03630001;1000\nBU03630002;3000\n")
      .file("b.csv", "Codering_3;AantalInwoners_5\nBU0363AA01;2800\nBU0363AA02;1500\n")
    try bench.run("wzw import a.csv --year 2020")
    try bench.run("wzw import b.csv --year 2024")
    let years = try BridgeYears(WorkspaceHandle(bench.session.workspace.parts, owner: "woonzorgwijzer"))
    return try BridgeReader(file: "brug.csv", years: years).read(
      DelimitedText(bytes: Array(text.utf8), options: .init(name: "brug.csv"), protection: .strict), from: from, to: to)
  }

  /// The share of each link, in the order of the file.
  private func shares(_ reading: BridgeReader.Reading) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: reading.links.map { ("\($0.old) \($0.new)", $0.share) })
  }

  @Test func `thousands in a matrix of counts are people, and the notice says so`() throws {
    let found = try read("oud;BU0363AA01;BU0363AA02\nBU03630001;1.000;\nBU03630002;2.250;750\n")
    #expect(
      shares(found) == [
        "BU03630001 BU0363AA01": 1, "BU03630002 BU0363AA01": 0.75, "BU03630002 BU0363AA02": 0.25,
      ])
    #expect(found.numbers.contains { $0.text.nl.contains("de punt scheidt duizendtallen") })
  }

  @Test func `three decimals in a matrix of shares are decimals`() throws {
    let found = try read("oud;BU0363AA01;BU0363AA02\nBU03630001;0.125;0.875\nBU03630002;1.000;0.000\n")
    #expect(shares(found)["BU03630001 BU0363AA01"] == 0.125 && shares(found)["BU03630002 BU0363AA01"] == 1)
  }

  @Test func `of a matrix the column of old codes is the one that holds codes, and not the first`() throws {
    let found = try read("naam;code oud;BU0363AA01;BU0363AA02\nKade;BU03630001;1;0\nDam;BU03630002;50%;50%\n")
    #expect(Set(found.links.map(\.old)) == ["BU03630001", "BU03630002"])
  }

  @Test(arguments: ["onbekend", ""])
  func `a change of which the moment cannot be read is refused by its line`(moment: String) throws {
    do {
      _ = try read(
        "oud;nieuw;datum\nBU03630001;BU0363AA01;2021-01-01\nBU03630002;BU0363AA01;\(moment)\n", from: 2020, to: 2024)
      Issue.record("nothing was refused")
    } catch let error as Diagnostic {
      #expect(error.code == "bridge.moment")
      #expect(error.message.nl == "'brug.csv', regel 3: '\(moment)' in kolom 'datum' is geen jaar of datum")
    }
  }

  @Test func `codes without their nought or with dashes are codes of a bridge`() throws {
    let found = try read("oud;nieuw;aandeel\n3630001;BU-0363-AA01;1\nBU3630002;bu 0363 aa02;1\n")
    #expect(found.links.map(\.old) == ["BU03630001", "BU03630002"])
    #expect(found.links.map(\.new) == ["BU0363AA01", "BU0363AA02"])
  }
}
