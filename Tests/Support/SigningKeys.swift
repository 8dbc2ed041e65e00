import Glibc

/// Keys of ssh that a test makes for itself.
public enum SigningKeys {
  private static let program = "/usr/bin/ssh-keygen"

  /// Whether keys can be made and signed with here.
  public static var areThere: Bool { access(program, X_OK) == 0 }

  /// Makes a key in a file, with its public half beside it in NAME.pub.
  @discardableResult
  public static func make(_ name: String, in folder: TemporaryFolder, passphrase: String = "") -> Bool {
    ChildProcess.run(
      program, ["-q", "-t", "ed25519", "-N", passphrase, "-C", "", "-f", folder(name)],
      environment: ["PATH": "/usr/bin:/bin"]
    ).code == 0
  }

  /// Runs the program that makes and holds signatures.
  public static func run(_ arguments: [String], environment: [String: String] = [:]) -> ChildProcess {
    ChildProcess.run(
      program, arguments, environment: ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new })
  }
}
