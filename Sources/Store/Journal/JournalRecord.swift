import Session
import WorkbenchKit

/// One record of a journal: an operation, and the serial to which it brings the workspace.
enum JournalRecord {
  private static let opening = Array("{\"operation\":".utf8)
  private static let between = Array(",\"serial\":".utf8)

  /// - Parameter link: the digits of the line before it; empty in a journal that is no chain.
  static func write(_ operation: Operation, serial: Int, after link: String) -> [UInt8] {
    var json = opening
    json += OperationForm.encode(operation)
    json += between
    json += "\(serial)}".utf8
    return JournalLine.write(json, after: link)
  }

  /// Takes the JSON of a record apart.
  ///
  /// - Returns: the serial and the bytes of the operation; nil where it is not a record.
  static func read(_ json: ArraySlice<UInt8>) -> (serial: Int, operation: [UInt8])? {
    guard json.starts(with: opening), json.last == UInt8(ascii: "}") else { return nil }
    let body = json.dropFirst(opening.count).dropLast()
    guard let colon = body.lastIndex(of: UInt8(ascii: ":")),
      let serial = Int(String(decoding: body[(colon + 1)...], as: UTF8.self))
    else { return nil }
    let operation = body[..<(colon + 1)]
    guard operation.suffix(between.count).elementsEqual(between) else { return nil }
    return (serial, Array(operation.dropLast(between.count)))
  }
}
