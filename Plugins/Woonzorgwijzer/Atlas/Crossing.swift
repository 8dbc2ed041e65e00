/// By which bridge, and which of its files, a figure was carried over from the areas of another year.
struct Crossing: Sendable, Hashable {
  /// The table that holds it: `wzw.bridge.2020.2024`.
  let bridge: String
  let record: Int
}
