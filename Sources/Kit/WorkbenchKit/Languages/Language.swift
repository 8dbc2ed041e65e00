/// A language in which a person reads the workbench.
public enum Language: String, Sendable, CaseIterable {
  case nl, en
}
