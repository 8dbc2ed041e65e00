import Methods
import Testing

/// Two raters, and those who changed their mind.
@Suite struct RaterTests {
  @Test func `twenty both yes, fifteen both no, five and ten apart`() throws {
    let kappa = try #require(WeightedKappa([[20, 5], [10, 15]]))
    #expect(abs((kappa.kappa ?? .nan) - 0.4) < 1e-12)
    #expect(abs(kappa.observed - 0.7) < 1e-12 && abs(kappa.byChance - 0.5) < 1e-12)
    // With two categories there is one way to disagree.
    for weights in WeightedKappa.Weights.allCases {
      #expect(abs((WeightedKappa([[20, 5], [10, 15]], weights: weights)?.kappa ?? .nan) - 0.4) < 1e-12)
    }
  }

  /// Cohen 1968: three diagnoses, .492 unweighted and .348 with his weights.
  @Test func `Cohen's diagnoses of 1968`() throws {
    let table = [[0.44, 0.05, 0.01], [0.07, 0.20, 0.03], [0.09, 0.05, 0.06]]
    let weights: [[Double]] = [[0, 1, 3], [1, 0, 6], [3, 6, 0]]
    #expect(abs((WeightedKappa(table)?.kappa ?? .nan) - 0.492) < 5e-4)
    #expect(abs((WeightedKappa(table, disagreement: weights)?.kappa ?? .nan) - 0.348) < 5e-4)
  }

  /// Fleiss & Cohen 1973: with quadratic weights it is what the moments of the two ratings give.
  @Test func `quadratic kappa is the agreement of the moments`() throws {
    var random = RandomStream(seed: 11)
    for count in 2...6 {
      let table = (0..<count).map { _ in (0..<count).map { _ in Double(random.index(below: 9)) } }
      guard let found = WeightedKappa(table, weights: .quadratic)?.kappa else { continue }
      let total = table.joined().reduce(0, +)
      func mean(_ value: (Int, Int) -> Double) -> Double {
        (0..<count).reduce(0) { sum, row in
          sum + (0..<count).reduce(0) { $0 + value(row, $1) * table[row][$1] / total }
        }
      }
      let (one, other) = (mean { row, _ in Double(row) }, mean { _, column in Double(column) })
      let spread =
        mean { row, _ in (Double(row) - one) * (Double(row) - one) }
        + mean { _, column in (Double(column) - other) * (Double(column) - other) }
      let common = mean { row, column in (Double(row) - one) * (Double(column) - other) }
      let expected = 2 * common / (spread + (one - other) * (one - other))
      #expect(abs(found - expected) < 1e-12, "\(count)")
    }
  }

  @Test func `full agreement is 1, one category leaves nothing to disagree on, and what is no table gives nothing`() {
    #expect(WeightedKappa([[3, 0], [0, 4]], weights: .linear)?.kappa == 1)
    #expect(WeightedKappa([[0, 5], [0, 0]])?.kappa == 0)
    #expect(WeightedKappa([[7, 0], [0, 0]]).map { $0.kappa == nil } == true)
    #expect(WeightedKappa([[7]]).map { $0.kappa == nil && $0.observed == 1 } == true)
    for table in [[], [[]], [[1, 2]], [[0, 0], [0, 0]], [[1, -1], [1, 1]], [[.nan, 1], [1, 1]]] as [[[Double]]] {
      #expect(WeightedKappa(table) == nil, "\(table)")
    }
  }

  @Test func `thirteen against four, and six or more of eight`() {
    #expect(abs(McNemarExact(there: 13, back: 4).probability - 0.0490417) < 5e-8)
    #expect(McNemarExact(there: 4, back: 13).probability == McNemarExact(there: 13, back: 4).probability)
    #expect(abs(binomialTail(atLeast: 6, of: 8, probability: 0.5) - 0.1445313) < 5e-8)
    #expect(McNemarExact(there: 0, back: 0).probability == 1 && McNemarExact(there: 5, back: 5).probability == 1)
    #expect(abs(McNemarExact(there: 1, back: 0).probability - 1) < 1e-12)
    #expect(abs(McNemarExact(there: 6, back: 0).probability - 2.0 / 64) < 1e-12)
  }

  @Test(arguments: [1, 2, 7, 40]) func `the tail is the sum of the chances`(trials: Int) {
    for probability in [0, 0.03, 0.5, 0.91, 1] {
      var chance = [1.0]
      for _ in 0..<trials {
        chance = (0...chance.count).map { count in
          (count < chance.count ? chance[count] * (1 - probability) : 0)
            + (count > 0 ? chance[count - 1] * probability : 0)
        }
      }
      for least in -1...(trials + 1) {
        let sum = chance.indices.filter { $0 >= least }.reduce(0.0) { $0 + chance[$1] }
        #expect(abs(binomialTail(atLeast: least, of: trials, probability: probability) - sum) < 1e-12)
      }
    }
  }
}
