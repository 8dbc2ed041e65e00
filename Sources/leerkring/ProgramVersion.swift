/// The version of the program, which its banner and `--version` tell.
enum ProgramVersion {
  static let current = "0.1.0"
}
