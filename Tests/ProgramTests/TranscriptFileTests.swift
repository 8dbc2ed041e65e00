import TestSupport
import Testing

/// A transcript is written over nothing, and one that is run again leaves what it said then behind.
@Suite struct TranscriptFileTests {
  private let folder = TemporaryFolder()

  private func run(_ options: [String], _ lines: String) -> ChildProcess {
    Leerkring.run(["--bail", "off"] + options, input: lines, folder: folder.path)
  }

  @Test func `a transcript that is there already is refused and stays as it was`() {
    #expect(run(["--log", "t.lk"], "set title A\n").code == 0)
    let again = Leerkring.run(["--json", "--log", "t.lk", "-c", "set title B"], folder: folder.path)
    #expect(again.code == 2)
    #expect(again.errorObject?["code"]?.string == "log.exists")
    #expect(again.errorObject?["wayOut"]?.string?.contains("--log-append t.lk") == true)
    #expect(folder.text("t.lk") == "set title A\n")
  }

  @Test func `an empty file and a device are taken, and --log-append goes on behind what is there`() {
    folder.write("", to: "t.lk")
    #expect(run(["--log", "t.lk"], "set title A\n").code == 0)
    #expect(run(["--log", "/dev/null"], "set title A\n").code == 0)
    #expect(run(["--log-append", "t.lk"], "set title B\n").code == 0)
    #expect(folder.text("t.lk") == "set title A\nset title B\n")
    #expect(run(["--log", "u.lk", "--log-append", "t.lk"], "").code == 2)
  }

  @Test func `a transcript of a transcript is the same, with what the lines give now`() {
    folder.write("a,b\n1,2\n", to: "a.csv")
    let lines = """
      # een opmerking van een mens
      set title 'Oud'
      set title
      # nog een opmerking

      read a.csv | to csv
      # en een achter gegevens
      mis
      read a.csv
      """
    _ = run(["--log", "een.lk"], lines + "\n")
    let first = folder.text("een.lk") ?? ""
    #expect(first.contains("#   title of the workspace:  Oud") && first.contains("# a,b") && first.contains("# ! mis"))
    _ = run(["--log", "twee.lk"], first)
    let second = folder.text("twee.lk") ?? ""
    #expect(second == Self.withoutFailures(first))
    // Other data, other output: the old one is not copied beside it.
    folder.write("a,b\n7,8\n", to: "a.csv")
    _ = run(["--log", "drie.lk"], first.replacing("Oud", with: "Nieuw"))
    let third = folder.text("drie.lk") ?? ""
    #expect(!third.contains("1,2") && third.contains("# 7,8") && third.contains("#   7  8"))
    #expect(third.contains("# een opmerking van een mens\n") && third.contains("# nog een opmerking\n"))
  }

  /// A line that failed then is not run again: nothing of it is left, nor of its error.
  private static func withoutFailures(_ transcript: String) -> String {
    var isFailed = false
    return transcript.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if !line.hasPrefix("#") { isFailed = false }
      if line.hasPrefix("# ! ") { isFailed = true }
      return !isFailed
    }.joined(separator: "\n")
  }
}
