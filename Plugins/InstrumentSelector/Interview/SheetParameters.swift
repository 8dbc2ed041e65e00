import WorkbenchKit

/// `--by ROLE` and `--case NAME`, for every command that reads or keeps what people say.
enum SheetParameters {
  static let by = Parameter.flag(
    "by", .text,
    about: Text(
      nl: "de rol die dit zegt: wethouder, corporatie, …",
      en: "the role that says so: wethouder (alderman), corporatie (housing corporation), …"),
    candidates: { context in
      let known = (try? CircleAnswers(context.workspace)).map { circle in
        circle.names.flatMap { circle.roles($0).map(\.role) }
      }
      return Set((known ?? []) + ["wethouder", "beleid", "corporatie", "zorgaanbieder", "bewoners"]).sorted()
        .filter { $0 != CircleAnswers.usual }.map { Candidate($0) }
    })
  static let name = Parameter.flag(
    "case", .text, about: Text(nl: "de casus, als er meer zijn", en: "the case, where there are more"),
    candidates: { context in
      ((try? CircleAnswers(context.workspace))?.names ?? []).filter { $0 != CircleAnswers.usual }.map { Candidate($0) }
    })

  /// - Throws: `role.name` for what is empty, too long, or looks like a person's address or number.
  static func role(_ call: Call) throws -> String? {
    guard let word = call.text("by") else { return nil }
    let role = word.trimmingBlanks.lowercased()
    let digits = role.utf8.count { (48...57).contains($0) }
    guard role.isEmpty || role.count > 40 || role.contains("@") || digits > 4 else { return role }
    throw Diagnostic(
      "role.name", Text(nl: "'\(word)' kan geen rol zijn", en: "'\(word)' cannot be a role"),
      wayOut: Text(
        nl: "geef een rol zoals wethouder of corporatie, geen persoon",
        en: "give a role such as wethouder (alderman) or corporatie (housing corporation), not a person"),
      place: call.place(of: "by"))
  }

  static func name(_ call: Call) -> String {
    call.text("case").map { $0.trimmingBlanks.lowercased() } ?? CircleAnswers.usual
  }
}
