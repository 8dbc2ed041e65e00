import Testing
import WorkbenchKit
import WorkbenchTesting

/// Works out of sums what follows from them: every count that shows is an equation, and what the equations fix is known.
struct SumAttack {
  private let groups: [(provider: String, domain: String, counts: [Int])]
  /// Each with which of the unknowns it adds up, and to what.
  private var equations: [([Double], Double)] = []

  /// - Parameter groups: of each provider and domain what came of its goals: four unknowns.
  init(_ groups: [(String, String, [Int])]) { self.groups = groups.map { ($0.0, $0.1, $0.2) } }

  private var unknowns: Int { groups.count * 4 }

  /// Takes up an answer: its rows, and what it says of all.
  mutating func note(_ output: Output) {
    if let table = output.table {
      let (providers, domains) = (output.texts("provider"), output.texts("domain"))
      for row in 0..<table.rowCount {
        let members = groups.indices.filter {
          (providers[row].isEmpty || groups[$0].provider == providers[row])
            && (domains[row].isEmpty || groups[$0].domain == domains[row])
        }
        for (name, kinds) in [("goals", [0, 1, 2, 3]), ("reached", [0]), ("partly", [1]), ("unknown", [3])] {
          guard let value = table.column(name)?.numbers?[row], !value.isNaN else { continue }
          add(members, kinds, value)
        }
        // A share with its interval gives what was reached and how many are known.
        if let share = table.column("share")?.numbers?[row], !share.isNaN {
          add(members, [0], sum(members, [0]))
          add(members, [0, 1, 2], sum(members, [0, 1, 2]))
        }
      }
    }
    let all = Array(groups.indices)
    for (name, kinds) in [("goals", [0, 1, 2, 3]), ("reached", [0]), ("partly", [1]), ("unknown", [3])] {
      if let value = output.fact(name) { add(all, kinds, value) }
    }
    if output.fact("share") != nil {
      add(all, [0], sum(all, [0]))
      add(all, [0, 1, 2], sum(all, [0, 1, 2]))
    }
  }

  private func sum(_ members: [Int], _ kinds: [Int]) -> Double {
    Double(members.reduce(0) { sum, group in sum + kinds.reduce(0) { $0 + groups[group].counts[$1] } })
  }

  private mutating func add(_ members: [Int], _ kinds: [Int], _ value: Double) {
    var row = [Double](repeating: 0, count: unknowns)
    for group in members { for kind in kinds { row[group * 4 + kind] = 1 } }
    #expect(value == sum(members, kinds))
    equations.append((row, value))
  }

  /// No count of one group, of a provider, of a domain or of all that is small follows.
  func expectNothing() {
    var rows = equations.map { $0.0 + [$0.1] }
    var rank = 0
    var leads: [Int] = []
    for column in 0..<unknowns {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
      rows.swapAt(rank, pivot)
      let scale = rows[rank][column]
      rows[rank] = rows[rank].map { $0 / scale }
      for row in rows.indices where row != rank && abs(rows[row][column]) > 1e-9 {
        let factor = rows[row][column]
        for place in rows[row].indices { rows[row][place] -= factor * rows[rank][place] }
      }
      leads.append(column)
      rank += 1
    }
    for members in targets {
      for kind in 0..<4 {
        let truth = sum(members, [kind])
        guard truth > 0, truth < 5 else { continue }
        var rest = [Double](repeating: 0, count: unknowns)
        for group in members { rest[group * 4 + kind] = 1 }
        for (row, lead) in leads.enumerated() where abs(rest[lead]) > 1e-9 {
          let factor = rest[lead]
          for place in 0..<unknowns { rest[place] -= factor * rows[row][place] }
        }
        #expect(rest.contains { abs($0) > 1e-7 }, "\(groups) \(members) \(kind)")
      }
    }
  }

  private var targets: [[Int]] {
    var found = groups.indices.map { [$0] } + [Array(groups.indices)]
    for provider in Set(groups.map(\.provider)) {
      found.append(groups.indices.filter { groups[$0].provider == provider })
    }
    for domain in Set(groups.map(\.domain)) { found.append(groups.indices.filter { groups[$0].domain == domain }) }
    return found
  }
}
