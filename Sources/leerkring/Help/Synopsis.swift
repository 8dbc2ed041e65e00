import Session
import WorkbenchKit

/// The short form of what a command takes: `wzw areas [QUERY] [--level gemeente|wijk|buurt]`.
enum Synopsis {
  static func of(_ signature: Signature) -> String {
    var words = signature.path
    for parameter in signature.parameters where parameter.position == .argument {
      let name = parameter.placeholder + (parameter.isRepeated ? "…" : "")
      words.append(parameter.isRequired ? name : "[\(name)]")
    }
    for parameter in signature.parameters where parameter.position == .flag {
      let spelled = parameter.isRequired ? flag(parameter) : "[\(flag(parameter))]"
      words.append(spelled + (parameter.isRepeated ? "…" : ""))
    }
    let whole = words.joined(separator: " ")
    switch signature.input {
    case .none: return whole
    case .optional: return "[… |] \(whole)"
    case .required: return "… | \(whole)"
    }
  }

  /// `--level gemeente|wijk|buurt`, `-c LINE`.
  static func flag(_ parameter: Parameter) -> String {
    let spelled = (parameter.short.map { "-\($0), " } ?? "") + "--\(parameter.name)"
    if case .toggle = parameter.kind { return spelled }
    return "\(spelled) \(parameter.placeholder)"
  }
}
