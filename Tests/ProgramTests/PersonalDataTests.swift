import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// Files with personal data, through the program: stopped, and nothing of them anywhere.
@Suite struct PersonalDataTests {
  private let folder = TemporaryFolder()
  private var state: [String: String] { ["XDG_STATE_HOME": folder("state")] }
  private let numbers = ["111222333", "123456782", "999990019"]

  private func run(_ lines: [String], _ options: [String] = []) -> ChildProcess {
    Leerkring.run(options + lines.flatMap { ["-c", $0] }, environment: state, folder: folder.path)
  }

  private func expectNothingOf(_ secrets: [String], _ run: ChildProcess, besides files: Set<String>) {
    for secret in secrets { #expect(!run.output.contains(secret) && !run.errors.contains(secret)) }
    expectNothingOnDisk(of: secrets, besides: files)
  }

  /// Looks at every byte of workspace, journal, history, transcript and secrets.
  private func expectNothingOnDisk(of secrets: [String], besides files: Set<String> = []) {
    for secret in secrets {
      for (path, bytes) in folder.everything() where !files.contains(path) {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(secret), "\(secret) stands in \(path)")
      }
    }
  }

  @Test(arguments: [[], ["--json"]])
  func `a file with BSNs is stopped, and no number is anywhere`(options: [String]) {
    folder.write("klant,uren\n" + numbers.map { "\($0),4\n" }.joined(), to: "bsn.csv")
    let run = run(
      [
        "set title A", "read bsn.csv", "let t = read bsn.csv", "read bsn.csv | count", "set title B", "save",
        "set title C",
      ],
      options + ["-w", "w.json", "--log", "log.lk", "--bail", "off", "--echo"])
    #expect(run.code == 1)
    #expect(run.errors.contains("'klant'"))
    #expect(run.errors.contains("personal.found"))
    expectNothingOf(numbers, run, besides: ["bsn.csv"])
  }

  /// Lines that put somebody's number or address into words, each with what must be nowhere.
  private static let personalLines = [
    ("instrument fill woonvisie needs='BSN 111222333'", "111222333"),
    ("instrument fill woonvisie limits='IBAN NL91ABNA0417164300'", "NL91ABNA0417164300"),
    ("procure score lumpsum affordability=8 --by 'piet 0612345678'", "0612345678"),
    ("bid add 'jan@example.nl' --price 10 --quality .5", "jan@example.nl"),
    ("set title 'dossier van jan@example.nl'", "jan@example.nl"),
  ]

  @Test(arguments: personalLines, [[], ["--json"]])
  func `words about a person are stopped, and stand nowhere`(line: (text: String, secret: String), options: [String]) {
    let run = run(
      ["set title A", line.text, "save"], options + ["-w", "w.json", "--log", "log.lk", "--bail", "off", "--echo"])
    #expect(run.code == 1)
    #expect(run.errors.contains("personal.found"), "\(run.errors)")
    #expect(folder.text("w.json")?.contains("\"title\": \"A\"") == true)
    expectNothingOnDisk(of: [line.secret])
    #expect(!run.errors.contains(line.secret))
  }

  @Test(arguments: personalLines)
  func `words about a person do not reach the journal of a workspace that is not saved`(
    line: (text: String, secret: String)
  ) {
    let run = run([line.text], ["-w", "w.json", "--log", "log.lk"])
    #expect(run.code == 1)
    expectNothingOf([line.secret], run, besides: [])
  }

