import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// Fifty secrets, used in every way a line knows, and found nowhere.
@Suite struct RedactTests {
  private let folder = TemporaryFolder()
  private var environment: [String: String] {
    ["XDG_STATE_HOME": folder("state"), "LEERKRING_PLUGINS": folder("build-good")]
  }

  /// Names that nobody has and no line holds by chance.
  private static let names = (1...30).map { "Voornaam\($0)é Qwxyz\($0)" }
  private static let people = (1...20).map { (name: "Zxpersoon\($0) Achterwq\($0)", telephone: "06-555000\($0 + 10)") }
  /// What must not be found: the rare half of each name, and each number.
  private static let needles =
    (1...30).flatMap { ["Qwxyz\($0)", "qwxyz\($0)"] } + (1...20).flatMap { ["Zxpersoon\($0)", "Achterwq\($0)"] }
    + people.map(\.telephone)

  private func run(_ lines: [String], _ options: [String] = ["-w", "w.json"]) -> ChildProcess {
    folder.write(lines.joined(separator: "\n") + "\n", to: "input.lk")
    defer { unlink(folder("input.lk")) }
    let input = String(decoding: folder.read("input.lk") ?? [], as: UTF8.self)
    return Leerkring.run(options, input: input, environment: environment, folder: folder.path)
  }

