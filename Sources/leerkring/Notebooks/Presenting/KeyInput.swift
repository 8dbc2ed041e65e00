import CSystem
import Glibc

/// Single keys from a terminal, without waiting for Enter. Between two keys Ctrl-C interrupts, as it does elsewhere.
final class KeyInput {
  enum Key: Hashable {
    case onward, back, up, down, pageUp, pageDown, start, type, edit, undo, leave
    /// One of the letters that were asked for.
    case letter(UInt8)
    case other
    /// The terminal got another size, or a signal came.
    case woken
  }

  private var cooked = termios()
  private let isTerminal: Bool

  init() { isTerminal = tcgetattr(0, &cooked) == 0 }

  /// Lets keys come one by one, unseen.
  func take() { set(signals: true) }

  /// Gives the terminal back as it was.
  func giveBack() { if isTerminal { tcsetattr(0, TCSADRAIN, &cooked) } }

  /// Waits for a key.
  ///
  /// - Parameter letters: those that stand for themselves now.
  func next(_ letters: String = "") -> Key {
    set(signals: false)
    defer { set(signals: true) }
    var watched = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: interrupt_descriptor(), events: Int16(POLLIN), revents: 0),
    ]
    // A window of another size ends the waiting too.
    guard poll(&watched, 2, -1) > 0, watched[1].revents == 0 else { return .woken }
    var bytes = [UInt8](repeating: 0, count: 1)
    guard read(0, &bytes, 1) == 1 else { return .leave }
    if letters.utf8.contains(bytes[0]) { return .letter(bytes[0]) }
    guard bytes[0] == 0x1B else { return Self.key(bytes[0]) }
    return Self.key(sequence: sequence())
  }

  private func set(signals: Bool) {
    guard isTerminal else { return }
    var raw = cooked
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    if !signals { raw.c_lflag &= ~tcflag_t(ISIG) }
    tcsetattr(0, TCSADRAIN, &raw)
  }

  /// What follows an Escape at once: an arrow sends three bytes together.
  private func sequence() -> [UInt8] {
    var found: [UInt8] = []
    while found.count < 8 {
      var ready = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      var byte: UInt8 = 0
      guard poll(&ready, 1, 30) > 0, read(0, &byte, 1) == 1 else { break }
      found.append(byte)
      if found.count > 1, byte >= 0x40, byte <= 0x7E { break }
    }
    return found
  }

  private static func key(_ byte: UInt8) -> Key {
    switch byte {
    case UInt8(ascii: " "), 0x0D, 0x0A, UInt8(ascii: "n"): .onward
    case UInt8(ascii: "b"), UInt8(ascii: "p"), 0x7F, 0x08: .back
    case UInt8(ascii: "k"): .up
    case UInt8(ascii: "j"): .down
    case UInt8(ascii: "g"): .start
    case UInt8(ascii: "t"), UInt8(ascii: ":"), UInt8(ascii: "i"): .type
    case UInt8(ascii: "e"): .edit
    case UInt8(ascii: "u"): .undo
    case UInt8(ascii: "q"), 0x03, 0x04: .leave
    default: .other
    }
  }

  private static func key(sequence: [UInt8]) -> Key {
    switch String(decoding: sequence, as: UTF8.self) {
    case "[C", "OC": .onward
    case "[D", "OD": .back
    case "[A", "OA": .up
    case "[B", "OB": .down
    case "[5~": .pageUp
    case "[6~": .pageDown
    case "[H", "OH", "[1~": .start
    default: .other
    }
  }
}
