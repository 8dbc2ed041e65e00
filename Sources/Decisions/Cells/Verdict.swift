/// What a test says of a value.
enum Verdict: Sendable, Hashable {
  case yes
  case no
  /// FEEL's null: things were compared that cannot be. It is no yes, and its opposite is none either.
  case void
  /// It hangs on something that is not known, or on FEEL that is not read.
  case open

  init(_ same: Bool?) {
    self = same.map { $0 ? .yes : .no } ?? .void
  }

  var opposite: Verdict {
    switch self {
    case .yes: .no
    case .no: .yes
    case .void, .open: self
    }
  }

  /// Of two that must both hold.
  func and(_ other: Verdict) -> Verdict {
    switch (self, other) {
    case (.no, _), (_, .no): .no
    case (.void, _), (_, .void): .void
    case (.open, _), (_, .open): .open
    case (.yes, .yes): .yes
    }
  }

  /// Of two of which one must hold.
  func or(_ other: Verdict) -> Verdict {
    switch (self, other) {
    case (.yes, _), (_, .yes): .yes
    case (.open, _), (_, .open): .open
    case (.void, _), (_, .void): .void
    case (.no, .no): .no
    }
  }
}
