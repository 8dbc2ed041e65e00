import Language
@_spi(Host) import WorkbenchKit

extension BoundPipeline.Stage {
  /// The lines that the command says people type next, made of what it was told here.
  var next: [Candidate] {
    registration.signature.next.compactMap { follow in
      follow.line { name in
        if name == "line" { return call.line }
        // Of several the first: the line goes on with one of them.
        return call.all(name).first { $0.place != nil }.map { TypedWord.quoted(Self.typed($0.value)) }
      }.map { Candidate($0, follow.about) }
    }
  }

  /// A value as it would be typed: `key=value` again for a pair.
  private static func typed(_ value: Value) -> String {
    if case .list(let values) = value { return values.map(\.plain).joined(separator: values.count == 2 ? "=" : ",") }
    return value.plain
  }
}
