import TestSupport
import Testing
import WorkbenchKit

/// Of a file only the columns are read that the stages behind `read` look at, and nobody can tell from what comes out.
@Suite struct NeededColumnsTests {
  private static let kinds: [(name: String, cells: [String])] = [
    ("gebied", ["BU00340101", "WK003401", "GM0034", "NL00"]), ("code", ["GM0014", "GM0034", "Noord"]),
    ("groep", ["a", "b", "c", ""]), ("groep_label", ["A", "B", "C"]), ("n", ["1", "12", "305", "."]),
    ("x", ["1,5", "22,25", "3"]), ("twijfel", ["1.234", "12.500", "3.625"]), ("deel", ["12%", "3%", "44%"]),
    ("half", ["12%", "3", "44"]), ("bedrag", ["€ 5", "€ 1.250"]), ("lang", ["9007199254740993", "5"]),
    ("nul", ["0344", "0012"]), ("waar", ["true", "false", "NA"]), ("leeg", [""]), ("gemengd", ["1", "twee", "true"]),
    ("label", ["een", "twee"]), ("punt", ["1.5", "2.75"]),
  ]

  private static let lines = [
    "count", "group groep", "group groep --sum n", "group groep --mean x --weight n", "group waar --count n --max x",
    "where n > 10 | count", "where groep = 'a' and x < 20 | group groep --sum n",
    "sort n desc | top 2 | select groep n",
    "select x n", "select n | count", "derive m = n * 2 | group groep --sum m", "top 3 --by n | select n groep",
    "where gebied ~ 'GM' | group gebied --sum n", "group gemengd", "group nul --sum x", "select twijfel",
    "select deel lang",
    "derive n = n + 1 | select n", "where deel > 5 | count", "group leeg --min n",
    "group gebied | sort count desc | top 1",
    "group code --sum n", "select nergens", "group groep --sum nergens", "where nergens > 1 | count",
    "group groep --sum groep_label", "derive gebied = n | group gebied",
  ]

  /// Rows of some of the columns, `groep`, `n` and `x` among them, in any order.
  static func text(seed: UInt64, mostRows: Int) -> String {
    var random = SeededGenerator(seed)
    var columns = kinds.filter {
      ["groep", "n", "x"].contains($0.name) || Int.random(in: 0..<4, using: &random) == 0
    }
    columns.shuffle(using: &random)
    var text = columns.map(\.name).joined(separator: ";") + "\n"
    for _ in 0..<Int.random(in: 0...mostRows, using: &random) {
      text += columns.map { $0.cells.randomElement(using: &random) ?? "" }.joined(separator: ";") + "\n"
    }
    return text
  }

  static func facts(_ output: Output) -> [String] {
    output.blocks.compactMap { if case .facts(let facts) = $0 { "\(facts.facts.map(\.value))" } else { nil } }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what comes out is what comes of all columns`(seed: UInt64) throws {
    let text = Self.text(seed: seed, mostRows: 12)
    let lines = try TableLines(["t.csv": text])
    lines.remember(try #require(try lines.output("read t.csv").table))
    let said = try lines.notices("read t.csv")
    for line in Self.lines {
      let (direct, held) = ("read t.csv | \(line)", "$t | \(line)")
      let place = "\(line), seed \(seed):\n\(text)"
      guard let output = try? lines.output(direct) else {
        #expect(lines.error(direct)?.code == lines.error(held)?.code, "\(place)")
        #expect(lines.error(direct)?.message == lines.error(held)?.message, "\(place)")
        continue
      }
      let other = try lines.output(held)
      #expect(output.table?.columns == other.table?.columns && Self.facts(output) == Self.facts(other), "\(place)")
      #expect(try lines.notices(direct) == said + lines.notices(held).filter { !said.contains($0) }, "\(place)")
    }
  }
}
