import CSQLite
import Glibc
import WorkbenchKit

@testable import TableFiles

/// A folder that is gone when the test is.
final class Scratch {
  let folder: String

  init() {
    var name = Array("/tmp/table-files-XXXXXX".utf8CString)
    folder = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    guard let listing = opendir(folder) else { return }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink("\(folder)/\(name)") }
    }
    closedir(listing)
    rmdir(folder)
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], _ name: String) -> String {
    let path = "\(folder)/\(name)"
    if let file = fopen(path, "w") {
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    return path
  }

  /// Makes a database by SQL, and returns its path.
  func database(_ name: String, _ sql: String) -> String {
    let path = "\(folder)/\(name)"
    var handle: OpaquePointer?
    sqlite3_open(path, &handle)
    sqlite3_exec(handle, sql, nil, nil, nil)
    sqlite3_close(handle)
    return path
  }
}

/// The bytes of a file; empty where there is none.
func contents(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&piece, 1, piece.count, file)
    guard count > 0 else { return bytes }
    bytes += piece[..<count]
  }
}

/// The folder with the inputs that all tests share; nil, with a word about it, where it is not there.
func shared(_ path: String) -> String? {
  let here = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
  let full = "/\(here)/shared/\(path)"
  if access(full, R_OK) == 0 { return full }
  print("skipped: ../shared/\(path) is not there")
  return nil
}

/// The diagnostic that is thrown; nil where there is none.
func problem(_ body: () throws -> Void) -> Diagnostic? {
  do { try body() } catch { return error as? Diagnostic }
  return nil
}

extension GeoPackageFile {
  /// Opens a file on the disk as the host does.
  init(path: String, patience: Int = 200_000, interrupt: @escaping () throws -> Void) throws {
    let stem = path.split(separator: ".").dropLast().joined(separator: ".")
    let target = SourceTarget(
      file: ReadFile(path: path, bytes: contents(path), sha256: ""),
      beside: { ending in
        let name = "/\(stem.drop { $0 == "/" }).\(ending)"
        return access(name, F_OK) == 0 ? contents(name) : nil
      }, checkInterrupt: interrupt)
    try self.init(target, patience: patience)
  }
}
