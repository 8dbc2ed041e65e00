import Session
import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

/// Stages that are done in the database give what they give here.
@Suite(.serialized, .enabled(if: TestServer.isThere)) struct PushedStageTests {
  private static let columns = ["id", "i", "s", "big", "d", "r", "m", "c", "b", "t", "p"]

  @Test func `random lines give the same rows, columns and bits, done there or here`() throws {
    let bench = try Bench.kring().bench
    try bench.run("let t = read db:kring/public.lastig")
    var random = RandomTerm(generator: SeededGenerator(77))
    var choice = SeededGenerator(78)
    var pushed = 0
    var stages = 0
    for _ in 0..<600 {
      var line: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &choice) {
        switch Int.random(in: 0..<9, using: &choice) {
        case 0:
          let kept = Self.columns.shuffled(using: &choice).prefix(Int.random(in: 8...11, using: &choice))
          line.append("select \(kept.joined(separator: " "))")
        case 1: line.append("top \(Int.random(in: 0...14, using: &choice))")
        case 2:
          let by = Self.columns.randomElement(using: &choice) ?? "i"
          line.append("top \(Int.random(in: 0...14, using: &choice)) --by \(by)")
        case 3:
          let sorted = Self.columns.shuffled(using: &choice).prefix(Int.random(in: 1...3, using: &choice))
          line.append("sort \(sorted.map { Bool.random(using: &choice) ? "\($0) desc" : $0 }.joined(separator: " "))")
        case 4, 5:
          let name = Bool.random(using: &choice) ? "nieuw" : Self.columns.randomElement(using: &choice) ?? "i"
          line.append("derive \(name) = \(random.any().typed)")
        default: line.append("where \(random.condition(2).typed)")
        }
      }
      let tail = line.joined(separator: " | ")
      let there: Output
      do { there = try bench.run("read db:kring/public.lastig | \(tail)") } catch let error as Diagnostic {
        // What is wrong with a line is wrong with it here too: a column that is gone.
        #expect(bench.error("$t | \(tail)")?.code == error.code, "\(tail)")
        continue
      }
      let here = try bench.run("$t | \(tail)")
      #expect(bits(there) == bits(here), "\(tail)")
      #expect(inexact(there) == inexact(here), "\(tail)")
      stages += line.count
      pushed += done(there)
    }
    print("stages of random lines: \(stages), done in the database: \(pushed)")
    #expect(pushed * 4 > stages)
  }

  /// What is said of numbers without their last digits.
  private func inexact(_ output: Output) -> [String] {
    output.notices.map(\.text.en).filter { $0.contains("9007199254740992") }
  }

  @Test func `rows are put in order there: missing last, equal ones as they stood, texts by small letters`() throws {
    let bench = try Bench.kring().bench
    func ids(_ tail: String, _ count: Int) throws -> [Double] {
      let output = try bench.run("read db:kring/public.lastig | \(tail)")
      #expect(done(output) == count, "\(tail)")
      #expect(bits(output) == bits(try bench.run("read db:kring/public.lastig | top 99 | \(tail)")), "\(tail)")
      return output.numbers("id")
    }
    // True before false downwards, each by its number; the one without a number stands last among the true.
    #expect(try ids("sort b desc i", 1) == [11, 7, 1, 9, 4, 2, 12, 8, 5, 6, 3, 10])
    // Blank, empty and signs before letters; `A` before `a`.
    #expect(try ids("sort p", 1) == [10, 8, 6, 2, 1, 9, 7, 3, 12, 11, 5, 4])
    #expect(try ids("top 3 --by i", 1) == [5, 10, 9])
    #expect(try ids("sort i desc | top 2 | select id i", 3) == [5, 10])
    #expect(try ids("sort b | sort i desc | top 1", 3) == [5])
    // Letters beyond ASCII are ordered otherwise there.
    #expect(try ids("sort t", 0).count == 12)
    #expect(try ids("sort p desc t", 0).count == 12)
    #expect(done(try bench.run("read db:kring/public.lastig | top 3 | sort i")) == 1)
    #expect(done(try bench.run("read db:kring/public.lastig | sort i | group b --sum i")) == 1)
    #expect(done(try bench.run("read db:kring/public.lastig | sort i | count")) == 2)
    #expect(bench.error("read db:kring/public.lastig | sort jaren")?.code == "column.unknown")
    #expect(bench.error("read db:kring/public.lastig | top 2 --by jaren")?.code == "column.unknown")
    // A question with an order of its own keeps it for rows that are equal.
    let own = try Bench.kring(files: ["v.sql": "select * from (values (1, 'b'), (1, 'a')) v(a, b) order by b desc"])
    let kept = try own.bench.run("read db:kring --query v.sql | sort a")
    #expect(kept.texts("b") == ["b", "a"] && done(kept) == 0)
  }

  @Test func `a column is worked out there, in the place of one that is called so`() throws {
    let bench = try Bench.kring().bench
    let output = try bench.run(
      "read db:kring/public.lastig | derive i = i + 1 | where i > 5 | select id i | sort i desc")
    #expect(done(output) == 4 && output.numbers("i").prefix(2) == [2_147_483_648, 101])
    #expect(done(try bench.run("read db:kring/public.lastig | derive e = d")) == 0)
    #expect(done(try bench.run("read db:kring/public.lastig | derive id = i")) == 0)
    #expect(done(try bench.run("read db:kring/public.lastig | derive e = i / s | group e --count id")) == 2)
  }

  @Test func `what is done there is told, and what cannot be equal stays here`() throws {
    let bench = try Bench.kring().bench
    func count(_ tail: String) throws -> Int { done(try bench.run("read db:kring/public.lastig | \(tail)")) }
    #expect(try count("where i > 2 | select i t | top 2") == 3)
    #expect(try count("select i t | where i > 2") == 2)
    // What is sought among the first rows is sought here.
    #expect(try count("top 3 | where i > 2") == 1)
    #expect(try count("top 3 | top 2 | select i") == 3)
    // Decimals are worked with as decimals here.
    #expect(try count("where d + 0.2 = 0.3") == 0)
    #expect(try count("where p ~ 'A'") == 1)
    #expect(try count("where t ~ 'A'") == 0)
    #expect(try count("where t = 'É'") == 1)
    #expect(bench.error("read db:kring/public.lastig | where i = 12%")?.code == "expression.unit")
    #expect(try count("count") == 1)
    #expect(try bench.run("read db:kring/public.lastig | where t = 'É' | select id").numbers("id") == [2, 3])
  }

  @Test func `a whole number that is too long is an error, also where the question would pass it over`() throws {
    let bench = try Bench.kring()
    #expect(bench.code("read db:kring/public.reuzen | where groot < 5") == "db.whole")
    #expect(bench.code("read db:kring/public.reuzen") == "db.whole")
    #expect(bench.code("read db:kring/public.reuzen | where nr = 1") == "db.whole")
    #expect(
      try bench.sheet("read db:kring/public.reuzen --text groot | where nr = 1") == ["nr groot", "1 9007199254740992"])
  }

  @Test func `the guard sees all columns before any is left out, and persons are known as such`() throws {
    let bench = try Bench.kring()
    #expect(bench.code("read db:kring/public.burgers | select naam") == "personal.found")
    #expect(bench.code("read db:kring/public.burgers | where naam = 'Jan' | select naam") == "personal.found")
    #expect(try bench.sheet("read db:kring/public.burgers --drop bsn | select naam") == ["naam", "Jan", "Piet"])
    let micro = try Bench.kring("--microdata")
    #expect(try micro.sheet("read db:kring/zorg.mensen | select wijk | group wijk") == ["wijk count", "A 12"])
    #expect(try micro.sheet("read db:kring/zorg.mensen | where wijk = 'B' | group wijk") == ["wijk count"])
  }

  @Test func `rows of which most stay there need no room here`() throws {
    let bench = try Bench.kring("", files: [:])
    try bench.bench.set("db.cells", to: 4_000)
    #expect(bench.code("read db:kring/public.miljoen") == "db.toolarge")
    #expect(try bench.sheet("read db:kring/public.miljoen | where nr = 5 | select nr jaar") == ["nr jaar", "5 2005"])
    #expect(try bench.sheet("read db:kring/public.miljoen | select nr | top 2") == ["nr", "1", "2"])
  }

  @Test func `a line that is still being typed asks for the columns only`() throws {
    let bench = try Bench.kring().bench
    let text = "read db:kring/public.miljoen | select "
    let found = Completer(bench.session).complete(text)
    #expect(found?.candidates.map(\.word).contains("waarde") == true)
  }

  @Test func `a column that is not there is told as it is of a file`() throws {
    let bench = try Bench.kring()
    #expect(bench.code("read db:kring/public.pc6 | select jaren") == "column.unknown")
    #expect(bench.code("read db:kring/public.pc6 | where jaren = 3") == "column.unknown")
    #expect(bench.code("read db:kring/public.pc6 | where pc6 = 3") == "expression.type")
  }
}
