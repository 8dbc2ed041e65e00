import Glibc
import WorkbenchKit

/// Who holds a workspace, as it stands in the lock file.
struct LockHolder: Hashable {
  var process: Int
  var host: String
  /// ISO 8601, UTC, to the second.
  var start: String
  var program: String

  /// The process that asks.
  static func this() -> LockHolder {
    LockHolder(process: Int(getpid()), host: thisHost(), start: now(), program: "leerkring")
  }

  var line: [UInt8] {
    let json: JSON = [
      "host": .string(host), "pid": .number(Double(process)), "program": .string(program), "start": .string(start),
    ]
    return Array((json.canonical + "\n").utf8)
  }

  init(process: Int, host: String, start: String, program: String) {
    self.process = process
    self.host = host
    self.start = start
    self.program = program
  }

  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONReader.parse(bytes), let process = json["pid"]?.int, let host = json["host"]?.string,
      let start = json["start"]?.string
    else { return nil }
    self.init(process: process, host: host, start: start, program: json["program"]?.string ?? "")
  }

  private static func thisHost() -> String {
    let name = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { start in
        guard let base = start.baseAddress, gethostname(base, 255) == 0 else { return 0 }
        return strnlen(base, 255)
      }
    }
    return name.isEmpty ? "localhost" : String(decoding: name, as: UTF8.self)
  }

  private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let text = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { start in
        start.baseAddress.map { strftime($0, 32, "%Y-%m-%dT%H:%M:%SZ", &parts) } ?? 0
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
