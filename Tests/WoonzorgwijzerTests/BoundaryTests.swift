import Testing
import WorkbenchKit

/// Figures that stand exactly on a limit, as typed.
@Suite struct BoundaryTests {
  private let collection = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"statcode":"BU01640501"},"geometry":{"type":"Polygon","coordinates":[[[5,52],[5.1,52],[5.1,52.1],[5,52]]]}},
    {"type":"Feature","properties":{"statcode":"BU16800101"},"geometry":{"type":"Polygon","coordinates":[[[6,52],[6.1,52],[6.1,52.1],[6,52]]]}}
    ]}
    """

  /// The age bands of a neighbourhood, as its sheet shows them.
  private func bands(_ counts: [Int]) throws -> [Value?] {
    let total = counts.reduce(0, +)
    let bench = try Workbench().file(
      "k.csv",
      """
      Codering_3;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12
      BU00140001;\(total);\(counts.map(String.init).joined(separator: ";"))
      """)
    try bench.run("wzw import k.csv --year 2024")
    let facts = try bench.run("wzw area BU00140001").facts
    return ["age_0_15", "age_15_25", "age_25_45", "age_45_65", "age_65_plus"].map { facts[$0] }
  }

  @Test func `five people are shown, four are not`() throws {
    #expect(try bands([5, 10, 40, 30, 20]).map { $0?.number } == [5, 10, 40, 30, 20])
    #expect(try bands([4, 10, 40, 30, 20]).prefix(2) == [.text("<5"), .text("•")])
  }

  @Test func `two small bands of five together need no third, of four together they do`() throws {
    #expect(try bands([2, 3, 40, 30, 20]).filter { $0?.text != nil } == [.text("<5"), .text("<5")])
    #expect(try bands([1, 3, 40, 30, 20]).filter { $0?.text != nil } == [.text("<5"), .text("<5"), .text("•")])
  }

  @Test(arguments: [("20.0", 5.0, nil), ("19.9", .nan, "<5")])
  func `an estimate of five is shown, one just below is not`(rate: String, shown: Double, mark: String?) throws {
    let bench = try Workbench()
      .file("k.csv", "Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\nBU00140001;100;25\n")
      .file("h.csv", "Codering_3;Leeftijd;Perioden;Eenzaam_28\nBU00140001;80200;2020JJ00;\(rate)\n")
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import h.csv")
    let output = try bench.run("wzw estimate BU00140001 --indicator Eenzaam --age 65+")
    let estimate = try #require(output.table?.column("estimate"))
    #expect(estimate.withheld[0] == mark)
    #expect(mark != nil || output.numbers("estimate") == [shown])
  }

  @Test func `the limit that is set is kept to exactly`() throws {
    let bench = try Workbench().file(
      "k.csv",
      "Codering_3;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12\nBU00140001;100;10;5;40;36;9\n"
    )
    try bench.run("wzw import k.csv --year 2024")
    bench.set("wzw.suppress-below", 10)
    let facts = try bench.run("wzw area BU00140001").facts
    #expect(facts["age_0_15"]?.number == 10 && facts["age_65_plus"] == .text("<10"))
  }

  @Test func `what lies outside the municipality that was asked for is counted, whatever is imported`() throws {
    let bench = try Workbench()
      .file(
        "k.csv", "Codering_3;AantalInwoners_5\nGM0164;100\nBU01640501;60\nGM1680;30\nBU16800101;20\nBU16800102;10\n"
      )
      .file(
        "a.csv",
        "area,item,capacity,unit,source\nBU01640501,nultrede,5,w,c\nBU16800101,nultrede,6,w,c\nBU16800102,beugels,7,w,c\n"
      )
      .file("g.json", collection)
      .file(
        "h.csv",
        "Codering_3;Leeftijd;Perioden;Eenzaam_28\nBU01640501;80200;2020JJ00;50\nBU16800101;80200;2020JJ00;40\nBU16800102;80200;2020JJ00;45\n"
      )
    for (line, read, outside) in [
      ("wzw import k.csv --year 2024", 2.0, 3.0), ("wzw import a.csv", 1, 2), ("wzw import g.json", 1, 1),
      ("wzw import h.csv", 1, 2),
    ] {
      let output = try bench.run("\(line) --only GM0164")
      #expect(output.fact("read") == read && output.fact("skipped") == outside, "\(line)")
      #expect(output.words.contains("overgeslagen \(Int(outside)) (niet GM0164)"), "\(line)")
    }
  }
}
