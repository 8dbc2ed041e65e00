import WorkbenchKit

/// The form of an error under `--json`: one object on one line.
public enum DiagnosticJSON {
  /// Returns `{"ok":false,"error":{…}}` without a line break.
  ///
  /// `code`, `message`, `source`, `line`, `column`, `suggestion` and `plugin` are always there, null where there is none; `wayOut`,
  /// `candidates` (`word`, `about`) and `via` (the `source` lines, the nearest first) only when there are any.
  public static func line(_ diagnostic: Diagnostic, language: Language) -> String {
    var error = Members()
    error.add("code", diagnostic.code)
    error.add("message", diagnostic.message(language))
    error.add(place: diagnostic.place)
    error.add("suggestion", diagnostic.suggestion)
    error.add("plugin", diagnostic.plugin)
    if let wayOut = diagnostic.wayOut { error.add("wayOut", wayOut(language)) }
    if !diagnostic.candidates.isEmpty {
      error.list("candidates", diagnostic.candidates) { members, candidate in
        members.add("word", candidate.word)
        members.add("about", candidate.about?(language))
      }
    }
    if let via = diagnostic.place?.via, !via.isEmpty {
      error.list("via", via) { members, place in members.add(place: place) }
    }
    return "{\"ok\":false,\"error\":\(error.closed)}"
  }

  /// The members of one object in the order in which they are added.
  private struct Members {
    private var writer = JSONWriter()

    init() { writer.beginObject() }

    mutating func add(_ key: String, _ text: String?) {
      writer.key(key)
      if let text { writer.string(text) } else { writer.null() }
    }

    mutating func add(place: Place?) {
      add("source", place?.source)
      for (key, number) in [("line", place?.line), ("column", place?.column)] {
        writer.key(key)
        if let number { writer.number(Double(number)) } else { writer.null() }
      }
    }

    mutating func list<Element>(_ key: String, _ elements: [Element], _ each: (inout Members, Element) -> Void) {
      writer.key(key)
      writer.beginArray()
      for element in elements {
        writer.beginObject()
        each(&self, element)
        writer.endObject()
      }
      writer.endArray()
    }

    var closed: String {
      var copy = writer
      copy.endObject()
      return copy.text
    }
  }
}
