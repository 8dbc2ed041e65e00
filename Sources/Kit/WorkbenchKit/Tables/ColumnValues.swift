import Synchronization

/// The values of a column, or how they are taken out of others when somebody asks for them, and not before: a stage that looks at two
/// columns of thirty takes none of the others along.
struct ColumnValues: Sendable {
  /// Of fewer rows, or of a small part of those that there are, the values are taken at once: what they come from can go then.
  static let fewest = 8_192
  private static let leastShare = 4

  /// The values; none of their type where they are taken.
  private(set) var sample: ColumnStorage
  private var taken: TakenRows?
  /// How many are taken.
  private var takenCount = 0

  init(_ storage: ColumnStorage) { sample = storage }

  var storage: ColumnStorage {
    get { taken?.storage ?? sample }
    _modify {
      if let taken { (sample, self.taken) = (taken.storage, nil) }
      yield &sample
    }
  }

  var count: Int { taken == nil ? sample.count : takenCount }

  /// So many values that are taken out of these.
  func taking(_ count: Int, _ take: @escaping @Sendable (ColumnStorage) -> ColumnStorage) -> ColumnValues {
    guard count >= Self.fewest, count * Self.leastShare >= self.count else { return ColumnValues(take(storage)) }
    var values = ColumnValues(sample.emptied)
    values.taken = TakenRows { take(storage) }
    values.takenCount = count
    return values
  }
}

extension ColumnValues: Hashable {
  static func == (one: ColumnValues, other: ColumnValues) -> Bool { one.storage == other.storage }
  func hash(into hasher: inout Hasher) { hasher.combine(storage) }
}

/// Values that are taken once.
private final class TakenRows: Sendable {
  /// What is still to be done, with all that it holds; nil once it is.
  private let pending: Mutex<(@Sendable () -> ColumnStorage)?>
  private let found = AtomicLazyReference<FoundRows>()

  init(_ take: @escaping @Sendable () -> ColumnStorage) { pending = Mutex(take) }

  var storage: ColumnStorage {
    if let found = found.load() { return found.storage }
    return pending.withLock { take in
      if let found = found.load() { return found.storage }
      let storage = take?() ?? .numbers([])
      take = nil
      return found.storeIfNil(FoundRows(storage)).storage
    }
  }
}

/// Values that were taken.
private final class FoundRows: Sendable {
  let storage: ColumnStorage
  init(_ storage: ColumnStorage) { self.storage = storage }
}
