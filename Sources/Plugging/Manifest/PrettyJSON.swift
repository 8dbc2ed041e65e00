import WorkbenchKit

/// JSON with a member a line and its members in a chosen order, for files that people read and compare.
indirect enum PrettyJSON {
  /// On one line.
  case plain(JSON)
  case list([PrettyJSON])
  case object([(String, PrettyJSON)])

  static func text(_ text: Text) -> PrettyJSON {
    .object([("nl", .plain(.string(text.nl))), ("en", .plain(.string(text.en)))])
  }

  struct Writer {
    private(set) var bytes: [UInt8] = []
    private var depth = 0

    mutating func put(_ json: PrettyJSON) {
      switch json {
      case .plain(let value): bytes += value.canonical.utf8
      case .list(let elements):
        nested(elements, "[", "]") { writer, element in writer.put(element) }
      case .object(let members):
        nested(members, "{", "}") { writer, member in
          writer.bytes += JSON.string(member.0).canonical.utf8
          writer.bytes += ": ".utf8
          writer.put(member.1)
        }
      }
    }

    private mutating func nested<Element>(
      _ elements: [Element], _ open: String, _ close: String, _ each: (inout Writer, Element) -> Void
    ) {
      bytes += open.utf8
      depth += 1
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes += ",".utf8 }
        line()
        each(&self, element)
      }
      depth -= 1
      if !elements.isEmpty { line() }
      bytes += close.utf8
    }

    private mutating func line() {
      bytes += "\n".utf8
      for _ in 0..<depth { bytes += "  ".utf8 }
    }
  }
}
