/// The name of a role at the table.
public enum RoleName {
  /// Returns a role as it is kept: in small letters, with one blank between words.
  ///
  /// - Throws: `role.name` for what is empty, longer than 60 characters, or has more than four digits.
  public static func checked(_ words: String) throws -> String {
    let role = words.lowercased().split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    let digits = role.utf8.count { (48...57).contains($0) }
    guard !role.isEmpty, role.count <= 60, digits <= 4 else {
      throw Diagnostic(
        "role.name", Text(nl: "'\(words)' kan geen rol zijn", en: "'\(words)' cannot be a role"),
        wayOut: Text(
          nl: "geef een rol zoals gemeente of corporatie, geen persoon",
          en: "give a role such as gemeente (municipality) or corporatie (housing corporation), not a person"))
    }
    return role
  }

  /// The roles that usually sit at the table, for completion.
  public static let usual: [Candidate] = [
    Candidate("gemeente", Text(nl: "gemeente", en: "municipality")),
    Candidate("corporatie", Text(nl: "woningcorporatie", en: "housing corporation")),
    Candidate("zorgaanbieder", Text(nl: "zorgaanbieder", en: "care provider")),
    Candidate("welzijn", Text(nl: "welzijnsorganisatie", en: "welfare organisation")),
    Candidate("zorgverzekeraar", Text(nl: "zorgverzekeraar", en: "health insurer")),
    Candidate("bewoners", Text(nl: "bewoners", en: "residents")),
    Candidate("mantelzorgers", Text(nl: "mantelzorgers", en: "informal carers")),
  ]
}
