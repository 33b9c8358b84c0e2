using System.Diagnostics;

namespace Retort.Migrations;

/// <summary>Runs the hooks of <c>retort.json</c>, one after the other, without a shell and without a terminal.</summary>
internal sealed class HookRunner(MigrationsConfig config, IProgress<MigrationEvent>? progress)
{
    /// <summary>Runs what is to be run after a revision was written.</summary>
    /// <exception cref="HookException">A hook failed; the file stays.</exception>
    public Task RevisionWrittenAsync(string id, string file, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string?> { ["RETORT_REVISIONS"] = id, ["RETORT_FILE"] = file };
        return RunAsync(
            HookMoment.Revision,
            hook => hook.On(file),
            variables,
            $"{file} was written and stays.",
            cancellationToken
        );
    }

    /// <summary>Runs what is to be run after revisions were applied or undone; nothing where none was.</summary>
    /// <exception cref="HookException">A hook failed; the database stays as it is now.</exception>
    public Task AppliedAsync(MigrationRun run, Engine database, CancellationToken cancellationToken)
    {
        if (run.Applied.Count == 0)
            return Task.CompletedTask;
        var variables = new Dictionary<string, string?>
        {
            ["RETORT_REVISIONS"] = string.Join(' ', run.Applied.Select(each => each.Revision.Id)),
            ["RETORT_DIRECTION"] = run.Applied[0].Direction is Direction.Upgrade ? "upgrade" : "downgrade",
            ["RETORT_DATABASE"] = database.Description,
        };
        var now = VersionRows.InWords(run.Heads);
        return RunAsync(
            HookMoment.Apply,
            hook => hook.Run,
            variables,
            $"The run itself succeeded: {database.Description} is at {now}.",
            cancellationToken
        );
    }

    private async Task RunAsync(
        HookMoment moment,
        Func<Hook, IReadOnlyList<string>> words,
        Dictionary<string, string?> variables,
        string state,
        CancellationToken cancellationToken
    )
    {
        variables["RETORT_SECTION"] = config.Section;
        var hooks = new Queue<Hook>(config.Hooks.Where(hook => hook.When == moment));
        while (hooks.TryDequeue(out var hook))
        {
            var start = Prepare(hook, words, variables, state);
            var ended = await RunAsync(hook, start, state, cancellationToken).ConfigureAwait(false);
            if (ended.ExitCode != 0)
                throw HookException.Failed(
                    hook,
                    $"in {start.WorkingDirectory}: {Command(words(hook))}",
                    ended.ExitCode,
                    ended.Said,
                    state,
                    [.. hooks.Select(each => each.Name)]
                );
        }
    }

    private ProcessStartInfo Prepare(
        Hook hook,
        Func<Hook, IReadOnlyList<string>> words,
        Dictionary<string, string?> variables,
        string state
    )
    {
        try
        {
            return Start(hook, words(Resolved(hook)), variables);
        }
        catch (ScriptException error)
        {
            throw HookException.NotStarted(hook, state, error);
        }
    }

    private ProcessStartInfo Start(Hook hook, IReadOnlyList<string> words, Dictionary<string, string?> variables)
    {
        var folder = Path.GetFullPath(hook.Cwd is null ? "." : Resolve(hook.Cwd), config.Directory);
        var start = new ProcessStartInfo(Program(words[0], folder), words.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>A program with a folder is one of the hook's folder, not of the current one.</summary>
    private static string Program(string program, string folder) =>
        program.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar) ? Path.GetFullPath(program, folder) : program;

    /// <summary>What a person types, with placeholders as they are: what they stand for may be secret.</summary>
    private static string Command(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word));

    private Hook Resolved(Hook hook) => hook with { Run = [.. hook.Run.Select(Resolve)] };

    private string Resolve(string text) =>
        new Placeholders(config.ProjectDirectory).Resolve(config.Path ?? RetortJson.FileName, "hooks", text).Value;

    private async Task<(int ExitCode, IReadOnlyList<string> Said)> RunAsync(
        Hook hook,
        ProcessStartInfo start,
        string state,
        CancellationToken cancellationToken
    )
    {
        var said = new HookOutput(hook.Name, progress);
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => said.Add(line.Data);
        process.ErrorDataReceived += (_, line) => said.Add(line.Data);
        TryStart(process, hook, state);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, said.Last);
    }

    private static void TryStart(Process process, Hook hook, string state)
    {
        try
        {
            process.Start();
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
        {
            throw HookException.NotStarted(hook, state, error);
        }
    }
}
