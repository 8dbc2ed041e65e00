/// What a column of figures holds, whatever name a file gives it.
struct FigureMeaning: Hashable, Sendable {
  let name: String
  /// Whether a list knows it; else its name alone says so, which may stand for several.
  var isKnown = true
}
