/// The levels at which the headings of a page stand: each at most one below the one over it, whatever their authors counted from.
public struct PageOutline: Sendable {
  /// The level of a heading that stands under nothing.
  private let top: Int
  /// What the headings over the next one were called by their authors.
  private var open: [Int] = []

  public init(top: Int) { self.top = top }

  /// Returns the level at which the next heading stands.
  public mutating func level(of heading: Int) -> Int {
    while let last = open.last, last >= heading { open.removeLast() }
    open.append(heading)
    return min(top + open.count - 1, 6)
  }
}
