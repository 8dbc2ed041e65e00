import Glibc
import WorkbenchKit

/// A page as PDF, printed by Chromium: of what was tried, the only one that kept all pages and all maps.
struct BrowserPrint {
  private static let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
  private static let seconds = 60

  private let place: TemporaryPlace

  init(_ place: TemporaryPlace) { self.place = place }

  func pdf(of page: String, _ poll: () throws -> Void) throws -> (bytes: [UInt8], notices: [Notice]) {
    let browser = try ChildProgram.demand(
      Self.names, as: "Chromium", for: Text(nl: "voor een PDF", en: "a PDF"), package: "chromium")
    let source = try place.write(page, to: "page.html")
    let isRoot = geteuid() == 0
    let arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--no-pings",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
        "--user-data-dir=\(place.path)/profile", "--no-pdf-header-footer", "--print-to-pdf=\(place.path)/page.pdf",
      ] + (isRoot ? ["--no-sandbox"] : []) + ["file://\(source)"]
    try browser.run(arguments, in: place, seconds: Self.seconds, poll: poll)
    guard let bytes = place.bytes(of: "page.pdf"), bytes.starts(with: Array("%PDF-".utf8)) else {
      throw Diagnostic(
        "to.failed", Text(nl: "de browser gaf geen PDF", en: "the browser gave no PDF"), wayOut: ChildProgram.byHand)
    }
    let notices: [Notice] =
      isRoot
      ? [
        .caution(
          nl: "als root draait de browser zonder zijn afscherming; werk als gewone gebruiker",
          en: "as root the browser runs without its sandbox; work as an ordinary user")
      ] : []
    return (Self.withoutDates(bytes), notices)
  }

  /// A PDF says when it was printed; without that the same page gives the same bytes. What stands behind stays in its place.
  private static func withoutDates(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for key in ["/CreationDate (", "/ModDate ("] {
      let key = Array(key.utf8)
      var start = bytes.startIndex
      while let found = bytes[start...].firstRange(of: key)?.lowerBound {
        let end = bytes[found...].prefix(64).firstIndex(of: UInt8(ascii: ")"))
        start = found + key.count
        guard let end else { continue }
        for index in found...end { bytes[index] = UInt8(ascii: " ") }
        start = end
      }
    }
    return bytes
  }
}
