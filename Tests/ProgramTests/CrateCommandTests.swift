import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// What was done is handed over as a crate: whole or not at all, and without what may not be seen.
@Suite struct CrateCommandTests {
  private let folder = TemporaryFolder()

  init() {
    folder.write("naam;buurt;score\nJansen;Noord;4\nDe Vries;Zuid;5\n", to: "namen.csv")
    let persons = (1...12).map { "r\($0),\($0 < 4 ? "bellen" : "zelf")" }.joined(separator: "\n")
    folder.write("respondent,liefst\n\(persons)\n", to: "antwoorden.csv")
    folder.write("code;waarde\na;1\nb;2\n", to: "tabel.csv")
  }

  private func run(_ lines: [String], options: [String] = [], workspace: String? = "w.json") -> ChildProcess {
    Leerkring.run(
      ["--lang", "nl"] + (workspace.map { ["-w", $0] } ?? []) + options + lines.flatMap { ["-c", $0] },
      environment: ["XDG_STATE_HOME": folder("state")], folder: folder.path)
  }

  private func facts(_ lines: [String]) throws -> [String: JSON] {
    let run = run(lines, options: ["--json"])
    #expect(run.code == 0, "\(run.errors)")
    return try JSONReader.parse(String(run.output.split(separator: "\n").last ?? "")).facts
  }

  /// The files under a folder by their paths within it.
  private func files(_ name: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    func look(_ path: String) throws {
      for entry in FilePath.names(in: folder("\(name)/\(path)")) {
        let inner = path.isEmpty ? entry : "\(path)/\(entry)"
        if try FileStatus.of(folder("\(name)/\(inner)")).kind == .folder {
          try look(inner)
        } else {
          found[inner] = try DiskFiles().bytes(of: folder("\(name)/\(inner)"))
        }
      }
    }
    try look("")
    return found
  }

  private func broken(_ files: [String: [UInt8]]) throws -> [String] {
    try CrateRules.broken(files["ro-crate-metadata.json"] ?? [], Set(files.keys))
  }

  private static let work = [
    "wzw demo", "let e = wzw estimate --in GM9901 --level wijk --indicator Eenzaam --age 65+", "keep e",
    "set title Proef",
    "save",
  ]

  // MARK: A workspace

