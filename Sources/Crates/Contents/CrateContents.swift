import Session
import WorkbenchKit

/// All that goes into a crate, as it may be seen.
public struct CrateContents: Sendable {
  public let title: String
  /// What the crate is of, in a sentence.
  public let about: Text
  public let language: Language
  /// The day of publication, which nothing but the log or a person says.
  public let published: CalendarDate
  /// The licence of the whole; nil where only the organisation can say it.
  public var licence: String?
  /// Who publishes it; nil where only the organisation can say it.
  public var organisation: String?
  /// The program itself.
  public let program: Registration.Owner
  public var runs: [CrateRun] = []
  public var inputs: [CrateInput] = []
  /// The notebook that was run.
  public var notebook: CrateFile?
  public var heldBack = HeldBack()

  /// Makes contents without runs yet.
  public init(title: String, about: Text, language: Language, published: CalendarDate, program: Registration.Owner) {
    self.title = title
    self.about = about
    self.language = language
    self.published = published
    self.program = program
  }
}
