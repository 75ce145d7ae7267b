extension CompletionScript {
  static func zsh(_ script: String) -> String {
    withRecordings(
      script, after: "\n_fivemoves_picture() {", what: zshLessons + "}",
      becomes: zshLessons + "; _files}"
    )
    // With this = a value may stand in the word of its option, or behind it.
    .replacing(#/'(--[a-z0-9-]+)\[((?:[^\]\\]|\\.)*)\]:/#) { "'\($0.1)=[\($0.2)]:" }
    // What needs no name is not offered by one.
    .replacing(#/ +'play:[^\n]*\n/#, with: "")
    .replacing(zshEnd, with: zshStart + "\n" + zshEnd, maxReplacements: 1)
  }

  private static let zshLessons = #"':lesson:{__fivemoves_complete "${_lesson[@]}""#

  /// The end of the parser's script, which begins the completing.
  private static let zshEnd = #"if [[ "${funcstack[1]}" = _fivemoves ]]; then"#

  private static let zshStart = """
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
}
