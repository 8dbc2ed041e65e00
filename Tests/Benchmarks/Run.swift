import Glibc
import TestSupport

/// One run of a program from start to end.
struct Run: Sendable {
  /// From before the start until after the end.
  let seconds: Double
  /// What the processor spent on it, of all threads together, in seconds.
  let processorSeconds: Double
  /// The most memory it held at once. Linux never says less than what the benchmark itself held when it started it.
  let peakBytes: Int
  /// The exit code; -1 where a signal ended it.
  let code: Int32

  /// Runs a command once.
  ///
  /// - Parameters:
  ///   - input: the file that is standard input; nothing where it is nil.
  ///   - output: the file that standard output goes to.
  /// - Throws: `Unmeasurable` where it cannot be started.
  static func once(_ command: Invocation, input: String? = nil, output: String = "/dev/null") throws -> Run {
    let began = Clock.seconds
    let process = try command.start { actions in
      posix_spawn_file_actions_addopen(actions, 0, input ?? "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    return Run(
      seconds: Clock.seconds - began,
      processorSeconds: Clock.seconds(usage.ru_utime) + Clock.seconds(usage.ru_stime),
      peakBytes: usage.ru_maxrss * 1024, code: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1)
  }

  /// Runs a command and returns what it printed.
  ///
  /// - Throws: `Unmeasurable` where it cannot be started or does not end well.
  static func text(of command: Invocation, in folder: TemporaryFolder) throws -> String {
    let run = try once(command, output: folder("printed"))
    guard run.code == 0 else { throw Unmeasurable("\(command.line) ends with code \(run.code)") }
    return folder.text("printed") ?? ""
  }
}
