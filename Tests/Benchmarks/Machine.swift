import Files
import Glibc
import WorkbenchKit

/// What the figures were measured on.
struct Machine: Sendable {
  let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  let kernel: String
  let architecture: String
  /// What the processor calls itself, where Linux tells.
  let processor: String?
  /// How many programs wanted a processor during the last minute.
  var load: Double {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? loads[0] : .nan
  }

  init() {
    var names = utsname()
    uname(&names)
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    kernel = "\(text(names.sysname)) \(text(names.release))"
    architecture = text(names.machine)
    let lines = String(decoding: (try? DiskFiles().bytes(of: "/proc/cpuinfo")) ?? [], as: UTF8.self).split(
      separator: "\n")
    processor = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last.map {
      String($0.drop { $0 == " " })
    }
  }

  /// One line: `2 cores (Intel Xeon), Linux 6.1.0 x86_64`.
  var description: String {
    "\(cores) \(cores == 1 ? "core" : "cores")\(processor.map { " (\($0))" } ?? ""), \(kernel) \(architecture)"
  }

  var json: JSON {
    var members: [String: JSON] = [
      "cores": .number(Double(cores)), "kernel": .string(kernel), "architecture": .string(architecture),
    ]
    if let processor { members["processor"] = .string(processor) }
    return .object(members)
  }
}
