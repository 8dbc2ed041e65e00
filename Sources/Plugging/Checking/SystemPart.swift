import Files
import Glibc
import WorkbenchKit

/// Something of the machine that a module needs or looks for.
public protocol SystemPart: Sendable {
  /// As a person calls it.
  var name: String { get }
  /// What Debian 12 calls it.
  var package: String { get }
  /// Whether it would be found.
  var isThere: Bool { get }
}

extension SystemPart {
  /// How it is had.
  public var wayOut: Text {
    Text(nl: "installeer het met 'apt-get install \(package)'", en: "install it with 'apt-get install \(package)'")
  }
}

/// A program that a module starts where it is there: the one place of the host that knows.
public struct SystemProgram: SystemPart {
  public let name: String
  public let package: String
  /// The names that it goes by, the one in manifests first.
  private let files: [String]

  private static let known = [
    SystemProgram(
      name: "Chromium", package: "chromium",
      files: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]),
    SystemProgram(name: "pandoc", package: "pandoc", files: ["pandoc"]),
    SystemProgram(name: "rsvg-convert", package: "librsvg2-bin", files: ["rsvg-convert"]),
  ]

  private init(name: String, package: String, files: [String]) {
    self.name = name
    self.package = package
    self.files = files
  }

  /// Finds the program of a name in a manifest; one of which nothing is known here is called, and packed, as it is named.
  init?(named name: String) {
    guard !name.isEmpty else { return nil }
    self = Self.known.first { $0.files.first == name } ?? SystemProgram(name: name, package: name, files: [name])
  }

  public var isThere: Bool {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin").split(separator: ":")
    return files.contains { file in folders.contains { $0.hasPrefix("/") && access("\($0)/\(file)", X_OK) == 0 } }
  }
}
