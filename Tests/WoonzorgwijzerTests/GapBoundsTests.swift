import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Low and high of gaps and of what changes them.
@Suite struct GapBoundsTests {
  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw demo")
    for line in lines { try bench.run(line) }
    return bench
  }

  private func ready() throws -> Workbench {
    try bench(
      "wzw need people BU99010101 3 80 --low 60 --high 105 --by gemeente",
      "wzw need shares 3 inwonend=.3 uitwonend=40% geen=.3 --by gemeente",
      "wzw need set 3 nultrede alle noodzakelijk --by gemeente",
      "wzw need set 3 nultrede inwonend prettig --by corporatie",
      "wzw need set 3 winkels-1000 geen noodzakelijk --by gemeente",
      "wzw need set 3 begeleiding alle zeer-wenselijk --by gemeente")
  }

  private func row(_ output: Output, _ precondition: String) throws -> [String: Value] {
    let index = try #require(output.texts("precondition").firstIndex(of: precondition))
    return Dictionary(
      uniqueKeysWithValues: (output.table?.columns ?? []).map { ($0.name, $0[index]) })
  }

  /// The tables of a result, by their titles.
  private func table(_ output: Output, _ title: String) -> Table? {
    output.blocks.lazy.compactMap { if case .table(let table) = $0 { table } else { nil } }
      .first { $0.title?.nl == title }
  }

  @Test func `what-if shows low and high as the gap of today does`() throws {
    let bench = try ready()
    let plain = try row(try bench.run("wzw gap BU99010101"), "nultrede")
    let output = try bench.run("wzw gap BU99010101 --what-if 'group 3 +10%, item nultrede -20'")
    let changed = try row(output, "nultrede")
    for name in ["demand_low", "demand_high", "gap_low", "gap_high"] {
      #expect(changed[name]?.number == plain[name]?.number && plain[name]?.number != nil, "\(name)")
    }
    // 42 and 105 people and a tenth more; 40 dwellings and 20 fewer.
    #expect(abs((changed["demand_low_then"]?.number ?? 0) - 46.2) < 1e-9)
    #expect(abs((changed["gap_low_then"]?.number ?? 0) - 26.2) < 1e-9)
    #expect(abs((changed["gap_high_then"]?.number ?? 0) - 95.5) < 1e-9)
    let bounds = try #require(table(output, "Tekort, laag en hoog"))
    #expect(bounds.columnNames == ["precondition", "gap_low", "gap_low_then", "gap_high", "gap_high_then"])
    #expect(!bounds.columns.contains { $0.isDetail })
    // The split is told as it is then: 56 and 80 people, and a tenth more.
    #expect(output.words.contains("Met het laagste oordeel is de vraag 62 (tekort 42), met het hoogste 88 (tekort 68)"))
  }

  @Test func `of a what-if without supply the demand has bounds, and without a range nothing has`() throws {
    let lines = [
      "wzw need shares 3 inwonend=0 uitwonend=0 geen=1 --by gemeente",
      "wzw need set 3 beugels geen noodzakelijk --by gemeente",
    ]
    let bench = try bench("wzw need people BU99010101 3 80 --low 60 --high 105 --by gemeente", lines[0], lines[1])
    let line = "wzw gap BU99010101 --what-if 'group 3 +100%'"
    let bounds = try #require(table(try bench.run(line), "Vraag, laag en hoog"))
    #expect(bounds.column("demand_low_then")?.numbers == [120] && bounds.column("demand_high")?.numbers == [105])
    let other = try self.bench("wzw need people BU99010101 3 80 --by gemeente", lines[0], lines[1])
    #expect(try other.run(line).blocks.filter { if case .table = $0 { true } else { false } }.count == 1)
  }

  @Test func `bounds that were drawn tell their draws, their seed and their error, and no digit beyond it`() throws {
    let bench = try bench(
      "wzw need shares 3 inwonend=0 uitwonend=.5 geen=.5 --by gemeente",
      "wzw need set 3 nultrede geen noodzakelijk --by gemeente")
    bench.file("r.csv", "group,age_from,age_to,rate,low,high,source\n3,65,,0.2,0.1,0.3,bron\n")
    try bench.run("wzw import r.csv --as rates")
    for line in ["wzw needs GM9901", "wzw gap GM9901", "wzw gap GM9901 --what-if 'group 3 +10%'"] {
      let output = try bench.run(line)
      let row = try row(output, "nultrede")
      let words = output.words
      #expect(words.contains("laag en hoog van de vraag rusten op 1.000 trekkingen (seed "), "\(line)")
      let error = try #require(
        words.split(separator: "standaardfout tot ").last.flatMap { Double($0.prefix { $0.isNumber }) })
      #expect(error >= 10, "\(line): else nothing is rounded")
      for name in ["demand_low", "demand_high"] {
        let bound = try #require(row[name]?.number)
        #expect(bound > 0 && bound.truncatingRemainder(dividingBy: 10) == 0, "\(line) \(name) \(bound)")
      }
    }
    // What was given was not drawn.
    #expect(!(try ready().run("wzw gap BU99010101").words.contains("trekkingen")))
  }
}
