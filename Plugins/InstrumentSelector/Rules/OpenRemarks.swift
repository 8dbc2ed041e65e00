import Decisions
import WorkbenchKit

extension OpenOutcomes {
  /// What has to be said where a table is asked on the way to something else: that its rules contradict each other, or that it may
  /// say more than was looked for.
  func remarks(on table: DecisionTable) -> [Text] {
    var remarks: [Text] = []
    if !conflicts.isEmpty {
      remarks.append(
        Text(
          nl: "regels van '\(table.name)' spreken elkaar hier tegen; zie 'rules check \(table.typedName)'",
          en: "rules of '\(table.name)' contradict each other here; see 'rules check \(table.typedName)'"))
    }
    if isCut {
      remarks.append(
        Text(
          nl: "'\(table.name)' kan meer zeggen dan is nagegaan: er is niet verder gezocht",
          en: "'\(table.name)' may say more than was looked at: the search ended"))
    }
    return remarks
  }
}
