import WorkbenchKit

/// The first line of a journal: of which workspace it is, and from which of its states it goes on.
struct JournalHeader: Hashable {
  static let format = "leerkring-journal"

  var lineage: String
  /// The serial of the snapshot that the first record follows.
  var serial: Int
  /// The mark of that snapshot's state; nil in journals of before there was one, whose lines are no chain either.
  var state: String?
  var version = WorkspaceFormat.version

  func write() -> [UInt8] {
    var members: [String: JSON] = [
      "format": .string(Self.format), "lineage": .string(lineage), "serial": .number(Double(serial)),
      "version": .number(Double(version)),
    ]
    members["state"] = state.map(JSON.string)
    return JournalLine.write(Array(JSON.object(members).canonical.utf8))
  }

  init(lineage: String, serial: Int, state: String) {
    self.lineage = lineage
    self.serial = serial
    self.state = state
  }

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let json = try? JSONReader.parse(Array(bytes)), json["format"]?.string == Self.format,
      let lineage = json["lineage"]?.string, let serial = json["serial"]?.int, let version = json["version"]?.int
    else { return nil }
    self.lineage = lineage
    self.serial = serial
    self.version = version
    state = json["state"]?.string
  }
}
