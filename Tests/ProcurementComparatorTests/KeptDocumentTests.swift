import Session
import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// What the plugin keeps in the workspace, after somebody wrote in it: nothing is lost, and what could not be read is named.
@Suite struct KeptDocumentTests {
  private func document(_ piece: String, _ bench: Workbench) throws -> JSON? {
    try bench.session.workspace.parts[PartName(.documents, "procurementcomparator/\(piece)")]?.part.json()
  }

  @Test func `scores, weights and members that cannot be read stay when another is given, and are named`() throws {
    let bench = try Workbench()
    try bench.write(
      "fit",
      [
        "scores": ["gemeente": ["lumpsum": ["affordability": 8, "demand-met": "zeven"], "pxq": 3, "corridor": .null]],
        "weights": ["gemeente": ["affordability": 1, "demand-met": ["share": 0.5]], "kring": "gelijk"],
        "ratios": ["gemeente": 0.05], "agreed": ["on": "2026-03-01"],
      ])
    let output = try bench.run("procure score lumpsum administration=5 --by aanbieder")
    #expect(
      try document("fit", bench) == [
        "scores": [
          "gemeente": ["lumpsum": ["affordability": 8, "demand-met": "zeven"], "pxq": 3, "corridor": .null],
          "aanbieder": ["lumpsum": ["administration": 5]],
        ],
        "weights": ["gemeente": ["affordability": 1, "demand-met": ["share": 0.5]], "kring": "gelijk"],
        "ratios": ["gemeente": 0.05], "agreed": ["on": "2026-03-01"],
      ])
    let named = ["scores › gemeente › lumpsum › demand-met", "scores › gemeente › pxq", "weights › kring"]
    for name in named { #expect(output.words.contains("ongewijzigd bewaard: 'fit › \(name)'"), "\(name)") }
    #expect(!output.words.contains("agreed"))
    #expect(try bench.run("procure fit").words.contains("weights › gemeente › demand-met"))
  }

