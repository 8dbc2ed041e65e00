import WorkbenchKit

/// `--by ROLE` and `--case NAME`, for every command that reads or keeps what people say.
struct SpeakerArguments: ArgumentGroup {
  let by = Argument<String?>.by
  let name = Argument<String?>.caseName
}

extension Given<SpeakerArguments> {
  /// Who speaks; the usual one where nobody is named.
  var role: String { self.by ?? CircleAnswers.usual }
  /// On what case; the usual one where none is named.
  var caseName: String { self.name ?? CircleAnswers.usual }

  func interview(in context: Context) throws -> Interview { try Interview(with: role, on: caseName, in: context) }
}

extension Argument<String?> {
  static var by: Argument {
    Argument(
      flag: "by", .role,
      about: Text(
        nl: "de rol die dit zegt: wethouder, corporatie, …",
        en: "the role that says so: wethouder (alderman), corporatie (housing corporation), …"),
      candidates: { context in
        ((try? CircleAnswers(context.workspace))?.roles ?? [])
          .union(["wethouder", "beleid", "corporatie", "zorgaanbieder", "bewoners"]).subtracting([CircleAnswers.usual])
          .sorted().map { Candidate($0) }
      })
  }

  static var caseName: Argument {
    Argument(
      flag: "case", .words.map(or: "") { $0.trimmedOfPadding.lowercased() },
      about: Text(nl: "de casus, als er meer dan één is", en: "the case, where there are more"),
      candidates: { context in
        ((try? CircleAnswers(context.workspace))?.names ?? []).filter { $0 != CircleAnswers.usual }
          .map { Candidate($0) }
      })
  }
}
