/// How a count of a table stands.
public enum HeldCell: Sendable, Hashable {
  case shown
  /// Hidden, and the sign may say that it is small.
  case small
  /// Hidden, and the sign says nothing of it.
  case complement
}

/// How much the signs of a row tell of what is hidden in it.
enum HeldSigns: CaseIterable {
  /// Which hidden counts are small and which are not, and that none is nought.
  case telling
  /// That no hidden count is nought, for those show; all others are hidden, so that which one is tells nothing.
  case silent
  /// Nothing: noughts are hidden as well.
  case blind

  /// What a reader knows of a hidden count.
  func bounds(of count: Int, _ threshold: Int) -> ClosedRange<Int> {
    switch self {
    case .telling: count < threshold ? 1...threshold - 1 : threshold...CellNetwork.most
    case .silent: 1...CellNetwork.most
    case .blind: 0...CellNetwork.most
    }
  }

  /// Whether a count is hidden before anything is for the sake of others.
  func hides(_ count: Int, _ threshold: Int) -> Bool {
    switch self {
    case .telling: count > 0 && count < threshold
    case .silent: count > 0
    case .blind: true
    }
  }

  /// What a small count has to be able to be, for all that a reader knows.
  func range(_ threshold: Int) -> ClosedRange<Int> {
    switch self {
    case .telling: 1...threshold - 1
    case .silent: 1...max(2, threshold - 1)
    case .blind: 0...threshold - 1
    }
  }
}
