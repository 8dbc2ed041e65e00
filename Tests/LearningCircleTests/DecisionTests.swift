import Session
import Testing
@_spi(Host) import WorkbenchKit
import WorkbenchTesting

@testable import LearningCircle

/// What was decided, on what it rests, and what became of it.
@Suite struct DecisionTests {
  /// Keeps what a line gave, as `keep NAME` does.
  private func keep(_ name: String, _ line: String, in bench: Workbench) throws {
    let result = try #require(try bench.result(line))
    let kept = KeptResult(name: name, time: "2027-03-01T10:00:00Z", result: result)
    try bench.session.apply(
      .step(.init(line: "keep", time: ""), changes: [PartName(.results, name): Part(try kept.json())]))
  }

  @Test func `a decision says when the figures it rests on have changed, and shows both`() throws {
    let bench = try CircleBench.make(CircleBench.fourRoles)
    try keep("eens", "stelling agree", in: bench)
    try bench.run("besluit add nu --id nu --made 2027-03-01 --who gemeente --rests-on eens")
    #expect(try bench.run("besluit list --at 2027-03-02").table?.column("changed")?[0] == .boolean(false))
    // Something of the circle that is no answer changes nothing.
    try bench.run("agenda add punt --id punt")
    #expect(try bench.run("besluit why nu").words.contains("'eens' is nog zoals toen"))
    try bench.run("stelling say a=5 --by gemeente")
    let list = try bench.run("besluit list --at 2027-03-02")
    #expect(list.table?.column("changed")?[0] == .boolean(true) && list.words.contains("rust op veranderde cijfers"))
    let before = try bench.run("besluit why nu")
    #expect(before.words.contains("is veranderd waar het uit kwam") && before.words.contains("niet opnieuw gemaakt"))
    try keep("eens", "stelling agree", in: bench)
    let why = try bench.run("besluit why nu")
    #expect(why.words.contains("opnieuw bewaard en anders"))
    let row = try #require(why.texts("figure").firstIndex(of: "a · agreement"))
    #expect(
      why.texts("then")[row] == "0,1111" && why.texts("now")[row] == "0,8333"
        && why.table?.column("changed")?[row] == .boolean(true))
    #expect(bench.error("besluit add x --made 2027-03-01 --who gemeente --rests-on eenz")?.suggestion == "eens")
    #expect(bench.error("besluit add x --made 2027-03-01 --who gemeente --rests-on eenz")?.code == "result.unknown")
  }

  @Test func `a file that is no longer the same is named`() throws {
    let bench = try CircleBench.make(files: ["p.csv": "share_percent,n\n54,45\n"])
    try keep("kan", "stelling grim p.csv", in: bench)
    try bench.run("besluit add nu --id nu --made 2027-03-01 --who gemeente --rests-on kan")
    #expect(try bench.run("besluit why nu").words.contains("nog zoals toen"))
    bench.file("p.csv", "share_percent,n\n54,41\n")
    #expect(try bench.run("besluit why nu").words.contains("het bestand is veranderd: 'p.csv'"))
  }

  @Test func `days run forward, and nothing is closed twice`() throws {
    let bench = try CircleBench.make(CircleBench.decisions)
    #expect(bench.error("besluit add x --made 2027-03-01 --who gemeente --until 2027-02-28")?.code == "date.order")
    try bench.run("besluit add x --id x --made 2027-03-01 --who gemeente --until 2027-03-01")
    #expect(bench.error("besluit add y --made 2027-02-29 --who gemeente")?.code == "date.format")
    #expect(bench.error("besluit done een --on 2027-02-01")?.code == "decision.state")
    #expect(bench.error("besluit done vier --on 2027-03-01")?.code == "date.order")
    #expect(bench.error("besluit done vier")?.code == "time.missing")
    #expect(bench.error("besluit add z --who gemeente")?.suggestion == "--made")
    #expect(bench.error("besluit add z --id een --made 2027-03-01 --who gemeente")?.code == "decision.taken")
    #expect(bench.error("besluit list")?.code == "time.missing")
    #expect(bench.error("besluit list")?.suggestion == "--at")
    try bench.run("besluit done vier --on 2027-03-02")
    #expect(try bench.run("besluit list --of corporatie --at 2027-05-01").numbers("days_open") == [40, 0])
  }

  @Test func `one that is replaced points at the new one, and that back`() throws {
    let bench = try CircleBench.make(CircleBench.decisions)
    try bench.run("besluit replace vier 'vier anders' --id vijfde --made 2027-04-01 --who gemeente")
    let list = try bench.run("besluit list --at 2027-04-02")
    #expect(list.texts("state") == ["gedaan", "gedaan", "gedaan", "vervangen", "open", "open"])
    #expect(try bench.run("besluit why vier").words.contains("vervangen door 'vijfde'"))
    #expect(try bench.run("besluit why vijfde").words.contains("vervangt 'vier'"))
    #expect(
      bench.error("besluit replace vier 'nog eens' --made 2027-04-01 --who gemeente")?.code == "decision.replaced")
    #expect(bench.error("besluit replace vier 'nog eens' --made 2027-04-01 --who gemeente")?.suggestion == "vijfde")
    try bench.run("besluit drop vijf --on 2027-04-01 --because 'geen geld'")
    let follow = try bench.run("besluit follow --at 2027-04-02")
    #expect(follow.fact("dropped") == 2 && follow.fact("open") == 1 && follow.fact("done") == 3)
    // Looked at from before, it had not happened.
    #expect(try bench.run("besluit follow --at 2027-03-31").fact("open") == 2)
    #expect(try bench.run("besluit list --at 2027-03-31").texts("state")[3] == "open")
    #expect(
      try bench.run("besluit timeline").blocks.contains {
        if case .timeline(let line) = $0 { line.rows.count == 6 } else { false }
      })
  }

  @Test func `an open meeting gives the day and those present`() throws {
    let bench = try CircleBench.make([
      "kring role add gemeente,corporatie", "kring meeting open 2027-03-01 --present gemeente",
    ])
    try bench.run("besluit add nu --id nu --who corporatie --until 1-4-2027")
    #expect(try bench.run("besluit why nu").words.contains("1 maart 2027 door gemeente; corporatie doet het"))
    try bench.run("kring meeting open 2027-04-02")
    #expect(try bench.run("besluit list").numbers("overdue_days") == [1])
    try bench.run("besluit done nu")
    try bench.run("besluit add los --id los --who gemeente")
    try bench.run("besluit done los")
    let follow = try bench.run("besluit follow")
    #expect(follow.fact("moved") == 2)
    // One was a day late; one had no last day, and is neither.
    #expect(follow.fact("done") == 2 && follow.fact("on_time") == 0 && follow.fact("late") == 1)
    let lines = try bench.run("besluit timeline").blocks.compactMap {
      if case .timeline(let line) = $0 { line } else { nil }
    }
    #expect(lines.first?.rows.map { $0.end?.text } == ["2027-04-02", nil])
    try bench.run("besluit list --offer")
    #expect(
      try bench.table("kring.decisions")?.columnNames == [
        "id", "text", "made", "who", "until", "state", "closed", "level", "rests_on",
      ])
  }

  @Test func `minutes hold the meeting, and say when they were amended after they were approved`() throws {
    let bench = try CircleBench.make(
      CircleBench.fourRoles + [
        "kring meeting open 2027-03-01 --present gemeente,corporatie", "agenda add punt --id punt --minutes 20",
        "agenda inbreng punt --by gemeente --offers tijd", "agenda start punt --time 14:00", "agenda stop --time 14:30",
        "stelling say a=4 --by gemeente", "besluit add nu --id nu --who gemeente --until 2027-03-10",
      ])
    try keep("eens", "stelling agree", in: bench)
    let minutes = try bench.run("kring minutes")
    #expect(minutes.words.contains("aanwezig: gemeente, corporatie") && minutes.words.contains("30 aan punten besteed"))
    #expect(minutes.tables.last?.column("result")?.texts == ["eens"])
    #expect(minutes.tables.contains { $0.column("offers")?.texts == ["tijd"] })
    try bench.run("kring minutes approve 2027-03-01 --on 2027-04-01 --by gemeente,corporatie")
    #expect(
      try bench.run("kring minutes 2027-03-01").words.contains("vastgesteld op 1 april 2027 door gemeente, corporatie"))
    // What becomes of a decision later is no change of what was said then.
    try bench.run("besluit done nu --on 2027-03-09")
    #expect(try bench.run("kring minutes 2027-03-01").words.contains("vastgesteld op 1 april"))
    try bench.run("agenda inbreng punt --by gemeente --offers geld")
    #expect(try bench.run("kring minutes 2027-03-01").words.contains("gewijzigd nadat het is vastgesteld op 1 april"))
    #expect(bench.error("kring minutes approve 2027-03-01 --on 2027-02-01 --by gemeente")?.code == "date.order")
    #expect(bench.error("kring minutes approve 2027-03-01 --by gemeente")?.code == "time.missing")
  }

  @Test func `what a newer version wrote stays, and what cannot be read is kept`() throws {
    let bench = try CircleBench.make(["kring role add gemeente"])
    try bench.hold(
      [
        "id": "lindehof", "title": "Lindehof", "later": 7,
        "roles": [["id": "gemeente", "kind": "gemeente", "badge": "x"], ["id": ""]],
        "statements": [["id": "s", "text": "t", "kind": "poll"]],
      ], as: "circle.lindehof", of: "learningcircle")
    let output = try bench.run("kring role add bewoners")
    #expect(output.words.contains("niet te lezen en ongewijzigd bewaard"))
    let document = try #require(try bench.document("circle.lindehof", of: "learningcircle"))
    #expect(
      document["later"] == 7 && document["roles"]?.array?.count == 3 && document["roles"]?.array?[0]["badge"] == "x")
    #expect(document["statements"]?.array?.first?["kind"] == "poll")
  }
}
