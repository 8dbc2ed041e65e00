import WorkbenchKit

/// All that the host itself can do with tables.
public enum StageCatalogue {
  /// The words behind `to`.
  public static var forms: [String] { TextForm.allCases.map(\.rawValue) }

  /// Returns the stages and commands.
  ///
  /// - Parameters:
  ///   - forms: how a table is written as text.
  ///   - lacksMemory: whether so many bytes are more than there are; nil where it is found out.
  public static func all(
    forms: TextForms, lacksMemory: (@Sendable (Int) -> Bool)? = nil
  ) -> (stages: [any Stage], commands: [any Command]) {
    (
      stages: [
        Where(), Select(), Sort(), Top(), Rename(), Derive(), Group(), Join(), Pivot(), Unpivot(), Count(), Describe(),
        PlanStage(),
        ChartStage(),
        To(forms: forms), ProportionalFitting(), Cohort(), FayHerriotStage(),
        RankWeightedSum(), RankTopsis(), RankVikor(), RankPromethee(), RankAcceptability(), WeighPairwise(),
        WeighRanks(), WeighPoints(), WeighEntropy(), ClusterStage(), DistanceStage(), KanoStage(),
      ],
      commands: [Read(lacksMemory: lacksMemory), Contents(), CalcWilson(), CalcFunnel(), CalcRatio()]
    )
  }
}
