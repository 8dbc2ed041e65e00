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

  init(_ person: PersonSettings) { self.person = person }

  /// Whether an answer may be followed by an offer.
  var takesLine: Bool { tour != nil || person.givesHints }

  /// Begins the tour at a step, counted from 0, or ends it.
  func guide(_ tour: Tour?) { self.tour = tour }

  /// Takes what a line gave that went well.
  func take(_ result: RunResult) {
    if let step = tour?.step, Self.words(step.line) == Self.words(result.line) { tour?.position += 1 }
    if let tour, let step = tour.step {
      let count = "\(tour.position + 1)/\(Tour.steps.count)"
      offer(step.line, Text(nl: "Rondleiding \(count). ", en: "Tour \(count). ") + step.about)
    } else if tour != nil {
      tour = nil
      offer(
        nil,
        Text(
          nl: "Dat was de rondleiding. 'help WOORD' zoekt verder.", en: "That was the tour. 'help WORD' looks further.")
      )
    } else if person.givesHints, let next = result.next.first {
      offer(next.word, next.about)
    } else {
      offer(nil, nil)
    }
  }

  /// What is shown of the offer; nothing where there is none.
  func shown(_ language: Language, columns: Int) -> [String] {
    let about = about.map { $0(language) }
    guard let line else { return about.map { DisplayWidth.wrapped($0, to: columns - 1) } ?? [] }
    let typed = "→ \(Sanitizer.line(line))"
    if tour != nil { return DisplayWidth.wrapped(about ?? "", to: columns - 1) + ["\(typed)   (Tab, Enter)"] }
    let whole = "\(typed)   \(about ?? "") (Tab)"
    return [DisplayWidth.of(whole) < columns ? whole : typed]
  }

  private func offer(_ line: String?, _ about: Text?) {
    self.line = line
    self.about = about
  }

  private static func words(_ line: String) -> [Substring] { line.split(separator: " ") }
}
