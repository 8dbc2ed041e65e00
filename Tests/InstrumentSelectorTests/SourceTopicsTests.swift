import TestSupport
import Testing
import WorkbenchKit

@testable import InstrumentSelector

/// What a person reads of the sources on steering, and of the law beside them.
@Suite struct SourceTopicsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `gebiedsgericht-2016, lines 466 to 470: which policy leans to which model, and that none is settled`()
    throws
  {
    let shown = try bench.run("steer knowledge policies")
    #expect(shown.texts("item") == ["zelfredzaamheid", "wijkteams", "langer-thuis", "wisselend"])
    let more = shown.texts("more")
    #expect(more[0].contains("Angelsaksisch") && more[1].contains("Rijnlands") && more[2].contains("Scandinavisch"))
    #expect(more[3].contains("tijd en omstandigheden"))
  }

  @Test func `each of the nine elements of process management has its content, and so has maturity`() throws {
    let process = try bench.run("steer knowledge process")
    #expect(process.texts("item").count == 9 && process.texts("more").allSatisfy { $0.count > 20 })
    #expect(process.seen.contains("laaghangend fruit") && process.seen.contains("Ten Heuvelhof"))
    let maturity = try bench.run("steer knowledge maturity").seen
    #expect(maturity.contains("projectvolwassenheid") && maturity.contains("Mulder, 2013"))
    #expect(try bench.run("steer knowledge interventions").texts("item").count == 11)
  }

  @Test func `gebiedsgericht-2016, line 627: 18, 60 and 17 percent, and that 5 percent is left open`() throws {
    let more = try bench.run("steer knowledge laws").texts("more")
    #expect(more[0].hasPrefix("18 %") && more[1].hasPrefix("60 %") && more[2].hasPrefix("17 %"))
    #expect(more.contains { $0.contains("95 %") })
  }

  @Test func `who made a list that the source hands on is credited`() throws {
    for (line, from) in [
      ("steer knowledge spillovers", "Menzis"), ("steer knowledge property", "Bouwstenen, 2013"),
      ("steer scan model", "Lieskamp, 2009"), ("rules show regiestijl", "Partners+Pröpper, 2004"),
      ("instrument plan --from 2027-01-01", "VNG"),
    ] {
      #expect(try bench.run(line).seen.contains("(\(from))"), "\(line)")
    }
  }

  @Test func `waakvlam-2020, line 735: contracts of a year make parties compete`() throws {
    let tables = try RuleBook.shipped(bench.session.looking(as: "instrumentselector"))
    let table = try #require(tables.last)
    #expect(table.name == "congruentie" && table.source?.lines == 733...735)
  }

  @Test func `a domain and an ambition go by their label`() throws {
    let sheet = try bench.run("instrument show structuurvisie").seen
    #expect(sheet.contains("ruimtelijke ordening") && sheet.contains("woonservicegebieden in alle wijken, visionair"))
    let list = try bench.run("instrument list")
    #expect(
      list.table?.column("domain")?.isDetail == true && list.texts("domain_label").first == "ruimtelijke ordening")
  }

  @Test func `a variant of an ambition that is a reading says so`() throws {
    let more = try bench.run("steer knowledge ambitions").texts("more")
    #expect(more.count == 3 && more.allSatisfy { $0.contains("(onze lezing)") })
    #expect(more[0].contains("vergunningen; met bewoners"))
  }

  @Test func `Triple Aim, CZ and Zilveren Kruis have a topic each, and no person is named`() throws {
    #expect(
      try bench.run("steer knowledge triple-aim").texts("item").prefix(3) == ["gezondheid", "kwaliteit", "kosten"])
    let buyer = try bench.run("steer knowledge zilveren-kruis").seen
    #expect(buyer.contains("52 gemeenten") && buyer.contains("Zilveren Kruis"))
    #expect(try bench.run("steer knowledge cz").seen.contains("154 gemeenten"))
    for topic in ["cz", "zilveren-kruis", "insurers"] {
      let words = try bench.run("steer knowledge \(topic)").seen
      #expect(!words.contains("Gruisen") && !words.contains("Gomes"), "\(topic)")
    }
  }

  @Test func `the Ladder binds a structuurvisie, and a test beyond the law cannot be enforced`() throws {
    let plan = try bench.run("instrument show structuurvisie").seen
    #expect(plan.contains("Ladder voor duurzame verstedelijking") && plan.contains("gebonden"))
    #expect(try bench.run("instrument show vergunningenbeleid").seen.contains("niet af te dwingen"))
  }

  @Test func `readiness comes from bw-mo-regio-2017, annex IV`() throws {
    let words = try bench.run("steer scan readiness").seen
    #expect(!words.contains("komen niet uit een bron") && words.contains("beschermd wonen en maatschappelijke opvang"))
    #expect(words.contains("wat de aanpak inhoudt"))
  }

  @Test func `the sources behind the source are credited`() throws {
    for (topic, name) in [
      ("styles", "Pröpper, 2004"), ("tasks", "Pröpper, 2014"), ("models", "Lieskamp, 2009"), ("insurers", "CZ"),
      ("interests", "Soeters en Verhoek, 2015"), ("property", "Bouwstenen"),
    ] { #expect(try bench.run("steer knowledge \(topic)").seen.contains(name), "\(topic)") }
  }
}

