import Files
import TestSupport
import Testing
import WorkbenchKit

/// Everything that can be asked once the plugins are loaded, as `help` shows it.
enum ShippedCommands {
  struct Example: Sendable, CustomTestStringConvertible {
    let line: String
    let failsWith: String?

    var testDescription: String { line }
  }

  /// By the words that ask it.
  static let names: [String] = {
    let nouns = HouseSources.folders(in: "Plugins").flatMap { plugin in
      let manifest = try? JSONReader.parse(HouseSources.text("Plugins/\(plugin)/Knowledge/manifest.json"))
      return (manifest?["nouns"]?.array ?? []).compactMap { $0["noun"]?.string }
    }
    let shown = (try? Leerkring.json(nouns.map { "help \($0)" } + ["help shell"])) ?? []
    return shown.flatMap { $0.blocks("table") }.flatMap { table in
      (table["rows"]?.array ?? []).compactMap { $0.array?.first?.string }
    }
  }()

  /// A command's page of help: whether it takes parameters, and its examples.
  static func page(_ command: String) throws -> (takesParameters: Bool, examples: [Example]) {
    let tables = try Leerkring.json(["help \(command)"], options: ["--lang", "en"]).first?.blocks("table") ?? []
    var examples: [Example] = []
    for table in tables where table["title"]?.string == "examples" {
      for row in table["rows"]?.array ?? [] {
        let about = row.array?.last?.string ?? ""
        let code = about.firstRange(of: " → ").map { String(about[$0.upperBound...]) }
        examples.append(Example(line: row.array?.first?.string ?? "", failsWith: code))
      }
    }
    return (tables.contains { $0["columns"]?.array?.first?["name"]?.string == "parameter" }, examples)
  }
}

/// A folder where the files of the examples are there, something is kept, a branch stands beside, a name is hidden, and a step can be
/// taken back and done again.
struct ExampleRoom {
  /// What is typed before an example.
  let lines: [String]
  private let folder = TemporaryFolder()
  private let folders: [String: String]

  init(for command: String) throws {
    ExampleSheets.write(into: folder)
    folder.write("set title Demo\n", to: "demo.lk")
    folder.write(
      """
      870ab34e2e851ede {"format":"leerkring-journal","lineage":"0123456789abcdef","serial":0,"version":1}
      61806b594adf2865 \
      {"operation":{"step":{"changes":{"about/title":"Demo"},"line":"set title Demo","time":"2026-01-02T03:04:05Z"}},"serial":1}

      """, to: "demo.journal")
    let sheet = "kwb_wilgendal_2024.csv"
    let demo = "\(Places.root)/Plugins/Woonzorgwijzer/Knowledge/Data/demo/\(sheet)"
    folder.write(try DiskFiles().read(demo, at: nil).bytes, to: sheet)
    let xdg = folder("xdg")
    folders = Dictionary(
      uniqueKeysWithValues: ["DATA", "STATE", "CONFIG", "CACHE"].map { ("XDG_\($0)_HOME", xdg) })
    var lines = ["let uitkomst = 5", "keep uitkomst", "branch new koud", "branch use main", "branch list"]
    if command.hasPrefix("wzw") { lines.append("wzw demo") }
    if ["wzw drop", "wzw trend", "wzw rank", "wzw peers"].contains(command) {
      lines += ["wzw add wmo.csv --as eigen --year 2024", "wzw add wmo_2023.csv --as eigen --year 2023"]
    }
    if command == "wzw start drop" { lines.append("wzw start") }
    if command == "wzw need drop" { lines.append("wzw need copy voorbeeld plan") }
    if ["procure needs", "persona lacks"].contains(command) { lines += ["wzw demo", "wzw gap GM9901 --offer"] }
    if command == "recall check" { lines.append("read buurten.csv | to html blad.html") }
    if command == "workspace merge" {
      lines += ["save-as kopie.json", "set language en", "save", "open w.json"]
    }
    if command == "hinges" {
      lines += [
        "let prijs = 50", "let aantal = 100",
        "let ruimte = read buurten.csv | top 1 | derive ruimte = 5200 - $prijs * $aantal | select naam ruimte",
        "keep ruimte",
      ]
    }
    if command.hasPrefix("workspace sign") || command.hasPrefix("workspace verify") {
      SigningKeys.make("sleutel", in: folder)
      if command == "workspace verify" { lines.append("workspace sign blad.md --key sleutel") }
    }
    if command == "db remove" { lines.append("db add kring --service kring") }
    if command.hasPrefix("bid ") { lines.append("bid import bids.csv") }
    lines +=
      ExampleSheets.personaLines(for: command) + ExampleSheets.circleLines(for: command)
      + ExampleSheets.arenaLines(for: command)
    self.lines = lines + ["redact add 'Jan Voorbeeld'", "set title A", "set title B", "undo"]
    _ = Leerkring.run(["-c", "new berflo.json"], environment: folders, folder: folder.path)
    if command == "ballot take" { fillForms() }
  }

  /// Two forms of a ballot, each with its first answer.
  private func fillForms() {
    let lines = ["persona set use langer-thuis", "ballot new urgentie moment vote --by gemeente,corporatie"]
    _ = Leerkring.run(lines.flatMap { ["-c", $0] }, environment: folders, folder: folder.path)
    for name in ["urgentie-gemeente.csv", "urgentie-corporatie.csv"] {
      let form = folder.text(name) ?? ""
      folder.write(form.replacing(",,a whole number", with: ",3,a whole number", maxReplacements: 1), to: name)
    }
  }

  /// Types lines into the program.
  func run(_ options: [String], _ lines: [String], workspace: String = "w.json") -> ChildProcess {
    Leerkring.run(
      options + ["--workspace", workspace] + lines.flatMap { ["-c", $0] }, environment: folders, folder: folder.path)
  }
}
