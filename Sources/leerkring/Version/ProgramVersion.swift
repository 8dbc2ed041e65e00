import WorkbenchKit

/// The version of the program, which its banner and `--version` tell.
enum ProgramVersion {
  static let current = "0.1.0"
  /// With the version of the kit.
  static let withKit = "\(current) (kit \(Fingerprint.kitVersion))"
}
