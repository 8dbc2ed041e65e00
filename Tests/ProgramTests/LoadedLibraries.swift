import Files
import Glibc
import TestSupport

/// Which libraries a run of the program loaded, as the system's own loader tells.
struct LoadedLibraries {
  private let folder = TemporaryFolder()

  /// To be set for the run.
  var environment: [String: String] { ["LD_DEBUG": "libs", "LD_DEBUG_OUTPUT": folder("loader")] }

  /// The paths, without symbolic links, in the order in which the libraries began their work.
  var paths: [String] {
    folder.names().flatMap { folder.text($0)?.split(separator: "\n") ?? [] }.compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, parts[1].hasPrefix("calling init: ") else { return nil }
      guard let path = realpath(String(parts[1].dropFirst("calling init: ".count)), nil) else { return nil }
      defer { free(path) }
      return String(cString: path)
    }
  }

  /// How many modules were loaded: by the descriptor on which they were looked at, so that the loader knows no path of them.
  var moduleCount: Int {
    folder.names().compactMap { folder.text($0) }
      .reduce(0) { $0 + $1.split(separator: "\n").count { $0.contains("calling init: /proc/self/fd/") } }
  }

  /// The paths of all libraries with one file name.
  func paths(of name: String) -> [String] { paths.filter { FilePath.name(of: $0) == name } }
}
