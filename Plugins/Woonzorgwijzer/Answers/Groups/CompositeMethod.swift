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

    /// The share and its variance among so many people; nil where there are none.
    func figures(people: Double) -> (share: Double, variance: Double)? {
      guard people > 0 else { return nil }
      if !share.isNaN { return (share, shareSD * shareSD) }
      return (estimate / people, sd * sd / (people * people))
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

  /// A model of one group.
  struct Model {
    let fit: FayHerriot
    /// Whether the synthetic share goes in beside the intercept.
    let usesRates: Bool

    /// - Parameter rate: the synthetic share of the area.
    func estimate(_ direct: (share: Double, variance: Double)?, rate: Double) -> FayHerriot.AreaEstimate {
      let row = usesRates ? [1, rate] : [1]
      return direct.map { fit.estimate(direct: $0.share, samplingVariance: $0.variance, predictors: row) }
        ?? fit.estimate(predictors: row)
    }
  }

  /// Fits shares on the synthetic share; where this is missing or the same in all areas, on the mean alone.
  ///
  /// - Throws: `composite.few`, `composite.unusable`.
  static func fit(
    _ group: String, _ sample: [(share: Double, variance: Double, rate: Double)]
  ) throws -> Model {
    let hasRates = sample.allSatisfy { !$0.rate.isNaN }
    for usesRates in hasRates ? [true, false] : [false] {
      do {
        let fit = try FayHerriot(
          direct: sample.map(\.share), samplingVariances: sample.map(\.variance),
          predictors: Matrix(sample.map { usesRates ? [1, $0.rate] : [1] }))
        return Model(fit: fit, usesRates: usesRates)
      } catch {
        switch error {
        case .dependent where usesRates, .tooFewAreas where usesRates: continue
        case .tooFewAreas(let areas, let coefficients):
          throw Diagnostic(
            "composite.few",
            Text(
              nl:
                "doelgroep '\(group)' heeft \(areas) gebieden met een directe telling; er zijn er meer dan \(coefficients) nodig",
              en: "target group '\(group)' has \(areas) areas with a direct count; it takes more than \(coefficients)"),
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
      id: "datta-lahiri-2000", title: "A unified measure of uncertainty of estimated best linear unbiased predictors",
      publisher: "Datta & Lahiri, Statistica Sinica 10", date: "2000"),
  ]
}
