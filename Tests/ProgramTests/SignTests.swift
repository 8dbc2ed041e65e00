import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// Files signed with a key of ssh and held against it; each test makes its own keys.
@Suite struct SignTests {
  private let folder = TemporaryFolder()

  private func run(_ lines: [String], _ environment: [String: String] = [:], options: [String] = []) -> ChildProcess {
    Leerkring.run(
      ["--lang", "nl", "-w", "w.json"] + options + lines.flatMap { ["-c", $0] },
      environment: ["XDG_STATE_HOME": folder("state"), "HOME": folder.path, "COLUMNS": "300"].merging(environment) {
        _, new in new
      },
      folder: folder.path)
  }

  /// Makes keys, or says that there is nothing to make them with.
  private func keys(_ names: String...) -> Bool {
    guard SigningKeys.areThere else {
      print("skipped: there is no ssh-keygen to sign with")
      return false
    }
    for name in names { #expect(SigningKeys.make(name, in: folder)) }
    return true
  }

  private func error(_ line: String, _ environment: [String: String] = [:]) -> String {
    let run = run([line], environment, options: ["--json"])
    #expect(run.code == 1, "\(line): \(run.output)")
    return run.errorObject?["code"]?.string ?? run.errors
  }

  @Test func `the workspace's own file is signed and holds, and one changed byte is refused`() throws {
    guard keys("sleutel", "ander") else { return }
    #expect(run(["set title Begin", "save"]).code == 0)
    let signed = run(["workspace sign --key sleutel"])
    #expect(signed.output.contains("'w.json' is getekend"), "\(signed.output)\(signed.errors)")
    let before = try #require(folder.read("w.json"))
    let good = run(["workspace verify"])
    #expect(good.code == 0 && good.output.contains("'w.json' is byte voor byte wat is getekend."))
    #expect(good.output.contains("wie deze sleutel heeft, is hiermee niet gezegd"))
    // Any program that knows the form says the same, and it was set for this use only.
    let mine = ["-Y", "check-novalidate", "-n", "leerkring", "-s", folder("w.json.sig")]
    let other = ChildProcess.run(
      "/bin/sh", ["-c", "/usr/bin/ssh-keygen \"$@\" < '\(folder("w.json"))'", "sh"] + mine, environment: [:])
    #expect(other.code == 0, "\(other.errors)")
    // Every byte counts: the first, one in the middle and the last; one more, and one less.
    for place in [0, before.count / 2, before.count - 1] {
      var bytes = before
      bytes[place] ^= 1
      folder.write(bytes, to: "kopie.json")
      #expect(error("workspace verify kopie.json --signature w.json.sig") == "verify.changed", "\(place)")
    }
    for bytes in [before + [10], Array(before.dropLast()), []] {
      folder.write(bytes, to: "kopie.json")
      #expect(error("workspace verify kopie.json --signature w.json.sig") == "verify.changed")
    }
    // A next step that is saved is a change too.
    #expect(run(["set title Anders", "save"]).code == 0)
    #expect(error("workspace verify") == "verify.changed")
    #expect(run(["workspace sign --key sleutel", "workspace verify"]).code == 0)
  }

  @Test func `whose key it has to be is told by a fingerprint, by a public key and by a list`() throws {
    guard keys("sleutel", "ander") else { return }
    folder.write("# Blad\n", to: "n.md")
    let signed = try Leerkring.run(
      ["--json", "-c", "workspace sign n.md --key sleutel"], folder: folder.path
    ).output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
    let fingerprint = try #require(signed.first?.facts["fingerprint"]?.string)
    let printed = SigningKeys.run(["-l", "-f", folder("sleutel.pub")]).output
    #expect(printed.contains(" \(fingerprint) "), "\(printed)")
    #expect(run(["workspace verify n.md --key \(fingerprint)", "workspace verify n.md --key sleutel.pub"]).code == 0)
    #expect(error("workspace verify n.md --key ander.pub") == "verify.key")
    #expect(error("workspace verify n.md --key SHA256:anders") == "verify.key")
    // A private key is not read to say that it is one.
    #expect(error("workspace verify n.md --key ander") == "verify.keyform")
    let line = { (name: String) in (folder.text(name) ?? "").split(separator: " ").prefix(2).joined(separator: " ") }
    folder.write("corporatie \(line("ander.pub"))\ngemeente \(line("sleutel.pub"))\n", to: "wie")
    #expect(run(["workspace verify n.md --signers wie"]).output.contains("volgens uw lijst de sleutel van 'gemeente'"))
    folder.write("corporatie \(line("ander.pub"))\n", to: "wie")
    #expect(error("workspace verify n.md --signers wie") == "verify.key")
    folder.write("gemeente valid-before=\"20200101\" \(line("sleutel.pub"))\n", to: "wie")
    #expect(["verify.key", "verify.signers"].contains(error("workspace verify n.md --signers wie")))
    folder.write("gemeente namespaces=\"git\" \(line("sleutel.pub"))\n", to: "wie")
    #expect(["verify.key", "verify.signers"].contains(error("workspace verify n.md --signers wie")))
    #expect(error("workspace verify n.md --signers nergens") == "file.missing")
  }

  @Test func `a signature for another use, one that is none, and none at all are told apart`() throws {
    guard keys("sleutel") else { return }
    folder.write("# Blad\n", to: "n.md")
    #expect(error("workspace verify n.md") == "verify.missing")
    #expect(SigningKeys.run(["-Y", "sign", "-f", folder("sleutel"), "-n", "git", folder("n.md")]).code == 0)
    #expect(error("workspace verify n.md") == "verify.namespace")
    let text = try #require(folder.text("n.md.sig"))
    for bad in [
      "", "iets", text.replacing("SSH", with: "PGP"), String(text.prefix(60)), text.replacing("U1NIU0lH", with: "AAAA"),
    ] {
      folder.write(bad, to: "n.md.sig")
      #expect(error("workspace verify n.md") == "verify.form", "\(bad)")
    }
    // What is no signature is not written over.
    folder.write("mijn aantekeningen", to: "n.md.sig")
    #expect(error("workspace sign n.md --key sleutel") == "sign.exists")
    #expect(folder.text("n.md.sig") == "mijn aantekeningen")
  }

  @Test
  func `a passphrase that nobody can type, a key that others can read, and no key are refused, and nothing is left`()
    throws
  {
    guard keys("open") else { return }
    #expect(SigningKeys.make("dicht", in: folder, passphrase: "geheim"))
    folder.write("# Blad\n", to: "n.md")
    #expect(error("workspace sign n.md --key dicht") == "sign.passphrase")
    #expect(error("workspace sign n.md --key nergens") == "sign.key")
    #expect(error("workspace sign n.md") == "sign.key")
    #expect(
      error("workspace sign n.md --key n.md") == "sign.rights" || error("workspace sign n.md --key n.md") == "sign.key")
    chmod(folder("open"), 0o644)
    #expect(error("workspace sign n.md --key open") == "sign.rights")
    chmod(folder("open"), 0o600)
    // Of a public key the other half is an agent's.
    folder.write(try #require(folder.read("dicht.pub")), to: "los.pub")
    #expect(error("workspace sign n.md --key los.pub") == "sign.agent")
    #expect(error("workspace sign n.md --key los.pub", ["SSH_AUTH_SOCK": folder("geen")]) == "sign.agent")
    #expect(error("workspace sign n.md --key open", ["PATH": "/nonexistent"]) == "sign.program")
    #expect(error("workspace verify nergens.md") == "file.missing")
    #expect(run(["set title Nieuw"]).code == 0)
    #expect(error("workspace sign --key open") == "sign.unsaved")
    #expect(folder.read("n.md.sig") == nil && folder.read("w.json.sig") == nil)
    // The usual key of the person is found without a name.
    mkdir(folder(".ssh"), 0o700)
    #expect(rename(folder("open"), folder(".ssh/id_ed25519")) == 0)
    #expect(run(["workspace sign n.md", "workspace verify n.md"]).code == 0)
    #expect(folder.mode(".ssh/id_ed25519") == 0o600)
  }

  @Test func `a key that an agent holds signs by its public half`() throws {
    guard keys("sleutel") else { return }
    folder.write("# Blad\n", to: "n.md")
    folder.write(try #require(folder.read("sleutel.pub")), to: "los.pub")
    let script = """
      eval $(ssh-agent -s) >/dev/null; ssh-add -q '\(folder("sleutel"))'
      cd '\(folder.path)'; '\(Places.program)' -c 'workspace sign n.md --key los.pub'; code=$?
      ssh-agent -k >/dev/null; exit $code
      """
    let run = ChildProcess.run("/bin/sh", ["-c", script], environment: Leerkring.environment(home: folder.path))
    #expect(run.code == 0, "\(run.errors)")
    #expect(self.run(["workspace verify n.md --key sleutel.pub"]).code == 0)
  }

  @Test func `without a file, in a notebook, and with a journal it says what it would not cover`() throws {
    guard keys("sleutel") else { return }
    let none = Leerkring.run(["--lang", "nl", "-c", "workspace sign --key sleutel"], folder: folder.path)
    #expect(none.code == 1 && none.errors.contains("[workspace.nofile]"), "\(none.errors)")
    folder.write("```leerkring\nworkspace sign n.md --key sleutel\n```\n", to: "n.md")
    #expect(Leerkring.run(["notebook", "run", "n.md"], folder: folder.path).errors.contains("[notebook.command]"))
    #expect(run(["set title A", "save", "workspace sign --key sleutel", "set title B"]).code == 0)
    #expect(run(["workspace verify"]).output.contains("staan nog niet in het bestand"))
  }
}
