import Glibc

/// A program with its arguments and its whole environment.
struct Invocation: Sendable {
  let program: String
  var arguments: [String]
  var environment: [String: String]

  /// As it would be typed, for messages.
  var line: String { ([program] + arguments).joined(separator: " ") }

  func with(_ more: [String]) -> Invocation {
    var command = self
    command.arguments += more
    return command
  }

  /// Starts it; its errors go nowhere.
  ///
  /// - Parameter wire: says where its input and output go.
  /// - Throws: `Unmeasurable` where it cannot be started.
  func start(_ wire: (UnsafeMutablePointer<posix_spawn_file_actions_t>) -> Void) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    wire(&actions)
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, program, &actions, nil, argv, envp)
    guard failure == 0 else { throw Unmeasurable("\(program): \(String(cString: strerror(failure)))") }
    return process
  }
}
