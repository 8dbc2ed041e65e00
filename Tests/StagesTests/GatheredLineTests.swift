import Session
import TestSupport
import Testing

@testable import Stages
@testable @_spi(Host) import WorkbenchKit

/// Of a file that does not fit in memory comes what would come of it if it did.
@Suite struct GatheredLineTests {
  private static let lines = [
    "read t.csv | group groep", "read t.csv | group groep --sum n --mean x --count n --min n --max x",
    "read t.csv | group groep waar --count groep_label --sum n", "read t.csv | group n --sum n,x --count x",
    "read t.csv --where 'n > 10' | group groep --sum n --count", "read t.csv --where 'x < 20' | group x --mean n",
    "read t.csv --columns groep,n --where 'x > 1' | group groep --sum n --max n",
    "read t.csv --columns n,groep | group groep --min n | sort min_n", "read t.csv --columns x | group groep --sum n",
    "read t.csv | group gebied --sum n", "read t.csv | group groep --mean x --weight n",
    "read t.csv | group leeg --max n",
    "read t.csv | group punt --sum bedrag --mean deel", "read t.csv | group nul --sum half | top 2 --by sum_half",
    "read t.csv | group groep --sum groep_label", "read t.csv | group nergens",
    "read t.csv | group groep --sum nergens",
    "read t.csv --where 'nergens > 1' | group groep", "read t.csv | group twijfel --sum twijfel",
    "read t.csv | group lang --count lang", "read t.csv | group gemengd --sum x",
    "read t.csv | where n > 10 | group groep --sum n", "read t.csv | where groep = 'a' or x > 3 | group groep n",
    "read t.csv | derive m = n * 2 | group groep --sum m", "read t.csv | derive m = n / (n - 12) | group groep --sum m",
    "read t.csv | select n groep | group groep --sum n,x", "read t.csv | where gebied ~ 'GM' | group gebied --sum n",
    "read t.csv | top 3", "read t.csv | top 0", "read t.csv | top 1000", "read t.csv | top 0 --by n",
    "read t.csv | top 4 --by n", "read t.csv | top 4 --by groep", "read t.csv | top 2 --by x | select n x",
    "read t.csv | where n > 10 | top 2 --by x", "read t.csv | where n > 10 | top 2", "read t.csv | select n | top 2",
    "read t.csv | derive m = x / (n - 12) | top 2", "read t.csv --columns x,n | top 3 --by n",
    "read t.csv --where 'n > 10' | top 2", "read t.csv --columns n --where 'x > 2' | top 2 --by n",
    "read t.csv | top 3 --by nergens", "read t.csv | where nergens > 1 | top 2", "read t.csv | top 2 --by gebied",
    "read t.csv | describe", "read t.csv --where 'n > 10' | describe", "read t.csv | where n > 1000 | describe",
    "read t.csv --columns groep,x | describe", "read t.csv | select twijfel deel | describe",
    "read t.csv | where x > 2 | derive m = n + x | describe | select column mean distinct",
    "read t.csv | to csv uit.csv", "read t.csv | to csv uit.csv --excel", "read t.csv | to jsonl uit.csv",
    "read t.csv --where 'n > 10' | to csv uit.csv", "read t.csv --columns x,groep | to csv uit.csv",
    "read t.csv | where n > 1000 | to csv uit.csv", "read t.csv | where half > 4 | to csv uit.csv",
    "read t.csv | derive m = n / 3 | select m x | to csv uit.csv", "read t.csv | to json uit.csv",
    "read t.csv | to csv", "read t.csv | select nergens | to csv uit.csv", "read t.csv | sort n | to csv uit.csv",
    "read t.csv | where n > 10 | count", "read t.csv | where x > 2 | select n",
  ]

  /// All that a line gives: its table and where its rows came from, what is said, what was read and what is written.
  private func told(_ line: String, _ lines: TableLines) throws -> [String] {
    lines.files.remove("uit.csv")
    guard let result = try? lines.result(line) else {
      let error = lines.error(line)
      #expect(lines.files.files["uit.csv"] == nil, "\(line)")
      return [error?.code ?? "", error?.message.nl ?? "", "\(error?.place?.column ?? 0)"]
    }
    let output = result.output
    let written = lines.files.files["uit.csv"].map { String(decoding: $0, as: UTF8.self) }
    return [
      "\(output.table?.columns.map(spelled) ?? [])", "\(NeededColumnsTests.facts(output))", written ?? "",
      "\(output.table.map(numbers) ?? [])", "\(output.table?.origin?.sha256 ?? "")", "\(result.provenance.inputs)",
    ] + output.blocks.compactMap { if case .notice(let notice) = $0 { notice.text.en } else { nil } }
  }

