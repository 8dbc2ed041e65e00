import Files
import TestSupport
import Testing
import WorkbenchKit

/// The examples of every command, as `help` shows them, typed into the program.
@Suite struct CommandExampleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let line: String
    let failsWith: String?

    var testDescription: String { line }
  }

  /// Everything that can be asked once the plugins are loaded, by the words that ask it.
  private static let commands: [String] = {
    let nouns = HouseSources.folders(in: "Plugins").flatMap { plugin in
      let manifest = try? JSONReader.parse(HouseSources.text("Plugins/\(plugin)/Knowledge/manifest.json"))
      return (manifest?["nouns"]?.array ?? []).compactMap { $0["noun"]?.string }
    }
    let shown = try? Leerkring.json(nouns.map { "help \($0)" } + ["help"]).last
    return (shown?.blocks("table") ?? []).flatMap { table in
      (table["rows"]?.array ?? []).compactMap { $0.array?.first?.string }
    }
  }()

  /// A command's page of help: whether it takes parameters, and its examples.
  private static func page(_ command: String) throws -> (takesParameters: Bool, examples: [Example]) {
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

  @Test func `help names the commands of the shell, the stages and the plugins`() {
    #expect(Self.commands.count > 40)
    for command in ["undo", "workspace diff", "plugin list", "read", "where", "wzw estimate"] {
      #expect(Self.commands.contains(command), "\(command)")
    }
  }

  @Test(arguments: commands)
  func `has an example that works and one that fails, and each does what it says`(_ command: String) throws {
    let (takesParameters, examples) = try Self.page(command)
    #expect(examples.contains { $0.failsWith == nil })
    // What takes nothing and needs nothing has no way to fail that is worth showing.
    if takesParameters { #expect(examples.contains { $0.failsWith != nil }) }
    for example in examples { try expect(example, of: command) }
  }

  /// Types an example where its files are there, something is kept, a branch stands beside, a name is hidden, and a step can be taken back
  /// and done again.
  private func expect(_ example: Example, of command: String) throws {
    let folder = TemporaryFolder()
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
    let folders = Dictionary(
      uniqueKeysWithValues: ["DATA", "STATE", "CONFIG", "CACHE"].map { ("XDG_\($0)_HOME", folder("xdg")) })
    _ = Leerkring.run(["-c", "new berflo.json"], environment: folders, folder: folder.path)
    var lines = ["let uitkomst = 5", "keep uitkomst", "branch new koud", "branch use main"]
    if command.hasPrefix("wzw") { lines.append("wzw demo") }
    if command.hasPrefix("bid ") { lines.append("bid import bids.csv") }
    lines += ExampleSheets.personaLines(for: command)
    lines += ["redact add 'Jan Voorbeeld'", "set title A", "set title B", "undo", example.line]
    let run = Leerkring.run(
      ["--json", "--workspace", "w.json"] + lines.flatMap { ["-c", $0] }, environment: folders, folder: folder.path)
    #expect(run.errorObject?["code"]?.string == example.failsWith, "\(example.line): \(run.errors)")
    #expect(run.code == (example.failsWith == nil ? 0 : 1), "\(example.line): \(run.errors)")
    if example.failsWith != nil { #expect(run.errorObject?["line"]?.int == lines.count, "\(example.line)") }
  }
}
