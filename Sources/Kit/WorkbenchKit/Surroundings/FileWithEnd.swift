/// A file after which something is done once it is finished.
@_spi(Host) public final class FileWithEnd: GrowingFile {
  private let file: any GrowingFile
  private let ended: () -> Void

  /// Makes it.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - ended: called once it stands in its place.
  public init(_ file: any GrowingFile, _ ended: @escaping () -> Void) {
    self.file = file
    self.ended = ended
  }

  /// Puts bytes behind those that are there.
  public func append(_ bytes: [UInt8]) throws { try file.append(bytes) }

  /// Puts the file in its place.
  public func finish() throws {
    try file.finish()
    ended()
  }
}
