internal import ArgumentParser
internal import Moves
internal import Training

/// What a shell completes after `fivemoves`: the parser's script, and the lessons, which stand where
/// a command does.
enum CompletionScript {
  /// - Parameter shell: its name; nil where there is no such script.
  static func text(for shell: String) -> String? {
    guard let kind = CompletionShell(rawValue: shell) else { return nil }
    let script = FiveMoves.completionScript(for: kind)
    return switch shell {
    // A file that is read by a shell begins with no shell's name.
    case "bash": script.replacing("#!/bin/bash\n\n", with: "") + "\n" + bash
    case "zsh": script.replacing(zshEnd, with: zsh + "\n" + zshEnd, maxReplacements: 1)
    case "fish": script + "\n" + fish
    default: script
    }
  }

  private static let commands = FiveMoves.names + ["help"]

  /// Where no command is named, the words belong to play: one completes as if it stood there.
  private static let bash = """
    _fivemoves_or_lesson() {
        local -a commands=(\(commands.joined(separator: " ")))
        local -a found=()
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
    complete -o filenames -F _fivemoves_or_lesson fivemoves
    """

  /// The end of the parser's script, which begins the completing.
  private static let zshEnd = #"if [[ "${funcstack[1]}" = _fivemoves ]]; then"#

  private static let zsh = """
    functions[_fivemoves_command]="${functions[_fivemoves]}"
    _fivemoves() {
        local -a commands=(\(commands.joined(separator: " ")))
        local -i ret=1
        if (( CURRENT > 2 )) && (( ${commands[(Ie)${words[2]}]} )); then
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
        -fa '\(Lessons.all.map(\.name).joined(separator: " "))'
    """
}
