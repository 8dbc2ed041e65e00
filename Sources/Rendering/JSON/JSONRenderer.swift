import WorkbenchKit

/// The form that programs read: one JSON object a line, numbers unrounded, texts in the chosen language.
public struct JSONRenderer: BlockRenderer {
  public let language: Language
  var writer = JSONWriter()

  public init(language: Language) { self.language = language }

  /// Returns the object of one executed line: `{"line":3,"source":"stdin","ok":true,"blocks":[…]}`, without a line break.
  public func line(_ blocks: [Block], line: Int, source: String) -> String {
    String(decoding: bytes(blocks, line: line, source: source), as: UTF8.self)
  }

  /// Returns the same as UTF-8 bytes.
  public func bytes(_ blocks: [Block], line: Int, source: String) -> [UInt8] {
    var copy = JSONRenderer(language: language)
    copy.writer.beginObject()
    copy.member("line", Double(line))
    copy.member("source", source)
    copy.writer.key("ok")
    copy.writer.bool(true)
    copy.writer.key("blocks")
    copy.writer.beginArray()
    copy.render(blocks)
    copy.writer.endArray()
    copy.writer.endObject()
    return copy.writer.bytes
  }

  mutating func heading(_ heading: Heading) {
    object("heading") {
      $0.member("level", Double(heading.level))
      $0.member("text", heading.text($0.language))
      if let under = heading.under { $0.member("under", under($0.language)) }
    }
  }

  mutating func paragraph(_ text: Text) {
    object("paragraph") { $0.member("text", text($0.language)) }
  }

  mutating func table(_ table: Table) {
    object("table") {
      $0.member("title", table.title?($0.language))
      TableJSON(table).write(into: &$0.writer)
    }
  }

  mutating func facts(_ facts: Facts) {
    object("facts") {
      $0.writer.key("facts")
      $0.writer.beginObject()
      var written: Set<String> = []
      for fact in facts.facts where written.insert(fact.name).inserted {
        $0.writer.key(fact.name)
        $0.value(fact.value)
      }
      $0.writer.endObject()
    }
  }

  mutating func notice(_ notice: Notice) {
    object("notice") {
      $0.member("level", notice.level.rawValue)
      $0.member("text", notice.text($0.language))
    }
  }

  mutating func sources(_ sources: [Source]) {
    object("sources") {
      $0.writer.key("sources")
      $0.writer.beginArray()
      for source in sources { $0.member(of: source) }
      $0.writer.endArray()
    }
  }

  mutating func text(_ text: String) {
    object("text") { $0.member("text", text) }
  }

  // MARK: Members

  mutating func object(_ kind: String, _ members: (inout JSONRenderer) -> Void) {
    writer.beginObject()
    member("kind", kind)
    members(&self)
    writer.endObject()
  }

  mutating func member(_ key: String, _ string: String?) {
    writer.key(key)
    if let string { writer.string(string) } else { writer.null() }
  }

  mutating func member(_ key: String, _ number: Double) {
    writer.key(key)
    writer.number(number)
  }

  private mutating func member(of source: Source) {
    writer.beginObject()
    member("id", source.id)
    member("title", source.title)
    member("publisher", source.publisher)
    member("date", source.date)
    member("place", source.place)
    member("licence", source.licence)
    writer.endObject()
  }

  private mutating func value(_ value: Value) {
    switch value {
    case .missing: writer.null()
    case .boolean(let boolean): writer.bool(boolean)
    case .number(let number, _): writer.number(number)
    case .text(let text): writer.string(text)
    case .date(let date): writer.string(date.text)
    case .list(let values):
      writer.beginArray()
      for value in values { self.value(value) }
      writer.endArray()
    }
  }

  // What the pictures write as well.

  mutating func list<Element>(
    _ key: String, _ elements: [Element], _ members: (inout JSONRenderer, Element) -> Void
  ) {
    writer.key(key)
    writer.beginArray()
    for element in elements {
      writer.beginObject()
      members(&self, element)
      writer.endObject()
    }
    writer.endArray()
  }

  mutating func strings(_ key: String, _ strings: [String]) {
    writer.key(key)
    writer.beginArray()
    for string in strings { writer.string(string) }
    writer.endArray()
  }

  mutating func numbers(_ key: String, _ numbers: [Double]) {
    writer.key(key)
    writer.beginArray()
    for number in numbers { writer.number(number) }
    writer.endArray()
  }
}
