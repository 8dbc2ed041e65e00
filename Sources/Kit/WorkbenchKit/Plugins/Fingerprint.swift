import KitFingerprint

/// What host and plugin must have in common, to the letter: kit version, digest of the kit's sources, compiler.
public enum Fingerprint {
  public static var kitVersion: String { String(cString: workbench_kit_version()) }
  public static var digest: String { String(cString: workbench_kit_digest()) }
  public static var whole: String { String(cString: workbench_kit_fingerprint()) }
}
