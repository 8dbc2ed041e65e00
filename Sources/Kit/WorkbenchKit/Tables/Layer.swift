/// How soon a block of an answer is shown at a prompt; a script, a pipe, a file, a page and JSON have every block.
///
/// Where a block names none, its shape decides: the first headings, sentences and figures with the first table or picture are
/// seen first, cautions in a line each; what is good to know and what comes after belongs to the rest, publications to the origin.
public enum Layer: Sendable, Hashable {
  /// What must be seen: on the first screen.
  case first
  /// The rest of it, which `more` and `--full` show.
  case rest
  /// Where it comes from.
  case origin
}
