import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import LearningCircle

/// The agenda: what it lacks, what the workspace puts forward, how the time goes.
@Suite struct AgendaTests {
  private static let table = ["kring role add gemeente,corporatie,bewoners"]

  @Test func `the check says what is missing, and takes what is not urgent or not shared off`() throws {
    let bench = try CircleBench.make(
      Self.table + [
        "agenda add visie --id visie --level strategisch --aim ontwikkelen --needs verzekeraar",
        "agenda add nummer --id nummer --level operationeel --aim afstemmen --soon --needs gemeente",
        "agenda inbreng nummer --by gemeente --mandate ja --gain rust", "agenda urgency visie=1 nummer=5 --by gemeente",
        "agenda urgency visie=2 nummer=4 --by corporatie",
      ])
    let check = try bench.run("agenda check")
    let found = zip(check.texts("id"), check.table?.column("kind")?.texts ?? []).map { "\($0) \($1 ?? "")" }
    #expect(found == ["visie mandate", "visie absent", "visie not_urgent", " gain"])
    // Two camps: nobody in the middle.
    try bench.run("agenda urgency nummer=1 --by corporatie")
    let split = try bench.run("agenda check").table?.column("kind")?.texts ?? []
    #expect(split.contains("not_shared"))
    #expect(try bench.run("agenda remove nummer").texts("id") == ["visie"])
    let bare = try bench.run("agenda check").table?.column("kind")?.texts ?? []
    #expect(bare.contains("soon"))
  }

  @Test func `every role weighs the same, and a tie goes to fewer minutes`() throws {
    let bench = try CircleBench.make(
      Self.table + [
        "agenda add lang --minutes 30 --id lang", "agenda add kort --minutes 20 --id kort",
        "agenda vote lang=100 --by gemeente", "agenda vote kort=1 --by corporatie",
      ])
    let fit = try bench.run("agenda fit --minutes 30")
    #expect((0..<2).map { fit.table?.column("chosen")?[$0] } == [.boolean(false), .boolean(true)])
    let vote = try bench.run("agenda vote")
    #expect(vote.numbers("share") == [0.5, 0.5] && vote.fact("concordance") == 0)
    #expect(bench.error("agenda vote lang=-1 --by gemeente")?.code == "vote.dots")
    #expect(bench.error("agenda vote lang=0 --by gemeente")?.code == "vote.none")
    #expect(bench.error("agenda vote lagn=1 --by gemeente")?.suggestion == "lang")
    #expect(bench.error("agenda vote lang=1")?.code == "argument.missing")
    try bench.run("agenda add moet --minutes 40 --id moet --must")
    #expect(bench.error("agenda fit --minutes 30")?.code == "agenda.must")
    #expect(bench.error("agenda fit")?.code == "agenda.minutes")
  }

  @Test func `time is kept, and does not run back`() throws {
    let bench = try CircleBench.make([
      "kring meeting open 2027-03-01", "agenda add a --id a --minutes 20", "agenda add b --id b",
    ])
    #expect(bench.error("agenda start a")?.code == "time.missing")
    #expect(bench.error("agenda start a")?.suggestion == "--time")
    #expect(bench.error("agenda stop --time 14:00")?.code == "agenda.idle")
    try bench.run("agenda start a --time 14.00")
    #expect(try bench.run("agenda start b --time 14:25").words.contains("'a' is gestopt"))
    #expect(bench.error("agenda stop --time 14:10")?.code == "time.order")
    #expect(bench.error("agenda stop --time 24:00")?.code == "time.format")
    #expect(try bench.run("agenda stop --time 1440").numbers("used") == [25, 15])
    let show = try bench.run("agenda show")
    #expect(
      show.charts.first?.kind == .stackedBar && show.charts.first?.series.map(\.values) == [[20, 15], [25, 15]])
  }

  @Test func `the workspace puts forward what it knows, and nothing is added unasked`() throws {
    let bench = try CircleBench.make(
      CircleBench.fourRoles + ["besluit add nu --id nu --made 2027-01-01 --who gemeente --until 2027-02-01"])
    try bench.hold(
      Table(columns: [
        .texts("area", ["BU1", "BU1"]), .texts("name", ["Noord", "Noord"]),
        .texts("precondition", ["nultrede", "lift"]),
        .texts("label", ["nultredewoning", "lift"]), .numbers("gap", [12, -3]),
      ]), as: "wzw.gaps")
    try bench.hold(
      Table(columns: [
        .texts("gap", ["no_owner", "empty"]), .texts("moment", ["verhuizen", "x"]),
        .texts("moment_label", ["verhuizen", "x"]),
      ]), as: "moment.gaps")
    try bench.hold(
      Table(columns: [
        .texts("kind", ["vbpm", "vbpm"]), .texts("item", ["vertrouwen", "doel"]), .numbers("median", [2, 4]),
      ]), as: "steer.scans")
    try bench.run("stelling say c=1 --by gemeente")
    try bench.run("stelling say c=1 --by bewoners")
    try bench.run("stelling say c=5 --by zorgaanbieder")
    #expect(bench.error("agenda suggest")?.code == "time.missing")
    let found = try bench.run("agenda suggest --at 2027-02-11")
    #expect(
      found.texts("origin") == [
        "decision:nu", "stelling:c", "gap:BU1/nultrede", "moment:verhuizen", "scan:vbpm/vertrouwen", "core:geschikt",
        "core:huisvesting", "core:samenhang",
      ])
    #expect(found.texts("because").first == "10 dagen te laat")
    #expect(try bench.run("agenda show").table == nil)
    let taken = try bench.run("agenda suggest --take 3,1 --at 2027-02-11")
    #expect(taken.texts("origin") == ["gap:BU1/nultrede", "decision:nu"])
    // What is on it already is put forward no more.
    #expect(try bench.run("agenda suggest --at 2027-02-11").texts("origin").first == "stelling:c")
    #expect(bench.error("agenda suggest --take 9 --at 2027-02-11")?.code == "suggestion.unknown")
  }

  @Test func `an origin that is named has to be there`() throws {
    let bench = try CircleBench.make()
    try bench.run("agenda add a --id a --from dilemma:crisis")
    #expect(bench.error("agenda add b --from dilemma:crisi")?.code == "dilemma.unknown")
    #expect(bench.error("agenda add b --from decision:x")?.code == "decision.unknown")
    #expect(bench.error("agenda add b --from crisis")?.code == "origin.unknown")
    #expect(bench.error("agenda add b --level hoog")?.code == "level.unknown")
    #expect(bench.error("agenda add b --meeting 2020-01-01")?.code == "meeting.unknown")
    #expect(bench.error("agenda add b --id a")?.code == "item.taken")
    #expect(bench.error("agenda inbreng a --by gemeente")?.code == "input.empty")
    try bench.run("agenda show --offer")
    #expect(
      try bench.table("kring.items")?.columnNames == [
        "id", "text", "level", "aim", "origin", "minutes", "dots", "urgency", "agreement",
      ])
  }

  @Test func `items without an id get one of their words`() throws {
    let bench = try CircleBench.make()
    try bench.run("agenda add 'Wie belt na acht uur terug, en wanneer?'")
    #expect(
      try bench.run("agenda add 'Wie belt na acht uur niet'").texts("id") == [
        "belt-acht", "belt-acht-2",
      ])
  }
}
