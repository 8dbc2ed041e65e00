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
}
