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
    let bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0, 0]
    let book = surroundings.folder("x.xlsx")
    surroundings.folder.write(bytes, to: "x.xlsx")
    // Over the system's libraries a layer without these two, for this process only.
    let hiding = """
      mkdir -p "$1" && mount -t tmpfs none "$1" && mkdir "$1/u" "$1/w" || exit 99
      folder=/usr/lib/$(uname -m)-linux-gnu
      mount -t overlay overlay -o "lowerdir=$folder,upperdir=$1/u,workdir=$1/w" "$folder" || exit 99
      rm -f "$folder"/libzip.so.4* "$folder"/libgdal.so*
      shift
      exec "$@"
      """
    let run = surroundings.run(
      ["read '\(book)'", "read '\(book)'", "contents '\(Self.input)'", "plugin list", "wzw demo"],
      options: ["--bail", "off"],
      before: ["/usr/bin/unshare", "-m", "/bin/sh", "-c", hiding, "sh", surroundings.folder("layer")])
    if run.code == 99 {
      return print("skipped: a library that is hidden, because no layer can be laid over a folder here")
    }
    let errors = run.errors.split(separator: "\n").compactMap { try? JSONReader.parse(Array($0.utf8))["error"] }
    #expect(errors.map { $0["code"] } == ["source.module", "source.module", "source.module"])
    #expect(errors.first?["message"]?.string == "for .xlsx libzip is needed, and it is not there")
    #expect(run.errors.contains("apt-get install libzip4"))
    #expect(run.errors.contains("for .shp GDAL is needed, and it is not there"))
    #expect(run.errors.contains("apt-get install libgdal32"))
    let rows = run.objects.first { !$0.rows.isEmpty && $0.rows.contains { $0["name"] == "tablefiles" } }?.rows ?? []
    #expect(rows.first { $0["name"] == "tablefiles" }?["libraries_missing"] == "libzip")
    #expect(rows.first { $0["name"] == "tablefiles" }?["status"] == "refused")
    #expect(rows.first { $0["name"] == "geofiles" }?["libraries_missing"] == "GDAL")
    #expect(run.objects.last?["ok"] == true)
  }

  private static let canHide = geteuid() == 0 && access("/usr/bin/unshare", X_OK) == 0
}