/// The law as it stands: in the data, and beside what it bears on.
@Suite struct LawTests {
  private let bench: Workbench
  private let items: [LegalItem]

  init() throws {
    bench = try Workbench()
    items = try bench.session.looking(as: "instrumentselector").legalItems
  }

  private func item(_ id: String) throws -> LegalItem { try #require(items.first { $0.id == id }) }

  @Test func `what is not confirmed in force has no first day, and what nobody could check says so`() throws {
    #expect(
      items.filter { $0.period.from == nil }.map(\.id) == [
        "versterking-regie", "volkshuisvestingsprogramma", "woonzorgvisie",
      ])
    #expect(
      items.filter { $0.period.check == nil }.map(\.id) == [
        "woonzorgvisie", "wmo-2015", "zvw-afstemming", "beleidsregels",
      ])
    let shown = try bench.run("steer knowledge law")
    #expect(shown.texts("item").count == items.count)
    #expect(shown.seen.contains("niet bevestigd in werking") && shown.seen.contains("niet nagegaan"))
  }

  @Test func `Wlz since 2021 on a psychiatric ground, Omgevingswet since 2024 with a transition until 2032`() throws {
    #expect(try item("wlz-ggz").period.from?.text == "2021-01-01")
    #expect(try bench.run("steer knowledge laws").seen.contains("sinds 1 januari 2021"))
    #expect(try item("omgevingswet").period.from?.text == "2024-01-01")
    #expect(try bench.run("instrument show bestemmingsplan").seen.contains("uiterlijk 1 januari 2032"))
    #expect(try item("wro").period.until?.text == "2023-12-31")
  }

  @Test func `an instrument shows from when, until when, what comes after and when that was checked`() throws {
    let plan = try bench.run("instrument show bestemmingsplan").seen
    #expect(plan.contains("van 1 juli 2008 tot en met 31 december 2023; opvolger: Omgevingswet, artikel 2.4"))
    #expect(plan.contains("nagegaan op 28 november 2026"))
    let vision = try bench.run("instrument show woonvisie").seen
    #expect(vision.contains("volkshuisvestingsprogramma") && vision.contains("niet bevestigd"))
    #expect(try bench.run("instrument show wmo-beleidsplan").seen.contains("sinds 1 januari 2015; niet nagegaan"))
  }

  @Test func `a plan on the calendar has the present law and the bill beside it`() throws {
    let words = try bench.run("instrument plan woonvisie --from 2027-01-01").seen
    #expect(words.contains("Wet versterking regie volkshuisvesting") && words.contains("niet bevestigd in werking"))
  }

  @Test func `a plan from one year into the next has the guarantee ceiling after the woonvisie of its cycle`() throws {
    let timeline = try #require(
      try bench.run("instrument plan woonvisie --from 2027-09-01 --years 1").blocks.compactMap { block in
        if case .timeline(let timeline) = block { timeline } else { nil }
      }.first)
    let policy = timeline.rows.filter { $0.group?.nl == "woonbeleid" }
    #expect(
      policy.map(\.start.text) == [
        "2027-12-15", "2028-03-15", "2028-07-01", "2028-07-01", "2028-07-01", "2029-03-15",
      ])
  }
}
