/// Journeys out of a file with the personas whose they are, and what the file says that a journey here has no place for.
struct JourneyReading {
  /// How the form of the file is called.
  let form: String
  var journeys: [Journey] = []
  var personas: [Persona] = []
  /// Names of what was left out, with how often.
  var leftOut: [String: Int] = [:]
}