  private func expectNothing(_ run: ChildProcess, besides inputs: Set<String> = ["names.csv"]) {
    let files = folder.everything().filter { !inputs.contains($0.path) && !$0.path.hasPrefix("build-") }
    let texts = files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    for needle in Self.needles {
      #expect(!run.output.contains(needle), "\(needle) on standard output")
      #expect(!run.errors.contains(needle), "\(needle) on standard error")
      for (path, text) in texts { #expect(!text.contains(needle), "\(needle) in \(path)") }
    }
  }

  /// Lines that do something with a name.
  private func lines(_ number: Int, _ name: String) -> [String] {
    switch number % 10 {
    case 0: ["set title 'Zorg voor \(name)'", "set title"]
    case 1: ["let v\(number) = '\(name)'", "keep v\(number)", "show v\(number)", "why v\(number)"]
    case 2: ["read '\(name).csv'", "where x = '\(name)'"]
    case 3: ["alias a\(number) read '\(name)'", "alias", "a\(number)"]
    case 4: ["'\(name)'", "help '\(name)'", "set '\(name)' 3"]
    case 5: ["read names.csv | where name = \"\(name)\" | to csv out\(number).csv"]
    case 6: ["let t\(number) = read names.csv | where name ~ \"\(name)\"", "keep t\(number)", "show t\(number)"]
    case 7: ["let q\(number) = 5", "keep q\(number) --as '\(name)'", "forget '\(name)'"]
    case 8: ["read names.csv | sort name | to json", "read names.csv | derive z = \"\(name)\" | top 2"]
    default: ["read names.csv | select '\(name)'", "# over \(name)", "redact remove '\(name) x'"]
    }
  }

  private func script() -> [String] {
    Self.names.map { "redact add '\($0)'" }
      + Self.names.enumerated().flatMap { lines($0.offset, $0.element) }
      + Self.people.enumerated().flatMap { index, person in
        [
          "greet person '\(person.name)' --telephone \(person.telephone)",
          index % 5 == 0 ? "greet person '\(person.name)' --fail" : "greet people | to csv people\(index).csv",
        ]
      }
      + [
        "let p = greet people", "keep p", "show p", "$p", "greet people", "history", "history --times",
        "workspace show",
        "workspace diff", "results", "undo 3", "redo 2", "save", "set title '\(Self.people[3].name)'", "redact list",
        "redact check",
      ]
  }

  @Test(arguments: [[], ["--json"]]) func `fifty secrets are nowhere on disk or screen`(form: [String]) throws {
    try FixturePlugin.good.build(in: folder)
    folder.write("name,n\n" + Self.names.map { "\($0),1\n" }.joined(), to: "names.csv")
    let options = ["-w", "w.json", "--echo", "--bail", "off", "--lang", "en"] + form
    let first = run(script(), options + ["--log", "log.lk"])
    expectNothing(first)
    #expect(first.output.contains("▇▇▇") && first.output.contains("× hidden"))
    #expect(folder.text("log.lk")?.contains("redact add '▇▇▇'") == true)
    #expect(folder.text("out5.csv") == "name,n\n▇▇▇,1\n")
    #expect(folder.text("w.json")?.contains("\"sealed\":\"v1:") == true)
    // The next process knows the digests and the sealed fields only.
    let second = run(
      ["history", "show v1", "read names.csv", "greet people", "let s = '\(Self.names[4])'", "$s"]
        + script().suffix(12),
      options + ["--log", "log2.lk"])
    expectNothing(second)
    #expect(second.output.contains("▇▇▇"))
  }

  @Test func `a plugin gets back what it wrote in a sealed field, also in the next process`() throws {
    try FixturePlugin.good.build(in: folder)
    _ = run(["greet person '\(Self.people[0].name)'"])
    let next = run(["greet people"], ["-w", "w.json", "--json"])
    let rows = try next.output.split(separator: "\n").map { try JSONReader.parse(String($0)) }.first?.rows
    #expect(rows?.first?["length"] == .number(Double(Self.people[0].name.count)))
    #expect(rows?.first?["who"] == "▇▇▇" && rows?.first?["name"] == .null)
    expectNothing(next)
  }

  @Test func `elsewhere, without the key, a sealed field stays shut`() throws {
    try FixturePlugin.good.build(in: folder)
    _ = run(["greet person '\(Self.people[0].name)'", "save"])
    let other = Leerkring.run(
      ["-w", "w.json", "-c", "greet people | to csv"],
      environment: environment.merging(["XDG_STATE_HOME": folder("other")]) { $1 }, folder: folder.path)
    #expect(other.code == 0, "\(other.errors)")
    #expect(other.output.contains("▇▇▇,3"))
    expectNothing(other)
  }

  @Test func `a name is not hidden any more after remove, and undo does not lift it`() {
    let hidden = run([
      "redact add 'Mies Voorbeeld'", "set title A", "undo 2", "set title 'mies voorbeeld'", "set title",
    ])
    #expect(hidden.output.contains("▇▇▇") && !hidden.output.lowercased().contains("mies"))
    let shown = run(["redact remove 'MIES VOORBEELD'", "set title 'mies voorbeeld'", "set title"])
    #expect(shown.output.contains("mies voorbeeld"))
  }

  @Test func `a title that was set while it was hidden is there again after remove`() {
    _ = run(["redact add 'Mies Voorbeeld'", "set title 'Zorg voor Mies Voorbeeld, thuis'", "save"])
    #expect(folder.text("w.json")?.contains("Mies") == false)
    #expect(run(["set title"]).output.contains("Zorg voor ▇▇▇, thuis"))
    // Elsewhere the rest may be read.
    let other = Leerkring.run(
      ["-w", "w.json", "--readonly", "-c", "set title"],
      environment: environment.merging(["XDG_STATE_HOME": folder("other")]) { $1 }, folder: folder.path)
    #expect(other.output.contains("Zorg voor ▇▇▇, thuis"), "\(other.output)\(other.errors)")
    // A word more is hidden and shown again: the whole is still there.
    #expect(run(["redact add thuis", "set title", "redact remove thuis"]).output.contains("Zorg voor ▇▇▇, ▇▇▇"))
    #expect(run(["redact remove 'Mies Voorbeeld'", "set title"]).output.contains("Zorg voor Mies Voorbeeld, thuis"))
    #expect(run(["set title"]).output.contains("Zorg voor Mies Voorbeeld, thuis"))
  }

  @Test(arguments: [
    ("group k --sum m --mean m --max m", "k,sum_m,mean_m,max_m\na,x,x,x\nb,6,6,6\n"),
    ("derive d = m + 1", "k,m,d\na,4,5\na,▇▇▇,\nb,6,7\n"),
    ("pivot k --values m --using sum", "a,b\nx,6\n"), ("sort m desc", "k,m\na,▇▇▇\nb,6\na,4\n"),
    ("where m > 5", "k,m\na,▇▇▇\nb,6\n"), ("describe | select column mean max", "column,mean,max\nk,,\nm,5,6\n"),
  ])
  func `no figure is worked out of a hidden number, and rows keep their order`(stage: String, shown: String) {
    folder.write("k,m\na,4\na,123456782\nb,6\n", to: "num.csv")
    let run = run(["redact add 123456782", "read num.csv | \(stage) | to csv"])
    #expect(run.output.contains(shown), "\(run.output)\(run.errors)")
  }

  @Test func `what stood there before is found by check and taken out by clean`() {
    let run = run(
      [
        "set title 'voor Mies'", "redact add Mies", "redact check", "redact clean", "workspace compact", "save",
        "redact check",
      ], ["-w", "w.json", "--json"])
    let objects = run.output.split(separator: "\n").compactMap { try? JSONReader.parse(String($0)) }
    #expect(run.code == 0, "\(run.errors)")
    #expect(objects.first { $0["line"]?.int == 3 }?.facts["found"] == 2)
    #expect(objects.last?.facts["found"] == 0)
    for (path, bytes) in folder.everything() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Mies"), "\(path)")
    }
  }

  @Test func `nothing is kept under a name that is hidden`() {
    let run = run(["redact add geheimpje", "let geheimpje = 5", "keep geheimpje"], ["-w", "w.json", "--json"])
    #expect(run.errorObject?["code"]?.string == "redact.name")
    #expect(!run.errors.contains("geheimpje"))
  }

  @Test func `CSV for another program stays clean, and the count stands on standard error`() {
    folder.write("name,n\nMies,1\n", to: "n.csv")
    let run = run(["redact add mies", "read n.csv | to csv"], ["-w", "w.json"])
    #expect(run.output.hasSuffix("name,n\n▇▇▇,1\n"))
    #expect(run.errors.contains("1 × hidden"))
  }
}