  /// All that a column is, whatever its values stand in.
  private func spelled(_ column: Column) -> String {
    let values = (0..<column.count).map { column[$0].plain }
    return "\(column.name) \(String(describing: column.label)) \(column.type) \(String(describing: column.unit)) "
      + "\(column.format) \(column.isDetail) \(column.withheld) \(values)"
  }

  /// The number of each row in its file.
  private func numbers(_ table: Table) -> [Int] {
    table.origin.map { origin in (0..<table.rowCount).map(origin.number) } ?? []
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>, [false, true])
  func `a line gives the same where its rows do not fit in memory`(seed: UInt64, isStored: Bool) throws {
    let text = NeededColumnsTests.text(seed: seed, mostRows: 30)
    let lines = try TableLines(["t.csv": text])
    let small = try TableLines(["t.csv": text], lacksMemory: true)
    (lines.files.areStored, small.files.areStored) = (isStored, isStored)
    for line in Self.lines {
      for (one, other) in zip(try told(line, small), try told(line, lines)) {
        #expect(one == other, "\(line), seed \(seed):\n\(text)")
      }
    }
    #expect(lines.files.begun == 0 && small.files.begun > 0)
  }

  @Test func `rows of several blocks give what the whole gives`() throws {
    var random = SeededGenerator(3)
    var text = "groep;n;x;naam\n"
    for row in 0..<120_000 {
      text += "\(["a", "b", "", "ç"].randomElement(using: &random) ?? "");\(Int.random(in: 0...900, using: &random));"
      text += "\(row % 97),\(row % 10);een naam van rij \(row % 5_003)\n"
    }
    let lines = try TableLines(["t.csv": text])
    let small = try TableLines(["t.csv": text], lacksMemory: true)
    (lines.files.areStored, small.files.areStored) = (true, true)
    for line in [
      "read t.csv | describe", "read t.csv | top 40 --by n",
      "read t.csv | where n > 890 | derive m = n * x | top 9 --by m",
      "read t.csv | top 90000", "read t.csv | where n < 20 | to csv uit.csv",
      "read t.csv --where 'x > 96.5' | to jsonl uit.csv",
      "read t.csv | derive m = x + n | group groep --sum m", "read t.csv --columns n,groep | top 60000 | describe",
    ] {
      for (one, other) in zip(try told(line, small), try told(line, lines)) where one != other {
        Issue.record("\(line): \(one.prefix(600)) is not \(other.prefix(600))")
      }
    }
  }

