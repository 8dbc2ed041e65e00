import TestSupport
import Testing

/// Two branches beside each other, as people read it: in their language, in their numbers, old and new apart.
@Suite struct BranchWordsTests {
  private let folder = TemporaryFolder()

  private func text(_ lines: [String], _ language: String, withPlugins: Bool = false) -> String {
    Leerkring.run(
      (withPlugins ? [] : ["--safe"]) + ["--lang", language, "-w", folder("w.json")] + lines.flatMap { ["-c", $0] },
      environment: ["COLUMNS": "160"], folder: folder.path
    ).output
  }

  private func prepare() {
    folder.write("area,persons,share,good\nA,1000.5,0.5,true\nB,0,0.25,false\n", to: "een.csv")
    folder.write("area,persons,share,good\nA,1250.5,0.75,false\nB,10,0.25,false\n", to: "twee.csv")
    _ = text(
      [
        "let t = read een.csv", "keep t", "set title Oud", "branch new warm", "let t = read twee.csv", "keep t",
        "set title Nieuw", "set seed 7000",
      ], "nl")
  }

  @Test func `compare says which is old and which new, with Dutch numbers`() {
    prepare()
    let dutch = text(["compare main warm"], "nl")
    #expect(dutch.contains("main (oud)") && dutch.contains("warm (nieuw)"))
    #expect(dutch.contains("1.000,5") && dutch.contains("1.250,5") && dutch.contains("+250"))
    #expect(dutch.contains("verschil") && dutch.contains("gegeven"))
    let english = text(["compare main warm"], "en")
    #expect(english.contains("main (old)") && english.contains("warm (new)") && english.contains("1,250.5"))
  }

  @Test func `what parts two percentages are points of a percentage`() {
    let simulate = "procure simulate --clients 100 --intensity 10 --unit-cost normal:50:2 --tariff 50 --draws 2000"
    _ = text(
      [
        "\(simulate) --budget 50000", "keep r --last", "branch new warm", "\(simulate) --budget 49000", "keep r --last",
      ],
      "nl", withPlugins: true)
    let dutch = text(["compare main warm"], "nl")
    #expect(dutch.contains(" %-punt"), "\(dutch)")
    #expect(text(["compare main warm"], "en").contains(" points"))
  }

  @Test func `truth values that differ are words of the reader`() {
    prepare()
    let dutch = text(["compare main warm"], "nl")
    #expect(dutch.contains("ja") && dutch.contains("nee") && !dutch.contains("true"))
    // What flows on is what it was.
    #expect(text(["compare main warm | select a,b | to csv"], "nl").contains("1000.5,1250.5"))
  }

  @Test func `branch diff calls parts by their names and says where each state is`() {
    prepare()
    let dutch = text(["branch diff main"], "nl")
    for due in [
      "was: in main", "is: hier, in warm", "titel", "Oud", "Nieuw", "uitkomst 't'", "instelling seed", "7000",
    ] {
      #expect(dutch.contains(due), "\(due): \(dutch)")
    }
    #expect(!dutch.contains("{\""))
    #expect(text(["branch diff main"], "en").contains("is: here, in warm"))
    #expect(text(["workspace diff --steps 1"], "nl").contains("was: 1 stap geleden"))
  }

  @Test func `compacting says what it forgets`() {
    prepare()
    let run = text(["workspace compact"], "nl")
    #expect(
      run.contains("stappen vergeten, van 'keep t' tot en met 'set seed 7000'") && run.contains("terug kan niet meer"))
    #expect(text(["workspace compact"], "nl").contains("geen stappen om te vergeten"))
  }

  @Test func `a setting that nobody chose shows what holds`() {
    let dutch = text(["set language", "set rows", "set"], "nl")
    #expect(dutch.contains("nl, zoals uw systeem zegt") && dutch.contains("zonder grens: er is geen scherm"))
    #expect(!dutch.contains("rows      –"))
  }
}
