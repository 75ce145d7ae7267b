internal import ArgumentParser
internal import Moves
internal import Training

/// What a shell completes after `fivemoves`: the parser's script, and what the parser cannot say of
/// itself: lessons stand where a command does, and behind `watch --` stands any command.
enum CompletionScript {
  /// - Parameter shell: its name; nil where there is no such script.
  static func text(for shell: String) -> String? {
    guard let kind = CompletionShell(rawValue: shell) else { return nil }
    let script = FiveMoves.completionScript(for: kind)
    return switch shell {
    // A file that is read by a shell begins with no shell's name.
    case "bash":
      withRecordings(
        script, after: "\n_fivemoves_picture() {", what: bashLessons,
        becomes: bashLessons + "\n        __fivemoves_add_completions -f"
      ).replacing("#!/bin/bash\n\n", with: "") + "\n" + bash
    case "zsh":
      withRecordings(
        script, after: "\n_fivemoves_picture() {", what: zshLessons + "}",
        becomes: zshLessons + "; _files}"
      ).replacing(zshEnd, with: zsh + "\n" + zshEnd, maxReplacements: 1)
    case "fish":
      withRecordings(
        script, after: #""fivemoves picture" -eq 1' "#, what: "-fka", becomes: "-kFa") + "\n" + fish
    default: script
    }
  }

  /// `picture` takes a file in the place of the lesson.
  private static func withRecordings(
    _ script: String, after start: String, what lessons: String, becomes both: String
  ) -> String {
    guard let place = script.firstRange(of: start)?.upperBound else { return script }
    return String(script[..<place])
      + script[place...].replacing(lessons, with: both, maxReplacements: 1)
  }

  private static let commands = FiveMoves.names + ["help"]
  private static let lessons = Lessons.all.map(\.name)

  private static let bashLessons =
    "__fivemoves_add_completions -W "
    + lessons.map { "'\($0)'" }.joined(separator: #"$'\n'"#)

  /// Where no command is named, the words belong to play: one completes as if it stood there.
  private static let bash = """
    _fivemoves_or_lesson() {
        local -a commands=(\(commands.joined(separator: " ")))
        local -a found=()
        local -i place
        if [[ "${COMP_WORDS[1]}" = watch ]]; then
            for ((place = 2; place < COMP_CWORD; place++)); do
                if [[ "${COMP_WORDS[place]}" = -- ]]; then
                    _fivemoves_any_command "$((place + 1))"
                    return
                fi
            done
        fi
        if [[ "${COMP_CWORD}" -gt 1 && " ${commands[*]} " = *" ${COMP_WORDS[1]} "* ]]; then
            _fivemoves "${@}"
            return
        fi
        if [[ "${COMP_CWORD}" -eq 1 ]]; then
            _fivemoves "${@}"
            found=("${COMPREPLY[@]}")
            COMPREPLY=()
        fi
        local -a COMP_WORDS=("${COMP_WORDS[0]}" play "${COMP_WORDS[@]:1}")
        local -i COMP_CWORD="$((COMP_CWORD + 1))"
        _fivemoves "${@}"
        COMPREPLY+=("${found[@]}")
    }
    # From that word on, as if nothing stood before it; without bash-completion: commands, then files.
    _fivemoves_any_command() {
        local cur="${COMP_WORDS[COMP_CWORD]}" offset
        for offset in _comp_command_offset _command_offset; do
            if declare -F "${offset}" > /dev/null; then
                "${offset}" "${1}"
                return
            fi
        done
        COMPREPLY=()
        if [[ "${COMP_CWORD}" -eq "${1}" && "${cur}" != */* ]]; then
            __fivemoves_add_completions -c
        else
            __fivemoves_add_completions -f
        fi
    }
    complete -o filenames -F _fivemoves_or_lesson fivemoves
    """

  private static let zshLessons = #"':lesson:{__fivemoves_complete "${_lesson[@]}""#

  /// The end of the parser's script, which begins the completing.
  private static let zshEnd = #"if [[ "${funcstack[1]}" = _fivemoves ]]; then"#

  private static let zsh = """
    functions[_fivemoves_command]="${functions[_fivemoves]}"
    _fivemoves() {
        local -a subcommands=(\(commands.joined(separator: " ")))
        local -i ret=1 place
        if [[ "${words[2]}" = watch ]]; then
            place="${words[(ie)--]}"
            if (( place < CURRENT )); then
                words=("${(@)words[place + 1,-1]}")
                (( CURRENT -= place ))
                _normal
                return
            fi
        fi
        if (( CURRENT > 2 )) && (( ${subcommands[(Ie)${words[2]}]} )); then
            _fivemoves_command "${@}"
            return
        fi
        if (( CURRENT == 2 )); then
            _fivemoves_command "${@}" && ret=0
        fi
        words=("${words[1]}" play "${words[@]:1}")
        (( CURRENT++ ))
        _fivemoves_command "${@}" && ret=0
        return "${ret}"
    }

    """

  private static let fish = """
    functions -c __fivemoves_tokens __fivemoves_typed_tokens
    function __fivemoves_tokens
        set -l typed (__fivemoves_typed_tokens $argv)
        if test (count $typed) -gt 1; and not contains -- $typed[2] \(commands.joined(separator: " "))
            set typed $typed[1] play $typed[2..]
        end
        printf '%s\\n' $typed
    end
    complete -c fivemoves -n '__fivemoves_should_offer_completions_for_positional "fivemoves" -eq 1' \\
        -fa '\(lessons.joined(separator: " "))'
    function __fivemoves_any_command
        set -l typed (__fivemoves_typed_tokens -pc)
        test "$typed[2]" = watch; or return
        set -l place (contains -i -- -- $typed); or return
        set -e typed[1..$place]
        complete -C (string join ' ' -- (string escape -- $typed) (commandline -ct))
    end
    complete -c fivemoves -n 'contains -- -- (__fivemoves_typed_tokens -pc)' -fka '(__fivemoves_any_command)'
    """
}
