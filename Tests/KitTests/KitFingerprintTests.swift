import Files
import Testing
import WorkbenchKit

/// A plugin is refused unless its fingerprint is that of the program, so the digest must follow every change of the kit.
@Suite struct KitFingerprintTests {
  private static let remedy = """
    the digest of the kit's sources is not the one that is checked in: run .ci/kit-digest, which rewrites
    \(KitSources.header) and the manifests in Plugins; then build again and commit them
    """

  @Test func theCheckedInDigestIsThatOfTheSources() throws {
    let digest = try KitSources.digest()
    let header = try KitSources.quoted(in: KitSources.header, after: "#define KIT_DIGEST \"")
    #expect(header == digest, Comment(rawValue: Self.remedy))
    for plugin in FilePath.names(in: "\(KitSources.root)/Plugins") {
      let manifest = try KitSources.quoted(
        in: "Plugins/\(plugin)/Knowledge/manifest.json", after: "\"digest\": \"")
      #expect(manifest == digest, Comment(rawValue: "Plugins/\(plugin): \(Self.remedy)"))
    }
  }

  @Test func theFingerprintNamesKitDigestAndCompiler() {
    #expect(Fingerprint.whole.hasPrefix("\(Fingerprint.kitVersion)/\(Fingerprint.digest)/"))
    #expect(Fingerprint.whole.contains("Clang"))
  }
}
