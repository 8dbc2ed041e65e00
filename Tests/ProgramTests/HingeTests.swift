import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// What would change our minds of a kept result, typed into the program.
@Suite struct HingeTests {
  private let folder = TemporaryFolder()

  private func run(_ lines: [String], options: [String] = []) -> ChildProcess {
    Leerkring.run(
      ["--lang", "nl", "-w", "w.json"] + options + lines.flatMap { ["-c", $0] },
      environment: ["XDG_STATE_HOME": folder("state"), "COLUMNS": "300"], folder: folder.path)
  }

  private func json(_ line: String) throws -> JSON {
    let run = run([line], options: ["--json"])
    #expect(run.code == 0, "\(line): \(run.errors)")
    return try JSONReader.parse(run.output.split(separator: "\n").last.map(String.init) ?? "")
  }

  private func error(_ line: String) -> String {
    let run = run([line], options: ["--json"])
    #expect(run.code == 1 && run.output.isEmpty, "\(line): \(run.output)")
    return run.errorObject?["code"]?.string ?? run.errors
  }

  /// Two options of which what they give hangs on a price and on a number.
  private func options() {
    folder.write("optie,vast,per\nNoord,100,3\nZuid,40,5\nOost,0,2\n", to: "opties.csv")
    let kept = run([
      "let prijs = 10", "let korting = 4",
      "let winst = read opties.csv | derive winst = vast + per * $prijs - 2 * $korting | select optie winst",
      "keep winst",
      "save",
    ])
    #expect(kept.code == 0, "\(kept.errors)")
  }

  @Test func `the order turns where the lines cross, and what turns nothing is said to`() throws {
    options()
    // 100 + 3p = 40 + 5p at 30; Zuid and Oost never cross where p is positive.
    let found = try json("hinges winst --over prijs=5..50,korting=0..8 --by prijs=gemeente,korting=corporatie")
    let rows = found.rows
    #expect(rows.map { $0["assumption"] } == ["prijs", "korting"])
    let at = try #require(rows[0]["turns_at"]?.number)
    #expect(abs(at - 30) < 1e-3, "\(at)")
    #expect(rows[0]["then"] == "Zuid komt voor Noord" && rows[0]["party"] == "gemeente")
    #expect(rows[1]["turns"] == .null)
    let text = run(["hinges winst --over prijs=5..50,korting=0..8"]).output
    #expect(text.contains("'winst' kantelt het eerst bij prijs 30 (nu 10): Zuid komt voor Noord."), "\(text)")
    // The lead of Noord over Zuid is 60 - 2p: all of its spread is of the price.
    #expect(rows[0]["share"] == 1 && rows[1]["share"] == 0)
    #expect(abs((found.facts["deviation"]?.number ?? 0) - 2 * 45 / 12.0.squareRoot()) < 1e-9)
    let narrow = run(["hinges winst --over prijs=5..20,korting=0..8"]).output
    #expect(narrow.contains("Geen van de 2 aannames kantelt 'winst' binnen haar bereik."), "\(narrow)")
    // Nothing was kept, nothing changed.
    #expect(run(["workspace diff", "history"]).output.contains("hinges") == false)
  }

