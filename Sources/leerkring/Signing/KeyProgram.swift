import CSystem
import Glibc
import WorkbenchKit

/// `ssh-keygen` of this machine, which signs with a person's key and holds signatures against files. The key itself it reads, and we
/// do not.
struct KeyProgram {
  /// How it ended, and what it said.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  private static let name = "ssh-keygen"
  /// After which it is ended where nobody is asked for anything.
  private static let seconds = 60.0

  /// `POSIX_SPAWN_SETSID`, which glibc gives only to who asks for GNU's own.
  private static let ownSession: Int16 = 0x80

  private let path: String
  private let context: Context

  /// Looks through `PATH`.
  ///
  /// - Throws: `sign.program` where it is not there.
  init(_ context: Context) throws {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin").split(separator: ":")
    let found = folders.filter { $0.hasPrefix("/") }.map { String("\($0)/\(Self.name)") }.first {
      access($0, X_OK) == 0
    }
    guard let found else {
      throw Diagnostic(
        "sign.program",
        Text(
          nl: "'\(Self.name)' is er niet, en dat tekent en toetst",
          en: "'\(Self.name)' is not there, which signs and verifies"),
        wayOut: Text(
          nl: "installeer het: apt-get install openssh-client", en: "install it: apt-get install openssh-client"))
    }
    path = found
    self.context = context
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - input: the file that it reads on its standard input; nil for the terminal where somebody may be asked, else nothing.
  ///   - asks: whether it may ask for a passphrase; else it has no terminal to do so.
  /// - Throws: `sign.failed`, `Interrupted`.
  func run(_ arguments: [String], input: String? = nil, asks: Bool = false) throws -> Outcome {
    let place = try PrivatePlace()
    let process = try start(arguments, input, asks, place)
    let end = Self.now + Self.seconds
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { break }
      if found < 0, errno != EINTR { throw Self.failed("") }
      do {
        try context.checkInterrupt()
        if !asks, Self.now > end { throw Self.failed("") }
      } catch {
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        throw error
      }
      usleep(5_000)
    }
    // Ctrl-C at the question ends it, and what was asked of us with it.
    if asks, status & 0x7F == SIGINT || interrupt_count() > 0 { throw Interrupted() }
    return Outcome(
      code: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: place.text(of: "out"), errors: place.text(of: "err")
    )
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func start(_ arguments: [String], _ input: String?, _ asks: Bool, _ place: PrivatePlace) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input != nil || !asks {
      posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    }
    for (descriptor, name) in [(Int32(1), "out"), (2, "err")] {
      posix_spawn_file_actions_addopen(&actions, descriptor, place.file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    // Without a session of its own it would ask at the terminal of the script that called us.
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | (asks ? 0 : Self.ownSession))
    // Its words are read by us: in one language. No window asks for a passphrase.
    let own = ["LC_ALL=C", "SSH_ASKPASS_REQUIRE=never"]
    let environment = Environment().variables.filter { !["LC_ALL", "SSH_ASKPASS_REQUIRE", "DISPLAY"].contains($0.key) }
    var process: pid_t = 0
    let started = Self.withStrings([path] + arguments) { words in
      Self.withStrings(environment.map { "\($0.key)=\($0.value)" } + own) { variables in
        posix_spawn(&process, path, &actions, &attributes, words, variables)
      }
    }
    guard started == 0 else { throw Self.failed("") }
    return process
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }

  /// What it said last, where that is no word of ours.
  static func failed(_ errors: String) -> Diagnostic {
    let last = errors.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let said = String(last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(160).map(Character.init))
    return Diagnostic(
      "sign.failed",
      Text(nl: "'\(name)' lukte niet", en: "'\(name)' did not succeed")
        + .verbatim(said.isEmpty ? "" : ": \(said)"),
      wayOut: Text(nl: "probeer de sleutel met: ssh-keygen -Y sign", en: "try the key with: ssh-keygen -Y sign"))
  }
}
