import Glibc

/// The memory that this machine still has for the program, looked at before something large begins: who asks for more is ended by the
/// system, with all that was not saved.
@_spi(Host) public enum FreeMemory {
  /// Of smaller files it is not asked.
  public static let askedFrom = 64 << 20

  /// Whether so many bytes are more than there are.
  ///
  /// - Parameter size: how many are needed beyond what is held already.
  public static func lacks(_ size: Int) -> Bool {
    size >= askedFrom && size > bytes() ?? .max
  }

  /// Refuses a file that takes more memory than there is.
  ///
  /// - Parameters:
  ///   - size: how many bytes reading it takes beyond what is held already.
  ///   - name: what errors call the file.
  ///   - isCutable: whether a part of it takes less.
  ///   - available: how many bytes there are; nil where nobody knows.
  /// - Throws: `file.memory`.
  public static func demand(
    _ size: Int, for name: String, isCutable: Bool = false, available: Int? = bytes()
  ) throws {
    guard let available, size > available else { return }
    let base = Text(
      nl: "zet het bestand in een database en lees het met 'read db:…'",
      en: "put the file into a database and read it with 'read db:…'")
    let part = Text(
      nl: "neem een deel met --columns en --where, of ", en: "take a part with --columns and --where, or ")
    throw Diagnostic(
      "file.memory",
      Text(
        nl: "'\(name)' lezen vraagt ongeveer \(Self.text(size).nl) geheugen, en er is \(Self.text(available).nl) vrij",
        en: "to read '\(name)' takes about \(Self.text(size).en) of memory, and \(Self.text(available).en) is free"),
      wayOut: isCutable ? part + base : base)
  }

  /// What is left free where nobody knows beforehand how much comes.
  private static let reserve = 96 << 20

  /// Refuses to go on where hardly any memory is left.
  ///
  /// - Parameters:
  ///   - name: what errors call the file.
  ///   - available: how many bytes there are; nil where nobody knows.
  /// - Throws: `file.memory`.
  static func demandRoom(for name: String, available: Int? = bytes()) throws {
    guard let available, available < reserve else { return }
    throw Diagnostic(
      "file.memory",
      Text(
        nl: "wat er van '\(name)' binnenkomt past niet in het geheugen: er is nog \(text(available).nl) vrij",
        en: "what comes in of '\(name)' does not fit in memory: \(text(available).en) is still free"),
      wayOut: Text(
        nl: "neem minder kolommen of rijen, of zet het bestand in een database en lees het met 'read db:…'",
        en: "take fewer columns or rows, or put the file into a database and read it with 'read db:…'"))
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
    lines.first { $0.hasPrefix("MemAvailable:") }.flatMap(number(in:)).map { $0 * 1024 }
  }

  /// Where the system tells of a group of programs, and by which names.
  struct Group: Equatable {
    let folder: String
    let bound: String
    let held: String
    let statistics: [String]

    /// What a group has left: its bound less what it holds, but for files that the system only keeps as long as nobody needs the room:
    /// those that were read once, and those that were read again.
    ///
    /// - Parameter lines: gives the lines of a file; none where there is no such file.
    func left(_ lines: (_ path: String) -> [Substring]) -> Int? {
      func number(_ name: String) -> Int? { lines("\(folder)/\(name)").first.flatMap { Int($0) } }
      guard let bound = number(bound), let held = number(held) else { return nil }
      let told = lines("\(folder)/memory.stat")
      let kept = statistics.reduce(0) { sum, name in
        sum + (told.first { $0.hasPrefix("\(name) ") }.flatMap(FreeMemory.number(in:)) ?? 0)
      }
      return max(0, bound - max(0, held - kept))
    }
  }

  /// The groups that a program may be bound by, of the newer kind and of the older: its own and, as it is seen within a container, all.
  ///
  /// - Parameter lines: of `/proc/self/cgroup`.
  static func groups(_ lines: [Substring]) -> [Group] {
    let path = { (mark: String) in
      lines.first { $0.contains(mark) }.map { String($0.split(separator: ":", maxSplits: 2).last ?? "/") } ?? "/"
    }
    return ["", path("0::")].map {
      Group(
        folder: "/sys/fs/cgroup\($0)", bound: "memory.max", held: "memory.current",
        statistics: ["inactive_file", "active_file"])
    }
      + ["", path(":memory:")].map {
        Group(
          folder: "/sys/fs/cgroup/memory\($0)", bound: "memory.limit_in_bytes", held: "memory.usage_in_bytes",
          statistics: ["total_inactive_file", "total_active_file"])
      }
  }

  private static func group() -> Int? {
    groups(lines(of: "/proc/self/cgroup")).compactMap { $0.left(lines) }.min()
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