  @Test func `a weight whose name is spelled Name stays when an import gives weights, and is named by its number`()
    throws
  {
    let bench = try Workbench().file(
      "release.json",
      """
      {"ocid":"x","tender":{"awardCriteria":{"criteria":[
        {"type":"price","numbers":[{"number":40,"weight":"percentageExact"}]},
        {"type":"quality","numbers":[{"number":60,"weight":"percentageExact"}]}]}},
       "bids":{"details":[{"tenderers":[{"name":"Zorg Noord"}],"value":{"amount":1000}}]}}
      """)
    try bench.write(
      "tender",
      [
        "name": "vervoer", "ties": "muntje", "lots": 3, "scale": ["goed": 0.8, "matig": "half"],
        "weights": [["Name": "price", "value": 40]],
      ])
    let output = try bench.run("bid import release.json")
    #expect(
      try document("tender", bench) == [
        "name": "vervoer", "ties": "muntje", "lots": 3, "scale": ["goed": 0.8, "matig": "half"],
        "weights": [
          ["name": "price", "value": 40], ["name": "quality", "value": 60], ["Name": "price", "value": 40],
        ],
      ])
    #expect(output.words.contains("gewichten: niet te lezen en ongewijzigd bewaard: '1'"))
    #expect(output.words.contains("'tender › ties'") && output.words.contains("'tender › scale › matig'"))
  }

  @Test func `a weight keeps the members that nobody asked for`() throws {
    let bench = try Workbench().file("bids.csv", "bidder,price,quality\nA,10,.5\n")
    let weights: JSON = [["name": "price", "value": 40, "why": "krap"], ["name": "quality", "value": 60]]
    try bench.write("tender", ["weights": weights])
    try bench.file("more.json", #"{"bids":[{"bidder":"A","price":10,"quality":0.5}],"tender":{"name":"vervoer"}}"#).run(
      "bid import more.json")
    #expect(try document("tender", bench)?["weights"] == weights)
  }

  @Test func `a piece that is no object is told, and not written over`() throws {
    let bench = try Workbench()
    try bench.write("fit", ["gemeente"])
    #expect(bench.error("procure score lumpsum affordability=8 --by gemeente")?.code == "document.damaged")
    #expect(try document("fit", bench) == ["gemeente"])
  }

  @Test func `a column of the bids that is no criterion stays when a bid is added`() throws {
    let bench = try Workbench()
    try bench.offer(
      Table(columns: [
        .texts("bidder", ["A"]), .numbers("price", [10]), .numbers("plan", [0.5]),
        .texts("remark", ["later ingediend"]),
      ]), as: "procure.bids")
    try bench.run("bid add B --price 20 plan=.7")
    let table = try #require(try bench.session.workspace.parts[PartName(.tables, "procure.bids")]?.part.table())
    #expect(table.column("remark")?.texts == ["later ingediend", nil])
    #expect(table.column("plan")?.numbers == [0.5, 0.7])
    #expect(bench.error("bid score A remark=.7")?.code == "criterion.words")
  }

  @Test func `the roles that spoke are known, and one that is nearly one of them is remarked on`() throws {
    let bench = try Workbench()
    try bench.run("procure score lumpsum affordability=8 --by gemeente")
    try bench.run("procure choose lumpsum --by zorgkring")
    #expect(try bench.run("procure weigh affordability=1 --by gemeent").cautions.contains("naast 'gemeente'"))
    #expect(try bench.run("procure score pxq affordability=8 --by zorgkrng").cautions.contains("naast 'zorgkring'"))
    #expect(!(try bench.run("procure score pxq affordability=8 --by Gemeente").cautions.contains("nieuwe rol")))
  }

  @Test(arguments: [
    "procure score lumpsum affordability=8 --by 'piet 0612345678'", "procure weigh affordability=8 --by jan@example.nl",
    "procure score lumpsum 'jan@example.nl=8' --by gemeente", "bid add 'jan@example.nl' --price 10 --quality .5",
    "bid new 'vervoer van jan@example.nl'", "bid new vervoer --scale 'jan@example.nl=0.8'",
    "bid new vervoer --weights 'price=40,jan@example.nl=60'",
    "procure choose lumpsum --because 'IBAN NL91ABNA0417164300'",
    "procure choose lumpsum --by 'bsn 111222333'", "procure arnhem --hours 2 --period 'geb 12-03-1950'",
  ])
  func `words about a person do not come in, and the workspace stays as it was`(line: String) throws {
    let bench = try Workbench()
    let before = bench.session.workspace
    let error = bench.error(line)
    #expect(error?.code == "personal.found" && error?.place?.text == "")
    #expect(bench.session.workspace.parts.count == before.parts.count)
    #expect(bench.session.workspace.serial == before.serial)
  }

  @Test func `a tender in a file does not bring personal data in`() throws {
    let text =
      #"{"bids":[{"bidder":"A","price":10}],"tender":{"name":"van jan@example.nl","contact":"jan@example.nl"}}"#
    let bench = try Workbench().file("b.json", text)
    #expect(bench.error("bid import b.json")?.code == "personal.found")
    let other = #"{"bids":[{"bidder":"A","price":10}],"tender":{"name":"vervoer","contact":"jan@example.nl"}}"#
    try bench.file("c.json", other).run("bid import c.json")
    #expect(try document("tender", bench) == ["name": "vervoer"])
  }
}

extension Workbench {
  /// Writes a piece of the plugin's document as somebody would by hand.
  func write(_ piece: String, _ json: JSON) throws {
    let before = session.workspace
    var parts = before.parts.mapValues(\.part)
    parts[PartName(.documents, "procurementcomparator/\(piece)")] = Part(json)
    session.adopt(Workspace(lineage: "test", serial: before.serial, parts: parts, log: before.log))
  }
}

extension Output {
  /// Cautions in Dutch, one a line.
  fileprivate var cautions: String {
    blocks.compactMap { if case .notice(let notice) = $0, notice.level == .caution { notice.text.nl } else { nil } }
      .joined(separator: "\n")
  }
}
