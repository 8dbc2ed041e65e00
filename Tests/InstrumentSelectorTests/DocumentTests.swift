import Testing
import WorkbenchKit

@testable import InstrumentSelector

/// What a person edited or a newer version wrote is never lost, and what of a person is typed never comes in.
@Suite struct DocumentTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func parsed(_ text: String) throws -> JSON { try JSONReader.parse(Array(text.utf8)) }

  @Test func `answers that cannot be read are kept and named`() throws {
    try bench.write(
      "answers",
      #"""
      {"-": {"wethouder": {"answers": {"script": true, "power": {"is": 1}}, "mood": "goed"}, "raad": {"asked": "script"}}}
      """#)
    let said = try bench.run("instrument answer domain=wonen --by wethouder").words
    #expect(said.contains("'- › raad'") && said.contains("'- › wethouder › power'"))
    #expect(
      try bench.document("answers")
        == parsed(
          #"""
          {"-": {"raad": {"asked": "script"}, "wethouder": {
            "answers": {"script": true, "domain": ["wonen"], "power": {"is": 1}}, "asked": ["domain"], "mood": "goed"}}}
          """#))
    #expect(bench.error("instrument answer power=ja --by wethouder")?.code == "document.unread")
    #expect(bench.error("instrument answer script=ja --by raad")?.code == "document.unread")
  }

  @Test func `scores that cannot be read are kept and named`() throws {
    try bench.write("scans", #"{"vbpm": {"vertrouwen": {"wethouder": "veel", "raad": 2}}, "later": 3}"#)
    let output = try bench.run("steer scan vbpm dialoog=4 --by raad")
    #expect(output.words.contains("'later'") && output.words.contains("'vbpm › vertrouwen › wethouder'"))
    #expect(
      try bench.document("scans")
        == parsed(
          #"{"vbpm": {"vertrouwen": {"wethouder": "veel", "raad": 2}, "dialoog": {"raad": 4}}, "later": 3}"#))
    #expect(bench.error("steer scan vbpm vertrouwen=4 --by wethouder")?.code == "document.unread")
  }

  @Test(arguments: ["answers", "scans", "filled", "rules"]) func `a piece of another form is not written over`(
    piece: String
  ) throws {
    try bench.write(piece, "[1]")
    for line in [
      "instrument answer script=ja", "steer scan vbpm dialoog=4", "instrument fill woonvisie needs=tijd",
      "rules drop regiestijl 1",
    ] {
      if let error = bench.error(line) { #expect(error.code == "document.damaged", "\(line)") }
    }
    #expect(try bench.document(piece) == [1])
  }

  @Test func `what a circle filled in keeps what is not known here`() throws {
    try bench.write(
      "filled", #"{"woonvisie": {"needs": "tijd", "cost": 5}, "woningwet": {"lead_months": "lang"}}"#)
    let output = try bench.run("instrument fill woonvisie lead_months=9 needs=leeg")
    #expect(output.words.contains("'woningwet'"))
    #expect(
      try bench.document("filled")
        == parsed(#"{"woonvisie": {"lead_months": 9, "cost": 5}, "woningwet": {"lead_months": "lang"}}"#))
  }

  @Test func `a decision table that cannot be read is kept, and the others run`() throws {
    _ = try bench.run("rules new advies --input ziek:boolean --output doe:text")
    let table = try #require(try bench.document("rules")?["advies"]?.object)
    let broken = JSON.object(
      Dictionary(uniqueKeysWithValues: table.map { ($0.key == "inputs" ? "INPUTS" : $0.key, $0.value) }))
    let known = JSON.object(table.merging(["name": "ander", "owner": "raad"]) { $1 })
    try bench.write("rules", JSON.object(["advies": broken, "ander": known]).canonical)
    let output = try bench.run("rules add ander ziek=ja doe=ja --note 'onze ervaring'")
    #expect(output.words.contains("'advies'"))
    #expect(try bench.document("rules")?["advies"] == broken)
    #expect(try bench.document("rules")?["ander"]?["owner"] == "raad")
    #expect(try bench.run("rules run ander ziek=ja").facts["doe"] == .text("ja"))
    #expect(bench.error("rules new advies --input ziek:boolean --output doe:text")?.code == "document.unread")
    #expect(try bench.document("rules")?["advies"] == broken)
  }

  @Test func `what is not known in a file of rules does not come in`() throws {
    bench.file(
      "t.json",
      #"{"name":"t","owner":"jan@example.org","inputs":[{"name":"a"}],"outputs":[{"name":"b"}],"rules":[]}"#)
    #expect(try bench.run("rules import t.json").words == "niet meegenomen: wat in 't' niet bekend is")
    #expect(try bench.document("rules")?["t"]?["owner"] == nil)
    bench.file("u.json", #"{"name":"jan@example.org","inputs":[{"name":"a"}],"outputs":[{"name":"b"}],"rules":[]}"#)
    #expect(bench.error("rules import u.json")?.code == "personal.found")
  }

  @Test(arguments: [
    "instrument fill woonvisie needs='BSN 111222333'", "instrument fill woonvisie limits='IBAN NL91ABNA0417164300'",
    "instrument answer script=yes --by 'piet 0612345678'", "instrument answer script=yes --case jan@example.org",
    "steer scan vbpm vertrouwen=2 --by jan@example.org", "instrument weigh rule=1 --by jan@example.org",
    "rules new jan@example.org --input a:text --output b:text",
    "rules new t --input a:text --output 'jan@example.org:text'",
    "rules add instrumenten style=visionair instrument=woonvisie --note 'bel 0612345678'",
    "rules add instrumenten style=visionair instrument=jan@example.org",
  ]) func `what is of a person does not come in`(line: String) throws {
    let before = bench.session.workspace.parts.mapValues(\.part)
    #expect(bench.error(line)?.code == "personal.found")
    #expect(bench.session.workspace.parts.mapValues(\.part) == before)
  }

  @Test func `a role that is near one that spoke is remarked on`() throws {
    let first = try bench.run("steer scan vbpm vertrouwen=2 --by wethouder").words
    #expect(!first.contains("nieuwe rol"))
    let remark = "'wethoudr' is een nieuwe rol naast 'wethouder'"
    #expect(try bench.run("steer scan vbpm vertrouwen=4 --by wethoudr").words.contains(remark))
    #expect(
      try bench.run("instrument answer script=yes --by wethoudet").words.contains("'wethoudet' is een nieuwe rol"))
    #expect(!(try bench.run("instrument answer power=yes --by wethouder").words.contains("nieuwe rol")))
  }

  @Test func `a table of the circle that contradicts itself is told wherever it is asked on the way`() throws {
    _ = try bench.run("rules add regiestijl script=yes power=yes style=visionair")
    _ = try bench.run("rules add regie must=no lead=ja")
    #expect(
      try bench.run("instrument advise script=yes power=yes").words.contains("regels van 'regiestijl' spreken elkaar"))
    // The first that fits is what holds there, so that nothing contradicts.
    #expect(try !bench.run("instrument advise must=no").words.contains("'regie' spreken elkaar"))
  }
}
