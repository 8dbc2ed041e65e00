import WorkbenchKit

/// Parameters of what the circle gives, and the values that come of them.
enum NeedParameters {
  static let giver: [Parameter] = [
    .flag(
      "by", .text,
      about: Text(
        nl: "de rol die dit zegt: gemeente, corporatie, …", en: "the role that says so: gemeente, corporatie, …"),
      candidates: NeedWords.roleCandidates),
    .flag(
      "source", .text,
      about: Text(
        nl: "waar het vandaan komt, zoals 'Wmo-registratie 2024'",
        en: "where it comes from, such as 'Wmo register 2024'")),
  ]

  /// Who gave a figure.
  ///
  /// - Throws: `argument.missing` where neither is given, `role.name`, `source.name`.
  static func giver(_ call: Call) throws -> Giver {
    try Giver(
      role: call.text("by").map { try NeedWords.role($0, at: call.place(of: "by")) }, source: call.text("source"),
      sourcePlace: call.place(of: "source"), at: call.place)
  }

  static let threshold: [Parameter] = [
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

  static func threshold(_ call: Call) -> Threshold {
    Threshold(grade: call.text("threshold").flatMap(Necessity.init) ?? .necessary, countsStated: call.flag("stated"))
  }
}
