import WorkbenchKit

@testable import TableFiles

/// An archive of files.
enum TestZip {
  static func bytes(_ members: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    var writer = ZipArchiveWriter()
    for member in members { try writer.add(member.name, member.bytes) }
    return try writer.finish()
  }
}

extension Table {
  /// Without where its rows stood, which only a line knows.
  var ofLine: Table {
    var table = self
    table.origin = nil
    return table
  }
}
