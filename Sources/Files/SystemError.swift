import Glibc

/// What the operating system answered: the number that a call left in `errno`.
public struct SystemError: Error, Sendable, Hashable {
  public let number: Int32

  public init(_ number: Int32) { self.number = number }

  /// The error of the call that failed just now.
  public static var last: SystemError { SystemError(errno) }

  /// The system's own words, for errors that have no sentence of ours.
  public var words: String { strerror(number).map { String(cString: $0) } ?? "error \(number)" }
}
