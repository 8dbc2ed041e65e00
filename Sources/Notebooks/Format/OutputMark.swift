/// What stands behind the word `output` of a fence: by what it can be told whether the cell has to be run again.
///
/// `output id=3f2a… text=91bc… reads=tables/wzw.areas writes=$noord:5d01… inputs=buurten.csv:e3b0…`
public struct OutputMark: Sendable, Hashable {
  public enum State: String, Sendable {
    case failed
    case notRun = "not-run"
  }

  /// Nil for a cell that was run to its end.
  public var state: State?
  /// The digest of its own lines and of what it read; of an older version that of the cells that made it.
  public var identity: String?
  /// The digest of its own lines.
  public var text: String?
  /// Names as `Footprint` has them.
  public var reads: [String]
  public var writes: [String]
  /// The digest of what each written name held then; an older version wrote none.
  public var contents: [String: String] = [:]
  /// The beginning of the SHA-256 of each file that was read, by its path from the notebook's folder.
  public var inputs: [String: String]
  /// The version of each plugin that took part.
  public var plugins: [String: String]

  public init(
    state: State? = nil, identity: String? = nil, text: String? = nil, reads: [String] = [], writes: [String] = [],
    inputs: [String: String] = [:], plugins: [String: String] = [:]
  ) {
    self.state = state
    self.identity = identity
    self.text = text
    self.reads = reads
    self.writes = writes
    self.inputs = inputs
    self.plugins = plugins
  }

  /// Reads what stands behind the word `output`; what is not known is passed over.
  public init(info: Substring) {
    self.init()
    for word in info.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      guard let sign = word.firstIndex(of: "=") else {
        state = State(rawValue: String(word)) ?? state
        continue
      }
      let value = word[word.index(after: sign)...]
      let items = value.split(separator: ",").map { PercentText.decoded($0) }
      switch word[..<sign] {
      case "id": identity = String(value)
      case "text": text = String(value)
      case "reads": reads = items
      case "writes":
        contents = Self.pairs(value)
        writes = value.split(separator: ",").map { PercentText.decoded($0.prefix { $0 != ":" }) }
      case "inputs": inputs = Self.pairs(value)
      case "plugins": plugins = Self.pairs(value)
      default: break
      }
    }
  }

  /// The words behind `output`, each with a blank before it.
  public var info: String {
    var words = state.map { " " + $0.rawValue } ?? ""
    if let identity { words += " id=" + identity }
    if let text { words += " text=" + text }
    if !reads.isEmpty { words += " reads=" + reads.map(PercentText.encoded).joined(separator: ",") }
    if !writes.isEmpty {
      let items = writes.map { PercentText.encoded($0) + (contents[$0].map { ":" + $0 } ?? "") }
      words += " writes=" + items.joined(separator: ",")
    }
    for (key, pairs) in [("inputs", inputs), ("plugins", plugins)] where !pairs.isEmpty {
      let items = pairs.sorted { $0.key < $1.key }.map {
        PercentText.encoded($0.key) + ":" + PercentText.encoded($0.value)
      }
      words += " \(key)=" + items.joined(separator: ",")
    }
    return words
  }

  private static func pairs(_ value: Substring) -> [String: String] {
    value.split(separator: ",").reduce(into: [:]) { pairs, item in
      let parts = item.split(separator: ":", maxSplits: 1).map { PercentText.decoded($0) }
      if parts.count == 2 { pairs[parts[0]] = parts[1] }
    }
  }
}

/// Words in an info string or a comment: what would part them or end the comment is written as `%2C`.
enum PercentText {
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isPlain =
        byte | 32 >= 97 && byte | 32 <= 122 || byte >= 48 && byte <= 57 || "./_-$@*".utf8.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let number = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(number)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
