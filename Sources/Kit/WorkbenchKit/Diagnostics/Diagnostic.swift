/// One error as a person gets it: a code, a sentence, the place, a way out.
public struct Diagnostic: Error, Sendable, Hashable {
  /// Part of the interface: `family.kind`, such as `argument.unknown`.
  public var code: String
  /// One lower-case sentence that names the input.
  public var message: Text
  /// What can be done about it.
  public var wayOut: Text?
  /// The nearest right word, ready to be typed.
  public var suggestion: String?
  /// The things that could have been meant, each as it can be typed with a word about it.
  public var candidates: [Candidate]
  /// Where in the input it arose.
  public var place: Place?
  /// The plugin in whose command it arose.
  public var plugin: String?

  /// Makes an error.
  public init(
    _ code: String,
    _ message: Text,
    wayOut: Text? = nil,
    suggestion: String? = nil,
    candidates: [Candidate] = [],
    place: Place? = nil
  ) {
    self.code = code
    self.message = message
    self.wayOut = wayOut
    self.suggestion = suggestion
    self.candidates = candidates
    self.place = place
  }

  /// Returns the error with a place, unless it has one.
  public func at(_ place: Place?) -> Diagnostic {
    var copy = self
    copy.place = copy.place ?? place
    return copy
  }
}

/// A word that could be typed here, with what it stands for.
public struct Candidate: Sendable, Hashable {
  /// As it can be typed.
  public let word: String
  /// What it stands for.
  public let about: Text?

  /// Makes a word that could be typed.
  public init(_ word: String, _ about: Text? = nil) {
    self.word = word
    self.about = about
  }
}

/// Thrown where a person interrupted; nothing of the command remains.
public struct Interrupted: Error, Sendable {
  /// Makes the error; it has nothing to tell.
  public init() {}
}
