import WorkbenchKit

/// Whether a plugin was built with the very kit and compiler of this program; Swift on Linux has no stable binary form,
/// so anything else crashes.
enum KitCheck {
  private static let wayOut = Text(
    nl: "bouw de plugin opnieuw met de kit en de compiler van dit programma",
    en: "build the plugin anew with the kit and the compiler of this program")

  /// Compares what the manifest says, before anything is loaded. Throws `plugin.kit`.
  static func check(_ kit: Manifest.Kit) throws {
    if kit.version != Fingerprint.kitVersion {
      throw problem(
        Text(
          nl: "gebouwd voor kit \(kit.version), dit programma heeft \(Fingerprint.kitVersion)",
          en: "built for kit \(kit.version), this program has \(Fingerprint.kitVersion)"))
    }
    if kit.digest != Fingerprint.digest {
      let (theirs, ours) = (kit.digest.prefix(8), Fingerprint.digest.prefix(8))
      throw problem(
        Text(
          nl: "gebouwd voor een andere kit \(kit.version) (\(theirs)…, dit programma heeft \(ours)…)",
          en: "built for another kit \(kit.version) (\(theirs)…, this program has \(ours)…)"))
    }
    if let fingerprint = kit.fingerprint { try check(fingerprint) }
  }

  /// Compares a whole fingerprint, as the manifest of a packed plugin or the module itself gives it.
  static func check(_ fingerprint: String) throws {
    if fingerprint == Fingerprint.whole { return }
    throw problem(
      Text(
        nl: "gebouwd met een andere kit of compiler ('\(fingerprint)', dit programma: '\(Fingerprint.whole)')",
        en: "built with another kit or compiler ('\(fingerprint)', this program: '\(Fingerprint.whole)')"))
  }

  private static func problem(_ text: Text) -> Diagnostic { Diagnostic("plugin.kit", text, wayOut: wayOut) }
}
