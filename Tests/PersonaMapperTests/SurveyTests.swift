import TestSupport
import Testing
import WorkbenchKit

@testable import PersonaMapper

/// Surveys as they are: codes and words for no answer, answers with an order, people who share no question.
@Suite struct SurveyTests {
  @Test(arguments: [
    ([1, 2, 3, 4, 5, 99, 99], [99.0]), ([1, 2, 3, 4, 5, 8, 9, 9], [8, 9]), ([0, 1, 2, 3, 4, -1], [-1]),
    ([1, 2, 3, 4, 5, -9, -1, 999], [-9, -1, 999]), ([1, 2, 3, 4, 5], []), ([-2, -1, 0, 1, 2], []), ([-1, 0, 1], []),
    ([60, 66, 80, 99], []), ([0, 1, 98, 99], [98, 99]), ([1, 2, 3, 4, 5, 6, 7, 9], [9]), ([1.5, 2, 99], []),
    ([1, 99], []), ([1, 2, 3, 4, 5, 7], []), ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99], [99]),
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99], []), ([], []),
  ])
  func `codes beyond the scale are found, and a scale has none`(values: [Double], codes: [Double]) {
    #expect(OutsideCodes.outside(values).map(\.code) == codes)
  }

  /// Two heaps on a scale of five, with some answers that are none.
  private static func answers(_ none: String) -> String {
    "id,a,b,c\n"
      + (1...12).map {
        "r\($0),\($0 % 2 == 0 ? 1 : 5),\($0 % 2 == 0 ? 2 : 4),\($0 % 4 == 0 ? none : $0 % 2 == 0 ? "1" : "4")\n"
      }
      .joined()
  }

  @Test func `codes for no answer are told with their counts, and left out they are no answer`() throws {
    let bench = try Workbench(files: ["met.csv": Self.answers("99"), "zonder.csv": Self.answers("")])
    let told = try bench.run("persona cluster met.csv --k 2 --resamples 0")
    #expect(told.words.contains("c: 99 (3×)") && told.words.contains("--missing 99"))
    let left = try bench.run("persona cluster met.csv --k 2 --resamples 0 --missing 99")
    #expect(left.words.contains("telt als geen antwoord: 99 (3×)") && !left.words.contains("buiten de schaal"))
    let without = try bench.run("persona cluster zonder.csv --k 2 --resamples 0")
    #expect(left.fact("silhouette") == without.fact("silhouette") && left.tables == without.tables)
    #expect(told.fact("silhouette") != left.fact("silhouette"))
    // The personas know it for those who come after.
    try bench.run("persona cluster met.csv --k 2 --resamples 0 --missing 99")
    bench.file("wie.csv", "id,a,b,c\nx,1,2,99\n")
    #expect(try bench.run("persona assign wie.csv").numbers("distance") == [0])
  }

  @Test(arguments: ["n/a", "#N/A", "NA", "dk", "weet niet", "geen antwoord", "skip", "Weet  niet"])
  func `words for no answer are none, and what is left is numbers`(word: String) throws {
    let bench = try Workbench(files: ["met.csv": Self.answers(word), "zonder.csv": Self.answers("")])
    let with = try bench.run("persona cluster met.csv --k 2 --resamples 0")
    #expect(
      with.fact("silhouette") == (try bench.run("persona cluster zonder.csv --k 2 --resamples 0")).fact("silhouette"))
  }

  @Test func `the word na is an answer`() throws {
    let bench = try Workbench(files: ["a.csv": "id,wanneer\n1,voor\n2,na\n3,na\n4,voor\n"])
    let found = try bench.run("persona cluster a.csv --k 2 --resamples 0")
    #expect(found.fact("silhouette") == 1 && !found.words.contains("geen antwoord"))
  }

  private static let ordered =
    "id,mate\n1,zeer oneens\n2,zeer oneens\n3,oneens\n4,eens\n5,zeer eens\n6,zeer eens\n"

  @Test func `answers in an order that everybody knows are ordered, and --categorical makes kinds of them`() throws {
    let bench = try Workbench(
      files: [
        "a.csv": Self.ordered,
        "n.csv": "id,mate\n1,0\n2,0\n3,1\n4,2\n5,3\n6,3\n",
      ])
    let words = try bench.run("persona cluster a.csv --k 2 --resamples 0")
    let numbers = try bench.run("persona cluster n.csv --k 2 --resamples 0")
    #expect(words.fact("silhouette") == numbers.fact("silhouette"))
    #expect(words.words.contains("geordend naar hun woorden: 'mate'"))
    let kinds = try bench.run("persona cluster a.csv --k 2 --resamples 0 --categorical mate")
    #expect(kinds.fact("silhouette") != words.fact("silhouette"))
    // Somebody between the two.
    try bench.run("persona cluster a.csv --k 2 --resamples 0")
    bench.file("wie.csv", "id,mate\nx,Oneens\ny,geen idee\n")
    let placed = try bench.run("persona assign wie.csv")
    #expect(abs(placed.numbers("distance")[0] - 1.0 / 3) < 1e-12 && placed.numbers("distance")[1].isNaN)
    #expect(placed.words.contains("mate (1×)"))
  }

  @Test func `another order is typed or stands in the labels, and labels change no group`() throws {
    let rows = "id,hulp,x\n1,geen,1\n2,geen,1\n3,wat,2\n4,veel,3\n5,veel,3\n6,alles,3\n"
    let bench = try Workbench(
      files: [
        "a.csv": rows,
        "l.json": "{\"hulp\":{\"label\":\"hulp\",\"order\":[\"geen\",\"wat\",\"veel\",\"alles\"]}}",
        "g.json": "{\"x\":{\"ordered\":true,\"levels\":{\"1\":\"een\",\"2\":\"twee\",\"3\":\"drie\"}}}",
      ])
    let line = "persona cluster a.csv --k 2 --resamples 0"
    let typed = try bench.run(line + " --ordered 'hulp=geen<wat<veel<alles'")
    let labelled = try bench.run(line + " --labels l.json")
    #expect(typed.fact("silhouette") == labelled.fact("silhouette") && typed.tables[0] == labelled.tables[0])
    #expect(try bench.run(line + " --labels g.json").fact("silhouette") == bench.run(line).fact("silhouette"))
    #expect(bench.error(line + " --ordered hulp")?.code == "scale.unknown")
    #expect(bench.error(line + " --ordered 'hulp=geen<wat'")?.code == "scale.unknown")
    #expect(bench.error(line + " --ordered 'hulp=geen<geen'")?.code == "scale.form")
    #expect(bench.error(line + " --ordered help")?.code == "column.unknown")
  }

  @Test func `who shares no question with others is set apart and named, and the rest goes on`() throws {
    let bench = try Workbench(
      files: ["a.csv": "id,a,b\n1,1,1\n2,1,2\n3,5,5\n4,5,4\n5,3,\n6,,3\n7,,\n8,4,5\n"])
    let found = try bench.run("persona cluster a.csv --k 2 --resamples 0")
    #expect(found.fact("apart_count") == 2)
    #expect(found.words.contains("2 respondenten staan apart") && found.words.contains("7"))
    #expect(found.fact("respondents_count") == 6)
    // Numbers of rows are those of the file.
    let drafts = try bench.piece("drafts")
    let rows = ((drafts["drafts"] ?? drafts).array ?? []).flatMap { $0["trace"]?["rows"]?.array ?? [] }.compactMap(
      \.int)
    #expect(rows.count == 6 && Set(rows).count == 6 && rows.allSatisfy((1...8).contains) && rows.contains(8))
  }

  @Test func `weights, strata, numbers of people and free text are named and not compared by`() throws {
    let rows = (1...8).map {
      "r\($0),\($0),\($0 % 2 + 1),\(Double($0) / 4),\($0 % 3),\(70 + $0),ik vind dat nummer \($0) beter kan\n"
    }
    let bench = try Workbench(files: ["a.csv": "wie,respnr,a,weging,stratum,gewicht,toelichting\n" + rows.joined()])
    let found = try bench.run("persona cluster a.csv --id wie --k 2 --resamples 0")
    for words in [
      "'respnr' (een nummer", "'weging' (een weging)", "'stratum' (een stratum)", "'toelichting' (vrije tekst)",
    ] {
      #expect(found.words.contains(words), "\(words)")
    }
    // Kilos are an answer.
    #expect(!found.words.contains("'gewicht' ("))
    let chosen = try bench.run("persona cluster a.csv --id wie --columns a,weging --k 2 --resamples 0")
    #expect(!chosen.words.contains("niet vergeleken"))
  }

  @Test func `several answers in a cell are a set, in whatever order they stand`() throws {
    let rows = ["vervoer,eten", "eten, vervoer", "vervoer", "was", "was,tuin", "tuin,was,was"]
    func file(_ order: ([String]) -> [String]) -> String {
      "id,hulp\n"
        + rows.enumerated().map {
          "\($0 + 1),\"" + order($1.split(separator: ",").map(String.init)).joined(separator: ",") + "\"\n"
        }.joined()
    }
    let bench = try Workbench(files: ["a.csv": file { $0 }, "b.csv": file { $0.reversed() }])
    let told = try bench.run("persona cluster a.csv --k 2 --resamples 0")
    #expect(told.words.contains("'hulp'") && told.words.contains("--multi ','"))
    let found = try bench.run("persona cluster a.csv --k 2 --resamples 0 --multi ','")
    #expect(found.tables[0].column("size")?.numbers == [3, 3] && !found.words.contains("--multi"))
    #expect(found.tables[1].column("value")?.texts?.contains("vervoer") == true)
    let turned = try bench.run("persona cluster b.csv --k 2 --resamples 0 --multi ','")
    #expect(turned.tables == found.tables && turned.fact("silhouette") == found.fact("silhouette"))
    // Of (vervoer, eten) twice and vervoer once both are named by half; eten alone shares one of two.
    bench.file("wie.csv", "id,hulp\nx,eten\ny,\"eten,vervoer\"\nz,\"was,eten\"\n")
    let placed = try bench.run("persona assign wie.csv")
    #expect(placed.numbers("distance")[0] == 0.5 && placed.numbers("distance")[1] == 0)
    #expect(abs(placed.numbers("distance")[2] - 2.0 / 3) < 1e-12)
    #expect(bench.error("persona cluster a.csv --k 2 --multi ';'")?.code == "multi.none")
  }

  @Test(.enabled(if: Places.hasCases)) func `the cases of surveys come out as is due`() throws {
    let cases = try #require(Places.cases) + "/exchange"
    let bench = try Workbench()
    let plain = try bench.run("persona cluster '\(cases)/lik.csv' --k 3 --resamples 0")
    let told = try bench.run("persona cluster '\(cases)/lik99.csv' --k 3 --resamples 0")
    #expect(told.words.contains("99 (") && told.words.contains("--missing 99"))
    let left = try bench.run("persona cluster '\(cases)/lik99.csv' --k 3 --resamples 0 --missing 99")
    let (with, without) = (try #require(left.fact("silhouette")), try #require(plain.fact("silhouette")))
    #expect(abs(with - without) < 0.03 && abs(without - 0.18) < 0.01)
    // The same answers with blanks for the codes: one shares no question with some of the others.
    let apart = try bench.run("persona cluster '\(cases)/likna.csv' --k 3 --resamples 0")
    #expect(apart.fact("apart_count") == 1 && apart.words.contains("339") && apart.fact("silhouette") == with)
  }
}
