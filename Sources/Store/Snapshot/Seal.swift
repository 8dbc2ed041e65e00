import Files
import Session
import WorkbenchKit

/// What a workspace's file says of its own bytes and of the state it holds, on one line before its serial.
///
/// A file whose bytes are not those of its seal was changed by somebody else, by hand or by an accident. The state's
/// mark tells which journal goes on from it: two copies that went on apart have different marks.
struct Seal: Hashable {
  static let name = "seal"

  /// 64 hexadecimal digits: SHA-256 over the file without this line, and the mark.
  let content: String
  /// 16 hexadecimal digits that no other state of the workspace has.
  let state: String

  /// - Parameters:
  ///   - bytes: a file's bytes, without a seal.
  ///   - state: nil for a file from which no journal has led on yet; then its mark is made of its bytes.
  init(of bytes: ArraySlice<UInt8>..., state: String?) {
    var stream = SHA256()
    for piece in bytes { stream.update(piece) }
    let digest = stream.digest()
    let mark = state ?? String(SHA256.hexadecimal(digest).prefix(16))
    stream.update(digest)
    stream.update(Array(mark.utf8))
    content = SHA256.hexadecimal(stream.digest())
    self.state = mark
  }

  /// As it stands in a file; nil where it is not the object of two texts that it should be.
  init?(_ json: JSON) {
    guard let content = json["content"]?.string, let state = json["state"]?.string else { return nil }
    self.content = content
    self.state = state
  }

  /// Returns a workspace as the bytes of its file.
  static func sealed(_ workspace: Workspace, state: String?) -> (bytes: [UInt8], seal: Seal) {
    let (bytes, start) = SnapshotWriter.layout(of: workspace).writeNoting("serial")
    let seal = Seal(of: bytes[...], state: state)
    return (bytes[..<start] + seal.line + bytes[start...], seal)
  }

  /// The line, and the indent of the one behind it.
  private var line: [UInt8] {
    let json: JSON = ["content": .string(content), "state": .string(state)]
    return Array("\"\(Self.name)\": \(json.canonical),\n  ".utf8)
  }

  /// Whether the bytes are those that were sealed.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - range: where in it the value of the seal stands.
  func fits(_ bytes: [UInt8], at range: Range<Int>) -> Bool {
    let line = line
    let before = Array("\"\(Self.name)\": ".utf8).count
    let start = range.lowerBound - before
    guard start >= 0, start + line.count <= bytes.count, bytes[start..<(start + line.count)].elementsEqual(line) else {
      return false
    }
    return Seal(of: bytes[..<start], bytes[(start + line.count)...], state: state) == self
  }
}
