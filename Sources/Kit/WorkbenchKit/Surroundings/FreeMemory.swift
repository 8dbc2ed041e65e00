import Glibc

/// The memory that this machine still has for the program, looked at before something large begins: who asks for more is ended by the
/// system, with all that was not saved.
@_spi(Host) public enum FreeMemory {
  /// Of smaller files it is not asked.
  public static let askedFrom = 64 << 20

  /// Refuses a file that takes more memory than there is.
  ///
  /// - Parameters:
  ///   - size: how many bytes reading it takes beyond what is held already.
  ///   - name: what errors call the file.
  ///   - available: how many bytes there are; nil where nobody knows.
  /// - Throws: `file.memory`.
  public static func demand(_ size: Int, for name: String, available: Int? = bytes()) throws {
    guard let available, size > available else { return }
    throw Diagnostic(
      "file.memory",
      Text(
        nl: "'\(name)' lezen vraagt ongeveer \(Self.text(size).nl) geheugen, en er is \(Self.text(available).nl) vrij",
        en: "to read '\(name)' takes about \(Self.text(size).en) of memory, and \(Self.text(available).en) is free"),
      wayOut: Text(
        nl: "neem een deel met --columns en --where, of zet het bestand in een database en lees het met 'read db:…'",
        en: "take a part with --columns and --where, or put the file into a database and read it with 'read db:…'"))
  }

  private static func text(_ bytes: Int) -> Text {
    let tenths = (bytes + 50_000_000) / 100_000_000
    return Text(nl: "\(tenths / 10),\(tenths % 10) GB", en: "\(tenths / 10).\(tenths % 10) GB")
  }

  /// How many bytes there are: of the machine, and of the group of programs in which this one runs; nil where neither says so.
  public static func bytes() -> Int? {
    [machine(lines(of: "/proc/meminfo")), group()].compactMap(\.self).min()
  }

  /// What the machine says, by its lines such as `MemAvailable:  1234 kB`.
  static func machine(_ lines: [Substring]) -> Int? {
    lines.first { $0.hasPrefix("MemAvailable:") }.flatMap(number).map { $0 * 1024 }
  }

  /// What a group has left: its bound less what it holds, but for files that the system only keeps as long as nobody needs the room.
  static func group(bound: Substring?, held: Substring?, statistics: [Substring]) -> Int? {
    guard let bound = bound.flatMap({ Int($0) }), let held = held.flatMap({ Int($0) }) else { return nil }
    let kept = statistics.first { $0.hasPrefix("inactive_file ") }.flatMap(number) ?? 0
    return max(0, bound - max(0, held - kept))
  }

  private static func group() -> Int? {
    let path = lines(of: "/proc/self/cgroup").first { $0.hasPrefix("0::") }?.dropFirst(3) ?? "/"
    return ["/sys/fs/cgroup\(path)", "/sys/fs/cgroup"].compactMap { folder in
      group(
        bound: lines(of: "\(folder)/memory.max").first, held: lines(of: "\(folder)/memory.current").first,
        statistics: lines(of: "\(folder)/memory.stat"))
    }.min()
  }

  private static func number(in line: Substring) -> Int? {
    Int(line.drop { !$0.isNumber }.prefix { $0.isNumber })
  }

  /// The lines of a file of the system, which is short.
  private static func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
  }
}
