import Files
@_spi(Host) import WorkbenchKit

/// The kit's sources, as the package that plugins are built with.
public struct KitFolder: Sendable, Hashable {
  /// Absolute, without symbolic links.
  public let path: String

  private static let header = "Fingerprint/include/kit_fingerprint.h"
  /// Where an installed tree and a checkout have it, seen from their top.
  private static let usual = ["share/leerkring/Kit", "Sources/Kit"]

  /// Takes the kit in a folder: its own, that of a checkout, or that of a prefix.
  ///
  /// - Throws: `plugin.kit` where it is not the kit of this program; `plugin.kitless` where there is none.
  public init(_ folder: String) throws {
    guard let found = Self.within(folder) else {
      throw Diagnostic(
        "plugin.kitless",
        Text(
          nl: "in '\(folder)' liggen geen bronnen van de kit", en: "there are no sources of the kit in '\(folder)'"),
        wayOut: Text(
          nl: "noem de map 'share/leerkring/Kit' van een installatie, of 'Sources/Kit' van de bronnen",
          en: "name the folder 'share/leerkring/Kit' of an installation, or 'Sources/Kit' of the sources"))
    }
    try self.init(found: found)
  }

  /// Takes the kit that came with the running program: of the prefix that it is installed in, or of the checkout that
  /// it was built in.
  ///
  /// - Throws: as above.
  public static func ofProgram(in folder: String?) throws -> KitFolder {
    var above = folder
    while let here = above, here != "/", here != "." {
      above = FilePath.folder(of: here)
      if let found = above.flatMap(within) { return try KitFolder(found: found) }
    }
    throw Diagnostic(
      "plugin.kitless",
      Text(
        nl: "bij dit programma liggen geen bronnen van de kit",
        en: "the sources of the kit do not lie with this program"
      ),
      wayOut: Text(
        nl: "noem ze met --kit: de map 'Sources/Kit' van leerkring",
        en: "name them with --kit: leerkring's 'Sources/Kit'"
      ))
  }

  private static func within(_ folder: String) -> String? {
    ([folder] + usual.map { "\(folder)/\($0)" }).lazy.filter { FilePaths.isFile("\($0)/\(header)") }
      .compactMap(RealPath.of).first
  }

  private init(found path: String) throws {
    self.path = path
    let text = String(decoding: try DiskFiles().bytes(of: "\(path)/\(Self.header)"), as: UTF8.self)
    let version = Self.defined("KIT_VERSION", in: text)
    let digest = Self.defined("KIT_DIGEST", in: text)
    if version == Fingerprint.kitVersion, digest == Fingerprint.digest { return }
    let theirs = "\(version) (\(digest.prefix(8))…)"
    let ours = "\(Fingerprint.kitVersion) (\(Fingerprint.digest.prefix(8))…)"
    throw Diagnostic(
      "plugin.kit",
      Text(
        nl: "in '\(path)' ligt kit \(theirs), dit programma heeft \(ours)",
        en: "kit \(theirs) lies in '\(path)', this program has \(ours)"),
      wayOut: Text(
        nl: "bouw leerkring opnieuw, of noem met --kit de kit van dit programma",
        en: "build leerkring anew, or name the kit of this program with --kit"))
  }

  /// The text between the quotation marks after `#define NAME`; empty where it is not defined so.
  private static func defined(_ name: String, in header: String) -> String {
    let line = header.split(separator: "\n").first { $0.hasPrefix("#define \(name) \"") }
    return line.flatMap { $0.split(separator: "\"").dropFirst().first }.map(String.init) ?? ""
  }
}
