import WorkbenchKit

extension Column {
  private static let rates: Set<String> = [
    "percentage", "perc", "pct", "percent", "proc", "procent", "aandeel", "share", "rate", "ratio", "quote", "graad",
    "dichtheid", "density", "gem", "gemiddeld", "gemiddelde", "mean", "average", "avg", "per",
  ]

  /// Whether its numbers are shares, percentages or means of wholes that may differ in size: by their unit, by how they are shown, or
  /// by a word in their name, as `p_koopw`, `perc_65plus` and `aandeel huur` have it.
  var isRate: Bool {
    guard numbers != nil else { return false }
    if unit == .share || unit == .percent { return true }
    if case .share = format { return true }
    if name.contains("%") { return true }
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.first == "p" && words.count > 1 || words.contains { Self.rates.contains($0) }
      || words.contains { $0.hasPrefix("percentage") || $0.hasPrefix("gemiddelde") }
  }

  /// Whether it is a column of a publication, named with its number (`Eenzaam_28`), whose figures can be percentages or means of areas.
  var isPublishedRate: Bool {
    guard let numbers, let mark = name.lastIndex(of: "_"), Int(name[name.index(after: mark)...]) != nil else {
      return false
    }
    let known = numbers.filter { !$0.isNaN }
    return known.allSatisfy { (0...100).contains($0) } && known.contains { $0 != $0.rounded() }
  }

  /// What has to be known of a mean in which rows that are rates count the same.
  ///
  /// - Parameter figure: what the mean is called.
  func unweightedNotice(_ figure: String) -> Notice {
    .caution(
      nl: "'\(figure)' telt elke rij even zwaar; zijn de rijen niet even groot, weeg dan met --weight KOLOM",
      en: "in '\(figure)' every row counts the same; where rows differ in size, weigh them with --weight COLUMN")
  }
}
