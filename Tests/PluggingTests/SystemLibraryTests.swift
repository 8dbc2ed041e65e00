import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Plugging

/// A library of the system that is missing is named, with what Debian calls it.
@Suite struct SystemLibraryTests {
  @Test(arguments: [
    ("libzip.so.4", "libzip", "libzip4"), ("libpq.so.5", "libpq", "libpq5"),
    ("libsqlite3.so.0", "SQLite", "libsqlite3-0"),
    ("libexpat.so.1", "expat", "libexpat1"), ("libz.so.1", "zlib", "zlib1g"),
    ("libnettle.so.8", "nettle", "libnettle8"),
  ])
  func `the loader's words become a sentence with a way out`(file: String, name: String, package: String) throws {
    let words = "\(file): cannot open shared object file: No such file or directory"
    let problem = try #require(SystemLibrary.missing(words))
    #expect(problem.code == "plugin.library")
    #expect(problem.message.nl == "de module heeft \(name) nodig, en dat is er niet")
    #expect(problem.message.en == "the module needs \(name), and it is not there")
    #expect(problem.wayOut?.nl == "installeer het met 'apt-get install \(package)'")
  }

  @Test func `a library of which nothing is known is named by its file, and other words are no missing library`() {
    let unknown = SystemLibrary.missing("libmemo.so.2: cannot open shared object file: No such file or directory")
    #expect(unknown?.message.nl == "de module heeft 'libmemo.so.2' nodig, en dat is er niet")
    #expect(unknown?.wayOut != nil)
    for words in [
      "/x/libA.so: undefined symbol: memo", "/x/libA.so: cannot open shared object file: Permission denied", "",
      "libA.so",
    ] {
      #expect(SystemLibrary.missing(words) == nil, "\(words)")
    }
  }

  @Test func `a program goes by its names, and one of which nothing is known by that in the manifest`() throws {
    let browser = try #require(SystemProgram(named: "chromium"))
    #expect(browser.name == "Chromium" && browser.package == "chromium")
    #expect(SystemProgram(named: "rsvg-convert")?.wayOut.nl == "installeer het met 'apt-get install librsvg2-bin'")
    #expect(SystemProgram(named: "sh")?.isThere == true)
    #expect(SystemProgram(named: "no-such-program")?.isThere == false)
    #expect(SystemProgram(named: "") == nil)
  }

  @Test func `what the loader would find is found without loading it`() {
    #expect(LoaderCache.has("libc.so.6"))
    #expect(!LoaderCache.has("libc.so.66"))
    #expect(!LoaderCache.has("libnone.so."))
    // Any version, and no other library that begins alike.
    #expect(LoaderCache.has("libc.so."))
    #expect(!LoaderCache.has("lib."))
    #expect(SystemLibrary(file: "libgdal.so")?.name == "GDAL")
    #expect(SystemLibrary(file: "libgdal") == nil)
    // Of one that is looked for at run time any version is meant, and its own name no more than up to the version.
    #expect(SystemLibrary(file: "libzip.so")?.name == "libzip" && SystemLibrary(file: "libzip.so.5")?.name == "libzip")
    #expect(SystemLibrary(file: "libsqlite3.so")?.name == "SQLite" && SystemLibrary(file: "libzip.so.x") == nil)
    #expect(SystemLibrary(file: "libc.so.6") == nil)
  }
}