  @Test func `a workspace becomes a crate that keeps the rules, twice the same to the byte, and as a zip`() throws {
    #expect(run(Self.work).code == 0)
    let told = try facts(["workspace export een --licence 'CC BY 4.0' --organisation 'Gemeente Wilgendal'"])
    #expect(told["runs"] == 3 && told["results"] == 1 && told["inputs_taken"] == 7 && told["inputs_left"] == 0)
    #expect(run(["workspace export twee --licence 'CC BY 4.0' --organisation 'Gemeente Wilgendal'"]).code == 0)
    let one = try files("een")
    #expect(try one == files("twee"))
    #expect(try broken(one) == [])
    let text = String(decoding: one["ro-crate-metadata.json"] ?? [], as: UTF8.self)
    #expect(text.contains(#""name":"Proef""#) && text.contains(#""license":"CC BY 4.0""#))
    #expect(one["inputs/kwb_wilgendal_2024.csv"] != nil && one["results/step-2.csv"] != nil)
    #expect(run(["workspace export een.zip"]).code == 0)
    #expect(run(["workspace export weer.zip"]).code == 0)
    #expect(try DiskFiles().bytes(of: folder("een.zip")) == DiskFiles().bytes(of: folder("weer.zip")))
    // Named by the folder of nobody.
    for (path, bytes) in one { #expect(!String(decoding: bytes, as: UTF8.self).contains(folder.path), "\(path)") }
  }

  @Test func `what ships with a plugin travels, wherever this machine saw the same bytes last`() throws {
    #expect(run(Self.work).code == 0)
    #expect(run(["workspace export een"]).code == 0)
    let stock = try #require(try files("een")["inputs/aanbod_wilgendal.csv"])
    let elsewhere = folder.write(stock, to: "aanbod_wilgendal.csv")
    folder.write("{\"\(SHA256.hex(stock))\":\"\(elsewhere)\"}", to: "state/leerkring/places.json")
    let told = try facts(["workspace export twee"])
    #expect(told["inputs_taken"] == 7 && told["inputs_left"] == 0)
    #expect(try files("een") == files("twee"))
  }

  @Test func `what stands in the way is said, and nothing is written`() throws {
    #expect(run(Self.work).code == 0)
    mkdir(folder("vol"), 0o755)
    folder.write("van mij", to: "vol/brief.txt")
    #expect(run(["workspace export vol"], options: ["--json"]).errorObject?["code"] == "folder.taken")
    #expect(try files("vol").keys.sorted() == ["brief.txt"])
    folder.write("van mij", to: "bezet.zip")
    for name in ["bezet.zip", "tabel.csv"] {
      #expect(run(["workspace export \(name)"], options: ["--json"]).errorObject?["code"] == "folder.taken", "\(name)")
    }
    #expect(folder.text("bezet.zip") == "van mij")
    for name in ["nergens/diep", "nergens/diep.zip", "tabel.csv/in"] {
      let error = run(["workspace export \(name)"], options: ["--json"]).errorObject
      #expect(error?["code"]?.string?.hasPrefix("file.") == true, "\(name): \(error ?? .null)")
    }
    mkdir(folder("leeg"), 0o755)
    #expect(run(["workspace export leeg"]).code == 0)
    #expect(try broken(files("leeg")) == [])
    #expect(FilePath.names(in: folder.path).filter { $0.hasPrefix(".") }.isEmpty)
  }

  @Test func `of nothing there is no crate`() {
    #expect(run(["workspace export niets"], options: ["--json"], workspace: nil).errorObject?["code"] == "crate.empty")
    #expect(FilePath.names(in: folder("niets")).isEmpty)
  }

  @Test func `of a compacted workspace what was kept is handed over`() throws {
    #expect(run(["let t = read tabel.csv", "keep t", "save"]).code == 0)
    #expect(run(["workspace compact", "workspace export over"]).code == 0)
    #expect(try files("over")["results/result-t.csv"] == Array("code,waarde\na,1\nb,2\n".utf8))
    #expect(try broken(files("over")) == [])
  }

  // MARK: What stays out

  @Test func `no hidden word stands in any file, and how often it was taken out is said`() throws {
    #expect(run(["let n = read namen.csv", "keep n", "redact add Jansen", "save"]).code == 0)
    let told = try facts(["workspace export dicht --take namen.csv"])
    #expect(told["held_hidden"]?.int ?? 0 > 0 && told["inputs_left"] == 1)
    let files = try files("dicht")
    for (path, bytes) in files { #expect(!String(decoding: bytes, as: UTF8.self).contains("Jansen"), "\(path)") }
    #expect(String(decoding: files["results/step-1.csv"] ?? [], as: UTF8.self).contains("▇▇▇"))
    #expect(try broken(files) == [])
  }

  @Test func `small counts stay out, and rows of persons with their file`() throws {
    #expect(
      run([
        "let g = read antwoorden.csv | group liefst", "keep g", "let p = read antwoorden.csv", "keep p", "save",
      ]).code == 0)
    let told = try facts(["workspace export klein"])
    #expect(told["held_persons"] == 12 && told["held_suppressed"]?.int ?? 0 > 0 && told["inputs_left"] == 1)
    let files = try files("klein")
    #expect(!files.keys.contains { $0.hasPrefix("inputs/") })
    for (path, bytes) in files { #expect(!String(decoding: bytes, as: UTF8.self).contains("r11"), "\(path)") }
    let error = run(["workspace export weer --take antwoorden.csv"], options: ["--json"]).errorObject
    #expect(error?["code"] == "crate.persons")
    #expect(FilePath.names(in: folder("weer")).isEmpty)
  }

  @Test func `a file without a licence leaves its digest, and travels where it is asked for`() throws {
    #expect(run(["let t = read tabel.csv", "keep t", "save"]).code == 0)
    #expect(try facts(["workspace export zonder"])["inputs_left"] == 1)
    let digest = try DiskFiles().read(folder("tabel.csv"), at: nil).sha256
    #expect(String(decoding: try files("zonder")["ro-crate-metadata.json"] ?? [], as: UTF8.self).contains(digest))
    #expect(try facts(["workspace export met --take tabel.csv"])["inputs_taken"] == 1)
    #expect(try files("met")["inputs/tabel.csv"] == Array("code;waarde\na;1\nb;2\n".utf8))
    let error = run(["workspace export nooit --take namen.csv"], options: ["--json"]).errorObject
    #expect(error?["code"] == "crate.take")
    #expect(FilePath.names(in: folder("nooit")).isEmpty)
  }

  // MARK: A notebook

  private static let notebook = """
    ---
    title: Een proef
    language: nl
    seed: 7
    parameters:
      gebied: BU99010101
    ---

    ```leerkring
    wzw demo
    let e = wzw estimate $gebied --indicator Eenzaam --age 65+
    wzw benchmark $gebied --with gemeente --indicator Eenzaam --age 65+
    ```

    """

  @Test func `a notebook says of which day it is, and each of its lines is told`() throws {
    folder.write(Self.notebook, to: "n.md")
    let undated = run(["notebook export n.md uit --to crate"], options: ["--json"], workspace: nil)
    #expect(undated.errorObject?["code"] == "crate.date")
    #expect(FilePath.names(in: folder("uit")).isEmpty)
    folder.write(Self.notebook.replacing("seed: 7", with: "seed: 7\ndate: 2027-01-31"), to: "n.md")
    #expect(run(["notebook export n.md uit --to crate"], workspace: nil).code == 0)
    #expect(run(["notebook export n.md weer --to crate --date 2027-01-31"], workspace: nil).code == 0)
    let files = try files("uit")
    #expect(try broken(files) == [])
    #expect(try files == self.files("weer"))
    let text = String(decoding: files["ro-crate-metadata.json"] ?? [], as: UTF8.self)
    #expect(text.contains(#""datePublished":"2027-01-31""#) && text.contains("#parameter-gebied-"))
    #expect(files["n.md"] != nil && files["results/cell-01-line-02.csv"] != nil)
  }

  @Test func `of a notebook that stops nothing is written, and one cannot be made from within`() throws {
    folder.write(Self.notebook.replacing("wzw benchmark", with: "wzw bestaatniet"), to: "n.md")
    #expect(run(["notebook export n.md uit --to crate --date 2027-01-31"], workspace: nil).code != 0)
    folder.write("```leerkring\nwzw demo\nworkspace export in\n```\n", to: "m.md")
    let inside = run(["notebook export m.md uit --to crate --date 2027-01-31"], options: ["--json"], workspace: nil)
    #expect(inside.errorObject?["code"] == "notebook.command")
    #expect(FilePath.names(in: folder("uit")).isEmpty && FilePath.names(in: folder("in")).isEmpty)
    let nowhere = run(["notebook export m.md --to crate --date 2027-01-31"], options: ["--json"], workspace: nil)
    #expect(nowhere.errorObject?["code"] == "to.file")
  }

  // MARK: Another program

  private func check(_ name: String) -> ChildProcess {
    ChildProcess.run(
      "/usr/bin/env", ["python3", "\(Places.root)/Notebooks/data/recompute-crate.py", name],
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"], folder: folder.path)
  }

  @Test func `another program recomputes it, and says what no longer follows where one byte changed`() throws {
    folder.write(Self.notebook, to: "n.md")
    #expect(run(["notebook export n.md uit --to crate --date 2027-01-31"], workspace: nil).code == 0)
    #expect(run(["notebook export n.md uit.zip --to crate --date 2027-01-31"], workspace: nil).code == 0)
    let right = check("uit")
    guard right.code != 127 else { return print("without python3: the crate is not recomputed") }
    #expect(right.code == 0, "\(right.output)\(right.errors)")
    #expect(right.output.contains("0 differ") && !right.output.contains("0 figures are the same"))
    #expect(check("uit.zip").output.split(separator: "\n").last == right.output.split(separator: "\n").last)
    let path = "uit/inputs/kwb_wilgendal_2024.csv"
    let text = folder.text(path) ?? ""
    folder.write(text.replacing(";680;", with: ";690;", maxReplacements: 1), to: path)
    let wrong = check("uit")
    #expect(wrong.code == 1)
    #expect(wrong.output.contains("CHANGED inputs/kwb_wilgendal_2024.csv"))
    #expect(
      wrong.output.contains("NO LONGER FOLLOWS cell-01-line-02") && wrong.output.contains("DIFFERS cell-01-line-03"))
    #expect(check("nergens").code == 1)
  }
}
