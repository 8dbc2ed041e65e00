import Crates
import Files
import Printing
import WorkbenchKit

/// Writes a crate as a folder, or as a zip where its name says so.
enum CrateWriting {
  /// - Throws: `folder.taken`, `crate.large`, `file.*`; then nothing of it is there.
  static func write(_ crate: Crate, to path: String, _ context: Context) throws {
    guard path.lowercased().hasSuffix(".zip") else {
      return try NewFolder.write(crate.files.map { ($0.path, $0.bytes) }, to: path) { try context.checkInterrupt() }
    }
    let size = crate.files.reduce(0) { $0 + $1.bytes.count + 2 * $1.path.utf8.count + 100 }
    guard size < Int(Int32.max), crate.files.count < Int(UInt16.max) else {
      throw Diagnostic(
        "crate.large", Text(nl: "dit is te groot voor een zip", en: "this is too large for a zip"),
        wayOut: Text(nl: "noem een map in plaats van een .zip", en: "name a folder in place of a .zip"))
    }
    if FilePresence.exists(path) {
      throw Diagnostic(
        "folder.taken", Text(nl: "'\(path)' is er al", en: "'\(path)' is there already"),
        wayOut: Text(nl: "noem een bestand dat er nog niet is", en: "name a file that is not there yet"))
    }
    try DiskFiles().write(ZipArchive.bytes(of: crate.files.map { ($0.path, $0.bytes) }), to: path, at: nil)
  }
}
