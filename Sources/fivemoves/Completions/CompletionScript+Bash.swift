extension CompletionScript {
  /// A file that is read by a shell begins with no shell's name.
  static func bash(_ script: String) -> String {
    withRecordings(
      script, after: "\n_fivemoves_picture() {", what: bashLessons,
      becomes: bashLessons + "\n        __fivemoves_add_completions -f"
    ).replacing("#!/bin/bash\n\n", with: "")
      // What needs no name is not offered by one.
      .replacing("compgen -W 'play ", with: "compgen -W '") + "\n" + bashStart
  }

  private static let bashLessons =
    "__fivemoves_add_completions -W "
    + lessons.map { "'\($0)'" }.joined(separator: #"$'\n'"#)

  /// Where no command is named, the words belong to play: one completes as if it stood there.
  private static let bashStart = """
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
        # --option=value is two words, however many bash makes of it.
        local cur="${2}" before='' word
        local -a typed=()
        for ((place = 0; place <= COMP_CWORD; place++)); do
            word="${COMP_WORDS[place]}"
            before=''
            if [[ "${word}" = '=' && "${typed[${#typed[@]} - 1]}" = --* ]]; then
                [[ "${place}" -lt "${COMP_CWORD}" ]] || typed+=('')
            elif [[ "${word}" = --*=* ]]; then
                before="${word%%=*}="
                cur="${word#*=}"
                typed+=("${word%%=*}" "${cur}")
            else
                typed+=("${word}")
            fi
        done
        [[ -n "${before}" ]] || cur="${2}"
        local -a COMP_WORDS=("${typed[@]}")
        local -i COMP_CWORD="$((${#typed[@]} - 1))"
        local prev="${typed[COMP_CWORD - 1]}"
        if [[ "${COMP_CWORD}" -gt 1 && " ${commands[*]} " = *" ${COMP_WORDS[1]} "* ]]; then
            _fivemoves "${1}" "${cur}" "${prev}"
        else
            if [[ "${COMP_CWORD}" -eq 1 ]]; then
                _fivemoves "${1}" "${cur}" "${prev}"
                found=("${COMPREPLY[@]}")
                COMPREPLY=()
            fi
            COMP_WORDS=("${COMP_WORDS[0]}" play "${COMP_WORDS[@]:1}")
            COMP_CWORD+=1
            _fivemoves "${1}" "${cur}" "${prev}"
            COMPREPLY+=("${found[@]}")
        fi
        COMPREPLY=("${COMPREPLY[@]/#/"${before}"}")
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
}
