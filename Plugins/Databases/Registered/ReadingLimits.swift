import WorkbenchKit

/// How much may come out of a database, and how long it may take.
struct ReadingLimits: Sendable {
  static let cellSetting = Setting(
    "db.cells", .integer(1000...500_000_000), fallback: .number(5_000_000),
    about: Text(
      nl: "zoveel cellen mag één antwoord van een database hoogstens hebben",
      en: "so many cells may one answer of a database have at most"))
  static let timeSetting = Setting(
    "db.timeout", .integer(1...86_400), fallback: .number(60),
    about: Text(
      nl: "zoveel seconden mag een database over één vraag doen",
      en: "so many seconds may a database take over one question"))

  static let smallSetting = Setting(
    "db.small", .integer(5...1000), fallback: .number(10),
    about: Text(
      nl: "van tabellen met personen blijft een groep van minder dan zoveel personen achter",
      en: "of tables of persons a group of fewer than so many persons is held back"))

  static let keptSetting = Setting(
    "db.keep", .integer(0...50_000_000), fallback: .number(200_000),
    about: Text(
      nl: "zoveel cellen van een uitkomst uit een database bewaart de werkruimte hoogstens",
      en: "so many cells of a result out of a database are kept in the workspace at most"))

  /// Rows times columns.
  let cells: Int
  /// Of one statement.
  let seconds: Int
  /// How many persons are no longer few.
  let fewest: Int
  /// How many cells of a result a workspace keeps.
  let kept: Int

  init(cells: Int = 5_000_000, seconds: Int = 60, fewest: Int = 10, kept: Int = 200_000) {
    self.cells = cells
    self.seconds = seconds
    self.fewest = fewest
    self.kept = kept
  }

  init(_ workspace: WorkspaceHandle) {
    func whole(_ setting: Setting, _ fallback: Int, least: Int = 1) -> Int {
      workspace.setting(setting.name)?.number.flatMap { Int(exactly: $0) }.map { max($0, least) } ?? fallback
    }
    self.init(
      cells: whole(Self.cellSetting, 5_000_000), seconds: whole(Self.timeSetting, 60),
      fewest: max(whole(Self.smallSetting, 10), 5), kept: whole(Self.keptSetting, 200_000, least: 0))
  }
}
