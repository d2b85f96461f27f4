# Completion of argmap for PowerShell:
# argmap --show-completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName argmap -ScriptBlock {
    param($word, $tree, $cursor)
    $elements = @($tree.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor })
    $words = @($elements | Select-Object -Skip 1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
        else { $_.Extent.Text }
    })
    $env:_ARGMAP_COMPLETE = 'powershell'
    try { $lines = @(& $elements[0].Extent.Text @words "$word" 2>$null) }
    finally { Remove-Item Env:_ARGMAP_COMPLETE }
    # Only words that PowerShell reads as they are written are offered.
    foreach ($line in $lines) {
        $value, $about = $line -split "`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new(
            $value, $value, 'ParameterValue', $about)
    }
}
