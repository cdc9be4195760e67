// What is installed beside the program, in the hands of the programs that read it: the manual page
// by `man`, completions by their shells.
import Testing

extension CommandTests {
  struct Installation {
    @Test(.enabled(if: Tool.man.isThere))
    func `man shows every option`() throws {
      let folder = try TemporaryFolder()
      let page = try Run(["--generate-manual"])
      #expect(page.ending == .exited(0))
      try folder.write(page.output, to: "kepi.1")
      // `--warnings` says on standard error what the page does that no formatter knows.
      let shown = try Run(
        .man, ["--warnings", "-l", "kepi.1"], in: folder,
        environment: ["MANWIDTH": "90", "LC_ALL": "C.UTF-8"])
      #expect(shown.ending == .exited(0))
      #expect(shown.errors == "")
      var help = try Run(["--help"]).output
      for word in ["format", "lint", "learn", "quiz", "verify", "cache", "watch"] {
        help += try Run([word, "--help"]).output
      }
      let options = help.split(whereSeparator: { " ,\n[]".contains($0) })
        .filter { $0.hasPrefix("--") && !$0.hasPrefix("--generate") }
      for option in ["--keep-going", "--accept", "--no-cache"] {
        #expect(options.contains(option[...]), "\(option)")
      }
      for option in options {
        #expect(
          shown.output.contains("\n       \(option)") || shown.output.contains(", \(option)"),
          "\(option)")
      }
      for part in ["\nEXIT STATUS\n", "\n       124 ", "KEPI_PARAM_NAME", "source <(kepi"] {
        #expect(shown.output.contains(part), "\(part)")
      }
    }

    /// What is typed before Tab, and what must be offered.
    private static let questions = [
      ("kepi --form", "--format"), ("kepi --format mark", "markdown"),
      ("kepi --report j", "junit="),
      ("kepi forma", "format"), ("kepi format --ch", "--check"),
      ("kepi format --language ", "zh"), ("kepi few", "few.kepi"),
      ("kepi lear", "learn"), ("kepi learn --cl", "--class"), ("kepi quiz --se", "--seed"),
      ("kepi lint --ch", "--check"), ("kepi learn --language ", "zh"),
      ("kepi --acc", "--accept"), ("kepi rep", "report.md"), ("kepi watc", "watch"),
      ("kepi watch --keep", "--keep-going"), ("kepi watch few", "few.kepi"),
      ("kepi cach", "cache"), ("kepi cache cl", "clear"), ("kepi verif", "verify"),
      ("kepi learn aco", "acos"),
    ]

    private func folder(for shell: String, at path: String) throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      try folder.write(
        Run(["--generate-completion-script", shell]).output, to: path)
      try folder.write("", to: "few.kepi")
      try folder.write("", to: "report.md")
      return folder
    }

    @Test(.enabled(if: Tool.bash.isThere))
    func `bash completes`() throws {
      let folder = try folder(for: "bash", at: "kepi.bash")
      let run = try Run(
        .bash,
        [
          "--norc", "-c",
          """
          source ./kepi.bash
          while IFS= read -r COMP_LINE; do
            COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<<"$COMP_LINE"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _kepi kepi "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            echo "$COMP_LINE: ${COMPREPLY[@]}"
          done
          """,
        ], in: folder, input: Self.questions.map { $0.0 + "\n" }.joined())
      check(run)
    }

    @Test(.enabled(if: Tool.fish.isThere))
    func `fish completes`() throws {
      let folder = try folder(for: "fish", at: "kepi.fish")
      let run = try Run(
        .fish,
        [
          "--no-config", "-c",
          """
          source ./kepi.fish
          while read -l line
            echo "$line:" (complete -C "$line" | string replace -r '\\t.*' '')
          end
          """,
        ], in: folder, input: Self.questions.map { $0.0 + "\n" }.joined(),
        environment: ["HOME": folder.path])
      check(run)
    }

    /// Zsh completes only where someone types, so a second one types.
    @Test(.enabled(if: Tool.zsh.isThere))
    func `zsh completes`() throws {
      let folder = try folder(for: "zsh", at: "functions/_kepi")
      let run = try Run(
        .zsh,
        [
          "-f", "-c",
          """
          zmodload zsh/zpty
          zpty shell "PS1='> ' TERM=dumb zsh -f -i"
          zpty -w shell "stty cols 200; fpath=($PWD/functions \\$fpath); autoload -Uz compinit"
          zpty -w shell "compinit -u -D; unsetopt list_beep; PS1='ready> '"
          zpty -r shell seen '*ready> *'
          while IFS= read -r line && IFS= read -r wanted; do
            seen=
            zpty -w -n shell "$line"$'\\t'
            for i in {1..3000}; do
              while zpty -r -t shell part; do seen+=$part; done
              [[ $seen == *$wanted* ]] && break
              sleep 0.02
            done
            zpty -w -n shell $'\\x15'
            [[ $seen == *$wanted* ]] && echo "$line: $wanted" || echo "$line: none"
          done
          """,
        ], in: folder, input: Self.questions.map { "\($0.0)\n\($0.1)\n" }.joined(),
        environment: ["HOME": folder.path, "LC_ALL": "C.UTF-8"])
      check(run)
    }

    private func check(_ run: Run) {
      #expect(run.ending == .exited(0))
      #expect(run.errors == "")
      let answers = run.output.split(separator: "\n")
      #expect(answers.count == Self.questions.count)
      for (answer, question) in zip(answers, Self.questions) {
        let (line, wanted) = question
        #expect(answer.hasPrefix("\(line): "), "\(answer)")
        #expect(
          answer.dropFirst(line.count + 2).split(separator: " ").contains(wanted[...]), "\(answer)")
      }
    }
  }
}
