import WorkbenchKit

/// An answer as it is told: what shows, what has to be known of it, and what it comes from.
struct Told {
  var shown: [Block] = []
  private(set) var notices: [Notice] = []
  /// The publications; nil where none are listed.
  var sources: [Source]?
  /// The files and columns behind the figures, in words.
  var origins: [String] = []
  /// How the figures were worked out; nil where nothing was.
  var method: String?
  /// What it comes down to, for a page that begins with it; nil where no figure can be told.
  var answer: Text?

  /// Adds what is said beside what shows.
  mutating func say(_ blocks: [Block]) {
    notices += blocks.compactMap { if case .notice(let notice) = $0 { notice } else { nil } }
  }

  var blocks: [Block] { shown + notices.map(Block.notice) + (sources.map { [.sources($0)] } ?? []) }
}
