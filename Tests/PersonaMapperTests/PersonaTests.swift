import Testing
import WorkbenchKit

@testable import PersonaMapper

/// Sets and personas, through lines.
@Suite struct PersonaTests {
  @Test func `without a set there is a way out`() throws {
    let error = try Workbench().error("persona list")
    #expect(error?.code == "persona.noset" && error?.suggestion == "persona set use langer-thuis")
  }

  @Test func `a set of one's own has axes, personas and a map`() throws {
    let bench = try Workbench(
      "persona set new eenzaamheid --x 'netwerk:klein..groot' --y initiatief",
      "persona add 'Stille Doorzetter' --x -0.5 --y 0.5",
      "persona add Regelaar")
    let map = try bench.run("persona map")
    let chart = try #require(map.charts.first)
    #expect(chart.kind == .quadrant && chart.positions == [-0.5] && chart.series[0].values == [0.5])
    #expect(chart.labels == ["Stille Doorzetter"] && chart.x.low?.nl == "klein" && chart.y.high?.nl == "veel")
    #expect(map.words.contains("nog zonder plaats ('persona move PERSONA X Y'): Regelaar"))
    try bench.run("persona move regelaar 1 -1")
    #expect(try bench.run("persona map").charts.first?.positions == [-0.5, 1])
    try bench.run("persona remove regelaar")
    #expect(try bench.run("persona list").texts("persona") == ["stille-doorzetter"])
  }

  @Test func `an axis can be given later, and what a source said of the old one falls away`() throws {
    let bench = try Workbench("persona set use doelgroepenvervoer", "persona set axis y 'netwerk:klein..groot'")
    #expect(try bench.run("persona list").texts("y") == ["", "", "", ""])
    #expect(try bench.run("persona list").texts("x").first == "kwetsbaar")
    try bench.run("persona move guus 0 1")
    #expect(try bench.run("persona map").charts.first?.y.high?.nl == "groot")
  }

  @Test func `places in words are drawn with equal steps, and that is said to be an assumption`() throws {
    let map = try Workbench("persona set use doelgroepenvervoer").run("persona map")
    #expect(map.charts.first?.labels == ["Guus", "Ravi", "Ilse", "Mildred"])
    #expect(map.charts.first?.positions == [-0.8, 0.8, 0, -0.8])
    #expect(map.words.contains("aanname"))
    #expect(try Workbench("persona set use langer-thuis").run("persona map").charts.isEmpty)
  }

  @Test func `what is shipped is copied, so that a change is the group's own`() throws {
    let bench = try Workbench(
      "persona set use doelgroepenvervoer", "persona edit guus --description anders", "persona set use langer-thuis",
      "persona set use doelgroepenvervoer")
    #expect(try bench.run("persona list").texts("description").first == "anders")
    #expect(try bench.run("persona set list").table?.column("current")?[1] == .boolean(true))
  }

  @Test func `a set goes out as JSON and comes back the same`() throws {
    let bench = try Workbench(
      "persona set use doelgroepenvervoer", "persona edit guus --need 'op tijd' --wants telefoon --avoids app",
      "journey new bezoek --persona guus", "journey step bezoek boeken bellen --feeling -1",
      "persona export --as json set.json")
    let other = try Workbench(files: ["set.json": bench.text(of: "set.json")])
    try other.run("persona import set.json")
    #expect(other.document == bench.document)
    #expect(other.error("persona import set.json")?.code == "set.taken")
    #expect(other.error("persona import set.json --replace") == nil)
  }

  @Test func `personas come in and go out as CSV`() throws {
    let bench = try Workbench("persona set new proef --x a --y b", "persona import personas.csv")
    #expect(try bench.run("persona list").texts("x") == ["-0,50", "0,70"])
    #expect(
      try bench.run("persona export --as csv").words
        == "persona,name,description,x,y,needs,wants,avoids\nstille-doorzetter,stille doorzetter,vraagt niets,-0.5,0.4,\"rust; één gezicht\",home,digital\ndrukke-regelaar,drukke regelaar,,0.7,0.8,snelheid,digital,\n"
    )
    #expect(bench.error("persona import personas.csv")?.code == "persona.taken")
  }

  @Test func `a tender has scenarios and numbered questions, and no quotes`() throws {
    let bench = try Workbench(
      "persona set use doelgroepenvervoer", "persona cluster behoeften.csv --k 2 --keep-quotes --resamples 0",
      "persona adopt concept-1 --name Stipt", "journey new bezoek --persona guus",
      "journey step bezoek boeken bellen --feeling -2 --pain wachten", "moment add vertraging",
      "moment cell vertraging guus --thinks 'waar blijft de bus' --respond 'bel zelf'")
    let words = try bench.run("persona export --as tender").words
    #expect(
      words.contains("1. ") && words.contains("het wringt: wachten") && words.contains("De kring denkt aan: bel zelf"))
    #expect(!words.contains("minuut"))
    try bench.run("persona export --as tender vragen.md")
    #expect(try bench.text(of: "vragen.md").hasPrefix("# Scenario's en kwaliteitsvragen"))
  }

  @Test(arguments: [
    ("persona set use langer", "set.unknown"), ("persona set new langer-thuis", "set.taken"),
    ("persona set new x --x 'a:b'", "axis.form"), ("persona add guus", "persona.taken"),
    ("persona add '…'", "name.unusable"), ("persona add x --wants desk --avoids loket", "channel.both"),
    ("persona edit gus", "persona.unknown"), ("persona move guus 2 0", "argument.range"),
    ("persona add 'mail naar jan@example.org'", "personal.found"),
    ("persona edit guus --need 'bel 06-12345678'", "personal.found"),
    ("persona edit guus --description 'bsn 111222333'", "personal.found"),
  ])
  func `what cannot be is named`(line: String, code: String) throws {
    #expect(try Workbench("persona set use doelgroepenvervoer").error(line)?.code == code)
  }

  @Test(arguments: [
    ("{\"format\":2}", "set.form"), ("{\"format\":1,\"id\":\"x\",\"personas\":[{\"name\":\"a\"}]}", "set.form"),
    ("{\"format\":1,\"id\":\"x\",\"personas\":[{\"id\":\"a\",\"x\":7}]}", "set.form"),
    ("{\"format\":1,\"id\":\"x\",\"cells\":[{\"moment\":\"m\",\"persona\":\"p\"}]}", "set.form"),
    (
      "{\"format\":1,\"id\":\"x\",\"personas\":[{\"id\":\"a\",\"name\":\"a\"},{\"id\":\"a\",\"name\":\"b\"}]}",
      "set.form"
    ),
    ("[1,2]", "set.form"), ("{", "json.syntax"), ("<set/>", "set.form"), ("name,x\nA,9\n", "persona.row"),
    ("name,x\n.,0\n", "persona.row"),
    ("", "file.empty"),
  ])
  func `a file that is no set changes nothing`(text: String, code: String) throws {
    let bench = try Workbench("persona set use doelgroepenvervoer", files: ["fout.json": text])
    let before = bench.document
    #expect(bench.error("persona import fout.json")?.code == code)
    #expect(bench.document == before)
  }
}
