import WorkbenchKit

extension Notebook {
  /// Returns the notebook with other values in its front matter; nothing but those values changes, to the byte.
  ///
  /// - Parameter path: as the filled one is to be called.
  /// - Throws: `notebook.head` where the front matter is written so that a value has no place of its own in it, such as behind a `*`.
  public func filled(with filling: FrontMatterFilling, path: String) throws -> Notebook {
    let yaml = text.lines[..<max(headLength - 1, 0)].dropFirst().map(\.content).joined(separator: "\n")
    var edit = FrontMatterEdit(yaml)
    if let root = try YAMLNode.parse(yaml) { edit.fill(root, filling, head) } else { edit.begin(filling) }
    guard edit.changes else { return try Notebook(source, path: path) }
    var lines = edit.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      NotebookText.Line(content: String($0), ending: text.ending)
    }
    let fence = NotebookText.Line(content: "---", ending: text.ending)
    lines = headLength == 0 ? [fence] + lines + [fence] : [text.lines[0]] + lines + [text.lines[headLength - 1]]
    let filled = try? Notebook(NotebookText.joined(lines + text.lines[headLength...]), path: path)
    guard let filled, holds(filled, filling) else { throw unfillable(path) }
    return filled
  }

  /// Whether the filled notebook says what it was filled in with, and else what this one does.
  private func holds(_ filled: Notebook, _ filling: FrontMatterFilling) -> Bool {
    let (old, new) = (head, filled.head)
    return new.seed == filling.seed ?? old.seed && new.language == filling.language ?? old.language
      && new.title == old.title && new.requirements.map(\.plugin) == old.requirements.map(\.plugin)
      && new.parameters.count == old.parameters.count
      && zip(old.parameters, new.parameters).allSatisfy { before, after in
        after.name == before.name && after.kind == before.kind && after.choices == before.choices
          && after.fallback == filling.values[before.name] ?? before.fallback
      }
      && filled.cells.map(\.code) == cells.map(\.code)
  }

  private func unfillable(_ path: String) -> Diagnostic {
    Diagnostic(
      "notebook.head",
      Text(
        nl: "in de kop van '\(name)' zijn deze waarden niet in te vullen",
        en: "these values cannot be filled in in the front matter of '\(name)'"),
      wayOut: Text(
        nl: "schrijf elke parameter in de kop voluit, zonder & en *",
        en: "write every parameter in the front matter in full, without & and *"),
      place: Place(source: self.path, line: 1, column: 1))
  }
}
