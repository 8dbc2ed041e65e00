import LineEditing
import Rendering
import Session
import WorkbenchKit

/// What a person sees of a completion when several words fit: one a line where there is something to say of them,
/// else side by side; a screen at a time.
struct CompletionList {
  let language: Language
  let columns: Int
  let rows: Int

  /// Returns the lines of one screen of candidates.
  ///
  /// - Parameter page: from 0; after the last one the first comes again.
  func lines(_ candidates: [Candidate], page: Int) -> [String] {
    let all = candidates.contains { $0.about != nil } ? described(candidates) : sideBySide(candidates)
    let room = max(3, rows - 4)
    guard all.count > room else { return all }
    let pages = (all.count + room - 1) / room
    let start = page % pages * room
    let shown = all[start..<min(start + room, all.count)]
    let left = all.count - shown.endIndex
    let more =
      left > 0
      ? Text(nl: "  … en nog \(left); Tab toont meer", en: "  … and \(left) more; Tab shows them")
      : Text(nl: "  dat was alles", en: "  that was all")
    return shown + [DisplayWidth.truncated(more(language), to: columns - 1)]
  }

  private func described(_ candidates: [Candidate]) -> [String] {
    let words = candidates.map { Sanitizer.line($0.word) }
    let width = min(words.map(DisplayWidth.of).max() ?? 0, columns / 2)
    return zip(words, candidates).map { word, candidate in
      let about = candidate.about.map { Sanitizer.line($0(language)) } ?? ""
      return DisplayWidth.truncated("  \(DisplayWidth.padded(word, to: width))  \(about)", to: columns - 1)
    }
  }

  private func sideBySide(_ candidates: [Candidate]) -> [String] {
    let words = candidates.map { DisplayWidth.truncated(Sanitizer.line($0.word), to: columns - 4) }
    let width = (words.map(DisplayWidth.of).max() ?? 0) + 2
    let count = max(1, (columns - 2) / width)
    return stride(from: 0, to: words.count, by: count).map { start in
      "  " + words[start..<min(start + count, words.count)].map { DisplayWidth.padded($0, to: width) }.joined()
    }
  }
}
