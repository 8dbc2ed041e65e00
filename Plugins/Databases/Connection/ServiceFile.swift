import Glibc

/// Where services stand: in the person's own file, then in that of the machine, as libpq looks for them.
struct ServiceFile {
  /// Of each service its keywords with their values.
  let services: [String: [String: String]]

  /// Reads the lines of a file.
  init(_ text: String) {
    var services: [String: [String: String]] = [:]
    var current: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimming { $0.isWhitespace }
      if line.isEmpty || line.first == "#" { continue }
      if line.first == "[" {
        let name = String(line.dropFirst().prefix { $0 != "]" })
        // Of two with one name the first counts.
        current = services[name] == nil ? name : nil
        if let current { services[current] = [:] }
      } else if let current, let sign = line.firstIndex(of: "=") {
        services[current]?[String(line[..<sign])] = String(line[line.index(after: sign)...])
      }
    }
    self.services = services
  }

  /// Returns the keywords of a service; nil where no file has it.
  static func find(_ service: String) -> [String: String]? {
    paths.lazy.compactMap { read($0)?.services[service] }.first
  }

  /// All services that are there, in order.
  static var names: [String] { Set(paths.flatMap { read($0)?.services.keys.map(\.self) ?? [] }).sorted() }

  private static var paths: [String] {
    let own = environment("PGSERVICEFILE") ?? environment("HOME").map { "\($0)/.pg_service.conf" }
    return [own, "\(environment("PGSYSCONFDIR") ?? "/etc/postgresql-common")/pg_service.conf"].compactMap(\.self)
  }

  private static func read(_ path: String) -> ServiceFile? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return ServiceFile(String(decoding: bytes[..<count], as: UTF8.self))
  }

  /// What a variable of the surroundings says; nil where it is empty.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension StringProtocol {
  fileprivate func trimming(_ isOut: (Character) -> Bool) -> SubSequence {
    guard let first = firstIndex(where: { !isOut($0) }), let last = lastIndex(where: { !isOut($0) }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}
