import WorkbenchKit

/// What git leaves in a file where two people changed the same lines.
enum ConflictMarkers {
  /// - Throws: `notebook.conflict` with the line of the first one.
  static func demandNone(in text: NotebookText, path: String) throws {
    // A row of equals signs alone may stand under a heading.
    guard let line = text.lines.firstIndex(where: { isMarker($0.content, "<") || isMarker($0.content, ">") }) else {
      return
    }
    let content = text.lines[line].content
    throw Diagnostic(
      "notebook.conflict",
      Text(
        nl: "hier staat wat git achterlaat waar twee mensen dezelfde regels veranderden",
        en: "here stands what git leaves where two people changed the same lines"),
      wayOut: Text(
        nl: "kies welke regels blijven, haal <<<<<<<, ======= en >>>>>>> weg, en voer het notitieboek opnieuw uit",
        en: "choose which lines stay, take out <<<<<<<, ======= and >>>>>>>, and run the notebook again"),
      place: Place(source: path, line: line + 1, column: 1, length: content.count, text: content))
  }

  private static func isMarker(_ line: String, _ sign: Character) -> Bool {
    let run = line.prefix { $0 == sign }.count
    return run == 7 && (line.count == 7 || line.dropFirst(7).first == " ")
  }
}
