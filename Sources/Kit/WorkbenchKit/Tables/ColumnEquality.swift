/// Values are equal as a reader takes them: a missing number (NaN) equals a missing number.
extension Column.Storage: Hashable {
  /// Compares values; a missing one equals a missing one.
  public static func == (left: Column.Storage, right: Column.Storage) -> Bool {
    switch (left, right) {
    case (.numbers(let left), .numbers(let right)): Numbers(left) == Numbers(right)
    case (.texts(let left), .texts(let right)): left == right
    case (.booleans(let left), .booleans(let right)): left == right
    case (.dates(let left), .dates(let right)): left == right
    default: false
    }
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .numbers(let values): hasher.combine(Numbers(values))
    case .texts(let values): hasher.combine(values)
    case .booleans(let values): hasher.combine(values)
    case .dates(let values): hasher.combine(values)
    }
  }
}
