import WorkbenchKit

/// From which grade on a precondition counts as needed, and whether what a text calls needed without a grade counts too.
struct Threshold: Sendable, Hashable {
  let grade: Necessity
  let countsStated: Bool

  static let parameters: [Parameter] = [
    .flag(
      "threshold",
      .choice([
        Candidate("noodzakelijk", Text(nl: "alleen wat noodzakelijk is", en: "only what is necessary")),
        Candidate("zeer-wenselijk", Text(nl: "ook wat zeer wenselijk is", en: "what is very desirable as well")),
        Candidate("prettig", Text(nl: "ook wat prettig is", en: "what is pleasant as well")),
      ]),
      about: Text(nl: "vanaf welke noodzaak iets meetelt", en: "from which necessity on something counts"),
      fallback: "noodzakelijk"),
    .flag(
      "stated",
      about: Text(
        nl: "tel ook mee wat de tekst nodig noemt zonder graad, waar de kring niets zei",
        en: "count also what the text calls needed (nodig) without a grade, where the circle said nothing")),
  ]

  init(grade: Necessity = .necessary, countsStated: Bool = false) {
    self.grade = grade
    self.countsStated = countsStated
  }

  init(_ call: Call) {
    self.init(
      grade: call.text("threshold").flatMap(Necessity.init) ?? .necessary, countsStated: call.flag("stated"))
  }

  func isReached(by value: Necessity?) -> Bool { value.map { $0.rank != nil && $0 >= grade } ?? false }
}
