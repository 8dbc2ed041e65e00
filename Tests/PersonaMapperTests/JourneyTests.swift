import Testing
import WorkbenchKit

@testable import PersonaMapper

/// Journeys and their exchange, through lines.
@Suite struct JourneyTests {
  private static let lines = [
    "persona set use doelgroepenvervoer", "persona edit guus --wants telephone --avoids digital",
    "journey new bezoek --title 'Naar het ziekenhuis & terug' --persona guus",
    "journey step bezoek boeken 'belt de <centrale>' --channel telefoon --touchpoint 'de \"juiste\" lijn' --feeling -1 --owner vervoerder --pain 'lang; in de wacht' --thinking 'neemt u op?' --as both",
    "journey step bezoek boeken 'vult formulier in' --channel digital --actor mantelzorger --as actual --feeling -2",
    "journey step bezoek voorbereiden 'wacht op straat' --expectation 'op tijd' --owner vervoerder",
    "journey step bezoek rit 'rijdt mee, met een buur' --channel vehicle --feeling 2 --truth --opportunity 'samen reizen' --as both",
  ]

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    for line in Self.lines { try bench.run(line) }
    return bench
  }

  @Test(arguments: ["cjml", "csv", "json"])
  func `a journey that goes out comes back the same into an empty workspace`(form: String) throws {
    let bench = try bench()
    try bench.run("journey export --to \(form) reis.uit")
    let other = try Workbench(files: ["reis.uit": bench.text(of: "reis.uit")])
    try other.run("journey import reis.uit")
    let (before, after) = (try bench.run("journey show"), try other.run("journey show"))
    #expect(after.tables == before.tables)
    if form != "csv" { #expect(after == before) }
    try other.run("journey export --to \(form) weer.uit")
    #expect(try other.text(of: "weer.uit") == bench.text(of: "reis.uit") || form == "json")
  }

  @Test func `CJML has a planned and an actual journey that refer to each other, and ratings of 1 through 5`() throws {
    let bench = try bench()
    let text = try bench.run("journey export --to cjml").words
    #expect(text.contains("<CJML version=\"2.0\">") && text.contains("<plannedReference>bezoek</plannedReference>"))
    #expect(text.contains("<experienceRating>5</experienceRating>") && text.contains("<actualAction>") == false)
    #expect(text.contains("<plannedAction>") && text.contains("<actorName>Guus</actorName>"))
    #expect(text.contains("belt de &lt;centrale&gt;"))
  }

  @Test func `CJML of another program comes in, and what has no place is named`() throws {
    let bench = try Workbench()
    let taken = try bench.run("journey import reis.cjml")
    #expect(taken.words.contains("niet overgenomen uit CJML: message (1×)"))
    let show = try bench.run("journey show")
    #expect(show.texts("doing") == ["Belt"] && show.texts("touchpoint") == ["Neemt op"])
    #expect(show.texts("channel") == ["telefoon"] && show.texts("owner") == ["vervoerder"])
    #expect(show.texts("stage") == ["Boeken"] && show.words == "de reis van Reiziger")
    #expect(bench.error("journey import reis.cjml")?.code == "journey.taken")
    #expect(bench.error("journey import reis.cjml --replace") == nil)
  }

  @Test(arguments: [
    ("<html/>", "cjml.root"), ("<CJML/>", "cjml.version"), ("<CJML version='1.0'/>", "cjml.version"),
    ("<CJML version='2.0'/>", "cjml.empty"), ("<CJML version='2.0'><plannedJourney>", "xml.syntax"),
    ("<!DOCTYPE a [<!ENTITY b 'b'><!ENTITY c '&b;&b;'>]><CJML version='2.0'>&c;</CJML>", "xml.doctype"),
    ("<!DOCTYPE CJML SYSTEM 'file:///etc/passwd'><CJML version='2.0'/>", "xml.doctype"),
    ("<CJML version='2.0'><plannedJourney/></CJML>", "name.unusable"),
    (
      "<CJML version='2.0'><actualJourney><journeyID>a</journeyID><touchpoints><actualAction><touchpointExperience><experienceRating>9</experienceRating></touchpointExperience></actualAction></touchpoints></actualJourney></CJML>",
      "cjml.rating"
    ),
    (
      "<CJML version='2.0'><plannedJourney><journeyID>a</journeyID><touchpoints><plannedAction><touchpointID>t</touchpointID></plannedAction><plannedAction><touchpointID>t</touchpointID></plannedAction></touchpoints></plannedJourney></CJML>",
      "cjml.repeated"
    ),
    (
      "<CJML version='2.0'><plannedJourney><journeyID>a</journeyID><touchpoints><plannedAction><initiator><initiatorLabel>mail jan@example.org</initiatorLabel></initiator></plannedAction></touchpoints></plannedJourney></CJML>",
      "personal.found"
    ),
    ("stage,doing,feeling\nboeken,bellen,9\n", "journey.row"), ("stage,doing\n.,bellen\n", "journey.row"),
    ("stage,doing,planned\nboeken,bellen,misschien\n", "journey.row"), ("doing\nbellen\n", "column.unknown"),
    ("{\"format\":1,\"journeys\":[]}", "journey.form"), ("{\"journeys\":[{\"id\":\"a\"}]}", "journey.form"),
    ("stage,doing,bsn\na,b,111222333\na,c,123456782\n", "personal.found"),
  ])
  func `what is no journey changes nothing`(text: String, code: String) throws {
    let bench = try Workbench(files: ["fout.xml": text])
    #expect(bench.error("journey import fout.xml")?.code == code)
    #expect(bench.document.isEmpty)
  }

  @Test func `Mermaid scores a feeling from 1 through 5, and a step without one is said`() throws {
    let output = try bench().run("journey export --to mermaid")
    #expect(
      output.words.hasPrefix(
        "journey\n    title Naar het ziekenhuis & terug\n    section boeken\n      belt de <centrale>: 2: Guus\n      vult formulier in: 1: mantelzorger\n"
      ))
    #expect(output.words.contains("met score 3 getekend: 1"))
  }

  @Test func `the HTML page stands by itself and holds no mark that somebody typed`() throws {
    let page = try bench().run("journey export --to html").words
    #expect(page.contains("belt de &lt;centrale&gt;") && page.contains("role=\"img\"") && !page.contains("<script"))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test func `who is said to do what the persona does is the persona`() throws {
    let bench = try Workbench()
    _ = try bench.run("persona set use doelgroepenvervoer")
    _ = try bench.run("journey new rit --persona Guus")
    _ = try bench.run("journey step rit boeken bellen --actor Guus --feeling 1")
    _ = try bench.run("journey step rit boeken opnemen --actor Centrale")
    let chart = try bench.run("journey export --to mermaid").words
    #expect(chart.contains("bellen: 4: Guus") && chart.contains("opnemen: 3: centrale"))
  }

  @Test func `the check finds what nobody carries, dead ends, unwanted channels, steps not taken and lows`() throws {
    let check = try bench().run("journey check")
    #expect(check.fact("no_owner") == 2 && check.fact("dead_end") == 1 && check.fact("unwanted_channel") == 1)
    #expect(check.fact("not_taken") == 1 && check.fact("low") == 2)
  }

  @Test func `planned against actual, and one journey against another`() throws {
    let bench = try bench()
    let own = try bench.run("journey compare bezoek")
    #expect(
      own.numbers("planned") == [1, 1, 1, 0] && own.numbers("taken") == [1, 0, 1, 0]
        && own.numbers("unplanned") == [1, 0, 0, 0])
    try bench.run("journey new ander --persona mildred")
    try bench.run("journey step ander boeken 'belt rustig' --feeling 1")
    let both = try bench.run("journey compare bezoek ander")
    #expect(
      both.numbers("feeling_a")[0] == -1.5 && both.numbers("feeling_b")[0] == 1 && both.numbers("feeling_gap")[0] == 2.5
    )
  }

  @Test func `the curve of one journey goes by step, of several by stage in one picture`() throws {
    let bench = try bench()
    let one = try #require(try bench.run("journey curve bezoek").charts.first)
    #expect(one.kind == .line && one.y.range == -2...2 && one.series[0].values.count == 4)
    try bench.run("journey new ander --persona mildred")
    try bench.run("journey step ander rit rijdt --feeling 1")
    let two = try #require(try bench.run("journey curve").charts.first)
    #expect(two.series.map(\.name) == ["Guus (bezoek)", "Mildred (ander)"])
    #expect(two.categories == ["boeken", "voorbereiden", "rit", "bestemming"])
    #expect(two.series[0].values[0] == -1.5 && two.series[1].values[2] == 1 && two.series[1].values[0].isNaN)
  }

  @Test func `a step is changed by its id, moved to another stage, and taken out`() throws {
    let bench = try bench()
    try bench.run("journey step bezoek boeken --id s1 --feeling 0")
    #expect(try bench.run("journey show").numbers("feeling")[0] == 0)
    try bench.run("journey step bezoek bestemming --id s1")
    #expect(try bench.run("journey show").texts("step").last == "s1")
    try bench.run("journey remove bezoek s1")
    #expect(try !bench.run("journey show").texts("step").contains("s1"))
  }

  @Test(arguments: [
    ("journey new bezoek", "journey.taken"), ("journey new x --persona gus", "persona.unknown"),
    ("journey new x --stages a,a", "stage.taken"), ("journey step bezoek boeken", "step.empty"),
    ("journey step bezoek boeken bellen --feeling 3", "argument.range"), ("journey show bezoeken", "journey.unknown"),
    ("journey export", "argument.missing"), ("journey remove bezoek s9", "step.unknown"),
    ("journey step bezoek boeken 'bel 0612345678'", "personal.found"),
  ])
  func `what cannot be is named`(line: String, code: String) throws {
    #expect(try bench().error(line)?.code == code)
  }
}
