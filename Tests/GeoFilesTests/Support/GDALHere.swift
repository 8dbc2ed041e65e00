import Glibc
import TestSupport
import WorkbenchKit

@testable import GeoFiles

/// What of GDAL is on this machine; each says once why tests are skipped.
enum GDALHere {
  /// Where the child lies that the tests use.
  static let place = ChildPlace(path: "\(Places.programBuild)/\(ChildPlace.name)")

  /// Whether the child finds the library.
  static let isThere: Bool = {
    let files = TestShapefile.squares([1]).files("map")
    let target = SourceTarget(
      file: ReadFile(path: "map.shp", bytes: files["map.shp"] ?? [], sha256: ""), beside: { files["map.\($0)"] })
    do {
      _ = try MapReading(target, place).layers()
      return true
    } catch {
      print(
        "skipped: tests on map files, because GDAL is not there (\((error as? Diagnostic)?.message.en ?? "\(error)"))")
      return false
    }
  }()

  /// Whether there is a program besides that writes the forms.
  static let converts: Bool = {
    if access(program, X_OK) != 0 {
      print("skipped: tests that compare forms of map files, because ogr2ogr is not there")
    }
    return isThere && access(program, X_OK) == 0
  }()

  private static let program = "/usr/bin/ogr2ogr"

  /// Writes a layer of a file in another form, and returns whether that succeeded.
  @discardableResult
  static func convert(_ input: String, _ layer: String?, to output: String, as driver: String, _ more: [String] = [])
    -> Bool
  {
    let arguments = ["-f", driver, output, input] + (layer.map { [$0] } ?? []) + more
    return ChildProcess.run(program, arguments, environment: ["LANG": "C.UTF-8"]).code == 0
  }
}
