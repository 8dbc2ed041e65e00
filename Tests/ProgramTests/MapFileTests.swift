import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// Map files as the program reads them: with the program beside it, and where a library of the system is missing.
@Suite struct MapFileTests {
  private let surroundings = PluginSurroundings()

  private static let input = (Places.cases ?? "") + "/geo/breda.shp"

  /// Whether the program reads them here; says once why not.
  private static let hasGDAL: Bool = {
    guard Places.hasCases else { return false }
    let run = PluginSurroundings().run(["contents '\(input)'"])
    if run.code != 0 { print("skipped: map files read by the program, because GDAL is not there") }
    return run.code == 0
  }()

  @Test(.enabled(if: MapFileTests.hasGDAL))
  func `a shapefile is read, imported as boundaries, and why names its files`()
    throws
  {
    let run = surroundings.run([
      "read '\(Self.input)' | count", "wzw import '\(Self.input)' --as geometry", "plugin list",
    ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.objects[0].blocks("facts").first?["facts"]?["count"]?.int == 56)
    #expect(run.output.contains("(shapefile)"))
    let row = run.objects[2].rows.first { $0["name"] == "geofiles" }
    #expect(row?["status"] == "loaded")
    #expect(row?["libraries"] == "GDAL")
    #expect(row?["libraries_missing"] == .null)
  }

  @Test(.enabled(if: MapFileTests.hasGDAL)) func `an installed tree reads map files too`() {
    let tree = InstalledTree(in: surroundings.folder)
    #expect(tree.installation.code == 0, "\(tree.installation.errors)")
    let run = surroundings.run(["read '\(Self.input)' | count"], program: tree.program)
    #expect(run.objects.first?.blocks("facts").first?["facts"]?["count"]?.int == 56, "\(run.errors)")
  }

  @Test(.enabled(if: MapFileTests.hasGDAL && MapFileTests.canHide, "only root can hide a library, with unshare"))
  func `without libzip and GDAL the lines that need them name the package, and the rest goes on`() throws {
    let dbase = "\(Places.cases ?? "")/sheets/cp.dbf"
    let package = "\(Places.cases ?? "")/geo/gm.gpkg"
    let bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0, 0]
    let book = surroundings.folder("x.xlsx")
    surroundings.folder.write(bytes, to: "x.xlsx")
    let run = surroundings.run(
      [
        "read '\(book)'", "read '\(book)'", "contents '\(Self.input)'", "plugin list", "read '\(dbase)' | count",
        "read '\(package)!gemeenten' | to gpkg '\(surroundings.folder("o.gpkg"))'", "wzw demo",
      ],
      options: ["--bail", "off"], before: hiding("libzip.so", "libgdal.so"))
    guard run.code != 99 else { return print(Self.noLayer) }
    let errors = run.errors.split(separator: "\n").compactMap { try? JSONReader.parse(Array($0.utf8))["error"] }
    #expect(errors.map { $0["code"] } == ["source.module", "source.module", "source.module"])
    #expect(errors.first?["message"]?.string == "for .xlsx libzip is needed, and it is not there")
    #expect(run.errors.contains("apt-get install libzip4"))
    #expect(run.errors.contains("for .shp GDAL is needed, and it is not there"))
    #expect(run.errors.contains("apt-get install libgdal32"))
    let rows = run.objects.first { !$0.rows.isEmpty && $0.rows.contains { $0["name"] == "tablefiles" } }?.rows ?? []
    #expect(rows.first { $0["name"] == "tablefiles" }?["libraries_missing"] == "libzip")
    #expect(rows.first { $0["name"] == "tablefiles" }?["status"] == "loaded")
    #expect(rows.first { $0["name"] == "geofiles" }?["libraries_missing"] == "GDAL")
    // What takes no archive goes on: dBASE, and GeoPackages in and out.
    #expect(run.objects.suffix(3).map { $0["ok"] } == [true, true, true], "\(run.errors)")
    #expect(surroundings.folder.read("o.gpkg")?.starts(with: Array("SQLite format 3".utf8)) == true)
  }

  @Test(.enabled(if: MapFileTests.hasGDAL && MapFileTests.canHide, "only root can hide a library, with unshare"))
  func `without SQLite a GeoPackage names the package, and workbooks go on`() throws {
    let (package, book) = ("\(Places.cases ?? "")/geo/gm.gpkg", surroundings.folder("o.xlsx"))
    let dbase = "\(Places.cases ?? "")/sheets/cp.dbf"
    let run = surroundings.run(
      [
        "contents '\(package)'", "read '\(dbase)' | to gpkg '\(surroundings.folder("o.gpkg"))'", "plugin list",
        "read '\(dbase)' | to xlsx '\(book)'", "read '\(book)!1' | count",
      ],
      options: ["--bail", "off"], before: hiding("libsqlite3.so"))
    guard run.code != 99 else { return print(Self.noLayer) }
    let errors = run.errors.split(separator: "\n").compactMap { try? JSONReader.parse(Array($0.utf8))["error"] }
    #expect(
      errors.map { $0["message"]?.string } == [
        "for .gpkg SQLite is needed, and it is not there", "for 'to gpkg' SQLite is needed, and it is not there",
      ])
    #expect(errors.allSatisfy { $0["code"] == "source.module" } && run.errors.contains("apt-get install libsqlite3-0"))
    let rows = run.objects.first { $0.rows.contains { $0["name"] == "tablefiles" } }?.rows ?? []
    #expect(rows.first { $0["name"] == "tablefiles" }?["libraries_missing"] == "SQLite")
    #expect(run.objects.suffix(2).map { $0["ok"] } == [true, true], "\(run.errors)")
  }

  /// What runs a program with a layer over the system's libraries in which some are gone, for this process only.
  private func hiding(_ libraries: String...) -> [String] {
    let gone = libraries.map { "\"$folder\"/\($0)*" }.joined(separator: " ")
    let script = """
      mkdir -p "$1" && mount -t tmpfs none "$1" && mkdir "$1/u" "$1/w" || exit 99
      folder=/usr/lib/$(uname -m)-linux-gnu
      mount -t overlay overlay -o "lowerdir=$folder,upperdir=$1/u,workdir=$1/w" "$folder" || exit 99
      rm -f \(gone)
      shift
      exec "$@"
      """
    return ["/usr/bin/unshare", "-m", "/bin/sh", "-c", script, "sh", surroundings.folder("layer")]
  }

  private static let noLayer = "skipped: a library that is hidden, because no layer can be laid over a folder here"

  private static let canHide = geteuid() == 0 && access("/usr/bin/unshare", X_OK) == 0
}
