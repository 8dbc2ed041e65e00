import Files
import TestSupport
import WorkbenchKit

@testable import Woonzorgwijzer

/// The published national figures beside the project, which the starting values are held against.
enum StartingReference {
  static let isThere: Bool = {
    let found = (try? DiskFiles().bytes(of: folder + "/rates_reference.csv")) != nil
    if !found { print("skipped: tests against national figures, because ../shared/data/reference is not there") }
    return found
  }()

  static let folder = Places.root + "/../shared/data/reference"

  static let figures: StartingFigures? = try? StartingFigures(Fields(KnowledgeBase.data("starting")))

  /// The rows of a file, each by the names of its columns.
  static func rows(_ name: String) throws -> [[String: String]] {
    let lines = try String(decoding: DiskFiles().bytes(of: "\(folder)/\(name)"), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(cells)
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  /// The cells of a line; a comma between quotes parts nothing.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  static func ages(_ row: [String: String]) -> AgeRange {
    AgeRange(from: row["age_from"].flatMap { Int($0) } ?? -1, below: row["age_to"].flatMap { Int($0) }.map { $0 + 1 })
  }

  /// People of a year in the bands of the starting values, both sexes together, out of single ages.
  static func people(_ year: Int, _ bands: [AgeRange]) throws -> [Double] {
    var people = [Double](repeating: 0, count: bands.count)
    for row in try rows("population_nl_single_age.csv") {
      guard let age = row["age"].flatMap({ Int($0) }), let count = row[String(year)].flatMap({ Double($0) }),
        let band = bands.firstIndex(where: { $0.holds(AgeRange(from: age, below: age + 1)) })
      else { continue }
      people[band] += count
    }
    return people
  }
}
