import TestSupport

/// What was built, installed to a prefix of a test's own.
struct InstalledTree {
  let prefix: String
  let installation: ChildProcess

  var program: String { "\(prefix)/bin/leerkring" }
  var plugins: String { "\(prefix)/lib/leerkring/plugins" }

  /// - Parameter name: of the prefix within the folder.
  init(in folder: TemporaryFolder, _ name: String = "prefix") {
    prefix = folder(name)
    installation = Self.install(["--from", Places.programBuild, prefix])
  }

  /// Runs the script under a umask that would let everybody write to what it makes.
  static func install(_ arguments: [String]) -> ChildProcess {
    ChildProcess.run(
      "/bin/sh", ["-c", "umask 0; exec \"$@\"", "sh", "\(Places.root)/.ci/install"] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"], folder: "/")
  }
}
