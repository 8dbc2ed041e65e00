/// One area that a command works on: a row of a year, or several buurten under a name of the user's own.
struct Area: Sendable, Hashable {
  /// Where in the atlas the figures of a code stand.
  struct Place: Sendable, Hashable {
    let code: String
    let year: Int
    let row: Int
  }

  let code: String
  let name: String
  let level: AreaLevel
  let municipality: String?
  /// The row of an ordinary area.
  let place: Place?
  /// The rows of an own area's buurten, those that are loaded.
  var parts: [Place] = []
  /// The codes of an own area's buurten, loaded or not.
  var partCodes: [String] = []
  /// The way down to a small area, whose code does not tell it; nil for all others.
  var way: String?

  var isOwn: Bool { level == .eigen }
  /// The codes that its figures are of: its own, or those of its buurten.
  var members: [String] { isOwn ? partCodes : [code] }
  var places: [Place] { isOwn ? parts : place.map { [$0] } ?? [] }
}
