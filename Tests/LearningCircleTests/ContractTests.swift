import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import LearningCircle

/// The lines that were promised, to the digits given.
@Suite struct ContractTests {
  private static let reliability =
    "role,statement,value\nwaarnemer a,u1,1\nwaarnemer a,u2,2\nwaarnemer a,u3,3\nwaarnemer a,u4,3\nwaarnemer a,u5,2\nwaarnemer a,u6,1\nwaarnemer a,u7,4\nwaarnemer a,u8,1\nwaarnemer a,u9,2\nwaarnemer a,u10,\nwaarnemer a,u11,\nwaarnemer a,u12,\nwaarnemer b,u1,1\nwaarnemer b,u2,2\nwaarnemer b,u3,3\nwaarnemer b,u4,3\nwaarnemer b,u5,2\nwaarnemer b,u6,2\nwaarnemer b,u7,4\nwaarnemer b,u8,1\nwaarnemer b,u9,2\nwaarnemer b,u10,5\nwaarnemer b,u11,\nwaarnemer b,u12,3\nwaarnemer c,u1,\nwaarnemer c,u2,3\nwaarnemer c,u3,3\nwaarnemer c,u4,3\nwaarnemer c,u5,2\nwaarnemer c,u6,3\nwaarnemer c,u7,4\nwaarnemer c,u8,2\nwaarnemer c,u9,2\nwaarnemer c,u10,5\nwaarnemer c,u11,1\nwaarnemer c,u12,\nwaarnemer d,u1,1\nwaarnemer d,u2,2\nwaarnemer d,u3,3\nwaarnemer d,u4,3\nwaarnemer d,u5,2\nwaarnemer d,u6,4\nwaarnemer d,u7,4\nwaarnemer d,u8,1\nwaarnemer d,u9,2\nwaarnemer d,u10,5\nwaarnemer d,u11,1\nwaarnemer d,u12,\n"

  private func near(_ value: Double?, _ expected: Double, within tolerance: Double = 5e-8) -> Bool {
    value.map { abs($0 - expected) < tolerance } ?? false
  }

  @Test func `Krippendorff's data C come in without a circle, and give his alphas`() throws {
    let bench = try CircleBench.empty(files: ["c.csv": Self.reliability])
    let taken = try bench.run("stelling import c.csv")
    #expect(taken.fact("answers") == 41)
    #expect(taken.words.contains("er was nog geen kring") && taken.words.contains("nieuw aan tafel: waarnemer a"))
    let agree = try bench.run("stelling agree")
    #expect(near(agree.fact("alpha_ordinal"), 0.8153875) && near(agree.fact("alpha_nominal"), 0.7434211))
    #expect(near(agree.fact("alpha_interval"), 0.8491071))
    #expect(agree.fact("roles") == 4 && agree.fact("statements") == 12)
  }

  @Test func `four roles on four statements: medians, agreement, unknown, alpha`() throws {
    let bench = try CircleBench.make(CircleBench.fourRoles)
    let agree = try bench.run("stelling agree")
    // The most divided first: a, c, d, b.
    #expect(agree.texts("statement") == ["a", "c", "d", "b"])
    #expect(agree.numbers("median") == [4, 4, 4.5, 4])
    for (found, expected) in zip(agree.numbers("agreement"), [0.1111111, 0.3333333, 0.625, 0.875]) {
      #expect(near(found, expected))
    }
    #expect(agree.numbers("unknown") == [1, 0, 0, 0] && agree.fact("pairs") == 21)
    #expect(near(agree.fact("alpha_ordinal"), -0.2080849))
    #expect(agree.texts("farthest") == ["gemeente", "gemeente", "gemeente", "bewoners"])
  }

  @Test func `who stands how far from whom`() throws {
    let bench = try CircleBench.make(CircleBench.fourRoles)
    let matrix = try #require(try bench.run("stelling parties").matrices.first)
    func cell(_ one: String, _ other: String) -> CellMatrix.Cell? {
      guard let row = matrix.rows.firstIndex(where: { $0.name == one }),
        let column = matrix.columns.firstIndex(where: { $0.name == other })
      else { return nil }
      return matrix.cells[row][column]
    }
    let pairs = [
      ("corporatie", "zorgaanbieder", 0.5, 4), ("gemeente", "corporatie", 1.75, 4),
      ("gemeente", "bewoners", 4.0 / 3, 3),
    ]
    for (one, other, mean, count) in pairs {
      #expect(near(cell(one, other)?.number, mean) && cell(one, other) == cell(other, one))
      #expect(cell(one, other)?.lines.first?.text.nl == "\(count) stellingen")
    }
    #expect(cell("gemeente", "gemeente")?.isEmpty == true)
    #expect(try bench.run("stelling parties --map").charts.count == 1)
  }

