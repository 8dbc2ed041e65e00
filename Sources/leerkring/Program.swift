import CSystem
import Files
import Glibc
import Rendering
import Session
import WorkbenchKit

@main
struct Program {
  static func main() {
    streams_open()
    interrupt_install()
    let output = OutputStream(1)
    let errors = OutputStream(2)
    let code = run(output, errors)
    output.flush()
    errors.flush()
    // A disk that is full is no success, whatever the lines gave.
    if code == ExitCode.fine, output.failure != 0, output.failure != EPIPE {
      let path = "/dev/stdout"
      show(FileProblem.writing(path, at: path, SystemError(output.failure)), Environment(), errors)
      errors.flush()
      exit(ExitCode.lineFailed)
    }
    exit(code)
  }

  private static func run(_ output: OutputStream, _ errors: OutputStream) -> Int32 {
    let environment = Environment()
    let options: ProgramOptions
    do {
      let arguments = GroupedOptions.apart(Array(CommandLine.arguments.dropFirst()))
      let notebook = NotebookInvocation(arguments)
      options = try ProgramOptions(notebook?.options ?? arguments)
      let language = options.language ?? environment.language
      if options.wantsVersion {
        output.write("leerkring \(ProgramVersion.withKit)\n")
        return ExitCode.fine
      }
      if options.wantsHelp {
        let blocks = ProgramHelp.blocks(language)
        output.write(TextRenderer(language: language, columns: environment.columns(output)).text(of: blocks))
        return ExitCode.fine
      }
      return try Shell(options, notebook: notebook?.words, environment, output: output, errors: errors).runAndKeep()
    } catch {
      show(Diagnostic(error), environment, errors)
      return ExitCode.usage
    }
  }

  /// Shows an error where there is no session, in the form and the language that the bare arguments ask for.
  private static func show(_ error: Diagnostic, _ environment: Environment, _ errors: OutputStream) {
    let isJSON = CommandLine.arguments.contains("--json")
    let language = ProgramOptions.language(in: CommandLine.arguments) ?? environment.language
    errors.write(
      isJSON
        ? DiagnosticJSON.line(error, language: language) + "\n"
        : DiagnosticText(language: language, columns: environment.columns(errors)).script(error))
  }
}
