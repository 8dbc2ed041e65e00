import Glibc

/// Shows a long result through `PAGER`, where there is one and the terminal is shorter than the result.
enum Pager {
  /// - Returns: false where no pager is due or none could be started; the caller then writes the text itself.
  static func show(_ text: String, _ environment: Environment, _ output: OutputStream) -> Bool {
    guard let pager = environment["PAGER"], output.isTerminal else { return false }
    let rows = environment.rows(output)
    guard rows > 0, text.utf8.count(where: { $0 == 0x0A }) >= rows else { return false }
    output.flush()
    // As git does: what fits is not held, colours stay colours, and the text stays on the screen.
    setenv("LESS", "FRX", 0)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    // The pager must not hold the writing end, or it would never see the end of the text.
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    var process: pid_t = 0
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(pager), nil]
    defer { for argument in arguments { free(argument) } }
    let started = posix_spawn(&process, "/bin/sh", &actions, nil, arguments, environ)
    close(ends[0])
    guard started == 0 else {
      close(ends[1])
      return false
    }
    let stream = OutputStream(ends[1])
    stream.write(text)
    stream.flush()
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // 126 and 127: the shell found no such pager, and nothing was shown.
    let code = (status >> 8) & 0xFF
    return code != 126 && code != 127
  }
}