  @Test func `a number that is set passes, whatever number it looks like`() {
    let run = run(["set seed 111222333", "set seed"], ["-w", "w.json"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("111222333") || run.output.contains("111,222,333"), "\(run.output)")
  }

  @Test(arguments: [
    "branch new 111222333", "keep t --as 111222333", "alias jan@example.nl history",
    "notebook new a.md --title 111222333",
  ])
  func `what is kept under a name of one's own is guarded too`(line: String) {
    let run = run(["let t = 1", line], ["-w", "w.json", "--log", "log.lk"])
    #expect(run.code == 1)
    #expect(run.errors.contains("personal.found"), "\(run.errors)")
    expectNothingOf(["111222333", "jan@example.nl"], run, besides: [])
  }

  @Test func `a word to hide passes the guard, and is kept nowhere`() {
    let run = run(["redact add jan@example.nl", "redact list"], ["-w", "w.json", "--log", "log.lk"])
    #expect(run.code == 0, "\(run.errors)")
    expectNothingOf(["jan@example.nl"], run, besides: [])
  }

  @Test func `wzw import is stopped by the same guard, and goes on without the column`() {
    folder.write(
      "gwb_code_10;regio;a_inw;contact\nGM0164;Hengelo;83058;a@example.org\nBU01640501;Noord;3505;b@example.org\n",
      to: "kwb.csv")
    let stopped = run(["wzw import kwb.csv --year 2024"], ["-w", "w.json"])
    #expect(stopped.errors.contains("'contact'") && stopped.errors.contains("personal.found"))
    expectNothingOf(["example.org"], stopped, besides: ["kwb.csv"])
    let taken = run(["wzw import kwb.csv --year 2024 --drop contact", "wzw areas | count"], ["-w", "w.json"])
    #expect(taken.code == 0, "\(taken.errors)")
    expectNothingOf(["example.org"], taken, besides: ["kwb.csv"])
  }

  @Test func `pseudonyms are the same in every run on a workspace, and others in another workspace`() {
    folder.write("klant,uren\n" + numbers.map { "\($0),4\n" }.joined(), to: "bsn.csv")
    let line = "read bsn.csv --pseudonymise klant | to csv"
    let first = run([line], ["-w", "w.json"])
    let second = run([line], ["-w", "w.json"])
    let other = run([line], ["-w", "v.json"])
    #expect(first.code == 0 && first.output.hasPrefix("klant,uren\np-"))
    #expect(first.output == second.output)
    #expect(first.output != other.output)
    #expect(Set(first.output.split(separator: "\n")).count == 4)
    expectNothingOf(numbers, first, besides: ["bsn.csv"])
  }

  @Test func `the key stands in the person's own state, for nobody else, and not in the workspace`() {
    folder.write("klant\n111222333\n", to: "bsn.csv")
    _ = run(["let t = read bsn.csv --pseudonymise klant", "keep t", "save"], ["-w", "w.json"])
    let keys = folder.everything().filter { $0.path.hasPrefix("state/leerkring/secrets/") }
    #expect(keys.count == 1)
    #expect(folder.mode(keys.first?.path ?? "") == 0o600)
    #expect(folder.mode("state/leerkring/secrets") == 0o700)
    let key = keys.first.flatMap { try? JSONReader.parse($0.bytes) }?["key"]?.string ?? "?"
    #expect(key.count == 64 && folder.text("w.json")?.contains(key) == false)
  }

  @Test func `a script without a workspace says that its pseudonyms do not last`() {
    folder.write("klant\n111222333\n", to: "bsn.csv")
    let lines = ["read bsn.csv --pseudonymise klant | to csv a.csv", "read bsn.csv --pseudonymise klant"]
    let once = run(lines)
    #expect(once.code == 0)
    #expect(once.output.contains("this session only"))
    let value = folder.text("a.csv")?.split(separator: "\n").last.map(String.init) ?? "?"
    #expect(once.output.contains(value))
  }

  @Test(.enabled(if: Places.hasRealData)) func `none of the public files is refused`() {
    let data = Places.realData ?? ""
    for name in [
      "efc_eurofamcare_908.csv", "gemeenten_2021_wmo.csv", "kwb_nl_2024.csv", "rivm_50090NED_2020_18plus.csv",
      "rivm_50090NED_2020_65plus.csv", "ted_nl_awards.csv", "utrecht_kwb_2023.csv", "utrecht_supermarkets.csv",
    ] {
      let run = run(["read '\(data)/\(name)' | count"])
      #expect(run.code == 0, "\(name): \(run.errors)")
    }
    for name in [
      "gemeenten_2024_simplified_wgs84", "breda_buurten_wgs84", "hengelo_buurten_2014_coarse_wgs84",
      "utrecht_buurten_2014_coarse_wgs84",
    ] {
      let run = run(["wzw import '\(data)/\(name).geojson' --year 2024"])
      #expect(!run.errors.contains("personal."), "\(name): \(run.errors)")
    }
  }
}
