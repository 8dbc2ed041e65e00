import Glibc

/// Running some of the tests again in a process of their own: as another user, or under a limit.
///
/// The tests that are meant for it are in a suite with the trait `.enabled(if: ChildRun.isRunning("NAME"))`, and a test
/// of the ordinary run starts them.
public enum ChildRun {
  private static let variable = "LEERKRING_TEST_CHILD"

  public struct Outcome: Sendable {
    public let status: Int32
    public let output: String

    /// Whether there were tests and all were passed.
    public var isGood: Bool { status == 0 && output.contains(" passed after ") && !output.contains("with 0 tests") }
  }

  /// Whether this process is the child that runs a suite.
  public static func isRunning(_ suite: String) -> Bool { getenv(variable).map { String(cString: $0) } == suite }

  /// As whom tests of permissions are run, where they are otherwise run by the superuser, who may do anything.
  public static let asNobody = "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\""

  /// Runs a suite of tests in a child.
  ///
  /// - Parameters:
  ///   - shell: a line for `sh` that ends by running `"$@"`.
  ///   - variables: `NAME=value`, for its environment.
  /// - Returns: nil where no child can be started.
  public static func run(_ suite: String, through shell: String, variables: [String] = []) -> Outcome? {
    // A copy in a folder that everybody may enter, with the libraries that are sought beside it.
    let folder = TemporaryFolder()
    chmod(folder.path, 0o755)
    guard let program = executable() else { return nil }
    let libraries = program.split(separator: "/").dropLast().joined(separator: "/")
    let copy = "cp \"$1\" \(folder("tests")) && cp /\(libraries)/*.so \(folder.path) && shift"
    let line = "\(copy) && set -- \(folder("tests")) \"$@\" && cd / && \(shell)"
    let arguments = ["sh", "-c", line, "sh", program, "--filter", suite, "--testing-library", "swift-testing"]
    return spawn("/bin/sh", arguments, ["\(variable)=\(suite)"] + variables)
  }

  private static func executable() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  /// Runs a program to its end; nil where it cannot be started.
  public static func spawn(_ path: String, _ arguments: [String], _ variables: [String] = []) -> Outcome? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    let words = arguments.map { strdup($0) } + [nil]
    let environment = (inherited() + variables).map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, path, &actions, nil, words, environment) == 0 else {
      close(ends[1])
      return nil
    }
    close(ends[1])
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count <= 0, errno != EINTR || count == 0 { break }
      output += buffer[..<max(0, count)]
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Outcome(status: status, output: String(decoding: output, as: UTF8.self))
  }

  private static func inherited() -> [String] {
    ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].compactMap { (name: String) -> String? in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
  }
}
