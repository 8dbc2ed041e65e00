/// What a server can do beyond asking: others than PostgreSQL speak its protocol and cannot do all of it.
struct Abilities: Sendable, Hashable {
  /// Whether it gives tables in the binary form of `copy`; else they are read as texts.
  var copiesInBinary = true
  /// Whether it can bring texts into one of the forms that Unicode holds for the same; else texts with accents are compared here.
  var normalizes = true
}
