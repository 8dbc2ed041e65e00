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

  /// Rows times columns.
  let cells: Int
  /// Of one statement.
  let seconds: Int

  init(cells: Int = 5_000_000, seconds: Int = 60) {
    self.cells = cells
    self.seconds = seconds
  }

  init(_ workspace: WorkspaceHandle) {
    func whole(_ setting: Setting, _ fallback: Int) -> Int {
      workspace.setting(setting.name)?.number.flatMap { Int(exactly: $0) }.map { max($0, 1) } ?? fallback
    }
    self.init(cells: whole(Self.cellSetting, 5_000_000), seconds: whole(Self.timeSetting, 60))
  }
}
