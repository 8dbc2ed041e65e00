/// What arrangements cost by complexity and intensity.
struct ArrangementHistory: Sendable {
  struct Cell: Sendable, Hashable {
    let complexity: String
    let intensity: String
    var clients: Double
    /// Of all its clients together, in euros.
    var cost: Double

    /// Of one client; NaN without clients.
    var mean: Double { clients > 0 ? cost / clients : .nan }
  }

  /// In the order in which they first came.
  private(set) var cells: [Cell] = []

  mutating func add(complexity: String, intensity: String, clients: Double, cost: Double) {
    if let place = cells.firstIndex(where: { $0.complexity == complexity && $0.intensity == intensity }) {
      cells[place].clients += clients
      cells[place].cost += cost
    } else {
      cells.append(Cell(complexity: complexity, intensity: intensity, clients: clients, cost: cost))
    }
  }

  var clients: Double { cells.reduce(0) { $0 + $1.clients } }
  /// The mean of the cells, weighted by their clients; NaN without clients.
  var mean: Double { clients > 0 ? cells.reduce(0) { $0 + $1.cost } / clients : .nan }

  /// Which part of the variance between the cells a grouping tells apart (η²), 0 through 1; NaN where they are all the same.
  func explained(by key: (Cell) -> String) -> Double {
    let known = cells.filter { $0.clients > 0 }
    let centre = mean
    let whole = known.reduce(0) { $0 + $1.clients * ($1.mean - centre) * ($1.mean - centre) }
    guard whole > 1e-9 * centre * centre else { return .nan }
    var between = 0.0
    for group in Dictionary(grouping: known, by: key).values {
      let clients = group.reduce(0) { $0 + $1.clients }
      let own = group.reduce(0) { $0 + $1.cost } / clients
      between += clients * (own - centre) * (own - centre)
    }
    return between / whole
  }
}
