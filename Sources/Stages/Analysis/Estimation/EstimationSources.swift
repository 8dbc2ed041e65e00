import WorkbenchKit

/// The publications that the estimates come from, for `why`.
enum EstimationSources {
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
  static let adjustedVariance = Source(
    id: "yoshimori-lahiri-2014",
    title: "Yoshimori & Lahiri: A new adjusted maximum likelihood method for the Fay-Herriot small area model",
    publisher: "Journal of Multivariate Analysis 124", date: "2014")
  static let adjustedInterval = Source(
    id: "yoshimori-lahiri-2014b",
    title: "Yoshimori & Lahiri: A second-order efficient empirical Bayes confidence interval",
    publisher: "Annals of Statistics 42", date: "2014")
  static let interval = Source(
    id: "datta-rao-smith-2005",
    title:
      "Datta, Rao & Smith: On measuring the variability of small area estimators under a basic area level model",
    publisher: "Biometrika 92", date: "2005")
  static let arcsine = Source(
    id: "brown-cai-zhou-2010", title: "Brown, Cai & Zhou: Nonparametric regression in exponential families",
    publisher: "Annals of Statistics 38", date: "2010")
}
