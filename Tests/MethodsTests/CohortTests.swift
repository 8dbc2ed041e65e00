import Methods
import Testing

@Suite struct CohortTests {
  private let population: [Double] = [1000, 900, 700, 300]
  private let survival: [Double] = [0.99, 0.97, 0.8, 0.4]

  private func rounded(_ persons: [[Double]]) -> [[Double]] { persons.map { $0.map { ($0 * 1e6).rounded() / 1e6 } } }

  @Test func theStepOfTheSpecification() {
    #expect(rounded(cohortComponent(population: population, survival: survival)) == [[0, 990, 873, 680]])
  }

  @Test func birthsAndMigrationComeInEachStep() {
    let path = cohortComponent(
      population: population, survival: survival, migration: [10, -20, 0, 5], births: 950, steps: 2)
    #expect(rounded(path) == [[960, 970, 873, 685], [960, 930.4, 940.9, 977.4]])
  }

  @Test func aClosedLastBandLosesItsSurvivors() {
    #expect(
      rounded(cohortComponent(population: population, survival: survival, isOpenEnded: false)) == [[0, 990, 873, 560]])
  }

  @Test func nobodyDiesAndNobodyMovesThenTheTotalStays() {
    let path = cohortComponent(population: population, survival: [1, 1, 1, 1], steps: 5)
    for persons in path { #expect(persons.reduce(0, +) == 2900) }
    #expect(path.last == [0, 0, 0, 2900])
  }

  @Test func oneBandOrNoneIsAPopulationToo() {
    #expect(cohortComponent(population: [100], survival: [0.5], births: 7) == [[57]])
    #expect(cohortComponent(population: [100], survival: [0.5], births: 7, isOpenEnded: false) == [[7]])
    #expect(cohortComponent(population: [], survival: [], births: 7) == [[]])
    #expect(cohortComponent(population: [1], survival: [1], steps: 0) == [])
  }
}
