import Session
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// What a person edited in the workspace, or a newer version wrote, stays in it.
@Suite struct KeptDocumentTests {
  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench()
    for line in ["wzw demo"] + lines { try bench.run(line) }
    return bench
  }

  private func document(_ piece: String, in bench: Workbench) throws -> JSON? {
    try bench.session.workspace.parts[PartName(.documents, "woonzorgwijzer/\(piece)")]?.part.json()
  }

  /// Changes a piece as a person with an editor would.
  private func edit(_ piece: String, in bench: Workbench, _ change: (String) -> String) throws {
    let name = PartName(.documents, "woonzorgwijzer/\(piece)")
    let before = bench.session.workspace
    var parts = before.parts.mapValues(\.part)
    let text = try #require(parts[name]).json().canonical
    parts[name] = Part(try JSONReader.parse(Array(change(text).utf8)))
    bench.session.adopt(Workspace(lineage: "test", serial: before.serial, parts: parts, log: before.log))
  }

  @Test func `a count that cannot be read is named, stays, and is not lost when another is given`() throws {
    let bench = try bench(
      "wzw need people BU99010101 3 80 --by gemeente", "wzw need people BU99010102 3 60 --by gemeente")
    try edit("people", in: bench) { $0.replacing("\"people\":80", with: "\"People\":80") }
    let output = try bench.run("wzw need people BU99010103 3 40 --by corporatie")
    #expect(output.words.contains("opgegeven mensen: niet te lezen en ongewijzigd bewaard: 'BU99010101 › 3'"))
    let people = try document("people", in: bench)
    #expect(people?["BU99010101"]?["3"] == ["People": 80, "by": "gemeente"])
    #expect(people?["BU99010102"]?["3"]?["people"] == 60)
    #expect(people?["BU99010103"]?["3"]?["people"] == 40)
  }

  @Test func `what a role said of a block keeps members that nobody knows, and a status that is none stays`() throws {
    let bench = try bench(
      "wzw scan set WK990101 wijkservice deels --by gemeente", "wzw scan set WK990101 wijkservice aanwezig --by welzijn"
    )
    try edit("scan", in: bench) {
      $0.replacing("\"partly\"", with: "\"half\"").replacing("\"present\"", with: "\"present\",\"since\":2024")
    }
    let output = try bench.run("wzw scan serves WK990101 wijkservice 3 --by bewoners")
    #expect(output.words.contains("'WK990101 › wijkservice › gemeente'"))
    let block = try document("scan", in: bench)?["WK990101"]?["blocks"]?["wijkservice"]
    #expect(block == ["gemeente": ["status": "half"], "welzijn": ["status": "present", "since": 2024]])
  }

  @Test func `an answer that is no grade stays, and is never written over`() throws {
    let bench = try bench(
      "wzw need set 3 nultrede geen prettig --by gemeente", "wzw need set 3 nultrede geen noodzakelijk --by welzijn")
    try edit("need", in: bench) { $0.replacing("prettig", with: "erg") }
    #expect(try bench.run("wzw need show 3").words.contains("'3 › nultrede › geen › gemeente'"))
    #expect(bench.error("wzw need set 3 nultrede geen prettig --by gemeente")?.code == "document.unread")
    #expect(
      try document("need", in: bench)?["3"]?["nultrede"]?["geen"] == ["gemeente": "erg", "welzijn": "noodzakelijk"])
  }

  @Test func `a role is known to the host wherever it spoke`() throws {
    let bench = try bench("wzw need people BU99010101 3 80 --by zorgaanbieder")
    #expect(try bench.run("wzw scan set WK990101 wijkservice deels --by zorganbieder").words.contains("nieuwe rol"))
    #expect(try !bench.run("wzw scan set WK990101 wijkservice deels --by zorgaanbieder").words.contains("nieuwe rol"))
  }
}
