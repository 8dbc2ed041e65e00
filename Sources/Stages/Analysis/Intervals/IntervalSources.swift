import WorkbenchKit

/// The publications that intervals and ratios come from, for `why`.
enum IntervalSources {
  static let wilson = Source(
    id: "wilson-1927", title: "Wilson: Probable inference, the law of succession, and statistical inference",
    publisher: "Journal of the American Statistical Association 22", date: "1927")
  static let funnel = Source(
    id: "spiegelhalter-2005", title: "Spiegelhalter: Funnel plots for comparing institutional performance",
    publisher: "Statistics in Medicine 24", date: "2005")
  static let standardisation = Source(
    id: "breslow-day-1987", title: "Breslow & Day: Statistical methods in cancer research II", publisher: "IARC",
    date: "1987", place: "chapter 2")
  static let poisson = Source(
    id: "garwood-1936", title: "Garwood: Fiducial limits for the Poisson distribution", publisher: "Biometrika 28",
    date: "1936")
}
