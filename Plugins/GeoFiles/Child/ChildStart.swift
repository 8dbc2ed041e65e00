import Glibc

/// Starts the program: in a group of its own, with one stream and nothing else of ours, under none of the person's settings.
enum ChildStart {
  /// What of the environment says where libraries lie.
  private static let kept = ["LD_LIBRARY_PATH", "GDAL_DATA", "PROJ_DATA", "PROJ_LIB"]

  /// - Parameters:
  ///   - place: where it lies.
  ///   - stream: of which it reads and to which it writes. What else is open here closes itself where a program is started.
  /// - Returns: its number; nil where it cannot be started.
  static func run(_ place: ChildPlace, stream: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, stream, 0)
    posix_spawn_file_actions_adddup2(&actions, stream, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGALRM] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var environment = ["LANG=C.UTF-8", "TZ=UTC", "HOME=/nonexistent", "SWIFT_BACKTRACE=enable=no"]
    for name in kept {
      if let value = getenv(name) { environment.append("\(name)=\(String(cString: value))") }
    }
    var process: pid_t = 0
    let started = withStrings([place.path] + place.libraries) { arguments in
      withStrings(environment) { posix_spawn(&process, place.path, &actions, &attributes, arguments, $0) }
    }
    return started == 0 ? process : nil
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}
