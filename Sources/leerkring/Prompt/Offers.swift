import Rendering
import Session
import WorkbenchKit

/// What is offered after an answer: the next step of the tour, or what people ask next. Tab on an empty line types it.
final class Offers {
  private let person: PersonSettings
  private(set) var tour: Tour?
  /// The line that Tab types.
  private(set) var line: String?
  private var about: Text?
  /// The lines that were answered, word by word: what was asked is not offered again.
  private var answered: Set<[Substring]> = []

  init(_ person: PersonSettings) { self.person = person }

  /// How many lines below an answer are kept for what may be offered after it: of the tour what the step that is due takes, or
  /// the one after it, where the line that is run is the step.
  func reserved(_ language: Language, columns: Int) -> Int {
    guard let tour else { return person.givesHints ? 1 : 0 }
    return [tour.position, tour.position + 1].map { position in
      let shown = Self.wrapped(Self.text(of: position)(language), columns)
      return shown.count + (position < Tour.steps.count ? 1 : 0)
    }.max() ?? 0
  }

  /// Begins the tour at a step, counted from 0, or ends it.
  func guide(_ tour: Tour?) { self.tour = tour }

  /// Takes what a line gave that went well.
  func take(_ result: RunResult) {
    if let step = tour?.step, Self.words(step.line) == Self.words(result.line) { tour?.position += 1 }
    answered.insert(Self.words(result.line))
    if let tour {
      offer(tour.step?.line, Self.text(of: tour.position))
      if tour.step == nil { self.tour = nil }
    } else if person.givesHints, let next = result.next.first(where: { !answered.contains(Self.words($0.word)) }) {
      offer(next.word, next.about)
    } else {
      offer(nil, nil)
    }
  }

  /// What is shown of the offer; nothing where there is none.
  func shown(_ language: Language, columns: Int) -> [String] {
    let about = about.map { $0(language) }
    guard let line else { return about.map { Self.wrapped($0, columns) } ?? [] }
    let typed = "→ \(Sanitizer.line(line))"
    if tour != nil { return Self.wrapped(about ?? "", columns) + ["\(typed)   (Tab, Enter)"] }
    let whole = "\(typed)   \(about ?? "") (Tab)"
    // Tab types all of it, however much of it stands here.
    return [DisplayWidth.of(whole) < columns ? whole : DisplayWidth.truncated(typed, to: columns - 1)]
  }

  /// What is said of a step; past the last one that the tour is over.
  private static func text(of position: Int) -> Text {
    guard position < Tour.steps.count else {
      return Text(
        nl: "Dat was de rondleiding. 'help WOORD' zoekt verder.", en: "That was the tour. 'help WORD' looks further.")
    }
    let count = "\(position + 1)/\(Tour.steps.count)"
    return Text(nl: "Rondleiding \(count). ", en: "Tour \(count). ") + Tour.steps[position].about
  }

  private static func wrapped(_ text: String, _ columns: Int) -> [String] {
    DisplayWidth.wrapped(text, to: columns - 1)
  }

  private func offer(_ line: String?, _ about: Text?) {
    self.line = line
    self.about = about
  }

  private static func words(_ line: String) -> [Substring] { line.split(separator: " ") }
}