  @Test func `ninety minutes hold opgave, crisis and samenwerking with 24 dots`() throws {
    let bench = try CircleBench.make([
      "agenda add opgave --minutes 30 --id opgave", "agenda add crisis --minutes 25 --id crisis",
      "agenda add verschil --minutes 20 --id verschil", "agenda add communicatie --minutes 20 --id communicatie",
      "agenda add samenwerking --minutes 35 --id samenwerking",
      "agenda vote opgave=9 crisis=8 verschil=5 communicatie=3 samenwerking=7 --by gemeente",
    ])
    let fit = try bench.run("agenda fit --minutes 90")
    let chosen = zip(fit.texts("id"), (0..<5).map { fit.table?.column("chosen")?[$0].boolean }).filter { $0.1 == true }
    #expect(chosen.map(\.0) == ["opgave", "crisis", "samenwerking"])
    #expect(fit.fact("minutes") == 90 && fit.fact("dots") == 24 && fit.fact("left") == 0)
    #expect(fit.facts["best"] == .boolean(true))
  }

  @Test func `of five decisions three were done, one is twelve days late, and half takes forty days`() throws {
    let bench = try CircleBench.make(CircleBench.decisions)
    let follow = try bench.run("besluit follow --at 2027-04-01")
    #expect(follow.fact("done") == 3 && follow.fact("open") == 2 && follow.fact("overdue") == 1)
    #expect(follow.fact("on_time") == 2 && follow.fact("late") == 1 && follow.fact("median_days") == 40)
    #expect(follow.numbers("day") == [10, 20, 40] && follow.numbers("at_risk") == [5, 4, 2])
    for (found, expected) in zip(follow.numbers("share"), [0.8, 0.6, 0.3]) { #expect(near(found, expected)) }
    let late = try bench.run("besluit list --overdue --at 2027-04-01")
    #expect(late.texts("id") == ["vier"] && late.numbers("overdue_days") == [12])
  }

  @Test func `a percentage that no count gives is impossible`() throws {
    let bench = try CircleBench.make(files: [
      "p.csv": "share_percent,n\n54,45\n54,41\n41,157\n40,157\n80,21\n57,106\n60,157\n54.3,46\n"
    ])
    let grim = try bench.run("stelling grim p.csv")
    #expect(
      grim.texts("counts") == ["onmogelijk", "22", "64 of 65", "63", "onmogelijk", "60", "94", "25"])
    #expect(grim.fact("impossible") == 2)
    #expect(near(grim.numbers("low")[6], 0.5205813) && near(grim.numbers("high")[6], 0.6721550, within: 1e-7))
    #expect(grim.numbers("low")[0].isNaN && near(grim.numbers("share")[7], 0.543))
  }

  @Test func `of wonen the bottleneck is kunnen`() throws {
    let bench = try CircleBench.make([
      "kring ready wonen weten=4 willen=5 kunnen=2 doen=1 --by gemeente",
      "kring ready wonen weten=4 willen=4 kunnen=3 doen=2 --by corporatie",
    ])
    let ready = try bench.run("kring ready wonen weten=3 willen=2 kunnen=2 doen=3 --by bewoners")
    #expect(ready.numbers("median") == [4, 4, 2, 2] && ready.facts["bottleneck"] == .text("kunnen"))
    #expect(ready.numbers("low") == [3, 2, 2, 1] && ready.numbers("high") == [4, 5, 3, 3])
    let matrix = try #require(try bench.run("kring ready").matrices.first)
    #expect(matrix.cells[0].map(\.mark) == [.present, .present, .absent, .partly])
    // What the scan of the whole municipality found stands beside it, where it was offered.
    try bench.hold(
      Table(columns: [
        .texts("kind", ["readiness", "vbpm"]), .texts("item", ["willen", "doel"]), .numbers("median", [3.5, 1]),
      ]), as: "steer.scans")
    let beside = try #require(try bench.run("kring ready").matrices.first)
    #expect(beside.cells[1].map(\.number) == [nil, 3.5, nil, nil])
    // Nobody below a lower bar.
    #expect(try bench.run("kring ready wonen --threshold 2").facts["bottleneck"] == nil)
  }

  @Test func `a role that does not know is no low answer`() throws {
    let bench = try CircleBench.make(["kring ready wonen weten=weet-niet --by gemeente"])
    let ready = try bench.run("kring ready wonen weten=4 --by corporatie")
    #expect(ready.numbers("median")[0] == 4 && ready.numbers("unknown")[0] == 1 && ready.facts["bottleneck"] == nil)
    let taken = try bench.run("kring ready wonen weten=intrekken --by gemeente")
    #expect(taken.numbers("unknown")[0] == 0)
  }

  @Test func `twenty-one pieces of advice by party, and four hypotheses with thirteen items`() throws {
    let bench = try CircleBench.make()
    #expect(try bench.run("advies list").table?.rowCount == 21)
    let groups = try bench.run("advies list | group party")
    #expect(groups.texts("party") == ["alle", "corporaties", "gemeenten", "zorg", "rijk"])
    #expect(groups.table?.columns.last?.numbers == [4, 3, 6, 3, 5])
    let used = try bench.run("stelling use waakvlam-2020")
    #expect(used.fact("hypotheses") == 4 && used.fact("survey") == 13)
    #expect(used.fact("with_share") == 12 && used.fact("order_only") == 1)
    #expect(used.tables.last?.column("share_percent")?.numbers?.filter { $0.isFinite }.count == 13)
    // Without answers.
    #expect(try bench.run("stelling agree").table == nil)
  }
}
