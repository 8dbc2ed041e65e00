import Glibc
import PseudoTerminal

/// The program at a terminal, with a test at the keys.
public final class TerminalSession {
  /// How long anything may take; the machine may be busy.
  public static let patience = 60.0

  public let process: pid_t
  private let master: Int32
  private var undecoded: [UInt8] = []
  private var isGone = false
  /// All that came, as it came.
  public private(set) var raw = ""
  public private(set) var screen: Screen

  /// - Parameter output: where standard output goes instead of the terminal.
  public init?(
    _ program: String, _ arguments: [String] = [], environment: [String: String], columns: Int = 80, rows: Int = 24,
    output: Int32 = -1
  ) {
    var name = [CChar](repeating: 0, count: 128)
    master = pseudo_terminal_open(Int32(columns), Int32(rows), &name, name.count)
    screen = Screen(columns: columns, rows: rows)
    guard master >= 0 else { return nil }
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    process = pseudo_terminal_start(name, program, argv, envp, output)
    guard process > 0 else { return nil }
  }

  deinit {
    if !isGone {
      kill(process, SIGKILL)
      _ = Ending.wait(process, seconds: 10)
    }
    close(master)
  }

  public func send(_ keys: String) { send(bytes: Array(keys.utf8)) }

  public func send(bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress?.advanced(by: sent), bytes.count - sent) }
      guard count > 0 else { return }
      sent += count
    }
  }

  public func signal(_ number: Int32) { kill(process, number) }

  public func resize(columns: Int, rows: Int = 24) {
    screen.resize(columns: columns)
    pseudo_terminal_resize(master, Int32(columns), Int32(rows))
  }

  /// Whether the terminal is as a shell wants it.
  public var isCooked: Bool { pseudo_terminal_is_cooked(master) != 0 }

  /// Reads until the screen is as expected, or patience ends; returns whether it came to be so.
  public func wait(_ seconds: Double = patience, until isAsExpected: (TerminalSession) -> Bool) -> Bool {
    let deadline = Ending.now + seconds
    while true {
      if isAsExpected(self) { return true }
      guard Ending.now < deadline, !isGone else { return false }
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, 50) > 0, !readSome() { return isAsExpected(self) }
    }
  }

  /// Reads until a text is on the screen.
  public func sees(_ text: String) -> Bool { wait { $0.screen.text.contains(text) } }

  /// Reads until the cursor's row is this, up to the cursor.
  public func cursorComesBehind(_ text: String) -> Bool { wait { $0.screen.beforeCursor == text } }

  /// How often a line was awaited.
  public var prompts: Int { raw.components(of: "\u{1B}[?2004h") }

  /// Waits for the first prompt.
  public func isReady() -> Bool { wait { $0.prompts > 0 && $0.screen.beforeCursor.hasSuffix("› ") } }

  /// Types a line, and waits until the next one is awaited.
  @discardableResult public func run(_ line: String) -> Bool {
    let before = prompts
    send(line + "\r")
    return wait { $0.prompts > before && $0.screen.beforeCursor.hasSuffix("› ") }
  }

  /// Waits for the end; returns the exit code, or minus the signal that ended it, or nil where it does not end.
  public func end(_ seconds: Double = patience) -> Int32? {
    let deadline = Ending.now + seconds
    var status: Int32 = 0
    while Ending.now < deadline {
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, 10) > 0 { _ = readSome() }
      if waitpid(process, &status, WNOHANG) == process {
        isGone = true
        while poll(&ready, 1, 0) > 0, readSome() {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
      }
    }
    return nil
  }

  private func readSome() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    undecoded += chunk[..<count]
    // What is cut in the midst of a character waits for its rest.
    let end = undecoded.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    let lead = undecoded[end]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    let whole = undecoded.count - end < length ? end : undecoded.count
    let text = String(decoding: undecoded[..<whole], as: UTF8.self)
    undecoded.removeFirst(whole)
    raw += text
    screen.write(text)
    return true
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    let bytes = Array(utf8)
    let sought = Array(text.utf8)
    guard bytes.count >= sought.count else { return 0 }
    for index in 0...(bytes.count - sought.count) where bytes[index] == sought[0] {
      if bytes[index..<index + sought.count].elementsEqual(sought) { count += 1 }
    }
    return count
  }
}
