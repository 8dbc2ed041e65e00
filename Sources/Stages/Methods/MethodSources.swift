import WorkbenchKit

/// The publications that the general methods come from, for `why`.
enum MethodSources {
  static let proportionalFitting = Source(
    id: "deming-stephan-1940",
    title:
      "Deming & Stephan: On a least squares adjustment of a sampled frequency table when the expected marginal totals are known",
    publisher: "Annals of Mathematical Statistics 11", date: "1940")
  static let cohorts = Source(
    id: "preston-2001", title: "Preston, Heuveline & Guillot: Demography", publisher: "Blackwell", date: "2001",
    place: "chapter 6")
  static let fayHerriot = Source(
    id: "fay-herriot-1979", title: "Fay & Herriot: Estimates of income for small places",
    publisher: "Journal of the American Statistical Association 74", date: "1979")
  static let meanSquaredError = Source(
    id: "datta-lahiri-2000",
    title:
      "Datta & Lahiri: A unified measure of uncertainty of estimated best linear unbiased predictors in small area estimation problems",
    publisher: "Statistica Sinica 10", date: "2000")
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
