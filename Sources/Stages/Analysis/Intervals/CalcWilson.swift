import Methods
import WorkbenchKit

/// `calc wilson --share P --n N`: the interval of a share from a sample.
struct CalcWilson: Command {
  struct Arguments: Sendable {
    let share = Argument(
      requiredFlag: "share", .share,
      about: Text(nl: "het gevonden aandeel: 0.12 of 12%", en: "the share found: 0.12 or 12%"))
    let sample = SampleArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "calc wilson", aliases: ["reken wilson"],
    summary: Text(
      nl: "het interval van een aandeel uit een steekproef", en: "the interval of a share from a sample"),
    details: Text(
      nl:
        "Het scoreinterval van Wilson (1927): ook bij kleine groepen en bij 0 % en 100 % bruikbaar, en nooit buiten 0 tot 1.",
      en: "The score interval of Wilson (1927): fit for small groups and for 0% and 100% too, and never outside 0 to 1."
    ),
    examples: [
      .init("calc wilson --share 0.12 --n 200", Text(nl: "12 % van 200 mensen", en: "12% of 200 people")),
      .init(
        "calc wilson --share 1.2 --n 200", Text(nl: "een aandeel is hoogstens 1", en: "a share is 1 at most"),
        failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let interval = wilsonInterval(
      share: given.share, count: given.sample.size, level: given.sample.certainty.level)
    context.workspace.note(IntervalSources.wilson)
    return Output(Facts(shares: interval))
  }
}

extension Facts {
  /// The two limits of a share.
  init(shares interval: Interval) {
    self.init()
    add("low", .number(interval.low, unit: .share), label: Text(nl: "laag", en: "low"), format: .share(2))
    add("high", .number(interval.high, unit: .share), label: Text(nl: "hoog", en: "high"), format: .share(2))
  }
}
