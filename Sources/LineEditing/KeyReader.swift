import CEditline
import Glibc

/// Reads what a person types, a character at a time, and tells whole pastes and signals apart from it.
final class KeyReader {
  enum Key {
    case character(Unicode.Scalar)
    case pasted(PastedText)
    /// The terminal got another size.
    case resized
    /// The descriptor that the program watches became readable.
    case woken
    /// Nothing will come any more.
    case end
  }

  /// How long the bytes of one key may lie apart, in milliseconds.
  private static let patience: Int32 = 30
  /// Longer pastes are cut off there: nobody means them.
  private static let pasteLimit = 16 << 20

  private let descriptor: Int32
  private let wake: Int32
  /// Bytes that were read ahead.
  private var pending: [UInt8] = []

  init(_ descriptor: Int32, wake: Int32) {
    self.descriptor = descriptor
    self.wake = wake
  }

  private enum Readiness {
    case input, woken, resized, nothing
  }

  /// Waits for a key.
  ///
  /// - Parameter idle: called with true before it waits and with false after it, where there was nothing to read yet.
  func next(idle: (Bool) -> Void) -> Key {
    while true {
      if pending.isEmpty {
        var ready = wait(0)
        if ready == .nothing {
          idle(true)
          ready = wait(-1)
          idle(false)
        }
        switch ready {
        case .woken: return .woken
        case .resized: return .resized
        case .nothing: continue
        case .input: break
        }
      }
      guard let byte = take() else { return .end }
      if byte == 0x1B, matches("[200~") { return paste() }
      return .character(scalar(from: byte))
    }
  }

  private func wait(_ milliseconds: Int32) -> Readiness {
    var watched = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
      pollfd(fd: window_change_descriptor(), events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&watched, 3, milliseconds) > 0 else { return .nothing }
    if watched[1].revents != 0 { return .woken }
    if watched[2].revents != 0, window_change_take() != 0 { return .resized }
    return watched[0].revents != 0 ? .input : .nothing
  }

  /// Takes the next byte; nil at the end.
  private func take() -> UInt8? {
    if !pending.isEmpty { return pending.removeFirst() }
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count == 1 { return byte }
      // One byte at a time, so that what is typed ahead stays for a program that is started.
      guard count < 0, errno == EINTR || errno == EAGAIN else { return nil }
      if errno == EAGAIN { _ = wait(-1) }
    }
  }

  /// Takes the next byte if it comes soon.
  private func takeSoon() -> UInt8? {
    if pending.isEmpty {
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, Self.patience) > 0 else { return nil }
    }
    return take()
  }

  /// Takes these bytes if they are what comes next; else leaves all as it is.
  private func matches(_ expected: StaticString) -> Bool {
    var seen: [UInt8] = []
    for index in 0..<expected.utf8CodeUnitCount {
      guard let byte = takeSoon() else { break }
      seen.append(byte)
      if byte != expected.utf8Start[index] { break }
      if seen.count == expected.utf8CodeUnitCount { return true }
    }
    pending = seen + pending
    return false
  }

  private func scalar(from first: UInt8) -> Unicode.Scalar {
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    var bytes = [first]
    while bytes.count < length, let byte = takeSoon() {
      guard byte & 0xC0 == 0x80 else {
        pending.insert(byte, at: 0)
        break
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// Reads up to the marker that ends a paste.
  private func paste() -> Key {
    let marker = Array("\u{1B}[201~".utf8)
    var bytes = pending
    pending = []
    var searched = 0
    while true {
      if let end = Self.find(marker, in: bytes, from: searched) {
        pending = Array(bytes[(end + marker.count)...])
        return .pasted(PastedText(Array(bytes[..<min(end, Self.pasteLimit)])))
      }
      searched = max(0, bytes.count - marker.count)
      // What is too long is read all the same, or it would be taken for typing.
      if bytes.count > 2 * Self.pasteLimit {
        bytes.removeSubrange(Self.pasteLimit..<searched)
        searched = Self.pasteLimit
      }
      switch wait(-1) {
      case .woken: return .woken
      case .resized, .nothing: continue
      case .input: break
      }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 { bytes += chunk[..<count] }
      if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return .end }
    }
  }

  private static func find(_ marker: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= marker.count, start <= bytes.count - marker.count else { return nil }
    for index in start...(bytes.count - marker.count) where bytes[index] == marker[0] {
      if bytes[index..<index + marker.count].elementsEqual(marker) { return index }
    }
    return nil
  }
}
