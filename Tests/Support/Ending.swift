import Glibc

/// Waiting for a child to end, for a bounded time.
enum Ending {
  /// Returns how the process ended, as `waitpid` gives it; one that takes longer is killed.
  static func wait(_ process: pid_t, seconds: Double) -> Int32 {
    var status: Int32 = 0
    let deadline = now + seconds
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process || (found < 0 && errno != EINTR) { return status }
      if now > deadline { kill(process, SIGKILL) }
      usleep(now > deadline - seconds + 0.05 ? 2_000 : 200)
    }
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// How a child is started: with no signals blocked, which the threads on which tests run do.
enum Starting {
  static func withAttributes<Result>(_ body: (UnsafePointer<posix_spawnattr_t>) -> Result) -> Result {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    return body(&attributes)
  }
}
