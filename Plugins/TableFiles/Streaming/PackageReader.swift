/// A package with all that is needed to read its parts.
struct PackageReader {
  let archive: ZipArchive
  let budget: UnpackBudget
  let interrupt: () throws -> Void

  init(_ archive: ZipArchive, interrupt: @escaping () throws -> Void) {
    self.archive = archive
    self.interrupt = interrupt
    budget = UnpackBudget(archive.limits, archive.problem)
  }

  func parse(_ part: ZipPart, by listener: any ElementListener) throws {
    try XMLStream.parse(part, of: archive, within: budget, interrupt: interrupt, by: listener)
  }
}
