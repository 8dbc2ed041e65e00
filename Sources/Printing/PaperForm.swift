/// A form for paper or for a word processor, that another program makes of a page.
public enum PaperForm: String, Sendable, CaseIterable {
  case pdf, docx, odt
}
