import Language
import WorkbenchKit

extension Registry {
  /// Returns the error that tells which word of a stage is not known, and which was meant.
  func unknown(_ stage: StageWords, in line: SourceLine) -> Diagnostic {
    var path: [String] = []
    for word in stage.words {
      let known = following(path)
      guard let bare = word.bare else {
        return path.isEmpty ? notACommand(word, line) : verbMissing(path, after: stage, line)
      }
      if known.contains(bare) {
        path.append(bare)
        continue
      }
      if known.isEmpty { break }
      return unknown(bare, after: path, known, at: line.place(word.range))
    }
    return verbMissing(path, after: stage, line)
  }

  private func unknown(_ word: String, after path: [String], _ known: [String], at place: Place) -> Diagnostic {
    let nearest = NearestWord.rank(word, among: known)
    let noun = path.joined(separator: " ")
    let message =
      path.isEmpty
      ? Text(nl: "'\(word)' is geen opdracht", en: "'\(word)' is not a command")
      : Text(nl: "'\(noun)' kent geen '\(word)'", en: "'\(noun)' has no '\(word)'")
    let help = path.isEmpty ? "help" : "help \(noun)"
    return Diagnostic(
      "command.unknown", message,
      wayOut: Text(nl: "'\(help)' toont wat er is", en: "'\(help)' shows what there is"),
      suggestion: nearest.first, candidates: nearest.count > 1 ? nearest.prefix(3).map { Candidate($0) } : [],
      place: place)
  }

  private func notACommand(_ word: Word, _ line: SourceLine) -> Diagnostic {
    Diagnostic(
      "command.unknown",
      Text(
        nl: "een regel begint met een opdracht, niet met een waarde", en: "a line begins with a command, not a value"),
      wayOut: Text(nl: "'help' toont wat er is", en: "'help' shows what there is"),
      place: line.place(word.range))
  }

  private func verbMissing(_ path: [String], after stage: StageWords, _ line: SourceLine) -> Diagnostic {
    let noun = path.joined(separator: " ")
    let listed = verbs(of: path).joined(separator: ", ")
    return Diagnostic(
      "command.incomplete",
      Text(nl: "na '\(noun)' hoort nog een woord", en: "another word is due after '\(noun)'"),
      wayOut: Text(nl: "een van: \(listed)", en: "one of: \(listed)"),
      place: line.place(stage.range))
  }
}
