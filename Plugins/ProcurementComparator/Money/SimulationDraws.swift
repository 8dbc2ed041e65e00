import WorkbenchKit

extension SimulationTables {
  /// The draws and the largest error among the forms.
  func drawn(seed: UInt64) -> [Block] {
    let words = DrawnWords(draws: simulation.draws, seed: seed)
    func largest(_ figures: [DrawnFigure]) -> Double {
      figures.flatMap { figure in simulation.outcomes.map { figure.of($0).error } }.filter { !$0.isNaN }.max() ?? 0
    }
    let means = largest([.municipalityMean, .providerMean, .expectedLoss, .expectedOver])
    let (worst, chances) = (largest([.municipalityWorst]), largest([.chanceOver, .chanceOfLoss]))
    var errors: [(what: Text, size: Text)] = []
    if means > 0 { errors.append((Text(nl: "een gemiddelde", en: "a mean"), Text.euros(DrawnWords.short(means)))) }
    if worst > 0 {
      errors.append((Text(nl: "de slechtste 5 %", en: "the worst 5%"), Text.euros(DrawnWords.short(worst))))
    }
    if chances > 0 {
      errors.append((Text(nl: "een kans", en: "a chance"), DrawnWords.size(chances, isShare: true)))
    }
    return [
      words.notice(errors),
      .facts(
        words.facts(
          DrawnFigure.allCases.map { figure in
            (figure.rawValue, simulation.outcomes.map { figure.of($0).error })
          })),
    ]
  }
}
