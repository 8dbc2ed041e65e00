import TestSupport

/// Draws lines behind `read` over the table `veel`: rows are picked, columns chosen, and most are grouped.
struct RandomPipeline {
  var generator: SeededGenerator

  private static let keys = ["g", "h", "k", "code", "b", "dag", "m"]
  private static let numbers = ["h", "d", "e", "f", "r", "m", "n", "big", "k", "id"]
  private static let others = ["g", "code", "b", "dag"]
  private static let weights = ["id", "id", "h", "m", "e", "r", "big"]
  private static let derived = [
    "x = id + 1", "x = d", "x = id / 7", "x = h * 2 - id", "x = if(b, id, 0 - id)", "x = length(code)",
    "x = lower(code)",
    "x = m + 1", "h = id", "d = m", "x = abs(id - 300) > 100 or b", "x = min(id, h)", "x = -k", "g = code", "x = 7",
    "x = round(m, 1)", "x = big", "x = code ~ 'aa'", "x = 0 * (0 - id)", "id = h",
  ]
  private static let sorted = ["g", "h", "k", "code", "b", "dag", "m", "d", "e", "r", "n", "big", "id"]
  private static let conditions = [
    "h = 2024", "d > 0", "id <= 400", "b", "not b or h is missing", "g = 'é'", "m < 20 and m > -20", "k = 0",
    "code = '1234AB'",
    "id > 9999", "r is not missing", "g in ('a', 'ß', 'x ')", "e > 1", "d + h > 2000",
  ]

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &generator)]
  }

  mutating func line() -> [String] {
    var stages: [String] = []
    while Int.random(in: 0..<5, using: &generator) < 2 { stages.append("where \(pick(Self.conditions))") }
    if Int.random(in: 0..<4, using: &generator) == 0 { stages.append("derive \(pick(Self.derived))") }
    if Int.random(in: 0..<4, using: &generator) == 0 { stages.append(sort()) }
    if Int.random(in: 0..<10, using: &generator) == 0 {
      stages.append("top \(Int.random(in: 0...50, using: &generator)) --by \(pick(Self.sorted))")
    }
    if Int.random(in: 0..<12, using: &generator) == 0 {
      stages.append("top \(Int.random(in: 0...50, using: &generator))")
    }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: stages.append("count")
    case 1: stages.append("top \(Int.random(in: 0...50, using: &generator))")
    case 2, 3: break
    default: stages.append(group())
    }
    if Int.random(in: 0..<4, using: &generator) == 0, stages.last != "count" { stages.append("top 3") }
    return stages.isEmpty ? [sort()] : stages
  }

  private mutating func sort() -> String {
    let columns = Self.sorted.shuffled(using: &generator).prefix(Int.random(in: 1...2, using: &generator))
    return "sort " + columns.map { "\($0)\(pick(["", " desc", " asc"]))" }.joined(separator: " ")
  }

  private mutating func group() -> String {
    let keys = Self.keys.shuffled(using: &generator).prefix(Int.random(in: 1...2, using: &generator))
    var line = "group \(keys.joined(separator: " "))"
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let flag = pick(["sum", "mean", "count", "min", "max"])
      line += " --\(flag) \(flag == "count" && Bool.random(using: &generator) ? pick(Self.others) : pick(Self.numbers))"
    }
    if line.contains("--mean"), Bool.random(using: &generator) { line += " --weight \(pick(Self.weights))" }
    return line
  }
}
