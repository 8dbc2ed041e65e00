import Session
import WorkbenchKit

/// Reads the branches beside the one that is worked on, and rebuilds them when that one is known.
struct BranchesReader {
  /// The name of the branch that is worked on.
  private(set) var current = BranchName.main
  /// Each with the place where it stands.
  private var records: [(name: String, record: BranchRecord, place: ObjectReader)] = []

  mutating func read(_ file: inout ObjectReader) throws {
    try file.object { file, key in
      switch key {
      case "current": current = try Self.name(&file)
      case "others":
        try file.object { file, name in
          guard BranchName.isGood(name) else { throw Self.unfit(file) }
          let place = file
          records.append((name, try Self.record(&file), place))
        }
      default: _ = try file.reader.skip()
      }
    }
  }

  /// Rebuilds as many branches as can be, and tells what is wrong with the first that cannot.
  func rebuild(beside branch: Branch) -> (others: [String: Branch], damage: Diagnostic?) {
    var branches = [current: branch]
    var damage: Diagnostic?
    var waiting = records
    var progress = true
    while progress {
      progress = false
      for item in waiting {
        guard branches[item.name] == nil, let other = branches[item.record.from] else { continue }
        waiting.removeAll { $0.name == item.name }
        guard let rebuilt = item.record.branch(toldFrom: other) else {
          damage = damage ?? item.place.unexpected("0 … \(other.stepCount) (\"after\", \"done\")")
          continue
        }
        branches[item.name] = rebuilt
        progress = true
      }
    }
    if let first = waiting.first {
      let isTwice = first.name == current
      damage = damage ?? first.place.unexpected(isTwice ? "\"others\" ≠ \"current\"" : "\"from\": …")
    }
    branches[current] = nil
    return (branches, damage)
  }

  private static func record(_ file: inout ObjectReader) throws -> BranchRecord {
    var record = BranchRecord(from: "", after: 0, earlier: nil, parts: [:], steps: [], done: 0, next: 1)
    try file.object { file, key in
      switch key {
      case "after": record.after = try file.count()
      case "done": record.done = try file.count()
      case "earlier": record.earlier = try file.steps(values: "other")
      case "from": record.from = try name(&file)
      case "next": record.next = try file.count()
      case "parts": record.parts = try file.changes()
      case "steps": record.steps = try file.steps(values: "changes")
      default: _ = try file.reader.skip()
      }
    }
    return record
  }

  private static func name(_ file: inout ObjectReader) throws -> String {
    let place = file
    let name = try file.text()
    guard BranchName.isGood(name) else { throw unfit(place) }
    return name
  }

  private static func unfit(_ place: ObjectReader) -> Diagnostic { place.unexpected("a-z, A-Z, 0-9, -, _") }
}
