import WorkbenchKit

/// What `persona add` and `persona edit` can be told of a persona.
struct PersonaTraits: ArgumentGroup {
  let description = Argument(
    flag: "description", .words, about: Text(nl: "wie het is, in een zin", en: "who it is, in a sentence"))
  let needs = Argument(
    flags: "need", .words, about: Text(nl: "wat de persona nodig heeft", en: "what the persona needs"))
  let wants = Argument(
    flags: "wants", .channel,
    about: Text(nl: "kanalen die de persona prettig vindt", en: "channels that the persona likes"))
  let avoids = Argument(
    flags: "avoids", .channel,
    about: Text(nl: "kanalen die de persona niet wil", en: "channels that the persona does not want"))
  let x = Argument(
    flag: "x", .number(-1...1), about: Text(nl: "plaats op de liggende as", en: "place on the axis across"))
  let y = Argument(
    flag: "y", .number(-1...1), about: Text(nl: "plaats op de staande as", en: "place on the axis upwards"))
}

extension Given<PersonaTraits> {
  /// Changes what is named, and leaves the rest.
  ///
  /// - Throws: `channel.both`.
  func apply(to persona: inout Persona) throws {
    if has(\.description) { persona.description = .typed(self.description) }
    if has(\.needs) { persona.needs = self.needs.compactMap(Text.typed) }
    if has(\.wants) { persona.wants = Channel.list(self.wants) }
    if has(\.avoids) { persona.avoids = Channel.list(self.avoids) }
    if let x = self.x { persona.x.position = x }
    if let y = self.y { persona.y.position = y }
    if let both = persona.wants.first(where: persona.avoids.contains) {
      throw Diagnostic(
        "channel.both",
        Text(nl: "'\(both)' kan niet prettig en ongewenst zijn", en: "'\(both)' cannot be liked and unwanted"),
        place: place(of: has(\.avoids) ? \.avoids : \.wants))
    }
  }
}
