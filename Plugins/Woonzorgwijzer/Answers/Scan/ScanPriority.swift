import WorkbenchKit

/// What to do first in an area: a rule of ours, not of the source.
///
/// What is absent or partly there and serves a group according to the circle comes in this order: the most groups first; of as
/// many groups absent before partly; else as the source lists the blocks. What serves nobody yet, and what is unknown, has no
/// place in it: there the circle is asked first.
enum ScanPriority {
  struct Candidate: Sendable, Hashable {
    let block: String
    let status: BlockStatus
    /// How many groups it serves.
    let groups: Int
  }

  static let rule = Text(
    nl:
      "Wat eerst (onze regel, niet die van de bron): van wat afwezig of deels is, wat de meeste doelgroepen dient volgens de kring; bij gelijk aantal eerst wat er niet is.",
    en:
      "What first (our rule, not the source's): of what is absent or partly there, what serves most groups according to the circle; with as many groups what is absent first."
  )

  /// Returns the blocks to be done, first things first.
  static func order(_ candidates: [Candidate]) -> [String] {
    let due = candidates.enumerated().filter { _, one in
      one.groups > 0 && (one.status == .absent || one.status == .partly)
    }
    return due.sorted { first, second in
      if first.element.groups != second.element.groups { return first.element.groups > second.element.groups }
      if first.element.status != second.element.status { return first.element.status == .absent }
      return first.offset < second.offset
    }.map(\.element.block)
  }
}
