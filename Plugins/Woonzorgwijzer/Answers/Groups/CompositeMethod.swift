import Methods
import WorkbenchKit

/// The direct counts of a survey, and the model of Fay & Herriot that lets each area lean on what the others show.
struct CompositeMethod {
  /// A direct estimate as a share of the people it is of, and its standard error.
  struct Direct: Sendable, Hashable {
    let estimate: Double
    let sd: Double
    let share: Double
    let shareSD: Double

    /// The share among so many people, on the scale of the model; nil where there are none, or fewer than were counted.
    func share(people: Double) -> ArcsineShare? {
      guard people > 0 else { return nil }
      // The error of a share is that of Wilson's interval, so the sample comes back as it was given.
      if !share.isNaN {
        return ArcsineShare(share: share, sample: max(ArcsineShare.wilsonSample(share, shareSD), 0.25))
      }
      return estimate <= people ? ArcsineShare(share: estimate / people, standardError: sd / people) : nil
    }
  }

  struct Key: Hashable {
    let code: String
    let group: String
  }

  let counts: [Key: Direct]

  /// - Throws: `counts.none` where none are loaded.
  init(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table(ImportedTables.counts) else {
      throw Diagnostic(
        "counts.none",
        Text(nl: "er zijn nog geen directe tellingen ingelezen", en: "no direct counts have been imported yet"),
        wayOut: Text(
          nl: "lees een tabel met area,group,estimate,sd of area,group,share,n in met 'wzw import BESTAND --as counts'",
          en: "import a table with area,group,estimate,sd or area,group,share,n with 'wzw import FILE --as counts'"))
    }
    let codes = try table.require("code").texts ?? []
    let groups = try table.require("group").texts ?? []
    let numbers = try ["estimate", "sd", "share", "share_sd"].map { try table.require($0).numbers ?? [] }
    var counts: [Key: Direct] = [:]
    for row in codes.indices {
      guard let code = codes[row], let group = groups[row] else { continue }
      counts[Key(code: code, group: group)] = Direct(
        estimate: numbers[0][row], sd: numbers[1][row], share: numbers[2][row], shareSD: numbers[3][row])
    }
    self.counts = counts
  }

  /// The codes with a direct count of a group.
  func codes(_ group: String) -> Set<String> { Set(counts.keys.filter { $0.group == group }.map(\.code)) }

  /// A model of one group: shares on the scale of the arcsine of their root, so that no bound leaves 0 through 1.
  struct Model {
    let fit: FayHerriot
    /// Whether the synthetic share goes in beside the intercept.
    let usesRates: Bool

    /// What it says of an area: shares of its people.
    struct Answer {
      let share: Double
      /// NaN where there are too few areas to tell.
      let low: Double
      let high: Double
      /// The weight of the direct count.
      let gamma: Double
      let belief: AreaBelief?
    }

    /// - Parameter rate: the synthetic share of the area.
    func answer(_ direct: ArcsineShare?, rate: Double) -> Answer {
      let row = usesRates ? [1, ArcsineShare.value(of: rate)] : [1]
      let found =
        direct.map { fit.estimate(direct: $0.value, samplingVariance: $0.variance, predictors: row) }
        ?? fit.estimate(predictors: row)
      let belief = fit.belief(direct: direct.map { ($0.value, $0.variance) }, predictors: row)
      let interval = belief?.interval(holding: found.estimate)
      return Answer(
        share: ArcsineShare.meanShare(found.estimate, variance: found.spread),
        low: interval.map { ArcsineShare.share($0.low) } ?? .nan,
        high: interval.map { ArcsineShare.share($0.high) } ?? .nan, gamma: found.gamma, belief: belief)
    }
  }

  /// Fits shares on the synthetic share; where this is missing or the same in all areas, on the mean alone.
  ///
  /// - Throws: `composite.few`, `composite.unusable`.
  static func fit(_ group: String, _ sample: [(direct: ArcsineShare, rate: Double)]) throws -> Model {
    let hasRates = sample.allSatisfy { !$0.rate.isNaN }
    for usesRates in hasRates ? [true, false] : [false] {
      do {
        let fit = try FayHerriot(
          direct: sample.map(\.direct.value), samplingVariances: sample.map(\.direct.variance),
          predictors: Matrix(sample.map { usesRates ? [1, ArcsineShare.value(of: $0.rate)] : [1] }),
          variance: .restrictedAboveNought)
        return Model(fit: fit, usesRates: usesRates)
      } catch {
        switch error {
        case .dependent where usesRates, .tooFewAreas where usesRates: continue
        case .tooFewAreas(let areas, let coefficients):
          throw Diagnostic(
            "composite.few",
            Text(
              nl:
                "doelgroep '\(group)' heeft \(areas) \(areas == 1 ? "gebied" : "gebieden") met een directe telling; er zijn er meer dan \(coefficients) nodig",
              en:
                "target group '\(group)' has \(areas) \(areas == 1 ? "area" : "areas") with a direct count; it takes more than \(coefficients)"
            ),
            wayOut: Text(
              nl: "de tellingen moeten van gebieden van hetzelfde niveau zijn als de vraag",
              en: "the counts must be of areas of the same level as the question"))
        case .dependent, .unusable:
          throw Diagnostic(
            "composite.unusable",
            Text(
              nl: "met de directe tellingen van doelgroep '\(group)' valt niet te rekenen",
              en: "the direct counts of target group '\(group)' cannot be worked with"))
        }
      }
    }
    throw Diagnostic(
      "composite.unusable",
      Text(nl: "doelgroep '\(group)' heeft geen model", en: "target group '\(group)' has no model"))
  }

  static let sources = [
    Source(
      id: "fay-herriot-1979", title: "Estimates of Income for Small Places",
      publisher: "Fay & Herriot, Journal of the American Statistical Association 74", date: "1979"),
    Source(
      id: "yoshimori-lahiri-2014",
      title: "A new adjusted maximum likelihood method for the Fay-Herriot small area model",
      publisher: "Yoshimori & Lahiri, Journal of Multivariate Analysis 124", date: "2014"),
    Source(
      id: "yoshimori-lahiri-2014b", title: "A second-order efficient empirical Bayes confidence interval",
      publisher: "Yoshimori & Lahiri, Annals of Statistics 42", date: "2014"),
    Source(
      id: "brown-cai-zhou-2010", title: "Nonparametric regression in exponential families",
      publisher: "Brown, Cai & Zhou, Annals of Statistics 38", date: "2010"),
    Source(
      id: "datta-rao-smith-2005",
      title: "On measuring the variability of small area estimators under a basic area level model",
      publisher: "Datta, Rao & Smith, Biometrika 92", date: "2005"),
  ]
}
