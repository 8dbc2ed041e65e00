import Session
import WorkbenchKit

/// One thing that a result hangs on and that might be otherwise.
struct Assumption {
  /// Where it stands among the lines that are run anew.
  enum Place {
    /// What `let` remembers by this name, from these lines on.
    case name(String, lines: Set<Int>)
    case setting(String)
    /// A piece of a line, in bytes.
    case piece(line: Int, Range<Int>)
    /// Lines in whose place others come, as another branch has them; they come before the line `at`.
    case lines(Set<Int>, at: Int, others: [ReplayLine])
  }

  /// As a person calls it.
  let name: String
  /// Who says so; nil where nobody is named.
  let party: String?
  let now: Value
  let spread: AssumptionSpread
  let place: Place
  /// The first line that it bears on.
  let start: Int
}
