import WorkbenchKit

/// What becomes of one part where two copies of a workspace went on apart.
enum PartMerge {
  case keep
  case take
  case conflict

  /// - Parameters:
  ///   - ours: the part here; nil for absent.
  ///   - theirs: the part in the copy.
  ///   - bases: the states of the part that both have known: where the two parted, or what one took over from the other since.
  init(_ name: PartName, ours: Part?, theirs: Part?, bases: [Part?]) {
    let isSame = { (one: Part?, other: Part?) in Self.isSame(one, other, name) }
    if isSame(ours, theirs) {
      self = .keep
      return
    }
    let (isOurs, isTheirs) = (bases.contains { isSame(ours, $0) }, bases.contains { isSame(theirs, $0) })
    // Where each has what the other had before, nobody can tell which was meant.
    self = isTheirs && !isOurs ? .keep : isOurs && !isTheirs ? .take : .conflict
  }

  /// Whether both say the same, whichever steps made what a result read.
  static func isSame(_ one: Part?, _ other: Part?, _ name: PartName) -> Bool {
    if one == other { return true }
    guard name.section == .results, let one = try? one?.json(), let other = try? other?.json() else { return false }
    return withoutReads(one) == withoutReads(other)
  }

  private static func withoutReads(_ json: JSON) -> JSON {
    guard case .object(var members) = json, case .object(var from)? = members["provenance"] else { return json }
    from["reads"] = .object((from["reads"]?.object ?? [:]).mapValues { _ in .null })
    members["provenance"] = .object(from)
    return .object(members)
  }
}
