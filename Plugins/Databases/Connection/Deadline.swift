import Glibc

/// A moment by which something has to be done, on a clock that only goes forward.
///
/// Swift's own clock would bring its library for tasks, which nothing else here needs.
struct Deadline {
  private let end: Double

  init(seconds: Double) { end = Self.now + seconds }

  var isPast: Bool { Self.now >= end }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
