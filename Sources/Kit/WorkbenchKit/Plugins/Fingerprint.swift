import KitFingerprint

/// What host and plugin must have in common, to the letter: kit version, digest of the kit's sources, compiler.
public enum Fingerprint {
  /// The version of the kit.
  public static var kitVersion: String { String(cString: workbench_kit_version()) }
  /// The digest of the kit's sources, 32 hexadecimal digits.
  public static var digest: String { String(cString: workbench_kit_digest()) }
  /// All three in one.
  public static var whole: String { String(cString: workbench_kit_fingerprint()) }
}
