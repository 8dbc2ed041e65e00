import WorkbenchKit

extension WorkspaceHandle {
  /// Keeps what a circle decided. Where something of it rests on kept results it is offered as well, so that who recalls a source finds
  /// what was decided on it.
  func store(_ list: DecisionList, of circle: Circle) {
    setDocument("decisions.\(circle.id)", to: list.json)
    if list.decisions.contains(where: { !$0.rests.isEmpty }) {
      setTable(DecisionTable.offered, to: DecisionTable.offered(list.decisions))
    }
  }
}
