# Completion of argmap for bash: eval "$(argmap --show-completion bash)"

_argmap() {
    # Each line is one word, quoted for where it goes: nothing of it is expanded.
    local program=${1/#\~\//$HOME/} word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(_ARGMAP_COMPLETE=bash command "$program" "${COMP_LINE:0:COMP_POINT}" \
        "$COMP_WORDBREAKS" 2>/dev/null </dev/null)
}

complete -o default -F _argmap argmap
