/// Which person each row of a table is of; a table that has it is one of persons, of whom small counts are protected.
public struct Persons: Sendable, Hashable {
  /// What tells the table of persons apart from any other, such as the digest of its file.
  public let table: String
  /// Of each row its person, by number in that table.
  public let numbers: [Int]
  /// How many persons are no longer few, where that is more than what the session holds for few.
  public let fewest: Int
  /// Whether only figures about them may come out of a line, and no row.
  public let isSealed: Bool

  /// Makes it.
  ///
  /// - Parameters:
  ///   - table: what tells the table apart from any other.
  ///   - numbers: of each row its person.
  ///   - fewest: how many persons are no longer few, where that is more than what the session holds for few.
  ///   - isSealed: whether only figures about them may come out.
  public init(table: String, numbers: [Int], fewest: Int = 0, isSealed: Bool = false) {
    self.table = table
    self.numbers = numbers
    self.fewest = fewest
    self.isSealed = isSealed
  }

  /// Returns of which persons these rows are, in this order.
  public func rows(_ rows: [Int]) -> Persons {
    Persons(table: table, numbers: rows.map { numbers[$0] }, fewest: fewest, isSealed: isSealed)
  }

  /// Returns who stands behind figures of groups of rows.
  ///
  /// - Parameters:
  ///   - groups: of each row the number of its group.
  ///   - count: how many groups there are.
  public func counted(_ groups: [Int], count: Int) -> CountedPersons {
    var sets = [Set<Int>](repeating: [], count: count)
    for (row, group) in groups.enumerated() { sets[group].insert(numbers[row]) }
    return CountedPersons(table: table, sets: sets.map { $0.sorted() }, fewest: fewest)
  }

  /// Who stands behind a figure of all rows.
  public var all: CountedPersons {
    CountedPersons(table: table, sets: [Set(numbers).sorted()], fewest: fewest)
  }
}

/// The persons behind figures, so that a session sees what follows from several of them together.
///
/// The session looks at it when a stage is done and takes it off: what is held back then stays so.
public struct CountedPersons: Sendable, Hashable {
  /// What tells the table of persons apart from any other.
  public let table: String
  /// Of each figure its persons, by number in that table, ascending.
  public let sets: [[Int]]
  /// How many persons are no longer few, where that is more than what the session holds for few.
  public let fewest: Int

  /// Makes it.
  ///
  /// - Parameters:
  ///   - table: what tells the table of persons apart from any other.
  ///   - sets: of each figure its persons, by number in that table, ascending.
  ///   - fewest: how many persons are no longer few, where that is more than what the session holds for few.
  public init(table: String, sets: [[Int]], fewest: Int = 0) {
    self.table = table
    self.sets = sets
    self.fewest = fewest
  }

  /// Returns the figures of these rows in this order; nil gives one of nobody.
  public func rows(_ rows: [Int?]) -> CountedPersons {
    CountedPersons(table: table, sets: rows.map { $0.map { sets[$0] } ?? [] }, fewest: fewest)
  }
}