  /// Lines of JSON: names that come late or seldom, numbers beside texts, truths, what is nested, and codes of areas.
  private func jsonLines(_ count: Int, _ generator: inout SeededGenerator) -> String {
    let words = [
      "\"a\"", "\"ç\"", "\"\"", "null", "\"GM0344\"", "\"een tekst van veel meer bytes\"", "9007199254740993",
    ]
    return (0..<count).map { row in
      var members = [
        "\"groep\":\(words.randomElement(using: &generator) ?? "null")",
        "\"n\":\(Int.random(in: 0...40, using: &generator))",
        "\"x\":\(Double(Int.random(in: 0...400, using: &generator)) / 4)",
        "\"gebied\":\"\(["NL00", "GM0344", "GM0034"].randomElement(using: &generator) ?? "")\"",
      ]
      if row % 3 == 1 { members.append("\"half\":\(row % 2 == 0 ? "\"\(row)\"" : "\(row)")") }
      if row > count / 2 { members.append("\"waar\":\(row % 2 == 0)") }
      if row % 11 == 7 { members.append("\"lijst\":[\(row), {\"a\":null}]") }
      if row % 5 == 0 { members.shuffle(using: &generator) }
      return "{\(members.joined(separator: ","))}\n"
    }.joined()
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `lines of JSON give the same where their rows do not fit in memory`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let text = jsonLines(Int.random(in: 0...40, using: &generator), &generator)
    let lines = try TableLines(["t.jsonl": text])
    let small = try TableLines(["t.jsonl": text], lacksMemory: true)
    (lines.files.areStored, small.files.areStored) = (true, true)
    let more = [
      "read t.jsonl", "read t.jsonl | group half --sum n", "read t.jsonl | group lijst waar --count half",
      "read t.jsonl --where 'half is not missing' | describe", "read t.jsonl --columns half,groep,waar",
      "read t.jsonl --where 'n > 20 and x < 60'", "read t.jsonl --where 'waar' | top 3 --by x",
      "read t.jsonl | group gebied --sum n",
    ]
    for line in Self.lines.map({ $0.replacing("t.csv", with: "t.jsonl") }) + more {
      for (one, other) in zip(try told(line, small), try told(line, lines)) {
        #expect(one == other, "\(line), seed \(seed):\n\(text)")
      }
    }
    #expect(small.files.begun > 0 || text.isEmpty)
    #expect(small.files.readWhole.isEmpty || text.isEmpty)
  }

  @Test func `lines of JSON of several blocks give what the whole gives, and personal data in the last is found`()
    throws
  {
    var generator = SeededGenerator(5)
    let text = jsonLines(260_000, &generator)
    #expect(text.utf8.count > 1 << 24)
    let lines = try TableLines(["t.jsonl": text])
    let small = try TableLines(
      ["t.jsonl": text, "p.jsonl": text + "{\"n\":1,\"laat\":\"jan@example.nl\"}\n", "w.jsonl": text + "{\"n\":}\n"],
      lacksMemory: true)
    (lines.files.areStored, small.files.areStored) = (true, true)
    for line in [
      "read t.jsonl | describe", "read t.jsonl | group groep half --sum n --mean x", "read t.jsonl | top 40 --by half",
      "read t.jsonl --where 'n > 39' | to jsonl uit.csv", "read t.jsonl --columns n,half,waar --where 'x > 99'",
      "read t.jsonl | where n < 2 | derive m = n * x | to csv uit.csv", "read t.jsonl | select n x | count",
    ] {
      for (one, other) in zip(try told(line, small), try told(line, lines)) where one != other {
        Issue.record("\(line): \(one.prefix(600)) is not \(other.prefix(600))")
      }
    }
    for line in ["read p.jsonl | describe", "read p.jsonl --columns n", "read p.jsonl --columns n | to csv uit.csv"] {
      let error = small.error(line)
      #expect(error?.code == "personal.found" && error?.message.en.contains("'laat'") == true, "\(line)")
    }
    #expect(small.error("read w.jsonl | describe")?.code.hasPrefix("json.") == true)
    // Records that each have a name of their own are no table, and no column is made of each.
    let wide = (0..<40_000).map { "{\"n\($0)\":\($0)}\n" }.joined()
    let alone = try TableLines(["b.jsonl": wide], lacksMemory: true)
    alone.files.areStored = true
    #expect(alone.error("read b.jsonl | describe")?.code == "table.wide")
    #expect(small.files.files["uit.csv"] == nil || small.files.begun > 0)
  }

  @Test func `a file that cannot be written says so, and nothing is there`() throws {
    let lines = try TableLines(["t.csv": "a;b\n1;2\n"], lacksMemory: true)
    #expect(lines.spot("read t.csv | to csv /none/uit.csv") == "file.unwritable at 21")
    #expect(lines.spot("read t.csv | to csv /full/uit.csv") == "file.diskfull at 21")
    #expect(lines.files.files.keys.sorted() == ["t.csv"])
  }

  @Test(arguments: [false, true])
  func `a column that is not there is told before memory is`(isStored: Bool) throws {
    let lines = try TableLines(["t.csv": "naam;n;x\na;1;2\n"], lacksMemory: true)
    lines.files.areStored = isStored
    for line in [
      "read t.csv | group naam --sum nn", "read t.csv | sort nn", "read t.csv | where nn > 1 | sort x",
      "read t.csv | where naam > 1 | sort nn", "read t.csv | derive m = n + x | where nn > m",
      "read t.csv | top 3 --by nn",
      "read t.csv | select n nn", "read t.csv --columns n,nn", "read t.csv --where 'nn > 2' | count",
    ] {
      let error = lines.error(line)
      #expect(error?.code == "column.unknown" && error?.suggestion == "n", "\(line)")
      #expect(error?.place != nil, "\(line)")
    }
  }

  @Test func `who asks to stop while a file is written is heard, and nothing is there`() throws {
    let monitor = StopsLate()
    let lines = try TableLines(
      ["t.csv": "a;b\n" + String(repeating: "1;2\n", count: 9)], monitor: monitor, lacksMemory: true)
    monitor.looksLeft = 1_000
    _ = try lines.output("read t.csv | to csv uit.csv")
    let looks = 1_000 - monitor.looksLeft
    lines.files.remove("uit.csv")
    for left in 0..<looks {
      monitor.looksLeft = left
      #expect(throws: Interrupted.self) { try lines.output("read t.csv | to csv uit.csv") }
      #expect(lines.files.files["uit.csv"] == nil || left == looks - 1, "\(left) of \(looks)")
      lines.files.remove("uit.csv")
    }
  }
}

/// A person who asks to stop after a while.
private final class StopsLate: Monitor {
  var looksLeft = 0

  func checkInterrupt() throws {
    guard looksLeft > 0 else { throw Interrupted() }
    looksLeft -= 1
  }

  func progress(_ fraction: Double, _ doing: Text) {}
}
