/// Which person each row of a table is of; a table that has it is one of persons, of whom small counts are protected.
public struct Persons: Sendable, Hashable {
  /// What tells the table of persons apart from any other, such as the digest of its file.
  public let table: String
  /// Of each row its person, by number in that table.
  public let numbers: [Int]

  /// Makes it.
  ///
  /// - Parameters:
  ///   - table: what tells the table apart from any other.
  ///   - numbers: of each row its person.
  public init(table: String, numbers: [Int]) {
    self.table = table
    self.numbers = numbers
  }

  func rows(_ rows: [Int]) -> Persons { Persons(table: table, numbers: rows.map { numbers[$0] }) }

  /// Returns who stands behind figures of groups of rows.
  ///
  /// - Parameters:
  ///   - groups: of each row the number of its group.
  ///   - count: how many groups there are.
  public func counted(_ groups: [Int], count: Int) -> CountedPersons {
    var sets = [Set<Int>](repeating: [], count: count)
    for (row, group) in groups.enumerated() { sets[group].insert(numbers[row]) }
    return CountedPersons(table: table, sets: sets.map { $0.sorted() })
  }

  /// Who stands behind a figure of all rows.
  public var all: CountedPersons { CountedPersons(table: table, sets: [Set(numbers).sorted()]) }
}

/// The persons behind figures, so that a session sees what follows from several of them together.
///
/// The session looks at it when a stage is done and takes it off: what is held back then stays so.
public struct CountedPersons: Sendable, Hashable {
  /// What tells the table of persons apart from any other.
  public let table: String
  /// Of each figure its persons, by number in that table, ascending.
  public let sets: [[Int]]

  /// Makes it.
  ///
  /// - Parameters:
  ///   - table: what tells the table of persons apart from any other.
  ///   - sets: of each figure its persons, by number in that table, ascending.
  public init(table: String, sets: [[Int]]) {
    self.table = table
    self.sets = sets
  }

  /// Returns the figures of these rows in this order; nil gives one of nobody.
  public func rows(_ rows: [Int?]) -> CountedPersons {
    CountedPersons(table: table, sets: rows.map { $0.map { sets[$0] } ?? [] })
  }
}
