import WorkbenchKit

/// A notebook to begin with.
public enum NotebookScaffold {
  public static func text(title: String, language: Language) -> String {
    let prose = Text(
      nl:
        "Schrijf hier wat de lezer moet weten. Wat in een blok `leerkring` staat, wordt uitgevoerd; `notebook run` zet eronder wat het geeft.",
      en:
        "Write here what the reader has to know. What stands in a `leerkring` block is run; `notebook run` puts what it gives under it."
    )
    return """
      \(head(title: title, language: language, seed: nil))
      # \(title)

      \(prose(language))

      ```leerkring
      let x = 5
      $x
      ```

      """
  }

  /// The front matter, `---` lines included.
  static func head(title: String, language: Language, seed: UInt64?) -> String {
    let seed = seed.map { "seed: \($0)\n" } ?? ""
    return "---\ntitle: \(YAMLScalar.quoted(title))\nlanguage: \(language.rawValue)\n\(seed)---\n"
  }
}
