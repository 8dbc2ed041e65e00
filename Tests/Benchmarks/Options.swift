import TestSupport

/// What the benchmark is asked.
struct Options: Sendable {
  static let usage = """
    usage: leerkring-benchmark [--growth | --warm] [--json] [--runs N] [--row N]... [--program PATH] [--data FOLDER]

      --growth        how time grows with size instead of how it compares
      --warm          the same work within sessions that are open, on a million rows
      --json          one JSON object instead of a Markdown table
      --runs N        how often each program is run, 3 to 1000; 15 unless said
      --row N         only this row of the table, by its number; may be repeated
      --program PATH  the program to measure; the one beside the benchmark unless said
      --data FOLDER   where the national tables are; ../shared/data unless said

    """

  var isJSON = false
  var isOfGrowth = false
  var isWarm = false
  var runs = 15
  var rows: [Int] = []
  var program = Places.program
  var data = Places.root + "/../shared/data"
  var wantsHelp = false

  /// - Throws: `Unmeasurable` with the option that is wrong.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch option {
      case "--json": isJSON = true
      case "--growth": isOfGrowth = true
      case "--warm": isWarm = true
      case "--help", "-h": wantsHelp = true
      case "--runs": runs = try Self.number(rest.popFirst(), in: 3...1000, of: option)
      case "--row": rows.append(try Self.number(rest.popFirst(), in: 1...1_000, of: option))
      case "--program": program = try Self.text(rest.popFirst(), of: option)
      case "--data": data = try Self.text(rest.popFirst(), of: option)
      default: throw Unmeasurable("there is no option '\(option)'")
      }
    }
  }

  private static func number(_ text: String?, in range: ClosedRange<Int>, of option: String) throws -> Int {
    guard let number = text.flatMap({ Int($0) }), range.contains(number) else {
      throw Unmeasurable("\(option) needs a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func text(_ text: String?, of option: String) throws -> String {
    guard let text, !text.isEmpty else { throw Unmeasurable("\(option) needs a value") }
    return text
  }
}
