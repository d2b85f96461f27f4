#compdef argmap
# Completion of argmap for zsh: eval "$(argmap --show-completion zsh)"

_argmap() {
    # Each line is a word and its description, as _describe takes them; nothing of it is evaluated.
    local program=${${(Q)words[1]}/#\~\//$HOME/}
    local -a offered
    # Within backquotes a backslash does not quote as it does elsewhere.
    local plain=
    [[ $PREBUFFER$LBUFFER != *\`* ]] || plain=1
    (( $+commands[$program] )) || [[ -x $program ]] || program=argmap
    offered=("${(@f)$(_ARGMAP_COMPLETE=zsh _ARGMAP_PLAIN=$plain command "$program" \
        "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null </dev/null)}")
    if [[ -n $offered ]]; then
        _describe -V argmap offered
    else
        _files
    fi
}

(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _argmap argmap

# As a file in fpath this is the body of the function: then it has to run it.
[[ $funcstack[1] != _argmap ]] || _argmap "$@"
