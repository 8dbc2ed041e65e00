import Methods
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import QualityMirror

/// Audits: the code, how many to hear, agreement and shares.
@Suite struct AuditTests {
  private static let head = "place,auditor,norm,score,kind\n"

  @Test(arguments: [
    ("p,a,kloppen,7,client", "audit.score"), ("p,a,kloppen,jaa,client", "audit.score"),
    ("p,a,klopen,ja,client", "norm.unknown"),
    ("p,a,kloppen,ja,buur", "audit.kind"), (",a,kloppen,ja,client", "cell.empty"),
    ("p,a,kloppen,,client", "cell.empty"),
    ("q,a,kloppen,4,client", "score.mixed"),
  ])
  func `what cannot be is one error, and nothing is kept`(row: String, code: String) throws {
    let bench = try MirrorBench.make(
      ["spiegel norm add kloppen 'wie binnenkomt klopt eerst'"],
      files: ["a.csv": Self.head + "p,b,kloppen,ja,peer\n" + row + "\n"])
    let before = bench.documents
    let error = try #require(bench.error("spiegel audit import a.csv"))
    #expect(error.code == code, "\(error)")
    #expect(bench.documents == before)
  }

  @Test func `one auditor twice: the later one counts, and that is said`() throws {
    let bench = try MirrorBench.make(files: [
      "a.csv": Self.head + "p,jan-17,kloppen,ja,client\np,jan-17,kloppen,nee,client\n"
    ])
    let taken = try bench.run("spiegel audit import a.csv")
    #expect(
      taken.fact("read") == 2 && taken.fact("replaced") == 1 && taken.words.contains("nieuw in de gedragscode: kloppen")
    )
    let kept = try #require(try bench.document("audit", of: "qualitymirror")?["judgements"]?.array)
    #expect(kept.map { $0["score"] } == [.string("nee")] && !bench.documents.contains("jan-17"))
    #expect(try bench.run("spiegel audit agree").words.contains("overeenstemming is er niet"))
  }

  @Test func `ten norms by two auditors: the one on which they part stands first`() throws {
    let rows = (1...10).map { "linde,a,norm-\($0),ja,client\nlinde,b,norm-\($0),\($0 == 7 ? "nee" : "ja"),client\n" }
      .joined()
    let bench = try MirrorBench.make(files: ["a.csv": Self.head + rows])
    try bench.run("spiegel audit import a.csv")
    let found = try bench.run("spiegel audit agree")
    #expect(
      found.texts("norm").first == "norm-7" && found.numbers("one").first == 1 && found.numbers("one").reduce(0, +) == 1
    )
    #expect(found.words.contains("Auditoren lopen het verst uiteen bij: norm-7"))
    #expect(near(found.fact("kappa"), 0) && near(found.fact("observed"), 0.9))
    // Alpha by the coincidences: 20 values, 1 no; 1 - 19 (1 / (19 * 1)).
    #expect(near(found.fact("alpha_ordinal"), 0))
  }

  @Test func `alpha is Krippendorff's on his own data, and weights change kappa`() throws {
    let rows = [
      "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .",
    ].enumerated().flatMap { auditor, values in
      values.split(separator: " ").enumerated().filter { $0.1 != "." }.map { "p,a\(auditor),n\($0.0),\($0.1),\n" }
    }.joined()
    let bench = try MirrorBench.make(files: ["a.csv": Self.head + rows])
    try bench.run("spiegel audit import a.csv")
    let found = try bench.run("spiegel audit agree")
    #expect(near(found.fact("alpha_ordinal"), 0.8153875))
    let linear = try #require(try bench.run("spiegel audit agree --weights linear").fact("kappa"))
    let quadratic = try #require(try bench.run("spiegel audit agree --weights quadratic").fact("kappa"))
    #expect(linear > found.fact("kappa") ?? 1 && quadratic > linear)
  }

  @Test func `of several auditors kappa is the mean over their pairs`() throws {
    var random = RandomStream(seed: 4)
    var judgements: [Judgement] = []
    for place in 0..<30 {
      for auditor in ["a", "b", "c"] {
        judgements.append(
          Judgement(
            key: .init(place: "p\(place)", auditor: auditor, norm: "n"), score: .met(random.index(below: 3) > 0),
            kind: nil))
      }
    }
    let agreement = AuditAgreement(judgements, least: 4, weights: .unweighted) {}
    let kappas = [("a", "b"), ("a", "c"), ("b", "c")].map { one, other -> Double in
      var table = [[0.0, 0], [0, 0]]
      for place in 0..<30 {
        func no(_ auditor: String) -> Int {
          judgements.first { $0.key.place == "p\(place)" && $0.key.auditor == auditor }?.score == .met(true) ? 0 : 1
        }
        table[no(one)][no(other)] += 1
      }
      let (agree, total) = (table[0][0] + table[1][1], 30.0)
      let chance =
        ((table[0][0] + table[0][1]) * (table[0][0] + table[1][0]) + (table[1][0] + table[1][1])
          * (table[0][1] + table[1][1]))
        / (total * total)
      return (agree / total - chance) / (1 - chance)
    }
    #expect(near(agreement.kappa?.kappa, kappas.reduce(0, +) / 3, within: 1e-12) && agreement.pairs.count == 90)
  }

  @Test func `clients and peers side by side, and of few neither`() throws {
    let bench = try MirrorBench.make(files: ["a.csv": MirrorBench.judgements([20, 5, 10, 15])])
    try bench.run("spiegel audit import a.csv")
    let shown = try bench.run("spiegel audit show")
    // Of the clients 25 of 50, of the peers 30 of 50; Newcombe's limits.
    #expect(near(shown.numbers("by_clients").first, 0.5) && near(shown.numbers("by_peers").first, 0.6))
    #expect(
      near(shown.numbers("difference").first, -0.1) && shown.numbers("met") == [55] && shown.numbers("of") == [100])
    let limits = shareDifferenceInterval(first: (0.6, 50), second: (0.5, 50))
    #expect(
      near(shown.numbers("difference_low").first, limits.low)
        && near(shown.numbers("difference_high").first, limits.high))
    let few = try MirrorBench.make(files: ["a.csv": MirrorBench.judgements([1, 1, 1, 1])])
    try few.run("spiegel audit import a.csv")
    let held = try few.run("spiegel audit show")
    for name in ["by_clients", "by_peers", "difference", "difference_low", "difference_high"] {
      #expect(held.table?.column(name)?.withheld == [0: "•"], "\(name)")
    }
  }

  @Test func `a place at which fewer than three looked is not ranked`() throws {
    let rows =
      "abc".map { "linde,\($0),n,ja,client\n" }.joined()
      + "abc".map { "eik,\($0),n,\($0 == "a" ? "ja" : "nee"),client\n" }.joined()
      + "ab".map { "beuk,\($0),n,nee,client\n" }.joined()
    let bench = try MirrorBench.make(files: ["a.csv": Self.head + rows])
    try bench.run("spiegel audit import a.csv")
    let shown = try bench.run("spiegel audit show --per place")
    #expect(shown.texts("place") == ["beuk", "eik", "linde"])
    #expect(shown.table?.column("rank")?.numbers?.map { $0.isNaN ? -1 : $0 } == [-1, 2, 1])
    #expect(shown.words.contains("minder dan drie auditoren"))
  }

  @Test func `figures count as met from a value on`() throws {
    let rows = (1...5).map { "p\($0),a,n,\($0),\n" }.joined()
    let bench = try MirrorBench.make(files: ["a.csv": Self.head + rows])
    try bench.run("spiegel audit import a.csv")
    #expect(
      try bench.run("spiegel audit show").numbers("met") == [2]
        && bench.run("spiegel audit show --met 2").numbers("met") == [4])
    #expect(bench.error("spiegel audit show --met 0")?.code == "argument.range")
  }

  @Test func `norms are added, listed and taken out while nobody judged them`() throws {
    let bench = try MirrorBench.make([
      "spiegel norm add kloppen 'wie binnenkomt klopt eerst'", "spiegel norm add bezoek 'bezoek mag'",
    ])
    #expect(try bench.run("spiegel code").texts("norm") == ["kloppen", "bezoek"])
    bench.file("a.csv", Self.head + "p,a,kloppen,ja,client\n")
    try bench.run("spiegel audit import a.csv")
    #expect(bench.error("spiegel norm remove kloppen")?.code == "norm.used")
    #expect(try bench.run("spiegel norm remove bezoek").texts("norm") == ["kloppen"])
    #expect(bench.error("spiegel norm add kloppen x")?.code == "norm.taken")
  }

  @Test func `a norm that a file named gets its text later, once`() throws {
    let bench = try MirrorBench.make()
    bench.file("a.csv", Self.head + "p,a,kloppen,ja,client\n")
    try bench.run("spiegel audit import a.csv")
    #expect(try bench.run("spiegel code").texts("text") == [""])
    #expect(
      try bench.run("spiegel norm add kloppen 'wie binnenkomt klopt eerst'").texts("text")
        == ["wie binnenkomt klopt eerst"])
    #expect(bench.error("spiegel norm add kloppen 'iets anders'")?.code == "norm.taken")
  }

  @Test func `how many to hear at the edges`() throws {
    let bench = try MirrorBench.make()
    #expect(try bench.run("spiegel audit plan --clients 100 --prevalence 7% --sure 95%").fact("faulty") == 7)
    #expect(try bench.run("spiegel audit plan --clients 1 --prevalence .01").fact("hear") == 1)
    #expect(try bench.run("spiegel audit plan --clients 10 --prevalence .1 --sure 1").fact("hear") == 10)
    #expect(bench.error("spiegel audit plan --clients 10 --prevalence .1 --sure 0")?.code == "plan.share")
    #expect(bench.error("spiegel audit plan --clients 0 --prevalence .1")?.code == "argument.range")
  }
}
