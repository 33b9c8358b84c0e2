namespace Retort.Tool;

/// <summary>
/// Compiles a project whose C# files changed without MSBuild, with the arguments of its last build, and leaves everything as that
/// build would: MSBuild finds nothing to do afterwards. Where it is not certain, it is not done.
/// </summary>
/// <param name="record">The last build.</param>
/// <param name="check">The check that found the changes.</param>
/// <param name="terminal">Gets the compiler's words.</param>
internal sealed class FastBuild(BuildRecord record, UpToDateCheck check, Terminal terminal)
{
    private readonly CompilerArguments? _arguments = CompilerArguments.Read(record);
    private readonly CompilerOutput _output = new(record);

    /// <summary>Why MSBuild must build; null where the compiler alone is enough.</summary>
    public string? Obstacle =>
        _arguments is null || !File.Exists(record.Compiler) ? "how it was compiled is not known"
        : record.NeedsMsBuild is { } reason ? reason
        : !IsAsCompiled ? "its assembly was changed behind the compiler"
        : new ProjectText(record).Obstacle(changesFiles: Added.Count + Removed.Count > 0);

    private List<string> Added =>
        field ??= [
            .. check
                .Sources.Where(input => input.Kind is BuildInputKind.UnknownSource)
                .Select(input => input.Path)
                .Order(StringComparer.Ordinal),
        ];

    private List<string> Removed => field ??= [.. record.Sources.Where(path => !File.Exists(path))];

    /// <summary>An assembly that is rewritten after it was compiled, for instance to weave code in, has another time.</summary>
    private bool IsAsCompiled =>
        record.Compiled.All(file => File.GetLastWriteTimeUtc(file.Made) == File.GetLastWriteTimeUtc(file.Copy))
        && record.Compiled.First().Made is var assembly
        && File.GetLastWriteTimeUtc(assembly) == _arguments!.Compiled;

    /// <summary>Compiles.</summary>
    /// <returns>Whether that was the way; where not, MSBuild must be asked.</returns>
    /// <exception cref="ToolException">The compiler found errors in the C# files; everything is as it was.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var arguments = _arguments!.With(Added, Removed);
            if (!await CompileAsync(arguments, cancellationToken).ConfigureAwait(false))
                return false;
            Publish(arguments);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<bool> CompileAsync(CompilerArguments arguments, CancellationToken cancellationToken)
    {
        _output.Create();
        var responseFile = Path.Combine(_output.Folder, "csc.rsp");
        arguments.WriteResponseFile(responseFile, _output);
        var (done, lines) = await new Compiler(record).RunAsync(responseFile, cancellationToken).ConfigureAwait(false);
        if (!done && !lines.Any(IsAboutSource))
            return false;
        foreach (var line in lines)
            terminal.Error.WriteLine(line);
        return done ? true : throw ToolException.DoesNotBuild(record.Project);
    }

    /// <summary>Any other error may be one of these arguments, or of a file that MSBuild writes.</summary>
    private static bool IsAboutSource(string line) => line.Contains("): error ", StringComparison.Ordinal);

    /// <summary>
    /// Without a stamp there is no record: who is interrupted from here on leaves the rest to MSBuild. What comes out has the time
    /// at which the check began, so that a file that was edited meanwhile is newer than it, for MSBuild too.
    /// </summary>
    private void Publish(CompilerArguments arguments)
    {
        File.Delete(record.StampPath);
        _output.Publish(check.Started);
        arguments.Write(check.Started);
        record.Replace(record.Sources.Except(Removed).Concat(Added), check.Started);
        new UpToDateCheck(record).Accept(check);
    }
}
