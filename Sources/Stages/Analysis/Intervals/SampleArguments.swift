import WorkbenchKit

/// How much of a distribution lies between two limits.
struct LevelArguments: ArgumentGroup {
  let level = Argument(
    flag: "level",
    ArgumentKind.share.map(or: 0.95) { share in
      guard share > 0, share < 1 else {
        let shown = NumberText.shortest(share)
        throw Diagnostic(
          "argument.range",
          Text(nl: "\(shown) valt buiten wat 'level' kan zijn", en: "\(shown) is outside what 'level' can be"),
          wayOut: Text(nl: "tussen 0 en 1, of tussen 0% en 100%", en: "between 0 and 1, or between 0% and 100%"))
      }
      return share
    }, default: "0.95", about: Text(nl: "de zekerheid", en: "the confidence"))
}

/// The size of a group or sample, and the level.
struct SampleArguments: ArgumentGroup {
  let size = Argument(
    requiredFlag: "n", .number(1...1e15, unit: .persons),
    about: Text(nl: "hoe groot de groep of steekproef is", en: "how large the group or sample is"))
  let certainty = LevelArguments()
}
