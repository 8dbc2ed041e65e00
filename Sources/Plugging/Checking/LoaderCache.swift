import Files
import Glibc

/// Where the loader finds libraries of the system, asked without loading any: some take a tenth of a second and forty megabytes.
///
/// Source: ld.so(8), on the order in which it looks.
enum LoaderCache {
  private static let folders = ["/lib", "/usr/lib", "/lib64", "/usr/lib64"]

  /// - Parameter file: the name of a library, or its beginning up to the point before the version.
  static func has(_ file: String) -> Bool {
    let isBeginning = file.hasSuffix(".")
    func fits(_ name: some StringProtocol) -> Bool {
      isBeginning ? name.hasPrefix(file) && name.dropFirst(file.count).allSatisfy(\.isNumber) : name == file
    }
    let own = getenv("LD_LIBRARY_PATH").map { String(cString: $0) } ?? ""
    for folder in own.split(separator: ":").map(String.init) + folders {
      if FilePath.names(in: folder).contains(where: fits) { return true }
    }
    return paths.contains { path in fits(FilePath.name(of: path)) && access(path, R_OK) == 0 }
  }

  /// The paths in the loader's own list, each behind the name that it is sought by.
  private static var paths: [String] {
    guard let bytes = try? DiskFiles().bytes(of: "/etc/ld.so.cache") else { return [] }
    return bytes.split(separator: 0).compactMap { piece in
      piece.first == UInt8(ascii: "/") ? String(validating: piece, as: UTF8.self) : nil
    }
  }
}
