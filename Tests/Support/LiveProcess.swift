import Glibc

/// A program that runs while the test talks to it.
public final class LiveProcess {
  public let process: pid_t
  private var input: Int32
  private let output: Int32
  private var collected: [UInt8] = []
  private var isGone = false

  /// Starts a program; its errors go nowhere, its output to this test.
  public init?(_ program: String, _ arguments: [String], environment: [String: String], folder: String? = nil) {
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return nil }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let started = Starting.withAttributes { posix_spawn(&process, program, &actions, $0, argv, envp) }
    close(toChild[0])
    close(fromChild[1])
    self.process = process
    input = toChild[1]
    output = fromChild[0]
    guard started == 0 else {
      // Nobody is to be ended: process 0 would be all of this group.
      isGone = true
      return nil
    }
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    if !isGone { end(SIGKILL) }
    if input >= 0 { close(input) }
    close(output)
  }

  public func send(_ text: String) {
    var bytes = Array(text.utf8)
    _ = bytes.withUnsafeMutableBytes { write(input, $0.baseAddress, $0.count) }
  }

  /// Reads until so many lines have come, or the time is over; returns all that came so far.
  public func lines(atLeast count: Int, seconds: Double = 10) -> [String] {
    let deadline = Ending.now + seconds
    while whole.count < count, Ending.now < deadline {
      var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, 50) > 0, !readSome() { break }
    }
    return whole
  }

  /// Sends a signal, waits for the end, and returns the exit code, or minus the signal that ended it.
  @discardableResult
  public func end(_ signal: Int32? = nil) -> Int32 {
    if let signal {
      kill(process, signal)
    } else {
      close(input)
      input = -1
    }
    let status = Ending.wait(process, seconds: 20)
    isGone = true
    while readSome() {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// The whole lines that came.
  public var whole: [String] {
    let text = String(decoding: collected, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.removeLast()
    return lines
  }

  private func readSome() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &chunk, chunk.count)
    if count > 0 { collected += chunk[..<count] }
    return count > 0
  }
}
