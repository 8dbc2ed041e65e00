import Glibc
import WorkbenchKit

/// Another program of the machine that does a piece of work on files: without terminal, in a group of its own, with a time limit.
struct ChildProgram {
  let path: String

  /// Looks through `PATH`.
  ///
  /// - Parameters:
  ///   - names: the first that is found is taken.
  ///   - program: as a person calls it.
  ///   - use: what it is needed for.
  ///   - package: what Debian calls it.
  /// - Throws: `to.program` where none of them is there.
  static func demand(_ names: [String], as program: String, for use: Text, package: String) throws -> ChildProgram {
    if let found = find(names) { return found }
    throw Diagnostic(
      "to.program",
      Text(
        nl: "\(use.nl) is \(program) nodig, en dat is er niet", en: "\(use.en) takes \(program), and that is not there"),
      wayOut: Text(
        nl: "installeer het met 'apt-get install \(package)', of \(byHand.nl)",
        en: "install it with 'apt-get install \(package)', or \(byHand.en)"))
  }

  private static func find(_ names: [String]) -> ChildProgram? {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin").split(separator: ":")
    for name in names {
      for folder in folders where folder.hasPrefix("/") {
        let path = "\(folder)/\(name)"
        if access(path, X_OK) == 0 { return ChildProgram(path: path) }
      }
    }
    return nil
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - arguments: without the name of the program.
  ///   - folder: private; the program's home, and where it may leave things.
  ///   - seconds: after which it is ended.
  ///   - poll: is called often; what it throws ends the program.
  /// - Throws: `to.failed`, `to.time`, and what `poll` throws.
  func run(_ arguments: [String], in folder: TemporaryPlace, seconds: Int, poll: () throws -> Void) throws {
    let process = try start(arguments, folder)
    let end = Self.now + Double(seconds)
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { break }
      if found < 0, errno != EINTR { throw failed(in: folder) }
      do {
        try poll()
        if Self.now > end { throw tooLong(seconds) }
      } catch {
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        throw error
      }
      usleep(10_000)
    }
    // What it started may still be there.
    kill(-process, SIGKILL)
    guard status == 0 else { throw failed(in: folder) }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func start(_ arguments: [String], _ folder: TemporaryPlace) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, folder.path + "/" + Self.told, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    // Nothing of the person's own settings, and one day for all that writes a date: the same bytes every time.
    let environment = [
      "PATH=\(path)", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "LANG=C.UTF-8", "TZ=UTC",
      "SOURCE_DATE_EPOCH=315532800",
    ]
    var process: pid_t = 0
    let started = Self.withStrings([self.path] + arguments) { arguments in
      Self.withStrings(environment) { environment in
        posix_spawn(&process, self.path, &actions, &attributes, arguments, environment)
      }
    }
    guard started == 0 else { throw failed(in: folder) }
    return process
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }

  // MARK: Problems

  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  private func failed(in folder: TemporaryPlace) -> Diagnostic {
    let words = Self.words(of: folder.bytes(of: Self.told) ?? [])
    let said = words.isEmpty ? Text.verbatim("") : Text.verbatim(": \(words)")
    return Diagnostic(
      "to.failed", Text(nl: "'\(name)' lukte niet", en: "'\(name)' did not succeed") + said, wayOut: Self.byHand)
  }

  static let byHand = Text(
    nl: "bewaar met 'to html', en druk af uit een browser", en: "keep it with 'to html', and print it from a browser")

  private func tooLong(_ seconds: Int) -> Diagnostic {
    Diagnostic(
      "to.time",
      Text(
        nl: "'\(name)' was na \(seconds) seconden niet klaar en is gestopt",
        en: "'\(name)' was not done after \(seconds) seconds and was stopped"),
      wayOut: Self.byHand)
  }

  /// Where it says what goes wrong.
  private static let told = "told"

  /// The last thing that the program said, on one line.
  private static func words(of bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes.suffix(4_096), as: UTF8.self).split(whereSeparator: \.isNewline)
    let last = lines.last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    return String(last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(160).map(Character.init))
  }
}
