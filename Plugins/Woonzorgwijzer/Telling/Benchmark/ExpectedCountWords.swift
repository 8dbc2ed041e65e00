import WorkbenchKit

extension ExpectedCount {
  /// "Het zijn er dus 1,11 keer zoveel. Dat is meer dan toeval verklaart: 59,1 % tegen grenzen van 49,6 % tot 57,2 %."
  var verdict: Text {
    let words =
      switch position {
      case "above": Text(nl: "Dat is meer dan toeval verklaart", en: "That is more than chance explains")
      case "below": Text(nl: "Dat is minder dan toeval verklaart", en: "That is fewer than chance explains")
      default: Text(nl: "Dat kan toeval zijn", en: "That may be chance")
      }
    let (limits, times, share) = (funnel, Text.number(ratio, decimals: 2), Text.share(rate))
    let (low, high) = (Text.share(limits.low), Text.share(limits.high))
    return Text(
      nl:
        "Het zijn er dus \(times.nl) keer zoveel. \(words.nl): \(share.nl) tegen grenzen van \(low.nl) tot \(high.nl).",
      en:
        "So there are \(times.en) times as many. \(words.en): \(share.en) against limits from \(low.en) to \(high.en).")
  }
}
