import WorkbenchKit

/// `-Vc LINE` for `-V -c LINE`: letters behind one dash, of which only the last may take a value.
enum GroupedOptions {
  /// Takes groups apart, up to the first word that is no option; what is the value of an option stays as it is.
  static func apart(_ arguments: [String]) -> [String] {
    // Mostly there is none, and which options there are need not be known yet.
    guard arguments.contains(where: mayBeGroup) else { return arguments }
    var rest = arguments[...]
    var words: [String] = []
    while let word = rest.first, word.hasPrefix("-"), word != "--" {
      rest = rest.dropFirst()
      let parted = letters(of: word) ?? [word]
      words += parted
      if let last = parted.last, takesNext(last), let value = rest.popFirst() { words.append(value) }
    }
    return words + rest
  }

  /// Whether a word is an option of the program whose value stands in the next one.
  static func takesNext(_ word: String) -> Bool { parameter(word).map { !isToggle($0) } ?? false }

  /// Nil for what is no group: a long option, one letter, a letter that is no option, a value before the end.
  private static func letters(of word: String) -> [String]? {
    guard mayBeGroup(word) else { return nil }
    let letters = word.dropFirst().map { "-\($0)" }
    let parameters = letters.compactMap(parameter)
    guard parameters.count == letters.count, parameters.dropLast().allSatisfy(isToggle) else { return nil }
    return letters
  }

  private static func mayBeGroup(_ word: String) -> Bool {
    word.utf8.count > 2 && word.hasPrefix("-") && !word.hasPrefix("--")
  }

  private static func parameter(_ word: String) -> Parameter? {
    ProgramOptions.signature.parameters.first { parameter in
      parameter.position == .flag
        && (word == "--\(parameter.name)" || parameter.short.map { word == "-\($0)" } == true)
    }
  }

  private static func isToggle(_ parameter: Parameter) -> Bool {
    if case .toggle = parameter.kind { true } else { false }
  }
}
