import TestSupport
import Testing
import WorkbenchKit

@testable import PersonaMapper

/// People who count for more or less than others.
@Suite struct WeighedSurveyTests {
  private static let people: [(weight: Int, answers: [String])] = (0..<12).map { person in
    (
      1 + person % 3,
      [person % 2 == 0 ? "ja" : "nee", person % 4 < 2 ? "huur" : "koop", person % 5 < 3 ? "veel" : "weinig"]
    )
  }

  private static func file(repeated: Bool) -> String {
    let rows = people.enumerated().flatMap { number, person in
      (0..<(repeated ? person.weight : 1)).map { copy in
        "p\(number)x\(copy),\(repeated ? 1 : person.weight)," + person.answers.joined(separator: ",") + "\n"
      }
    }
    return "naam,weegfactor,hulp,woning,contact\n" + rows.joined()
  }

  @Test(arguments: ["pam", "average", "kmodes", "lca"])
  func `who counts for three is as three who answer alike`(method: String) throws {
    let bench = try Workbench(files: [
      "w.csv": Self.file(repeated: false), "alle.csv": Self.file(repeated: true),
    ])
    let end = "--id naam --k 2 --method \(method) --resamples 0"
    let weighed = try bench.run("persona cluster w.csv --weight weegfactor \(end)")
    let all = try bench.run("persona cluster alle.csv --columns hulp,woning,contact \(end)")
    #expect(zip(weighed.numbers("share"), all.numbers("share")).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(weighed.table?.column("share")?.label?.nl == "gewogen deel" && weighed.words.contains("Kish 1965"))
    let (own, others) = (weighed.tables[1], all.tables[1])
    // Which needs are told depends on how many people there are; where both tell one, it weighs and lifts the same.
    let known = Dictionary(
      (0..<others.rowCount).map { row in
        (
          ["draft", "need", "value"].map { others.column($0)?[row].plain ?? "" },
          others.column("lift")?[row].number ?? .nan
        )
      }, uniquingKeysWith: { one, _ in one })
    let lifts = (0..<own.rowCount).compactMap { row in
      known[["draft", "need", "value"].map { own.column($0)?[row].plain ?? "" }].map {
        abs($0 - (own.column("lift")?[row].number ?? .nan))
      }
    }
    #expect(!lifts.isEmpty && lifts.allSatisfy { $0 < 1e-9 })
    #expect(own.column("weighed_share") != nil && others.column("weighed_share") == nil)
  }

  @Test func `a weight is not compared by, and where it is not weighed that is said`() throws {
    let bench = try Workbench(files: ["w.csv": Self.file(repeated: false)])
    let found = try bench.run("persona cluster w.csv --id naam --k 2 --resamples 0")
    #expect(found.words.contains("'weegfactor' (een weging)") && found.words.contains("--weight weegfactor laat"))
    let weighed = try bench.run("persona cluster w.csv --id naam --k 2 --resamples 0 --weight weegfactor")
    #expect(!weighed.words.contains("(een weging)"))
    #expect(weighed.tables[1].column("need")?.texts?.contains("weegfactor") == false)
  }

  @Test(arguments: [
    ("1;ja\n;nee\n1;ja\n", "rij 2 heeft geen gewicht"), ("1;ja\n-1;nee\n1;ja\n", "'-1' in rij 2"),
    ("0;ja\n0;nee\n0;ja\n", "zijn nul"), ("a;ja\n1;nee\n2;ja\n", "'a' in rij 1"),
  ])
  func `what is no weight is refused with its row`(rows: String, words: String) throws {
    let bench = try Workbench(files: ["w.csv": "gewicht;hulp\n" + rows])
    let error = bench.error("persona cluster w.csv --k 2 --weight gewicht")
    #expect(error?.code == "weight.value" && error?.message.nl.contains(words) == true)
    #expect(bench.error("persona cluster w.csv --k 2 --weight gewich")?.code == "column.unknown")
  }

  @Test func `in the long form a respondent has one weight`() throws {
    let head = "respondent;need;value;w\n"
    let rows = "a;hulp;1;2\na;rust;0;2\nb;hulp;0;1\nb;rust;1;1\nc;hulp;1;1\nc;rust;0;1\n"
    let bench = try Workbench(files: [
      "lang.csv": head + rows, "twee.csv": head + rows + "c;buurt;1;3\n",
    ])
    #expect(try bench.run("persona cluster lang.csv --k 2 --resamples 0 --weight w").numbers("share") == [0.75, 0.25])
    #expect(bench.error("persona cluster twee.csv --k 2 --weight w")?.code == "weight.value")
  }
}
