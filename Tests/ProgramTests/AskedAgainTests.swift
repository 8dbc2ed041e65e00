import TestSupport
import Testing

/// A line that is asked again, and what it must not do.
@Suite struct AskedAgainTests {
  private let folder = TemporaryFolder()

  private func run(_ lines: String...) -> ChildProcess {
    folder.write("naam,n\na,1\nb,2\nc,3\n", to: "k.csv")
    return Leerkring.run(["--lang", "nl"] + lines.flatMap { ["-c", $0] }, folder: folder.path)
  }

  @Test func `a file that the line wrote is not written over`() {
    let again = run("let u = read k.csv | top 2 | to csv nieuw.csv", "why u --again")
    #expect(again.code != 0 && again.errors.contains("[why.again]"), "\(again.output)\(again.errors)")
    #expect(again.errors.contains("dat gebeurt niet opnieuw"))
  }

  @Test func `a value that is remembered takes no part, and the way out says so`() {
    let again = run("let grens = 1", "let v = read k.csv | where n > $grens", "why v --again")
    #expect(again.errors.contains("[why.again]") && again.errors.contains("onthouden waarde"), "\(again.errors)")
    let plain = run("let v = read k.csv | where n > 1", "why v --again")
    #expect(plain.code == 0 && plain.output.contains("Gelijk"), "\(plain.output)\(plain.errors)")
  }

  @Test func `of a file that is not there nothing is planned`() {
    #expect(run("read nergens.csv | group naam | plan").errors.contains("[file.missing]"))
    #expect(run("read k.csv | group naam | plan").output.contains("alles gebeurt hier"))
  }
}
