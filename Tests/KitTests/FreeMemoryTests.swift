import Testing

@testable @_spi(Host) import WorkbenchKit

/// What is too much is refused before it begins.
@Suite struct FreeMemoryTests {
  private func refusal(_ size: Int, _ available: Int?) -> Diagnostic? {
    do {
      try FreeMemory.demand(size, for: "groot.csv", available: available)
      return nil
    } catch { return error as? Diagnostic }
  }

  @Test func `what fits is read, to the byte, and where nobody knows all is`() {
    #expect(refusal(1_000, 1_000) == nil && refusal(1_000, nil) == nil)
    let error = refusal(9_040_000_000, 6_000_000_000)
    #expect(error?.code == "file.memory")
    #expect(error?.message.nl == "'groot.csv' lezen vraagt ongeveer 9,0 GB geheugen, en er is 6,0 GB vrij")
    #expect(error?.message.en == "to read 'groot.csv' takes about 9.0 GB of memory, and 6.0 GB is free")
  }

  @Test func `a part is named as a way out where one takes less`() {
    func wayOut(_ isCutable: Bool) -> String? {
      let error = #expect(throws: Diagnostic.self) {
        try FreeMemory.demand(2, for: "groot.csv", isCutable: isCutable, available: 1)
      }
      return error?.wayOut?.nl
    }
    #expect(wayOut(false) == "zet het bestand in een database en lees het met 'read db:…'")
    #expect(
      wayOut(true)
        == "neem een deel met --columns en --where, of zet het bestand in een database en lees het met 'read db:…'")
  }

  @Test func `where nobody knows how much comes, it stops before all is full`() throws {
    try FreeMemory.demandRoom(for: "groot.csv", available: 96 << 20)
    try FreeMemory.demandRoom(for: "groot.csv", available: nil)
    let error = #expect(throws: Diagnostic.self) {
      try FreeMemory.demandRoom(for: "groot.csv", available: (96 << 20) - 1)
    }
    #expect(error?.code == "file.memory")
    #expect(
      error?.message.nl == "wat er van 'groot.csv' binnenkomt past niet in het geheugen: er is nog 0,1 GB vrij")
  }

  @Test func `the machine and the group say what they have`() {
    let lines = "MemTotal: 24 kB\nMemFree:  1 kB\nMemAvailable:   12 kB".split(separator: "\n")
    #expect(FreeMemory.machine(lines) == 12 * 1024 && FreeMemory.machine([]) == nil)
    let groups = FreeMemory.groups("5:devices:/\n4:memory:/a/b:c\n0::/d".split(separator: "\n"))
    let folders = ["/sys/fs/cgroup", "/sys/fs/cgroup/d", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/memory/a/b:c"]
    #expect(groups.map(\.folder) == folders)
    #expect(
      Set(FreeMemory.groups([]).map(\.folder)) == [
        "/sys/fs/cgroup/", "/sys/fs/cgroup", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/memory/",
      ])
    func left(_ group: FreeMemory.Group, _ bound: String, _ held: String, _ statistics: String = "") -> Int? {
      let files = [group.bound: bound, group.held: held, "memory.stat": statistics]
      return group.left { path in
        (files[String(path.dropFirst(group.folder.count + 1))] ?? "").split(separator: "\n")
      }
    }
    #expect(left(groups[1], "1000", "700", "anon 5\ninactive_file 300\nactive_file 9") == 609)
    #expect(left(groups[3], "1000", "700", "inactive_file 5\ntotal_inactive_file 300\n") == 600)
    #expect(left(groups[3], "1000", "990", "total_active_file 300\nactive_file 5") == 310)
    #expect(left(groups[0], "1000", "2000") == 0)
    #expect(left(groups[0], "max", "700", "inactive_file 300") == nil && left(groups[2], "", "") == nil)
    #expect((FreeMemory.bytes() ?? 1) > 0)
  }
}
