import Glibc
import TestSupport
import WorkbenchKit

/// What every row is measured with.
struct Bench: Sendable {
  let programs: Programs
  let folder: TemporaryFolder
  /// How often each program is run.
  let runs: Int
  /// Nil where the national tables are not here.
  let data: NationalData?

  static let noData = "the national tables are not here; give their folder with --data FOLDER"

  /// A script of a peer that does the same work.
  func script(_ name: String) -> String { "\(Places.root)/Tests/Benchmarks/Peers/\(name)" }

  /// Runs lines with our program and returns the object that each gave.
  ///
  /// - Throws: `Unmeasurable`.
  func json(_ lines: [String]) throws -> [JSON] {
    let text = try Run.text(of: programs.leerkring.with(["--json"] + lines.flatMap { ["-c", $0] }), in: folder)
    return text.split(separator: "\n").compactMap { try? JSONReader.parse(String($0)) }
  }

  /// Makes a workspace with the three national tables, saved.
  ///
  /// - Returns: its path.
  /// - Throws: `Unmeasurable`.
  func saveNationalWorkspace(_ data: NationalData, in folder: TemporaryFolder) throws -> String {
    let path = folder("national.json")
    let lines = data.imports + [NationalData.importing(data.health18, 2020), "save"]
    _ = try Run.text(
      of: programs.leerkring.with(["-w", path] + lines.flatMap { ["-c", $0] }), in: folder)
    return path
  }

  /// Bytes; 0 where there is no such file.
  func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// The national tables of CBS and RIVM.
struct NationalData: Sendable {
  let folder: String
  let areas: String
  let health65: String
  let health18: String

  /// Nil where one of them is not in the folder.
  init?(in folder: String) {
    self.folder = folder
    areas = "\(folder)/kwb_nl_2024.csv"
    health65 = "\(folder)/rivm_50090NED_2020_65plus.csv"
    health18 = "\(folder)/rivm_50090NED_2020_18plus.csv"
    for path in [areas, health65, health18] where access(path, R_OK) != 0 { return nil }
  }

  /// The lines that take in the two tables that an estimate for people of 65 and over needs.
  var imports: [String] { [Self.importing(areas, 2024), Self.importing(health65, 2020)] }

  static func importing(_ path: String, _ year: Int) -> String { "wzw import '\(path)' --year \(year)" }
}
