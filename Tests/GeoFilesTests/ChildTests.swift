import Glibc
import Synchronization
import TestSupport
import Testing
import WorkbenchKit

@testable import GeoFiles

/// The program that reads: whatever it does or leaves undone, the session gets one clear error and goes on.
@Suite(.serialized) struct ChildTests {
  private let folder = TemporaryFolder()
  private let files = TestShapefile.squares([100, 200]).files("a")

  /// A child that is a script of the shell.
  private func script(_ lines: String, seconds: Double = 60) -> ChildPlace {
    let path = folder.write(Array("#!/bin/sh\n\(lines)\n".utf8), to: "child")
    chmod(path, 0o700)
    return ChildPlace(path: path, seconds: seconds)
  }

  private func error(_ place: ChildPlace, _ line: String = "read a.shp") throws -> Diagnostic? {
    let bench = try MapBench(files, place: place)
    let error = bench.error(line)
    // The session goes on.
    #expect(try bench.table("read a.dbf")?.rowCount == 2)
    return error
  }

  @Test func `one that is not there is named, with what can be done elsewhere`() throws {
    let error = try #require(try error(ChildPlace(path: folder("none"))))
    #expect(error.code == "source.module")
    #expect(error.message.nl == "voor .shp is het programma '\(folder("none"))' nodig, en dat is er niet")
    #expect(error.wayOut?.nl.hasSuffix("zet het bestand elders om: ogr2ogr a.gpkg a.shp") == true)
  }

  @Test func `where GDAL is missing the package is named, and contents says so too`() throws {
    let place = ChildPlace(path: GDALHere.place.path, libraries: ["libnone.so.1"])
    for line in ["read a.shp", "contents a.shp"] {
      let error = try #require(try error(place, line))
      #expect(error.code == "source.module")
      #expect(error.message.nl == "voor .shp is GDAL nodig, en dat is er niet")
      #expect(error.message.en == "for .shp GDAL is needed, and it is not there")
      #expect(error.wayOut?.nl.contains("apt-get install libgdal32") == true)
    }
  }

  @Test(arguments: [
    "echo this is no answer", "exit 0", "exit 3", "kill -SEGV $$", "kill -KILL $$",
    // A frame of another letter, one that is longer than any, one that is cut off, JSON that is none.
    "printf 'x\\005\\000\\000\\000hello'", "printf 'l\\377\\377\\377\\377'", "printf 'l\\377\\000\\000\\000{'",
    "printf 'l\\002\\000\\000\\000{['", "printf 'd\\002\\000\\000\\000{}'", "printf 'r\\001\\000\\000\\000\\003'",
    "printf 'l\\015\\000\\000\\000{\"layers\":{}}'", "printf 'e\\002\\000\\000\\000{}'",
    "head -c 100000 /dev/urandom", "yes",
  ])
  func `one that dies or talks nonsense ends in one error`(lines: String) throws {
    let before = ContinuousClock.now
    let error = try #require(try error(script(lines)))
    #expect(error.code == "source.died", "\(lines): \(error.code)")
    #expect(error.wayOut != nil)
    #expect(ContinuousClock.now - before < .seconds(10))
  }

  /// Whether nothing runs with these words any more, or soon does not: what is killed may be seen for a moment.
  private func isGone(_ words: String) -> Bool {
    (0..<100).contains { _ in
      let left = ChildProcess.run("/usr/bin/pgrep", ["-f", words], environment: ["PATH": "/usr/bin:/bin"])
      if left.output != "" { usleep(50_000) }
      return left.output == ""
    }
  }

  @Test func `one that does not end is ended, with all that it started`() throws {
    let mark = "3\(getpid())"
    let error = try #require(try error(script("sleep \(mark) & sleep \(mark)", seconds: 1)))
    #expect(error.code == "source.endless")
    #expect(error.message.nl == "'a.shp' was na 1 seconden niet gelezen, en het lezen is gestopt")
    #expect(isGone("sleep \(mark)"))
  }

  @Test func `a person who stops is back at once, and nothing of it is left`() throws {
    let mark = "4\(getpid())"
    let place = script("sleep \(mark)")
    let due = Mutex<ContinuousClock.Instant?>(nil)
    let target = SourceTarget(
      file: ReadFile(path: "a.shp", bytes: files["a.shp"] ?? [], sha256: ""), beside: { files["a.\($0)"] },
      checkInterrupt: {
        let isDue = due.withLock { due in
          let now = ContinuousClock.now
          if due == nil { due = now + .milliseconds(200) }
          return due.map { now >= $0 } ?? false
        }
        if isDue { throw Interrupted() }
      })
    #expect(throws: Interrupted.self) { try MapReading(target, place).layers() }
    let waited = ContinuousClock.now - (due.withLock { $0 } ?? .now)
    print("interrupted a child that slept: back after \(waited)")
    // Well before the child would wake.
    #expect(waited < .seconds(5))
    #expect(isGone("sleep \(mark)"))
  }

  @Test func `it is asked with a stream and no path, and sees nothing of the person's settings`() throws {
    let place = script("env > '\(folder("env"))'; ls -l /proc/self/fd > '\(folder("fds"))'; pwd; exit 3")
    setenv("LEERKRING_TEST_SECRET", "hidden", 1)
    _ = try error(place)
    unsetenv("LEERKRING_TEST_SECRET")
    let environment = try #require(folder.text("env"))
    #expect(!environment.contains("hidden") && environment.contains("HOME=/nonexistent"))
    // The streams, and what 'ls' opens itself.
    #expect(folder.text("fds")?.contains("leerkring-test") == false || folder.text("fds")?.contains("/fds") == true)
  }
}