  @Test func `a sign turns where it goes through nought, and the shares of a product are those of the formula`() throws
  {
    folder.write("post\nsaldo\n", to: "post.csv")
    #expect(
      run([
        "let p = 50", "let n = 100", "let saldo = read post.csv | derive saldo = 5200 - $p * $n", "keep saldo", "save",
      ]).code == 0)
    let found = try json("hinges saldo --over p=40..60,n=80..120 --by p=gemeente,n=corporatie")
    // 5200 - 100p is nought at 52, 5200 - 50n at 104; the nearer by its range comes first: both at a tenth.
    let at = Dictionary(
      uniqueKeysWithValues: found.rows.map { ($0["assumption"]?.string ?? "", $0["turns_at"]?.number ?? .nan) })
    #expect(abs((at["p"] ?? 0) - 52) < 1e-3 && abs((at["n"] ?? 0) - 104) < 1e-3)
    // Var(pn) of two independent even spreads of the same relative width: they share alike, and it adds up to all.
    #expect(found.rows.compactMap { $0["share"]?.number } == [0.5, 0.5])
    let parties = found.blocks("table").last?["rows"]?.array ?? []
    #expect(parties.compactMap { $0.array?.last?.number }.reduce(0, +) == 1)
    let variance = { (low: Double, high: Double) in (high - low) * (high - low) / 12 }
    let whole = 2500 * variance(80, 120) + 10_000 * variance(40, 60) + variance(80, 120) * variance(40, 60)
    #expect(abs((found.facts["deviation"]?.number ?? 0) - whole.squareRoot()) < 1e-6)
    #expect(run(["hinges saldo --over p=40..60"]).output.contains("saldo wordt negatief") == false)
    #expect(run(["hinges saldo --over p=40..60"]).output.contains("bij p 52 (nu 50): wordt negatief."))
  }

  @Test func `steps, words and several turns are found, and a turn back is told as such`() throws {
    folder.write("post\nsaldo\n", to: "post.csv")
    #expect(
      run([
        "let p = 0", "let kop = read post.csv | derive y = ($p - 1) * ($p - 3) * ($p + 2) | select post y", "keep kop",
      ]).code == 0)
    let found = try json("hinges kop --over p=-3..5")
    #expect(found.rows[0]["turns"] == "1; -2; 3", "\(found.rows[0])")
    #expect(found.rows[0]["then"] == "wordt negatief")
    let stepped = try json("hinges kop --over p=-3..5:1")
    // On whole numbers it is nought at three of them.
    #expect(stepped.rows[0]["turns_at"] == 1 && stepped.rows[0]["then"] == "wordt 0")
    // Words are values too; where a row is gone, that is what is told, and no share is made up.
    folder.write("naam,a\nx,3\ny,2\n", to: "t.csv")
    #expect(run(["let deel = 'x'", "let rang = read t.csv | where naam ~ $deel", "keep rang"]).code == 0)
    let words = try json("hinges rang --over deel=x/y")
    #expect(words.rows[0]["turns"] == "y" && words.rows[0]["then"] == "heeft geen getal meer", "\(words.rows)")
    #expect(words.rows[0]["share"] == nil)
  }

  /// What textbooks print: Thompson Lumber, and Goferbroke.
  @Test func `with a rule it says what knowing is worth, as the textbooks do`() throws {
    folder.write("fabriek,goed,slecht\ngroot,200000,-180000\nklein,100000,-20000\ngeen,0,0\n", to: "hout.csv")
    #expect(
      run([
        "let markt = 1",
        "let hout = read hout.csv | derive winst = $markt * goed + (1 - $markt) * slecht | select fabriek winst",
        "keep hout",
      ]).code == 0)
    let lumber = try json("hinges hout --over markt=1:0.5/0:0.5 --decide highest")
    #expect(abs((lumber.facts["evpi"]?.number ?? 0) - 60_000) < 1e-3)
    #expect(run(["hinges hout --over markt=1:0.5/0:0.5 --decide highest"]).output.contains("is 'klein' de beste keuze"))
    folder.write("keus,olie,droog\nboren,700,-100\nverkopen,90,90\n", to: "olie.csv")
    #expect(
      run([
        "let olie = 0", "let land = read olie.csv | derive w = $olie * olie + (1 - $olie) * droog | select keus w",
        "keep land",
      ]).code == 0)
    let oil = try json("hinges land --over olie=1:0.25/0:0.75 --decide highest")
    #expect(
      abs((oil.facts["evpi"]?.number ?? 0) - 142.5) < 1e-9
        && oil.rows[0]["worth"] == .number(oil.facts["evpi"]?.number ?? 0))
    // The lowest of what is turned round is the same.
    let costs = try json("hinges land --over olie=1:0.25/0:0.75 --decide lowest")
    #expect((costs.facts["evpi"]?.number ?? 0) >= 0)
    #expect(error("hinges land --over olie=1:0.25/0:0.75 --decide positive") == "hinges.decide")
  }

  @Test func `a figure that is even between two ends is worth what the integral says`() throws {
    folder.write("post\nx\n", to: "post.csv")
    #expect(run(["let y = 1", "let u = read post.csv | derive w = $y | select post w", "keep u"]).code == 0)
    // Of a figure even between -3 and 5 the loss of doing it is the mean of -y below nought: 9 / 2 / 8.
    let found = try json("hinges u --over y=-3..5 --decide positive")
    #expect(abs((found.facts["evpi"]?.number ?? 0) - 9.0 / 16) < 5e-3)
  }

  @Test func `a flag, a key and a setting of a step are assumptions too, with the role that its line names`() throws {
    let lines = [
      "arena new Lindehof", "arena party add gemeente --law wmo", "arena party add corporatie --law woningwet",
      "arena add activity buurthuis 'een buurthuis'", "arena add effect rust 'minder overlast'",
      "arena link buurthuis rust", "arena invest buurthuis --party gemeente --amount 30000 --source verzonnen",
      "arena effect rust --quantity 6 --value 10000 --share gemeente=.4 --share corporatie=.6 --source verzonnen",
      "let boek = arena ledger", "keep boek", "save",
    ]
    #expect(run(lines).code == 0)
    let run = run(["hinges boek --of net --over amount=10000..60000,quantity=2..10"])
    #expect(
      run.code == 0
        && run.output.contains("'boek' (saldo) kantelt het eerst bij amount 24.000 (nu 30.000): gemeente wordt"),
      "\(run.output)\(run.errors)")
    #expect(error("hinges boek --over niets=1..2") == "hinges.unknown")
    #expect(error("hinges boek --over source=a/b") == "hinges.several")
    #expect(self.run(["hinges boek --over rust:quantity=2..10"]).code == 0)
  }

  @Test func `two branches are compared by what they assume otherwise`() throws {
    options()
    #expect(
      run([
        "branch new duur", "let prijs = 40", "let korting = 4",
        "let winst = read opties.csv | derive winst = vast + per * $prijs - 2 * $korting | select optie winst",
        "keep winst",
        "branch use main", "save",
      ]).code == 0)
    let found = try json("hinges winst --branch duur")
    #expect(found.rows.map { $0["assumption"] } == ["prijs"], "\(found.rows)")
    #expect(found.rows[0]["range"] == "10 / 40" && found.rows[0]["then"] == "Zuid komt voor Noord")
    #expect(error("hinges winst --branch main") == "hinges.branch")
    #expect(
      error("hinges winst --branch nergens") == "branch.unknown"
        || error("hinges winst --branch nergens") == "result.unknown")
  }

  @Test func `bad input is one error, and nothing half done`() throws {
    options()
    let before = folder.read("w.json")
    for (line, code) in [
      ("hinges winst", "argument.missing"), ("hinges niets --over prijs=1..2", "result.unknown"),
      ("hinges winst --over huur=1..2", "hinges.unknown"), ("hinges winst --over prijs=50..5", "hinges.range"),
      ("hinges winst --over prijs=20..50", "hinges.range"), ("hinges winst --over prijs=10", "hinges.range"),
      ("hinges winst --over prijs=a..b", "hinges.range"), ("hinges winst --over prijs=5..50:0", "hinges.range"),
      ("hinges winst --over prijs=5..50:0.001", "hinges.range"),
      ("hinges winst --over prijs=5:0.5/50:0.6", "hinges.range"),
      ("hinges winst --over prijs=5/5", "hinges.range"), ("hinges winst --over prijs=5%..50%", "hinges.unit"),
      ("hinges winst --over prijs=5..50 --over prijs=5..50", "hinges.twice"),
      ("hinges winst --over prijs=5..50 --by huur=gemeente", "hinges.unknown"),
      ("hinges winst --over prijs=5..50 --of optie", "hinges.figure"),
      ("hinges winst --over prijs=5..50 --of niets", "column.unknown"),
      ("hinges winst --over prijs=5..50,korting=1..9 --runs 4 --decide positive", "hinges.decide"),
      ("hinges winst --over prijs=5..50,korting=1/2/4/9/3 --runs 4", "hinges.many"),
    ] { #expect(error(line) == code, "\(line)") }
    #expect(folder.read("w.json") == before)
    // A file that is gone is told before anything runs.
    let gone = TemporaryFolder()
    gone.write(before ?? [], to: "w.json")
    let run = Leerkring.run(
      ["--json", "-w", "w.json", "-c", "hinges winst --over prijs=5..50"], environment: ["XDG_STATE_HOME": gone("s")],
      folder: gone.path)
    #expect(run.errorObject?["code"] == "replay.file")
  }

  @Test func `where a value does not go, that is said and no share is made up`() throws {
    folder.write("naam,v\nx,1\ny,2\nz,3\n", to: "t.csv")
    #expect(run(["let n = 2", "let eerste = read t.csv | top $n", "keep eerste"]).code == 0)
    let text = run(["hinges eerste --over n=0..3"])
    #expect(text.code == 0 && text.output.contains("een aandeel is niet te bepalen"), "\(text.output)\(text.errors)")
    #expect(text.output.contains("gaat een regel niet"))
    // In whole steps it goes.
    #expect(run(["hinges eerste --over n=1..3:1"]).code == 0)
  }

  @Test func `a kept result that comes out otherwise now is told`() throws {
    options()
    folder.write("optie,vast,per\nNoord,90,3\nZuid,40,5\nOost,0,2\n", to: "opties.csv")
    let text = run(["hinges winst --over prijs=5..50"]).output
    #expect(text.contains("de regels geven nu iets anders"), "\(text)")
    // 90 + 3p = 40 + 5p at 25: of what comes out now.
    #expect(text.contains("bij prijs 25 "))
  }

  @Test func `Ctrl-C ends it at once, and nothing was changed`() throws {
    options()
    let before = folder.read("w.json")
    let arguments = ["-w", folder("w.json"), "-c", "hinges winst --over prijs=5..50,korting=0..8 --runs 100000"]
    let process = try #require(
      LiveProcess(
        Places.program, arguments,
        environment: Leerkring.environment(home: folder.path, ["XDG_STATE_HOME": folder("state")])))
    usleep(1_500_000)
    // 128 and the signal's number.
    #expect(process.end(SIGINT) == 130)
    #expect(folder.read("w.json") == before)
  }

  @Test func `a title, a language and a seed are no assumptions`() {
    folder.write("post\nx\n", to: "post.csv")
    let lines = [
      "set seed 4", "set title Wijk", "let p = 1", "let winst = read post.csv | derive y = $p", "keep winst",
    ]
    #expect(run(lines).code == 0)
    for name in ["seed", "title", "language"] {
      #expect(error("hinges winst --over \(name)=1..5:1") == "hinges.unknown")
    }
  }

  @Test func `what a role said is no assumption where the circle hides it`() {
    let lines = [
      "kring new Lindehof", "kring role add gemeente,bewoners",
      "agenda add 'crisis in de avond' --minutes 25 --id crisis",
      "agenda vote crisis=3 --by gemeente", "agenda vote crisis=1 --by bewoners", "let stand = agenda show",
      "keep stand",
    ]
    let made = run(lines)
    #expect(made.code == 0, "\(made.errors)")
    let open = run(["hinges stand --over gemeente:crisis=1..5:1 --of votes"], options: ["--json"])
    #expect(open.errorObject?["code"] != "hinges.hidden", "\(open.errors)")
    #expect(run(["set kring.show-roles off"]).code == 0)
    #expect(error("hinges stand --over gemeente:crisis=1..5:1") == "hinges.hidden")
    #expect(!run(["hinges stand"]).errors.contains("crisis"))
  }
}
