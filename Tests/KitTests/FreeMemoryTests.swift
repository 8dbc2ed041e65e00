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

  @Test func `the machine and the group say what they have`() {
    let lines = "MemTotal: 24 kB\nMemFree:  1 kB\nMemAvailable:   12 kB".split(separator: "\n")
    #expect(FreeMemory.machine(lines) == 12 * 1024 && FreeMemory.machine([]) == nil)
    let statistics = "anon 5\ninactive_file 300\nactive_file 9".split(separator: "\n")
    #expect(FreeMemory.group(bound: "1000", held: "700", statistics: statistics) == 600)
    #expect(FreeMemory.group(bound: "1000", held: "2000", statistics: []) == 0)
    #expect(FreeMemory.group(bound: "max", held: "700", statistics: statistics) == nil)
    #expect(FreeMemory.group(bound: nil, held: nil, statistics: []) == nil)
    #expect((FreeMemory.bytes() ?? 1) > 0)
  }
}
