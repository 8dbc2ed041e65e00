import CSystem
import Glibc
import WorkbenchKit

/// Reads physical lines from a file descriptor as they arrive, so that a writer gets an answer to each.
final class LineReader {
  /// Longer lines are refused: nobody typed them.
  static let limit = 16 << 20

  enum Event {
    case line(String)
    /// A line that is no text, or too long; the next one can be read.
    case bad(Diagnostic)
    case end
    /// A signal came while waiting.
    case interrupted
    case failed(Int32)
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  /// Up to where no line break was found.
  private var searched = 0
  private var atEnd = false
  private var isSkipping = false
  /// Whether nothing was read yet: there a byte order mark stands, which some editors put before UTF-8.
  private var isAtStart = true

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  func next() -> Event {
    while true {
      if let lineBreak = findBreak() {
        let line = buffer[start..<lineBreak]
        start = lineBreak + 1
        searched = start
        if isSkipping {
          isSkipping = false
          return .bad(tooLong)
        }
        return Self.event(line)
      }
      if buffer.count - start > Self.limit {
        // What comes is thrown away until the line ends.
        isSkipping = true
        start = buffer.count
      }
      if atEnd {
        if isSkipping {
          isSkipping = false
          return .bad(tooLong)
        }
        guard start < buffer.count else { return .end }
        let line = buffer[start...]
        start = buffer.count
        return Self.event(line)
      }
      if let event = fill() { return event }
    }
  }

  private func findBreak() -> Int? {
    let from = max(searched, start)
    let found = buffer.withUnsafeBytes { bytes -> Int? in
      guard from < bytes.count, let base = bytes.baseAddress,
        let hit = memchr(base.advanced(by: from), 0x0A, bytes.count - from)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
    if found == nil { searched = buffer.count }
    return found
  }

  private func fill() -> Event? {
    if start > 0 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    if awaitInput() == .interrupted { return .interrupted }
    let room = 1 << 16
    let old = buffer.count
    var count = 0
    var problem: Int32 = 0
    buffer.reserveCapacity(old + room)
    withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { chunk in
      count = read(descriptor, chunk.baseAddress, room)
      if count < 0 { problem = errno } else { buffer.append(contentsOf: chunk[0..<count]) }
    }
    if count > 0 {
      skipMark()
      return nil
    }
    if count == 0 {
      atEnd = true
      return nil
    }
    return problem == EINTR ? .interrupted : .failed(problem)
  }

  /// Takes off a byte order mark, as soon as enough has been read to tell.
  private func skipMark() {
    guard isAtStart else { return }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if buffer.count < mark.count, mark.starts(with: buffer) { return }
    isAtStart = false
    guard buffer.starts(with: mark) else { return }
    buffer.removeFirst(mark.count)
    searched = 0
  }

  private enum Awaited {
    case input, interrupted
  }

  /// Waits for input or for a signal, whichever comes first; a signal that came just before counts.
  private func awaitInput() -> Awaited {
    var ready = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: interrupt_descriptor(), events: Int16(POLLIN), revents: 0),
    ]
    while poll(&ready, 2, -1) < 0, errno == EINTR {}
    return ready[1].revents & Int16(POLLIN) != 0 ? .interrupted : .input
  }

  private var tooLong: Diagnostic {
    Diagnostic(
      "line.toolong",
      Text(nl: "de regel is langer dan 16 MB", en: "the line is longer than 16 MB"),
      wayOut: Text(nl: "zet de gegevens in een bestand en lees dat", en: "put the data in a file and read that"))
  }

  private static func event(_ bytes: ArraySlice<UInt8>) -> Event {
    var bytes = bytes
    if bytes.last == 0x0D { bytes = bytes.dropLast() }
    // Most lines are plain letters and signs, in which one look finds nothing to object to.
    if bytes.allSatisfy({ 1..<0x80 ~= $0 }) { return .line(String(decoding: bytes, as: UTF8.self)) }
    if bytes.contains(0) {
      return .bad(
        Diagnostic(
          "line.nul", Text(nl: "de regel bevat een NUL-teken", en: "the line has a NUL character"),
          wayOut: Text(nl: "een script is gewone tekst in UTF-8", en: "a script is plain text in UTF-8")))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .bad(
        Diagnostic(
          "line.encoding", Text(nl: "de regel is geen geldige UTF-8", en: "the line is not valid UTF-8"),
          wayOut: Text(nl: "bewaar het script als UTF-8", en: "save the script as UTF-8")))
    }
    return .line(text)
  }
}
