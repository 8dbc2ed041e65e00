import WorkbenchKit

/// Looks for personal data in the lines of a notebook that is about to be kept.
public enum PersonalLines {
  /// What stands in a line of the file, never what it says.
  public struct Finding: Sendable, Hashable {
    /// From 1.
    public let line: Int
    public let kind: PersonalKind
  }

  /// Returns what was found in prose, cells and outputs. A number counts as a BSN as soon as it passes the eleven test: in a text there is
  /// no column to compare it with.
  public static func findings(in notebook: Notebook) -> [Finding] {
    notebook.text.lines.enumerated().flatMap { index, line -> [Finding] in
      // Digests are digits as well.
      if CodeFence(opening: line.content)?.word == "output" || line.content.hasPrefix("<!-- output") { return [] }
      let words = [line.content] + line.content.split { " \t\"'|,;=()".contains($0) }.map(String.init)
      let kinds = words.flatMap { word in
        // Named after a person, one number is enough.
        PersonalData.findings(in: Table(columns: [.texts("klant", [word])])).map(\.kind)
      }
      return PersonalKind.allCases.filter(kinds.contains).map { Finding(line: index + 1, kind: $0) }
    }
  }
}
