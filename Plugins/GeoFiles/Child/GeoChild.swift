import Glibc

/// The program that reads map files while it runs: asked and answering through one stream. It is ended when this goes.
final class GeoChild {
  private let process: pid_t
  private let stream: Int32
  private let end: Double
  private let interrupt: () throws -> Void
  /// What is still to be sent, the next first.
  private var pending: [ArraySlice<UInt8>]
  private var frames = ChildFrames()
  private var hasEnded = false

  /// Starts it.
  ///
  /// - Parameters:
  ///   - place: where it lies.
  ///   - request: what it is asked first.
  ///   - interrupt: throws where the person asked to stop; called many times a second.
  /// - Throws: `ChildEnd.absent`.
  init(_ place: ChildPlace, _ request: ChildRequest, interrupt: @escaping () throws -> Void) throws {
    self.interrupt = interrupt
    pending = request.pieces.filter { !$0.isEmpty }.map { $0[...] }
    end = Self.now + place.seconds
    var ends: [Int32] = [-1, -1]
    // A socket, so that writing to a child that is gone is an error and no signal.
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw ChildEnd.absent
    }
    stream = ends[0]
    defer { close(ends[1]) }
    guard let process = ChildStart.run(place, stream: ends[1]) else {
      close(stream)
      throw ChildEnd.absent
    }
    self.process = process
    _ = fcntl(stream, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(stream)
    // At once, and what it may have started with it.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Sends more, behind what was sent before.
  func send(_ bytes: [UInt8]) { pending.append(bytes[...]) }

  /// Passes on the next piece of its answer.
  ///
  /// - Throws: `ChildEnd`; what the interrupt throws; what `body` throws.
  func next<Result>(_ body: (ChildFrame.Kind, UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    while true {
      if let frame = try frames.next() {
        return try frames.bytes.withUnsafeBytes {
          try body(frame.kind, UnsafeRawBufferPointer(rebasing: $0[frame.range]))
        }
      }
      guard !hasEnded else { throw ChildEnd.died }
      try wait()
    }
  }

  // MARK: Streams

  /// Waits until it can be read from or written to, for a moment at most, and does that.
  private func wait() throws {
    try interrupt()
    guard Self.now < end else { throw ChildEnd.late }
    var ready = pollfd(fd: stream, events: Int16(pending.isEmpty ? POLLIN : POLLIN | POLLOUT), revents: 0)
    guard poll(&ready, 1, 50) > 0 else { return }
    if ready.revents & Int16(POLLOUT) != 0 { put() }
    if ready.revents & ~Int16(POLLOUT) != 0 { take() }
  }

  private func put() {
    guard let piece = pending.first else { return }
    let count = piece.withUnsafeBytes { Glibc.send(stream, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count > 0 {
      pending[0] = piece.dropFirst(count)
      if pending[0].isEmpty { pending.removeFirst() }
    } else if count < 0, errno != EAGAIN, errno != EINTR {
      // It listens no more; what it said before still counts.
      pending = []
    }
  }

  private func take() {
    withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { room in
      let count = read(stream, room.baseAddress, room.count)
      if count > 0 {
        frames.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        hasEnded = true
      }
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
