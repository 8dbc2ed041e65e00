import TestSupport
import Testing

/// The campaign itself, for a moment; `.ci/run` lets it go on for two minutes.
@Suite struct CampaignTests {
  private let folder = TemporaryFolder()

  private func run(_ arguments: String...) -> ChildProcess {
    ChildProcess.run("\(Places.programBuild)/leerkring-campaign", arguments + ["--keep", folder("kept")])
  }

  @Test func `a moment of it finds nothing, tells what it did and leaves nothing behind`() throws {
    let run = run("--seed", "3", "--seconds", "4")
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0].contains(", seed 3, "))
    for (line, word) in zip(lines[1...], ["kills", "faults", "power cuts", "flips", "inputs", "sizes", "found"]) {
      #expect(line.hasPrefix(word), "\(run.output)")
    }
    #expect(lines[7] == "found       0 losses, 0 wrong answers, 0 crashes, 0 hangs")
    #expect(!lines[5].contains("inputs      0"))
    #expect(ChildProcess.run("ls", [folder("kept")]).output.isEmpty)
  }

  @Test func `a round is done again by its number`() {
    let run = run("--seed", "3", "--repeat", "inputs:5")
    #expect(run.code == 0)
    #expect(run.output == "round 5: nothing found\n")
  }

  @Test(arguments: [["--seconds", "0"], ["--lane", "nothing"], ["--repeat", "inputs"], ["--sed", "1"]])
  func `an option that is wrong is said`(_ arguments: [String]) {
    let run = ChildProcess.run("\(Places.programBuild)/leerkring-campaign", arguments)
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("leerkring-campaign: ") && run.errors.contains(arguments[0]))
  }
}
